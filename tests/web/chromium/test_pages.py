"""Every page in light and dark, on a small phone, at 200 % and on a large screen.

Nothing scrolls sideways, and axe finds nothing. QUIZ_AXE names the file axe.min.js, which
`npm install axe-core` puts into node_modules/axe-core; without it, axe is left out.
"""

import json
import os
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from quiz.engine.live_class import Step
from quiz.model.class_settings import Explanations, Names, Pace
from tests.engine.test_lesson import known
from tests.service.live import QUIZ
from tests.support.answers import wrong_answer
from tests.tui.hostile import poisoned
from tests.web.chromium.conftest import Serve

pytestmark = pytest.mark.asyncio(loop_scope="session")
AXE = os.environ.get("QUIZ_AXE")
WIDTHS = (320, 640, 1280)
"""The smallest phone, a laptop at 200 %, and the laptop."""
LOOK = """axe.run({runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa",
  "wcag22aa", "best-practice"]}}).then(found => found.violations.map(
  one => [one.id, one.nodes.map(node => node.html)]))"""


async def look_at(page: Page, name: str) -> None:
    """See that a page is in order at every width, in light and dark."""
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 780})
        wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, f"{name} scrolls sideways at {width} px"
        for scheme in ("light", "dark") if AXE and width != 640 else ():
            await page.emulate_media(color_scheme=scheme)
            if not await page.evaluate("'axe' in window"):
                await page.evaluate(Path(str(AXE)).read_text(encoding="utf-8"))
            found = await page.evaluate(LOOK)
            assert found == [], f"{name}, {scheme}, {width} px: {json.dumps(found, indent=1)}"


async def test_the_pages_of_a_class_from_the_door_to_the_end(serve: Serve) -> None:
    of = await serve(names=Names.OWN, certainty=True, seconds=600)
    stranger, projector, teacher = await of.page(), await of.page("screen"), await of.teacher()
    await look_at(stranger, "the door")
    await look_at(await of.page("nowhere"), "an error")
    of.room.join("Wolfeschlegelsteinha")
    await stranger.get_by_label("Code of the class").fill(of.room.code)
    await stranger.get_by_label("Your name").fill("Ada")
    await stranger.get_by_role("button", name="Join").click()
    await expect(stranger.get_by_text("You are in")).to_be_visible()
    pages = {"the learner": stranger, "the teacher": teacher, "the projector": projector}
    await _look_at_all(pages, "in the lobby")
    of.room.step(Step.BEGIN)
    await expect(stranger.get_by_text("Read first.")).to_be_visible()
    await _look_at_all(pages, "reading")
    of.room.step(Step.OPEN)
    await expect(stranger.get_by_role("button", name="Answer")).to_be_visible()
    await _look_at_all(pages, "answering")
    of.room.step(Step.CLOSE)
    of.room.step(Step.SHOW)
    await expect(stranger.locator(".verdict")).to_be_visible()
    await _look_at_all(pages, "shown")
    await teacher.get_by_role("link", name="Ada").click()
    await look_at(teacher, "one learner")
    of.room.step(Step.END)
    await expect(stranger.locator(".result")).to_be_visible()
    await _look_at_all({"the learner": stranger, "the projector": projector}, "at the end")


async def _look_at_all(pages: dict[str, Page], when: str) -> None:
    for who, page in pages.items():
        await look_at(page, f"{who}, {when}")


async def test_every_kind_with_words_that_are_wider_than_the_page(serve: Serve) -> None:
    of = await serve(Step.BEGIN, quiz=poisoned(QUIZ, "W" * 120))
    page, projector, room = (await of.join()).page, await of.page("screen"), of.room
    for at, shown in enumerate(room.lesson.shown):
        room.step(Step.OPEN)
        await expect(page.locator("#answer")).to_be_visible()
        await look_at(page, f"{shown.kind}, open")
        question = room.lesson.question(at)
        given = room.lesson.written(at, known(wrong_answer(question, room.quiz)))
        room.save([room.check(room.seats[0], at, given, None)])
        room.step(Step.CLOSE)
        room.step(Step.SHOW)
        for one in (page, projector):
            await expect(one.get_by_text(question.explain)).to_be_visible()
            await look_at(one, f"{shown.kind}, explained")
        if Step.NEXT in room.state.steps:
            room.step(Step.NEXT)


async def test_a_page_at_the_learners_own_pace_and_on_paper(serve: Serve) -> None:
    of = await serve(Step.BEGIN, pace=Pace.OWN, explanations=Explanations.AT_ONCE)
    page, teacher = (await of.join()).page, await of.teacher()
    await look_at(page, "own pace")
    await look_at(teacher, "own pace, the teacher")
    await page.emulate_media(media="print", color_scheme="dark")
    await expect(page.get_by_role("button", name="Leave this device")).to_be_hidden()
    background = "getComputedStyle(document.body).backgroundColor"
    assert await page.evaluate(background) == "rgb(255, 255, 255)"
    assert (await page.pdf()).startswith(b"%PDF")
