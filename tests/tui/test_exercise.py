"""An exercise from a teacher: who takes it, what is said first, the questions, handing in."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from quiz.analysis.class_report import report
from quiz.analysis.returning import returned
from quiz.engine.dates import moment_in_words
from quiz.engine.session import Mode
from quiz.model.answer import Answer, TeachBackAnswer, to_data
from quiz.model.assignment import AssignmentSettings
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.service.exercises import Undelivered
from quiz.service.returning import as_file
from quiz.start import Start
from quiz.store import queries
from quiz.tui.screens.confirm_submit import ConfirmSubmitScreen
from quiz.tui.screens.exercise_intro import ExerciseIntroScreen
from quiz.tui.screens.learner_name import LearnerNameScreen
from quiz.tui.screens.overview import OverviewScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.submitted import SubmittedScreen
from quiz.tui.widgets.title_bar import TitleBar
from tests.analysis.build import took
from tests.tui.answering import RIGHT, WRONG, keys
from tests.tui.exercises import MARKS, QUIZ, as_redacted, exercise, start
from tests.tui.learner import Learner, learning, open_attempt, toasts

SECRETS = ("correct", "Right", "Not quite", "✓", "✗", "fits", "points")


def results(folder: Path) -> list[dict[str, Any]]:
    """Return what was handed in, by the names of the files."""
    files = sorted(path for path in folder.glob("*.json") if path.name != "exercise.json")
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


async def begin(learner: Learner) -> None:
    """Go from what is said first to the first question."""
    await learner.at(ExerciseIntroScreen)
    await learner.press("enter")
    await learner.at(ReadingScreen)
    await learner.press("enter")
    await learner.at(QuestionScreen)


async def give(learner: Learner, answers: dict[str, Answer]) -> Answer:
    """Answer the question on the screen, and return the answer."""
    asked = learner.session.current
    answer = (
        answers[asked.with_answers.id]
        if asked.with_answers
        else as_redacted(asked.public.id, answers)
    )
    pressed = keys(asked, answer)
    if isinstance(answer, TeachBackAnswer) and not asked.with_answers:
        assert "enter" not in learner.bar
        await learner.press(*pressed[: pressed.index("tab")], "enter", "tab")
        answer = TeachBackAnswer(f"{answer.text}\n")
    else:
        await learner.press(*pressed, "enter")
    await learner.until_answered()
    await learner.settled()
    return answer


async def submitted(learner: Learner) -> None:
    """Let the application come to what was handed in, over the question whether to."""
    await learner.until(
        lambda: isinstance(learner.app.screen, ConfirmSubmitScreen | SubmittedScreen)
    )
    if isinstance(learner.app.screen, ConfirmSubmitScreen):
        await learner.press("enter")
    await learner.at(SubmittedScreen)


async def test_every_kind_without_the_key(service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class")
    replies: dict[str, Answer] = {}
    async with learning(service, start(given)) as learner:
        await begin(learner)
        for number, asked in enumerate(learner.session.asked, 1):
            assert learner.session.current == asked
            assert "In your own words" in learner.text or asked.public.ask in learner.text
            replies[asked.public.id] = await give(learner, WRONG)
            assert "• Answered" in learner.text
            assert f"{number} answered" in learner.app.screen.query_one(TitleBar).render().plain
            tells_nothing(learner)
            await learner.press("enter")
            await learner.pilot.pause()
        await submitted(learner)
        assert "✓ Handed in" in learner.text
        assert "10 of 10 questions answered." in learner.text
        assert "your teacher grades the answers" in learner.text
        assert "not medical advice" in learner.all_text
        await learner.press("enter")
        await learner.until(lambda: not learner.app.is_running)
    (file,) = results(tmp_path / "class")
    assert file["learner"] == "Ada"
    assert {mark: reply["answer"] for mark, reply in file["replies"].items()} == {
        mark: to_data(answer) for mark, answer in replies.items()
    }


def tells_nothing(learner: Learner) -> None:
    """Assert that the screen says nothing of what is right."""
    shown = learner.all_text.replace("saved ✓", "")
    for question in MARKS.values():
        assert question.explain not in shown
    for secret in SECRETS:
        assert secret not in shown


@pytest.mark.parametrize("mode", Mode)
async def test_some_kinds_with_the_key(
    service: Service, bees: Quiz, tmp_path: Path, mode: Mode
) -> None:
    open_attempt(service, bees, answers=WRONG)
    assert service.history.answers()
    terms = AssignmentSettings(mode=mode.value, seed=5)
    few = ("queen", "parts", "swarm")
    given = exercise(service, tmp_path / "class", *few, with_key=True, terms=terms)
    async with learning(service, start(given)) as learner:
        await begin(learner)
        for asked in learner.session.asked:
            await give(learner, RIGHT)
            assert asked.with_answers
            assert (asked.with_answers.explain in learner.all_text) is (mode is Mode.PRACTICE)
            await learner.press("enter")
            await learner.pilot.pause()
        await submitted(learner)
        assert "enter Your result" in learner.bar
        await learner.press("enter")
        await learner.at(ResultScreen)
        assert "2 of 2 questions fully right" in learner.text
        assert "come back" not in learner.all_text
        assert "esc Back" in learner.bar
        assert "again" not in learner.bar
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert "Right" in learner.text
        assert "enter Result" in learner.bar
        await learner.press("enter")
        await learner.at(ResultScreen)
        await learner.press("escape")
        await submitted(learner)
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)
    assert len(results(tmp_path / "class")) == 1


async def test_nothing_of_it_touches_the_learners_own_history(
    service: Service, bees: Quiz, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", "queen", "weeks", with_key=True)
    async with learning(service, start(given)) as learner:
        await begin(learner)
        for _ in learner.session.asked:
            await give(learner, WRONG)
            await learner.press("enter")
        await submitted(learner)
    assert not service.reviews.due()
    assert not service.history.attempts(bees)
    assert not service.history.answers()
    assert service.attempts.unfinished(bees) is None
    assert all(shelved.summary.last_share is None for shelved in service.shelf())


async def test_who_takes_it_is_asked(service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class", "queen")
    async with learning(service, start(given, None)) as learner:
        await learner.at(LearnerNameScreen)
        assert "How honey bees live" in learner.text
        await learner.press("enter")
        assert "Type your name" in toasts(learner)[0]
        await learner.type("  Ada   L. ")
        await learner.press("enter")
        await learner.at(ExerciseIntroScreen)
        assert "For Ada L." in learner.text
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)
    assert results(tmp_path / "class") == []


async def test_leaving_the_name_ends_the_program(service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class", "queen")
    async with learning(service, start(given, None)) as learner:
        await learner.at(LearnerNameScreen)
        await learner.press("escape", "escape")
        await learner.until(lambda: not learner.app.is_running)
        assert learner.app.exit_message is None


async def test_what_is_said_first(service: Service, tmp_path: Path) -> None:
    until = datetime(2100, 5, 3, 14, 5, tzinfo=UTC)
    terms = AssignmentSettings(
        instructions="Read it twice.\nThen begin.", until=until, certainty=True, count=3
    )
    given = exercise(service, tmp_path / "class", terms=terms)
    async with learning(service, start(given), size=(120, 40)) as learner:
        await learner.at(ExerciseIntroScreen)
        when = until.astimezone()
        for words in (
            "How honey bees live",
            "For Ada",
            "Your teacher says Read it twice. Then begin.",
            "3 questions. Answers are not explained here: your teacher has the key.",
            f"Hand in by {moment_in_words(when)}.",
            "how sure you are: 1 low, 2 medium, 3 high",
            "not medical advice",
            "enter Begin",
        ):
            assert words in learner.text
        await learner.press("h")
        await learner.until(lambda: "needs help" in learner.text)


async def test_a_late_start_is_told_and_not_refused(service: Service, tmp_path: Path) -> None:
    given = exercise(
        service,
        tmp_path / "class",
        "queen",
        terms=AssignmentSettings(until=datetime(2020, 1, 2, tzinfo=UTC)),
    )
    async with learning(service, start(given)) as learner:
        await learner.at(ExerciseIntroScreen)
        assert "! It was to be handed in by" in learner.text
        assert "You can still take it and hand it in" in learner.all_text
        await begin(learner)
        await give(learner, RIGHT)
        await learner.press("enter")
        await submitted(learner)
    assert len(results(tmp_path / "class")) == 1


async def test_certainty_is_asked_where_the_terms_say_so(service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class", "queen", terms=AssignmentSettings(certainty=True))
    async with learning(service, start(given)) as learner:
        await begin(learner)
        await learner.press("1", "enter")
        await learner.until(lambda: "How sure are you?" in learner.text)
        await learner.press("3", "enter")
        await learner.until_answered()
        await learner.settled()
        await learner.press("enter")
        await submitted(learner)
    (file,) = results(tmp_path / "class")
    assert [reply["certainty"] for reply in file["replies"].values()] == [3]


async def test_skipping_flags_overview_and_handing_in_with_some_empty(
    service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", "queen", "weeks", "sting", "drink")
    async with learning(service, start(given)) as learner:
        await begin(learner)
        assert "e Hand in" in learner.bar
        await learner.press("f", "right")
        await learner.settled()
        answer = await give(learner, RIGHT)
        await learner.press("o")
        await learner.at(OverviewScreen)
        assert "1 of 4 answered, 1 flagged ⚑" in learner.text
        assert "• 2" in learner.text
        assert "⚑" in learner.text
        tells_nothing(learner)
        await learner.press("escape")
        await learner.at(QuestionScreen)
        await learner.press("e")
        await learner.at(ConfirmSubmitScreen)
        assert "3 questions have no answer: 1, 3 and 4." in learner.text
        await learner.press("escape")
        await learner.at(QuestionScreen)
        assert not results(tmp_path / "class")
        await learner.press("e")
        await learner.at(ConfirmSubmitScreen)
        await learner.press("enter")
        await submitted(learner)
        assert "1 of 4 questions answered. 3 questions have no answer" in learner.text
    (file,) = results(tmp_path / "class")
    assert [reply["answer"] for reply in file["replies"].values()] == [to_data(answer)]
    assert len(file["asked"]) == 4


async def test_it_goes_on_where_it_was_left(service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class", "queen", "weeks", "sting")
    async with learning(service, start(given)) as learner:
        await begin(learner)
        await give(learner, RIGHT)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        asked = learner.session.asked
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)
        assert "Kept, and not handed in yet. You stopped at question 2" in str(
            learner.app.exit_message
        )
    async with learning(service, start(given, "ADA")) as learner:
        await learner.at(ExerciseIntroScreen)
        assert "You stopped at question 2 of 3; 1 answered. Enter goes on there." in learner.text
        assert "enter Go on" in learner.bar
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert learner.session.asked == asked
        assert learner.session.position == 1
        await give(learner, RIGHT)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        await give(learner, RIGHT)
        assert "enter Hand in" in learner.bar
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)
    assert not results(tmp_path / "class")
    async with learning(service, start(given)) as learner:
        await learner.at(ExerciseIntroScreen)
        assert "3 answered" in learner.text
        await learner.press("enter")
        await learner.at(QuestionScreen)
        await learner.press("enter")
        await submitted(learner)
    (file,) = results(tmp_path / "class")
    assert len(file["replies"]) == 3


async def test_a_second_learner_sees_nothing_of_the_first(service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class", "queen", "weeks", terms=AssignmentSettings())
    async with learning(service, start(given, "Ada")) as learner:
        await begin(learner)
        await give(learner, RIGHT)
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)
    async with learning(service, start(given, "Grace")) as learner:
        await learner.at(ExerciseIntroScreen)
        assert "stopped" not in learner.text
        assert "Ada" not in learner.all_text
        await begin(learner)
        assert learner.session.answered == 0
        for _ in learner.session.asked:
            await give(learner, WRONG)
            await learner.press("enter")
        await submitted(learner)
    async with learning(service, start(given, "Ada")) as learner:
        await learner.at(ExerciseIntroScreen)
        assert "1 answered" in learner.text
    async with learning(service, start(given, "Alan")) as learner:
        await learner.at(ExerciseIntroScreen)
        assert "handed this in" not in learner.text
        assert "enter Begin" in learner.bar
    (file,) = results(tmp_path / "class")
    assert file["learner"] == "Grace"


async def test_taking_it_again_leaves_the_first_as_it_was(service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class", "queen")
    for answers in (RIGHT, WRONG):
        async with learning(service, start(given)) as learner:
            await learner.at(ExerciseIntroScreen)
            again = answers is WRONG
            assert ("You handed this in on" in learner.text) is again
            assert ("the first one counts." in learner.all_text) is again
            assert ("enter Take it again" if again else "enter Begin") in learner.bar
            await begin(learner)
            assert learner.session.answered == 0
            await give(learner, answers)
            await learner.press("enter")
            await submitted(learner)
    assert len(results(tmp_path / "class")) == 2


async def test_what_cant_be_handed_in_is_kept_and_tried_again(
    service: Service, tmp_path: Path
) -> None:
    target = tmp_path / "class" / "inbox"
    given = exercise(service, tmp_path / "class", "queen", terms=AssignmentSettings(folder="inbox"))
    async with learning(service, start(given)) as learner:
        await begin(learner)
        await give(learner, RIGHT)
        await learner.press("enter")
        await submitted(learner)
        assert "! Not handed in yet" in learner.text
        assert "Nothing is lost: your answers are kept on this computer." in learner.text
        assert "quiz hand-in" in learner.text
        assert "enter Try again" in learner.bar
        await learner.press("enter")
        await learner.until(lambda: "! Not handed in yet" in learner.text)
        target.mkdir()
        await submitted(learner)
        await learner.press("enter")
        await learner.until(lambda: "✓ Handed in" in learner.text)
        assert str(target) in "".join(learner.all_text.split("\n"))
    assert len(results(target)) == 1


async def test_what_waits_is_handed_in_when_the_file_is_opened_again(
    service: Service, tmp_path: Path
) -> None:
    target = tmp_path / "class" / "inbox"
    given = exercise(service, tmp_path / "class", "queen", terms=AssignmentSettings(folder="inbox"))
    async with learning(service, start(given)) as learner:
        await begin(learner)
        await give(learner, RIGHT)
        await learner.press("enter")
        await submitted(learner)
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)
        assert "Not handed in yet" in str(learner.app.exit_message)
        assert learner.app.return_code == 1
    async with learning(service, start(given)) as learner:
        await learner.at(ExerciseIntroScreen)
        assert "You finished this on" in learner.text
        assert "Not handed in yet" in learner.text
    target.mkdir()
    async with learning(service, start(given)) as learner:
        await learner.at(ExerciseIntroScreen)
        assert "You handed this in on" in learner.text
    assert len(results(target)) == 1


async def test_what_could_not_even_be_kept_is_said_too(service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class", "queen")
    attempt = service.exercises.start(given, "Ada")
    handed = Undelivered("the disk is full", saved=False)
    trouble = "They are kept only while this program runs. [@click=app.quit]x[/ \x1b[2J"
    async with learning(service, start(given)) as learner:
        await learner.at(ExerciseIntroScreen)
        await learner.app.push_screen(SubmittedScreen(attempt, handed, trouble))
        await submitted(learner)
        assert "The disk is full." in learner.text
        assert "kept only while this program runs. [@click=app.quit]x[/" in learner.text
        assert "Nothing is lost" not in learner.text
        assert "enter Try again" in learner.bar


HOSTILE = (
    "[@click=app.quit]Ada[/] ../[red]x[/ <h>",
    "\x1b[2J\x1b]0;owned\x07 \x9b31m \u202eadA \u200bLovelace",
    "名" * 100,
)


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_names_harm_nothing(service: Service, tmp_path: Path, name: str) -> None:
    given = exercise(service, tmp_path / "class", "queen")
    async with learning(service, start(given, None), size=(40, 15)) as learner:
        screen = await learner.at(LearnerNameScreen)
        screen.query_one("Field").value = name  # type: ignore[attr-defined]
        await learner.press("enter")
        await learner.at(ExerciseIntroScreen)
        await begin(learner)
        await give(learner, RIGHT)
        await learner.press("enter")
        await submitted(learner)
    (path,) = [p for p in (tmp_path / "class").iterdir() if p.name != "exercise.json"]
    assert not set(path.name) & set('/\\:*?"<>|\x1b[]')
    (file,) = results(tmp_path / "class")
    assert len(file["learner"]) <= 100
    assert sorted(p.name for p in tmp_path.iterdir()) == ["class", "data"]


async def test_hostile_words_of_a_teacher_are_only_words(service: Service, tmp_path: Path) -> None:
    hostile = "[@click=app.quit]click[/] [/ [b]"
    terms = AssignmentSettings(instructions=hostile)
    given = replace(exercise(service, tmp_path / "class", "queen", terms=terms), title=hostile)
    async with learning(service, start(given), size=(120, 40)) as learner:
        await learner.at(ExerciseIntroScreen)
        assert learner.text.count(hostile) == 2


@pytest.mark.parametrize("size", [(120, 40), (40, 15), (20, 5)])
async def test_at_every_size_all_of_it_can_be_reached(
    service: Service, tmp_path: Path, size: tuple[int, int]
) -> None:
    terms = AssignmentSettings(
        instructions="Read it twice. " * 20, until=datetime.now(UTC) - timedelta(days=1)
    )
    given = exercise(service, tmp_path / "class", "queen", terms=terms)
    async with learning(service, start(given, None), size=size) as learner:
        await learner.at(LearnerNameScreen)
        await learner.type("Ada")
        await learner.press("enter")
        screen = await learner.at(ExerciseIntroScreen)
        seen = ""
        for _ in range(60):
            seen += learner.text
            await learner.press("space")
            if screen.query_one("PageScroll").scroll_offset.y == 0:
                break
        assert size == (20, 5) or "health professional" in seen
        await begin(learner)
        await give(learner, RIGHT)
        await learner.press("enter")
        await submitted(learner)


async def test_a_returned_result_is_looked_at_and_not_kept(service: Service) -> None:
    queen = next(question for question in QUIZ.questions if question.id == "queen")
    asked = took(QUIZ, "Ada", {"queen": RIGHT["queen"], "drink": None})
    (back,) = returned(report(QUIZ, [asked]))
    async with learning(service, Start(screen="play", returned=back)) as learner:
        await learner.at(ResultScreen)
        assert "1 of 2 questions fully right" in learner.all_text
        assert "1 not answered" in learner.all_text
        await learner.press("enter")
        await learner.at(QuestionScreen)
        assert queen.explain in learner.all_text
        assert "not saved" not in learner.bar
        await learner.press("right", "escape")
        await learner.at(ResultScreen)
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)
    assert learner.app.return_code == 0
    assert service.exercises.taken() == []
    assert service.store.read(queries.ids, frozenset({"unread"})) == frozenset()


async def test_an_exercise_that_was_returned_shows_the_result(
    service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path, "queen")
    asked = replace(took(QUIZ, "Ada", {"queen": RIGHT["queen"]}), assignment=given.id)
    (back,) = returned(report(QUIZ, [asked]))
    (tmp_path / "bees-Ada-returned.json").write_bytes(as_file(back))
    async with learning(service, start(given)) as learner:
        await learner.at(ResultScreen)
        assert "1 of 1 questions fully right" in learner.all_text
        await learner.press("escape")
        await learner.until(lambda: not learner.app.is_running)
    async with learning(service, replace(start(given), resume=False)) as learner:
        await learner.at(ExerciseIntroScreen)
