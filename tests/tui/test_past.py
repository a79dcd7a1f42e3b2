"""What comes back: missed ones again, reviews, the history, before and after."""

from collections.abc import Mapping
from datetime import date

from quiz.engine.dates import days_from, local
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.engine.wording import ROUGH_GAIN
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.start import Start
from quiz.store.purpose import Purpose
from quiz.tui.screens.history import HistoryScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.question_history import QuestionHistoryScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.review_result import ReviewResultScreen
from quiz.tui.screens.setup import SetupScreen
from tests.begun import begun
from tests.tui.answering import RIGHT, WRONG, keys
from tests.tui.clock import Clock
from tests.tui.learner import Learner, learning, lines, open_attempt, toasts


def take(service: Service, quiz: Quiz, wrong: frozenset[str] = frozenset(), **how: object) -> None:
    """Take a quiz to its end without a screen."""
    attempt = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE, seed=3, **how)
    for index, asked in enumerate(attempt.session.asked):
        id_ = asked.question.id
        answer = (WRONG if id_ in wrong else RIGHT)[id_]
        attempt = service.attempts.save(attempt, *attempt.session.go(index).answer(answer))
    service.attempts.save(attempt, attempt.session.finish())


def local_day(clock: Clock) -> date:
    """Return the day of the clock where the learner is."""
    return clock().astimezone().date()


async def answer(learner: Learner, answers: Mapping[str, Answer]) -> None:
    """Answer the question on the screen."""
    asked = learner.session.asked[learner.session.position]
    await learner.press(*keys(asked, answers[asked.question.id]), "enter")
    await learner.until(lambda: learner.session.response is not None)
    await learner.settled()


async def test_the_missed_ones_again_are_practice(
    service: Service, bees: Quiz, clock: Clock
) -> None:
    answers = {"sting": WRONG["sting"], "queen": RIGHT["queen"]}
    start = open_attempt(service, bees, "queen", "weeks", "sting", answers=answers)
    async with learning(service, start, (80, 40)) as learner:
        await learner.at(QuestionScreen)
        await answer(learner, WRONG)
        await learner.press("enter")
        await learner.at(ResultScreen)
        assert "1 of 3 points" in learner.text
        back = service.reviews.comes_back(learner.result_screen().attempt)
        assert len(back) == 3
        assert days_from(local_day(clock), back.values()) in learner.text
        assert "a Missed ones again" in learner.bar
        await learner.press("a")
        await learner.at(QuestionScreen)
        assert learner.attempt.purpose is Purpose.RETRY
        assert learner.session.mode is Mode.PRACTICE
        assert {one.question.id for one in learner.session.asked} == {"weeks", "sting"}
        for _ in range(2):
            await learner.settled()
            await answer(learner, RIGHT)
            await learner.press("enter")
            await learner.pilot.pause()
        await learner.at(ResultScreen)
        assert "Practice, not scored" in learner.text
        assert "Missed ones again" not in learner.bar
        assert "tomorrow" not in learner.text
        await learner.press("a")
        assert isinstance(learner.app.screen, ResultScreen)
        await learner.press("escape")
        await learner.at(HomeScreen)
        await learner.until(lambda: "last score 33%" in learner.text)
    (past,) = service.history.attempts(bees)
    assert past.result
    assert past.result.total.points == 1


async def test_a_review_of_what_is_due(service: Service, bees: Quiz, clock: Clock) -> None:
    start = open_attempt(service, bees, "queen", "weeks", answers=RIGHT | {"weeks": WRONG["weeks"]})
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        await learner.press("enter")
        await learner.at(ResultScreen)
        await learner.press("escape")
        await learner.at(HomeScreen)
        assert "r Review" not in learner.bar
        await learner.press("r")
        assert isinstance(learner.app.screen, HomeScreen)
        clock.move(days=30)
        await learner.press("y")
        await learner.at(HistoryScreen)
        await learner.press("escape")
        await learner.until(lambda: "2 questions are due today" in learner.text)
        assert "2 due today" in learner.text
        await learner.press("r")
        await learner.at(QuestionScreen)
        assert "1 of 2" in learner.text
        assert learner.attempt.purpose is Purpose.REVIEW
        first = learner.session.question.id
        await answer(learner, RIGHT)
        assert "enter Next" in learner.bar
        await learner.press("enter")
        await learner.until(lambda: learner.session.question.id != first)
        await learner.settled()
        assert "2 of 2" in learner.text
        await answer(learner, WRONG)
        await learner.press("enter")
        await learner.at(ReviewResultScreen)
        assert "1 of 2 right. The others come back sooner." in learner.text
        marks = {line.strip()[:1] for line in lines(learner.app.screen) if line.strip()[:1] in "✓✗"}
        assert {"✓", "✗"} <= marks
        assert learner.text.count("comes back") == 2
        await learner.press("enter")
        await learner.at(HomeScreen)
        await learner.until(lambda: "Nothing is due today; the next" in learner.text)


async def test_a_review_left_early_keeps_what_was_answered(
    service: Service, bees: Quiz, clock: Clock
) -> None:
    take(service, bees)
    clock.move(days=40)
    due = sum(len(one.questions) for one in service.reviews.due())
    async with learning(service, Start(screen="review", seed=1)) as learner:
        await learner.at(QuestionScreen)
        await answer(learner, RIGHT)
        await learner.press("enter")
        await learner.until(lambda: learner.session.response is None)
        await learner.settled()
        await learner.leave_field()
        await learner.press("escape")
        await learner.at(ReviewResultScreen)
        assert "1 of 1 right." in learner.text
        await learner.press("escape")
        await learner.at(HomeScreen)
    assert sum(len(one.questions) for one in service.reviews.due()) == due - 1


async def test_nothing_due_is_said(service: Service) -> None:
    async with learning(service, Start(screen="review")) as learner:
        await learner.at(HomeScreen)
        await learner.until(lambda: toasts(learner) == ["Nothing is due today."])


async def test_the_history_and_the_past_of_a_question(
    service: Service, bees: Quiz, clock: Clock
) -> None:
    take(service, bees, frozenset({"queen", "weeks", "honey"}))
    first = clock()
    clock.move(days=1)
    take(service, bees, frozenset({"weeks"}))
    left = begun(service, bees, QuestionFilter(), mode=Mode.TEST, seed=3)
    service.attempts.save(left, *left.session.answer(RIGHT[left.session.question.id]))
    async with learning(service, size=(100, 40)) as learner:
        await learner.at(HomeScreen)
        await learner.press("y")
        await learner.at(HistoryScreen)
        shown = [" ".join(line.split()) for line in lines(learner.app.screen)]
        at = shown.index("Sittings")
        assert shown[at + 1] == f"1 of 10 answered, left (test) {local(clock())}"
        assert shown[at + 2] == f"▰▰▰▰▰▰▰▰▰▱ 89% 8 of 9 points (practice) {local(clock())}"
        assert shown[at + 3] == f"▰▰▰▰▰▰▰▱▱▱ 67% 6 of 9 points (practice) {local(first)}"
        known, of = service.reviews.known(bees)
        assert f"{known} of {of} questions firmly known" in learner.text
        assert "This speaks of this article alone." in learner.text
        stem = shown.index("› Who lays the eggs?")
        assert shown[stem + 1].startswith("✗✓")
        await learner.press("enter")
        await learner.at(QuestionHistoryScreen)
        assert "Who lays the eggs?" in learner.text
        newest, oldest = f"✓ Right {local(clock())}", f"✗ Not quite {local(first)}"
        assert 0 < learner.text.find(newest) < learner.text.find(oldest)
        await learner.press("escape")
        await learner.at(HistoryScreen)
        await learner.press("escape")
        await learner.at(HomeScreen)


async def test_an_empty_history(service: Service) -> None:
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        await learner.press("y")
        await learner.at(HistoryScreen)
        assert "0 of 9 questions firmly known" in learner.text
        assert "None yet." in learner.text
        assert "not answered yet" in learner.text
        await learner.press("enter")
        await learner.at(QuestionHistoryScreen)
        assert "Not answered yet." in learner.text


async def test_before_and_after_teaching(service: Service, bees: Quiz, clock: Clock) -> None:
    take(service, bees, frozenset({"queen"}), form="pre")
    clock.move(days=1)
    async with learning(service, Start(screen="play", quiz=bees, seed=5), size=(80, 40)) as learner:
        await learner.at(SetupScreen)
        await learner.click("Posttest (2 questions)")
        await learner.press("enter")
        await learner.at(ReadingScreen)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert {one.question.id for one in learner.session.asked} == {"weeks", "dance"}
        for _ in range(2):
            await learner.settled()
            await answer(learner, RIGHT)
            await learner.press("enter")
            await learner.pilot.pause()
        await learner.at(ResultScreen)
        shown = [" ".join(line.split()) for line in lines(learner.app.screen)]
        at = shown.index("Before and after")
        assert shown[at + 1 : at + 5] == [
            "before after gain",
            "50% 100% +50 All topics",
            "0% 100% +100 Life in the hive",
            "100% 100% +0 Food",
        ]
        assert ROUGH_GAIN in learner.text


async def test_the_form_of_the_command_line_is_set(service: Service, bees: Quiz) -> None:
    start = Start(screen="play", quiz=bees, form="pre", seed=5)
    async with learning(service, start, size=(80, 40)) as learner:
        await learner.at(SetupScreen)
        await learner.press("enter")
        await learner.at(ReadingScreen)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert {one.question.id for one in learner.session.asked} == {"queen", "drink"}
        assert learner.attempt.form == "pre"


async def test_the_result_lists_topics_skills_and_what_to_know(
    service: Service, bees: Quiz
) -> None:
    answers = RIGHT | {"weeks": WRONG["weeks"]}
    async with learning(service, open_attempt(service, bees, answers=answers), (80, 60)) as learner:
        await learner.at(QuestionScreen)
        await learner.press("enter")
        await learner.at(ResultScreen)
        for words in (
            "By topic ▰▰▰▰▰▰▰▰▱▱ 4 of 5 Life in the hive ▰▰▰▰▰▰▰▰▰▰ 4 of 4 Food",
            "By skill ▰▰▰▰▰▰▰▰▱▱ 4 of 5 Find it",
            "A right answer earns all of a question's points, a wrong one none.",
            "By difficulty ▰▰▰▰▰▰▰▰▰▰ 3 of 3 Easy",
            "What to know beyond the passage Some groups stay small all year.",
            "Checked in November 2026. Source:",
            "It is not medical advice",
            "This is a score of this article alone.",
        ):
            assert words in learner.text
        for asked in learner.session_asked():
            mark = "✗" if asked.question.id == "weeks" else "✓"
            (line,) = (line for line in lines(learner.app.screen) if asked.question.ask in line)
            assert mark in line
