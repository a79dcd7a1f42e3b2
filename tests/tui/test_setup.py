"""Before you start: all of it can be reached, in the smallest window too."""

from dataclasses import replace

import pytest

from quiz.engine.selection import QuestionFilter
from quiz.model.notice import BRIEF_DISCLAIMER, DISCLAIMER
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.start import Start
from quiz.tui.question_set import question_sets
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.left_sitting import ConfirmGiveUpScreen, LeftSittingScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.widgets.certainty_rows import CertaintyRows
from quiz.tui.widgets.lists import ChoiceList
from quiz.tui.widgets.question_view import QuestionView
from tests.tui.answering import RIGHT, keys
from tests.tui.learner import Learner, learning, open_attempt, plain, toasts


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_down_goes_through_every_list_and_keeps_its_row_in_view(
    service: Service, bees: Quiz, size: tuple[int, int]
) -> None:
    async with learning(service, Start(screen="play", quiz=bees), size) as learner:
        screen = await learner.at(SetupScreen)
        sheet = screen.query_one("PageScroll")
        assert "Talk to a health professional" in learner.text
        await learner.until(lambda: any(rows.has_focus for rows in screen.query(ChoiceList)))
        every = [
            (rows, index) for rows in screen.query(ChoiceList) for index in range(len(rows.texts))
        ]
        seen = []
        for _ in every:
            seen.append(under_cursor(screen))
            await learner.press("down")
            await learner.pilot.pause()
            rows, index = under_cursor(screen)
            region = rows.region_of(index).translate(rows.region.offset)
            assert region.y >= sheet.region.y
            assert region.bottom <= sheet.region.bottom
        assert seen == every


def under_cursor(screen: SetupScreen) -> tuple[ChoiceList, int]:
    """Return the row that the cursor is on: its list, and its place in it."""
    ((rows, index),) = (
        (rows, index)
        for rows in screen.query(ChoiceList)
        for index in range(len(rows.texts))
        if rows.has_focus and rows.highlighted == index
    )
    return rows, index


async def test_how_sure_is_in_view_in_the_smallest_window(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen", certainty=True)
    async with learning(service, start, (40, 15)) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.press("1", "enter")
        await learner.until(lambda: bool(screen.query(CertaintyRows)))
        await learner.settled()
        rows, view = screen.query_one(CertaintyRows), screen.query_one(QuestionView)
        assert rows.region.bottom <= view.region.bottom


async def test_home_stays_covered_during_a_walk(
    service: Service, bees: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    resumed: list[bool] = []
    async with learning(service, Start(screen="play", quiz=bees)) as learner:
        await learner.at(SetupScreen)
        monkeypatch.setattr(HomeScreen, "on_screen_resume", lambda _: resumed.append(True))
        await learner.press("enter")
        await learner.until(lambda: not isinstance(learner.app.screen, SetupScreen))
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert not resumed


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_without_the_passage_the_first_question_comes_at_once(
    service: Service, bees: Quiz, size: tuple[int, int]
) -> None:
    start = Start(screen="play", quiz=bees, skip_passage=True, seed=5)
    async with learning(service, start, size) as learner:
        await learner.at(QuestionScreen)
        tall = size[1] >= 20
        assert notice(learner).startswith(DISCLAIMER if tall else BRIEF_DISCLAIMER)
        assert "not medical" in learner.text
        assert learner.session.question.ask in learner.text
        assert ("a wrong pick takes back a right one" in notice(learner)) == tall
        first = learner.session.question.id
        await learner.press(*keys(learner.session.current, RIGHT[first]), "enter")
        await learner.until(lambda: learner.session.response is not None)
        await learner.settled()
        assert notice(learner) == ""


async def test_what_the_quiz_is_not_goes_with_the_first_question(
    service: Service, bees: Quiz
) -> None:
    start = Start(screen="play", quiz=bees, skip_passage=True, seed=5)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        await learner.press("s")
        await learner.settled()
        assert notice(learner) == ""
        await learner.leave_field()
        await learner.press("escape")
        await learner.at(HomeScreen)
        await learner.press("enter")
        await learner.at(SetupScreen)


async def test_an_attempt_that_was_left_is_offered_before_a_new_one(
    service: Service, bees: Quiz
) -> None:
    open_attempt(service, bees, "queen", "sting", answers=RIGHT)
    start = Start(screen="play", quiz=bees, skip_passage=True)
    async with learning(service, start) as learner:
        await learner.at(LeftSittingScreen)
        assert "You stopped at question" in learner.text
        await learner.press("down", "enter")
        await learner.at(ConfirmGiveUpScreen)
        await learner.press("enter")
        await learner.at(SetupScreen)
        await learner.press("enter")
        await learner.at(QuestionScreen)


async def test_a_new_attempt_that_was_asked_for_begins_at_once(
    service: Service, bees: Quiz
) -> None:
    open_attempt(service, bees, "queen", "sting", answers=RIGHT)
    start = Start(screen="play", quiz=bees, skip_passage=True, resume=False)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        assert learner.session.answered == 0


async def test_what_can_t_be_asked_is_said_before_anything_begins(
    service: Service, bees: Quiz
) -> None:
    wanted = QuestionFilter(ids=frozenset({"none"}))
    start = Start(screen="play", quiz=bees, skip_passage=True, wanted=wanted)
    async with learning(service, start) as learner:
        await learner.at(SetupScreen)
        assert any("fits what you asked for" in toast for toast in toasts(learner))


def test_a_large_quiz_offers_a_hundred_questions_at_the_most(bees: Quiz) -> None:
    every = QuestionFilter()
    many = tuple(replace(bees.questions[0], id=f"q{n}", group=None) for n in range(300))
    large = replace(bees, forms=None, questions=many)
    assert [some.label(large, every) for some in question_sets(large, 200)] == [
        "100 of 300 questions",
        "200 questions",
        "20 questions",
        "10 questions",
        "5 questions",
    ]


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        ({}, ["Full quiz (10 questions)", "5 questions"]),
        ({"topics": {"hive"}}, ["All of them (6 questions)", "5 questions"]),
        ({"topics": {"food"}}, ["All of them (4 questions)", "5 questions (there are 4)"]),
        ({"kinds": {"order"}}, ["All of them (1 question)", "5 questions (there are 1)"]),
        ({"topics": {"none"}}, ["All of them (0 questions)", "5 questions (there are 0)"]),
    ],
)
def test_questions_are_counted_for_what_is_chosen(
    bees: Quiz, wanted: dict[str, set[str]], labels: list[str]
) -> None:
    chosen = QuestionFilter(
        topics=frozenset(wanted.get("topics", ())), kinds=frozenset(wanted.get("kinds", ()))
    )
    assert [some.label(bees, chosen) for some in question_sets(bees, None)] == [
        *labels,
        "Pretest (2 questions)",
        "Posttest (2 questions)",
    ]


def notice(learner: Learner) -> str:
    """Return what stands above the question."""
    notices = learner.app.screen.query("QuestionView > .aside")
    return " ".join(" ".join(plain(notice) for notice in notices if notice.display).split())
