"""A phone and a laptop take all ten kinds, with a script and without one."""

import pytest
from playwright.async_api import expect

from quiz.engine.live_class import Step
from tests.service.live import right
from tests.web.chromium.conftest import Serve
from tests.web.chromium.devices import Device, Laptop, Phone

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
@pytest.mark.parametrize("device", [Phone, Laptop])
async def test_all_ten_kinds_are_answered_and_explained(
    serve: Serve, device: type[Device], *, scripts: bool
) -> None:
    of = await serve(Step.BEGIN)
    learner = await of.join(device, java_script_enabled=scripts)
    page, room = learner.page, of.room

    async def goes_on(shown: str) -> None:
        if not scripts:
            await page.goto(of.home)
        await expect(page.locator(shown)).to_be_visible()
        if scripts:  # a screen reader begins there
            await expect(page.locator("h1[autofocus]")).to_be_focused()

    for position in range(room.state.of):
        room.step(Step.OPEN)
        await goes_on("#answer button.main")
        await learner.answer(right(room, position))
        room.step(Step.CLOSE)
        room.step(Step.SHOW)
        await goes_on(".verdict")
        await expect(page.locator(".verdict")).to_have_text(
            _verdict(room.lesson.shown[position].kind)
        )
        await expect(page.locator("#page")).to_contain_text(room.lesson.question(position).explain)
        if Step.NEXT in room.state.steps:
            room.step(Step.NEXT)
    room.step(Step.END)
    await goes_on(".result")
    await expect(page.locator(".result")).to_contain_text("100%")


def _verdict(kind: str) -> str:
    return "✓ Done" if kind == "teach-back" else "✓ Right"


async def test_without_a_script_a_page_that_waits_asks_again(serve: Serve) -> None:
    of = await serve()
    learner = await of.join(java_script_enabled=False)
    of.room.step(Step.BEGIN)
    await expect(learner.page.get_by_text("Read first.")).to_be_visible()
