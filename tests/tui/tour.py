"""A tour of every screen, with a stop at each."""

from collections.abc import Awaitable, Callable, Collection, Mapping

from quiz.engine.certainty import Certainty
from quiz.engine.session import Response, Session
from quiz.model.answer import Answer
from quiz.tui.screens.check_report import CheckReportScreen
from quiz.tui.screens.help_lines import HelpLinesScreen
from quiz.tui.screens.history import HistoryScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.keys import KeysScreen
from quiz.tui.screens.overview import OverviewScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.question_history import QuestionHistoryScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.review_result import ReviewResultScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.widgets.lists import ChoiceList
from tests.tui.answering import RIGHT
from tests.tui.clock import Clock
from tests.tui.learner import Learner

Look = Callable[[str], Awaitable[None]]


async def tour(
    learner: Learner,
    look: Look,
    answers: Mapping[str, Answer],
    clock: Clock,
    kinds: Collection[str] = RIGHT,
) -> None:
    """Go through all screens; the shelf holds a quiz, then one that can't be read.

    Of the questions only those of the kinds given are looked at.
    """
    await _round_home(learner, look)
    await _to_the_questions(learner, look)
    await _questions(learner, look, answers, kinds)
    await learner.press("enter")
    await learner.at(ResultScreen)
    await look("result")
    await learner.press("escape")
    await learner.at(HomeScreen)
    await _history(learner, look)
    await _review(learner, look, answers, clock)


async def _round_home(learner: Learner, look: Look) -> None:
    await learner.at(HomeScreen)
    await look("home")
    await learner.press("question_mark")
    await learner.at(KeysScreen)
    await look("keys")
    await learner.press("escape", "h")
    await learner.at(HelpLinesScreen)
    await look("help lines")
    await learner.press("escape")
    await learner.at(HomeScreen)
    await learner.press("c")
    await learner.at(CheckReportScreen)
    await look("report")
    await learner.press("escape")
    await learner.at(HomeScreen)
    await learner.press("down", "enter")
    await learner.at(CheckReportScreen)
    await look("faults")
    await learner.press("escape")
    await learner.at(HomeScreen)
    await learner.press("up")


async def _history(learner: Learner, look: Look) -> None:
    await learner.press("y")
    await learner.at(HistoryScreen)
    await look("history")
    await learner.press("enter")
    await learner.at(QuestionHistoryScreen)
    await look("past")
    await learner.press("escape", "escape")
    await learner.at(HomeScreen)


async def _to_the_questions(learner: Learner, look: Look) -> None:
    await learner.press("enter")
    await learner.at(SetupScreen)
    await look("before")
    learner.app.screen.query_one("#certainty", ChoiceList).action_pick(0)
    await learner.press("enter")
    await learner.at(ReadingScreen)
    await look("reading")
    await learner.press("enter")


async def _questions(
    learner: Learner, look: Look, answers: Mapping[str, Answer], kinds: Collection[str]
) -> None:
    screen = await learner.at(QuestionScreen)
    ids = [asked.question.id for asked in learner.session.asked]
    for id_ in kinds:
        await learner.go_to(id_)
        if learner.session.question.hint:
            screen.action_hint()
            await learner.settled()
        await look(f"{id_} open")
        if id_ == "queen":
            screen.draft = answers[id_]
            await learner.settled()
            await look(f"{id_} sure?")
        screen.save(*answered(learner.session, answers[id_]))
        await learner.settled()
        await look(f"{id_} explained")
    for index in learner.session.open:
        screen.save(*answered(learner.session.go(index), answers[ids[index]]))
    await learner.settled()
    if not screen.reading:  # a wide screen opens it by itself
        await learner.press("p")
    await look("passage")
    await learner.press("p", "o")
    await learner.at(OverviewScreen)
    await look("overview")
    await learner.press("escape")
    await learner.at(QuestionScreen)


async def _review(
    learner: Learner, look: Look, answers: Mapping[str, Answer], clock: Clock
) -> None:
    clock.move(days=40)
    learner.app.review()
    screen = await learner.at(QuestionScreen)
    await look("review")
    screen.save(*answered(learner.session, answers[learner.session.question.id]))
    await learner.settled()
    await learner.press("enter")
    await learner.until(
        lambda: screen is not learner.app.screen or learner.session.response is None
    )
    if isinstance(learner.app.screen, QuestionScreen):
        await learner.settled()
        await learner.leave_field()
        await learner.press("escape")
    await learner.at(ReviewResultScreen)
    await look("reviewed")
    await learner.press("escape")
    await learner.at(HomeScreen)


def answered(session: Session, answer: Answer) -> tuple[Session, Response | None]:
    """Return the attempt with the question on the screen answered, its spelling checked."""
    once, response = session.answer(answer, Certainty.HIGH)
    return (once, response) if response else once.answer(answer, Certainty.HIGH)
