"""The teacher's page on a phone, what it does on the others, and the projector."""

import re

import pytest
from playwright.async_api import expect

from quiz.engine.live_class import Phase, Step
from quiz.model.class_settings import Explanations, Pace
from tests.service.live import OPENED, right
from tests.web.chromium.conftest import LAPTOP, Serve
from tests.web.chromium.devices import Laptop

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_teacher_leads_from_a_phone(serve: Serve) -> None:
    of = await serve()
    teacher, projector = await of.teacher(), await of.page("screen", **LAPTOP)
    await expect(projector.get_by_text(of.room.code)).to_be_visible()
    learner = await of.join()
    await expect(teacher.get_by_text("1 joined")).to_be_visible()
    await expect(projector.get_by_text("1 joined")).to_be_visible()
    for name in ("Begin", "Let them answer"):
        await teacher.get_by_role("button", name=name).tap()
    await learner.answer(right(of.room))
    await expect(teacher.get_by_text("1 of 1 answered")).to_be_visible()
    await expect(projector.get_by_text("1 of 1 answered")).to_be_visible()
    for name in ("Close the question", "Let them talk", "Vote again", "Undo the last step"):
        await teacher.get_by_role("button", name=name).tap()
    await expect(projector.get_by_text("Talk about it with your neighbors.")).to_be_visible()
    await teacher.get_by_role("button", name="Show the explanation").tap()
    explain = of.room.lesson.question(0).explain
    for page in (teacher, projector, learner.page):
        await expect(page.get_by_text(explain)).to_be_visible()
    await expect(projector.get_by_text(of.room.seats[0].name)).to_have_count(0)
    teacher.on("dialog", lambda dialog: dialog.accept())
    await teacher.get_by_role("button", name="End the class").tap()
    await expect(learner.page.get_by_text("The class is over.")).to_be_visible()
    assert of.room.state.phase is Phase.ENDED


async def test_a_timer_is_paused_and_one_learner_gets_more_time(serve: Serve) -> None:
    of = await serve(*OPENED, seconds=90)
    learner, teacher = await of.join(), await of.teacher()
    clock = learner.page.locator("#clock")
    await expect(clock).to_have_text(re.compile(r"^[789]\d seconds left$"))
    await teacher.get_by_role("button", name="Pause").tap()
    await expect(clock).to_contain_text("The time is paused")
    await teacher.get_by_role("link", name=of.room.seats[0].name).tap()
    await teacher.get_by_role("button", name="30 seconds more for each question").tap()
    await expect(clock).to_have_text(re.compile(r"1[012]\d seconds left$"))
    assert of.room.seats[0].extra_seconds == 30
    await teacher.get_by_role("link", name=of.room.seats[0].name).tap()
    await teacher.get_by_label("Another name").fill("Ada")
    await teacher.get_by_role("button", name="Rename").tap()
    await expect(learner.page.get_by_text("You are Ada")).to_be_visible()


async def test_the_focus_of_a_teacher_stays_when_learners_answer(serve: Serve) -> None:
    of = await serve(*OPENED)
    teacher = Laptop(await of.teacher())
    close = teacher.page.get_by_role("button", name="Close the question")
    await close.focus()
    learner = await of.join()
    await learner.answer(right(of.room))
    await expect(teacher.page.get_by_text("1 of 1 answered")).to_be_visible()
    await expect(close).to_be_focused()
    await teacher.page.keyboard.press("Enter")
    await expect(teacher.page.get_by_role("button", name="Show the explanation")).to_be_visible()


async def test_at_their_own_pace_learners_go_by_themselves(serve: Serve) -> None:
    own = {"pace": Pace.OWN, "explanations": Explanations.AT_ONCE}
    of = await serve(Step.BEGIN, **own)
    learner = await of.join()
    page = learner.page
    for link, at in (("3", 2), ("Next question", 3), ("Back", 2)):
        await page.get_by_role("link", name=link, exact=True).tap()
        await expect(page.locator("#ask")).to_have_text(of.room.lesson.question(at).ask)
    of.room.save([of.room.check(of.room.seats[0], at, right(of.room, at), None)])
    await page.goto(f"{of.home}q/3")
    await expect(page.locator(".verdict")).to_have_text("✓ Right")
    await expect(page.get_by_role("link", name="3 answered")).to_be_visible()
    of.room.step(Step.END)
    await expect(page.get_by_text("The class is over.")).to_be_visible()
