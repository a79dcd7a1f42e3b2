"""A phone that slept, was reloaded, lost the Wi-Fi or its server goes on by itself."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Route, expect

from quiz.engine.kinds import KINDS
from quiz.engine.live_class import Step
from tests.service.live import OPENED, right
from tests.support.files import BEES
from tests.web.chromium.conftest import PHONE, Serve
from tests.web.chromium.devices import Laptop

pytestmark = pytest.mark.asyncio(loop_scope="session")
TO_THE_NEXT = (Step.CLOSE, Step.SHOW, Step.NEXT, Step.OPEN)
VISIBILITY = """hidden => {
  Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
}"""


async def test_a_phone_sleeps_is_reloaded_and_loses_the_wifi(serve: Serve) -> None:
    of = await serve(*OPENED)
    learner = await of.join()
    page, room = learner.page, of.room
    await learner.answer(right(room))

    await page.evaluate(VISIBILITY, True)
    room.step(Step.CLOSE)
    room.step(Step.SHOW)
    await page.evaluate(VISIBILITY, False)
    await expect(page.locator(".verdict")).to_have_text("✓ Right")

    await page.reload()
    await expect(page.locator(".verdict")).to_have_text("✓ Right")
    await expect(page.get_by_text(room.seats[0].code)).to_be_visible()

    await page.context.set_offline(True)
    room.step(Step.NEXT)
    room.step(Step.OPEN)
    await expect(page.get_by_text("The class can't be reached now.")).to_be_visible()
    await page.context.set_offline(False)
    await expect(page.get_by_text("The class can't be reached now.")).to_be_hidden()
    await expect(page.get_by_text(room.lesson.question(1).ask)).to_be_visible()
    await learner.answer(right(room, 1))
    assert len(room.seats) == 1


async def test_a_slow_script_keeps_no_page_from_going_on(serve: Serve) -> None:
    of = await serve()
    page = await of.page(**PHONE)

    async def late(route: Route) -> None:
        await asyncio.sleep(0.5)
        await route.continue_()

    await page.route("**/hx-sse.min.js", late)
    await page.goto(f"{of.home}j/{of.room.code}")
    await page.get_by_role("button", name="Join").tap()
    await page.get_by_text("You are in").wait_for()
    of.room.step(Step.BEGIN)
    await expect(page.get_by_text("Read first.")).to_be_visible()


async def test_a_seat_is_taken_up_on_a_laptop(serve: Serve) -> None:
    of = await serve(*OPENED)
    phone = await of.join()
    await phone.answer(right(of.room))
    laptop = Laptop(await of.page())
    await laptop.press(laptop.page.get_by_text("I joined already, on another device"))
    await laptop.write(laptop.page.get_by_label("Your own code"), of.room.seats[0].code)
    await laptop.press(laptop.page.get_by_role("button", name="Go on here"))
    await expect(laptop.page.get_by_text("Saved.")).to_be_visible()
    first = laptop.page.locator("[name=item]").first
    await expect(first).to_have_value(str(right(of.room).items[0]))  # type: ignore[union-attr]
    for step in TO_THE_NEXT:
        of.room.step(step)
    for device in (phone, laptop):
        await expect(device.page.get_by_text(of.room.lesson.question(1).ask)).to_be_visible()


async def test_what_is_being_typed_stays_when_others_come_and_answer(serve: Serve) -> None:
    of = await serve(*OPENED)
    at = next(n for n, one in enumerate(of.room.lesson.shown) if one.kind == "teach-back")
    for step in TO_THE_NEXT * at:
        of.room.step(step)
    learner = await of.join()
    await learner.write(learner.page.locator("textarea"), "It is a")
    other, _ = of.room.join(None)
    of.room.save([of.room.check(other, at, right(of.room, at), None)])
    of.room.rename(other.id, "Somebody")
    await learner.page.wait_for_timeout(500)
    await learner.page.keyboard.type(" group.")
    await expect(learner.page.locator("textarea")).to_have_value("It is a group.")


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_filled_in_and_not_sent_comes_back_with_its_question(
    serve: Serve, kind: str
) -> None:
    of = await serve(*OPENED)
    at = next(n for n, one in enumerate(of.room.lesson.shown) if one.kind == kind)
    for step in TO_THE_NEXT * at:
        of.room.step(step)
    learner = await of.join()
    await learner.fill(right(of.room, at))
    for steps in ((Step.CLOSE,), (Step.UNDO, Step.UNDO)):
        for step in steps:
            of.room.step(step)
        told = learner.page.get_by_text("was not sent in time, so it does not count")
        await expect(told).to_be_visible(visible=steps == (Step.CLOSE,))
    of.room.step(Step.OPEN)
    await learner.press(learner.page.get_by_role("button", name="Answer", exact=True))
    await expect(learner.page.get_by_text("Saved.")).to_be_visible()
    of.room.step(Step.CLOSE)
    await expect(told).to_be_hidden()
    of.room.step(Step.SHOW)
    verdict = "✓ Done" if kind == "teach-back" else "✓ Right"
    await expect(learner.page.locator(".verdict")).to_have_text(verdict)


async def test_of_an_answer_that_was_changed_and_not_sent_the_sent_one_stands(serve: Serve) -> None:
    of = await serve(*OPENED)
    at = next(n for n, one in enumerate(of.room.lesson.shown) if one.kind == "short")
    for step in TO_THE_NEXT * at:
        of.room.step(step)
    learner = await of.join()
    field = learner.page.locator("[name=text0]")
    await learner.answer(right(of.room, at))
    sent = await field.input_value()
    await field.fill("something else")
    of.room.step(Step.CLOSE)
    await expect(learner.page.get_by_text("was not sent in time")).to_be_visible()
    await expect(field).to_have_value(sent)
    of.room.step(Step.UNDO)
    await expect(field).to_have_value("something else")


@asynccontextmanager
async def hosted(*args: str) -> AsyncIterator[dict[str, str]]:
    """Run `quiz host` without a screen; yield what it says, and kill it at the end."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "quiz", "host", "--no-screen", "--bind", "127.0.0.1", *args),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    try:
        yield json.loads(await process.stdout.readline())
    finally:
        process.kill()
        await process.communicate()


async def test_the_server_is_killed_and_started_again(serve: Serve) -> None:
    of = await serve()  # for its browser alone
    async with hosted(str(BEES), "--kind", "choice") as where:
        port = where["learners"].rstrip("/").rpartition(":")[2]
        page, teacher = await of.page(**PHONE), await of.page(**PHONE)
        await page.goto(f"{where['learners']}j/{where['code']}")
        await page.get_by_role("button", name="Join").tap()
        await teacher.goto(where["teacher"])
        for step in ("Begin", "Let them answer"):
            await teacher.get_by_role("button", name=step).tap()
        await page.get_by_label("The queen").tap()
        await page.get_by_role("button", name="Answer").tap()
        await expect(page.get_by_text("Saved.")).to_be_visible()
    async with hosted("--resume", where["code"], "--port", port) as again:
        await teacher.goto(again["teacher"])
        await expect(teacher.get_by_text("1 of 1 answered")).to_be_visible()
        for step in ("Close the question", "Show the explanation"):
            await teacher.get_by_role("button", name=step).tap()
        await expect(page.locator(".verdict")).to_have_text("✓ Right")
