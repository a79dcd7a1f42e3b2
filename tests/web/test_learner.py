"""The page of a learner, from the first question to the result, without a script."""

from re import findall

import pytest
from httpx import AsyncClient

from quiz.engine.kinds import KINDS
from quiz.engine.live_class import Step
from quiz.model.answer import ChoiceAnswer, TypedAnswer
from quiz.model.class_settings import Explanations, Pace
from quiz.store.classes import ClassStore
from quiz.store.errors import StorageError
from tests.engine.test_lesson import known
from tests.service.live import OPENED, right
from tests.support.answers import wrong_answer
from tests.web.browser import PIECE, Class, answer, as_form, shown
from tests.web.conftest import OpenClass

TO_THE_NEXT = (Step.CLOSE, Step.SHOW, Step.NEXT, Step.OPEN)


async def page(browser: AsyncClient) -> str:
    """Return the words of the page."""
    response = await browser.get("/")
    assert response.status_code == 200
    return shown(response)


def position_of(of: Class, kind: str) -> int:
    """Return where a question of a kind is."""
    return next(n for n, one in enumerate(of.room.lesson.shown) if one.kind == kind)


def to_kind(of: Class, kind: str) -> int:
    """Open the question of a kind, and return where it is."""
    for _ in range(position_of(of, kind)):
        of.step(*TO_THE_NEXT)
    return position_of(of, kind)


async def test_a_question_is_read_answered_closed_and_explained(open_class: OpenClass) -> None:
    of = open_class(Step.BEGIN)
    browser, room = await of.learner(), of.room
    assert "Read first." in await page(browser)
    of.step(Step.OPEN)
    assert "Answer" in await page(browser)
    saved = await answer(browser, right(room))
    assert (saved.status_code, saved.headers["location"]) == (303, "/q/1")
    assert "Saved. You can change it until the question is closed." in await page(browser)
    of.step(Step.CLOSE)
    assert "This question is closed." in await page(browser)
    of.step(Step.SHOW)
    assert room.lesson.question(0).explain in await page(browser)


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_is_answered_and_explained(open_class: OpenClass, kind: str) -> None:
    of = open_class(*OPENED)
    browser, room = await of.learner(), of.room
    at = to_kind(of, kind)
    question = room.lesson.question(at)
    wrong = room.lesson.written(at, known(wrong_answer(question, room.quiz)))
    for given in (wrong, right(room, at)) if kind not in {"match", "choices", "teach-back"} else ():
        await answer(browser, given, at)
        assert "Saved." in await page(browser)
    await answer(browser, right(room, at), at)
    assert room.session_of(room.seats[0]).responses[at]
    of.step(Step.CLOSE, Step.SHOW)
    told = await page(browser)
    assert question.explain in told
    assert ("Done" if kind == "teach-back" else "Right") in told
    for span in room.quiz.evidence(question):
        assert room.quiz.passage.text[span.start : span.end] in told


async def test_an_order_is_put_right_step_by_step(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser, at = await of.learner(), to_kind(of, "order")
    wanted = list(as_form(right(of.room, at))["item"])
    items = [*map(str, range(len(wanted)))]
    while items != wanted:
        place = next(n for n, item in enumerate(wanted) if items[n] != item)
        move = items.index(wanted[place])
        fields = {"position": str(at), "round": "1", "item": items, "move": f"{move} up"}
        moved = await browser.post("/answer", data=fields)
        items[move - 1], items[move] = items[move], items[move - 1]
        assert [part[0] for part in moved.text.split('name="item" value="')[1:]] == items
    assert not of.room.session_of(of.room.seats[0]).responses[at]
    fields = {"position": str(at), "round": "1", "item": items}
    await browser.post("/answer", data=fields)
    of.step(Step.CLOSE, Step.SHOW)
    assert "Right" in await page(browser)


async def test_how_sure_one_is_stays_while_an_order_is_changed(open_class: OpenClass) -> None:
    of = open_class(*OPENED, certainty=True)
    browser, at = await of.learner(), to_kind(of, "order")
    items = [*map(str, range(len(of.room.lesson.shown[at].parts)))]
    fields = {"position": str(at), "round": "1", "item": items, "move": "1 up", "certainty": "3"}
    assert 'value="3" required checked' in (await browser.post("/answer", data=fields)).text


async def test_half_an_answer_stays_in_the_form(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser, at = await of.learner(), to_kind(of, "choices")
    told = await answer(browser, ChoiceAnswer(frozenset({1})), at)
    assert "Pick 2." in shown(told)
    assert told.text.count(" checked") == 1
    assert not of.room.session_of(of.room.seats[0]).responses[at]


async def test_a_typed_answer_gets_a_second_go(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser, at = await of.learner(), to_kind(of, "number")
    await answer(browser, TypedAnswer(("many",)), at)
    assert "Type a number, such as 12." in await page(browser)


async def test_an_answer_to_a_question_that_is_closed_is_refused(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser = await of.learner()
    given = right(of.room)
    of.step(Step.CLOSE)
    assert "This question is closed." in shown(await answer(browser, given))
    of.step(Step.SHOW, Step.NEXT, Step.OPEN)
    assert "The class has gone on." in shown(await answer(browser, given))
    assert of.room.session_of(of.room.seats[0]).answered == 0


async def test_an_answer_that_comes_too_late_stays_in_the_form(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser, at = await of.learner(), to_kind(of, "short")
    of.step(Step.CLOSE)
    told = await answer(browser, TypedAnswer(("what I typed",)), at)
    assert "This question is closed." in shown(told)
    assert 'value="what I typed"' in told.text
    assert 'value="what I typed"' not in (await browser.get("/")).text


async def test_a_certainty_is_asked_for(open_class: OpenClass) -> None:
    of = open_class(*OPENED, certainty=True)
    browser = await of.learner()
    assert "How sure are you?" in await page(browser)
    assert (await answer(browser, right(of.room))).status_code == 400
    for value in ("0", "4"):
        assert (await answer(browser, right(of.room), certainty=value)).status_code == 400
    await answer(browser, right(of.room), certainty="3")
    response = of.room.session_of(of.room.seats[0]).responses[0]
    assert response is not None
    assert response.certainty == 3


async def test_what_is_not_on_disk_is_not_confirmed(
    open_class: OpenClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = open_class(*OPENED)
    browser = await of.learner()

    def full(*_given: object) -> None:
        raise StorageError("/home/teacher can't be written in")

    with monkeypatch.context() as patch:
        patch.setattr(ClassStore, "save_votes", full)
        told = shown(await answer(browser, right(of.room)))
        assert "Not saved yet" in told
        assert "/home" not in told
        assert "Saved." not in told
    await answer(browser, right(of.room))
    assert "Saved." in await page(browser)


async def test_at_their_own_pace_learners_go_where_they_like(open_class: OpenClass) -> None:
    of = open_class(Step.BEGIN, pace=Pace.OWN, explanations=Explanations.AT_ONCE)
    browser, last = await of.learner(), of.room.state.of
    third = await browser.get("/q/3")
    assert f"Question 3 of {last}" in shown(third)
    await answer(browser, right(of.room, 2), 2)
    told = shown(await browser.get("/q/3"))
    assert of.room.lesson.question(2).explain in told
    assert "3 ✓ answered" in told
    assert f"Question {last} of {last}" in shown(await browser.get("/q/999"))


async def test_at_the_end_there_is_a_result_and_all_is_explained(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser = await of.learner()
    await answer(browser, right(of.room))
    of.step(Step.CLOSE, Step.SHOW, Step.END)
    told = await page(browser)
    assert "The class is over." in told
    assert "100%" in told


async def test_once_the_class_is_over_all_is_explained_on_one_page(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser = await of.learner()
    await answer(browser, right(of.room))
    of.step(*TO_THE_NEXT, Step.CLOSE, Step.SHOW)
    assert (await browser.get("/all")).headers["location"] == "/"
    of.step(Step.END)
    assert 'href="/all"' in (await browser.get("/")).text
    told = shown(await browser.get("/all"))
    for at in (0, 1):
        assert of.room.lesson.question(at).explain in told
    assert of.room.lesson.question(2).ask not in told
    assert "✓ Right" in told
    assert "Not answered" in told


async def test_a_page_that_need_not_change_stays(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser = await of.learner()
    piece = await browser.get("/page", headers=PIECE)
    at = findall(r'name="at" value="([^"]*)"', piece.text)
    of.room.rename(of.room.seats[0].id, "Somebody")
    of.room.hide(of.room.seats[0].id)
    again = await browser.get("/page", params={"at": at}, headers=PIECE)
    assert again.status_code == 200
    at = findall(r'name="at" value="([^"]*)"', again.text)
    of.room.give_time(30, of.room.seats[0].id)
    assert (await browser.get("/page", params={"at": at}, headers=PIECE)).status_code == 204


async def test_an_own_text_keeps_its_lines(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    browser, at = await of.learner(), to_kind(of, "teach-back")
    fields = {"position": str(at), "round": "1", "text": "One <b>.\r\nTwo."}
    await browser.post("/answer", data=fields)
    assert "One &lt;b&gt;.\nTwo." in (await browser.get("/")).text
