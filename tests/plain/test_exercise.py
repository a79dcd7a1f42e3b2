"""An exercise from a teacher, in lines, with what was typed by real lines of input."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quiz.engine.dates import moment_in_words
from quiz.engine.exercise import begin, seed_for
from quiz.engine.session import Mode, Presented
from quiz.model.answer import (
    Answer,
    to_data,
)
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.plain.app import run
from quiz.service import Service
from quiz.start import Start
from tests.plain.conftest import Terminal
from tests.support.answers import typed_lines
from tests.tui.answering import RIGHT, WRONG
from tests.tui.exercises import MARKS, QUIZ, as_redacted, exercise, start
from tests.tui.learner import open_attempt

Play = Callable[..., tuple[str, int]]


@pytest.fixture
def play(service: Service) -> Play:
    """Return what types lines into the quiz, and gives back what it wrote, and its exit code."""

    def typed(how: Start, *lines: str, terminal: bool = False) -> tuple[str, int]:
        stream = Terminal if terminal else io.StringIO
        stdin, stdout = stream("".join(f"{line}\n" for line in lines)), stream()
        code = run(service, how, stdin, stdout)
        return stdout.getvalue(), code

    return typed


def results(folder: Path) -> list[dict[str, Any]]:
    """Return what was handed in, by the names of the files."""
    files = sorted(path for path in folder.glob("*.json") if path.name != "exercise.json")
    return [json.loads(path.read_text(encoding="utf-8")) for path in files]


def asked_of(given: Assignment, learner: str = "Ada") -> tuple[Presented, ...]:
    """Return what a learner is asked."""
    quiz = QUIZ if given.with_answers else None
    return begin(given, quiz, Random(seed_for(given, learner))).asked


def answer_to(one: Presented, answers: dict[str, Answer]) -> Answer:
    return answers[one.with_answers.id] if one.with_answers else as_redacted(one.public.id, answers)


def all_lines(given: Assignment, answers: dict[str, Answer]) -> list[str]:
    return [line for one in asked_of(given) for line in typed_lines(one, answer_to(one, answers))]


@pytest.mark.parametrize("answers", [RIGHT, WRONG], ids=["right", "wrong"])
def test_every_kind_without_the_key(
    play: Play, service: Service, tmp_path: Path, answers: dict[str, Answer]
) -> None:
    given = exercise(service, tmp_path / "class")
    said, code = play(start(given), *all_lines(given, answers))
    assert code == 0
    assert said.count("Answered.") == 10
    for question in MARKS.values():
        assert question.explain not in said
    assert "Right" not in said
    assert "Not quite" not in said
    (file,) = results(tmp_path / "class")
    assert {mark: reply["answer"] for mark, reply in file["replies"].items()} == {
        one.public.id: to_data(answer_to(one, answers)) for one in asked_of(given)
    }
    after = said[said.index("\nHanded in\n") :]
    assert f"  {next(p for p in (tmp_path / 'class').iterdir() if 'Ada' in p.name)}\n" in after
    assert "10 of 10 questions answered." in after
    assert "your teacher grades the answers" in after
    assert "not medical advice" in after


@pytest.mark.parametrize("mode", Mode)
def test_every_kind_with_the_key(play: Play, service: Service, tmp_path: Path, mode: Mode) -> None:
    open_attempt(service, QUIZ, answers=WRONG)
    terms = AssignmentSettings(mode=mode.value, seed=5)
    given = exercise(service, tmp_path / "class", with_key=True, terms=terms)
    said, code = play(start(given), *all_lines(given, RIGHT))
    assert code == 0
    assert ("✓ Right" in said[: said.index("\nResult\n")]) or mode is Mode.TEST
    assert said.index("\nResult\n") < said.index("100%") < said.index("\nHanded in\n")
    assert "come back" not in said
    assert "your teacher grades" not in said
    (file,) = results(tmp_path / "class")
    assert len(file["replies"]) == 10


def test_nothing_of_it_touches_the_learners_own_history(
    play: Play, service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", with_key=True)
    play(start(given), *all_lines(given, WRONG))
    assert not service.reviews.due()
    assert not service.history.attempts(QUIZ)
    assert not service.history.answers()
    assert service.attempts.unfinished(QUIZ) is None


def test_what_is_said_first(play: Play, service: Service, tmp_path: Path) -> None:
    until = datetime(2100, 5, 3, 14, 5, tzinfo=UTC)
    terms = AssignmentSettings(
        instructions="Read it twice.\nThen begin.", until=until, certainty=True, count=3
    )
    given = exercise(service, tmp_path / "class", terms=terms)
    said = " ".join(play(start(given))[0].split())
    when = until.astimezone()
    places = [
        said.index(words)
        for words in (
            "How honey bees live",
            "For Ada",
            "Your teacher says ----------------- Read it twice. Then begin.",
            "3 questions. Answers are not explained here: your teacher has the key.",
            f"Hand in by {moment_in_words(when)}.",
            "1 low, 2 medium, 3 high",
            "not medical advice",
            "A year with the bees",
            "Question 1 of 3",
            "Kept, and not handed in yet.",
        )
    ]
    assert places == sorted(places)


def test_who_takes_it_is_asked_until_there_is_a_name(
    play: Play, service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", "weeks")
    said, _ = play(start(given, None), "   ", "x" * 101, "  Ada  L. ", "6")
    assert said.count("Who are you? > ") == 3
    assert "at most 100 characters" in said
    assert [file["learner"] for file in results(tmp_path / "class")] == ["Ada L."]


def test_a_late_start_is_told_and_not_refused(play: Play, service: Service, tmp_path: Path) -> None:
    terms = AssignmentSettings(until=datetime(2020, 1, 2, tzinfo=UTC))
    given = exercise(service, tmp_path / "class", "weeks", terms=terms)
    said, _ = play(start(given), "6")
    assert "It was to be handed in by" in said
    assert len(results(tmp_path / "class")) == 1


def test_certainty_is_asked_where_the_terms_say_so(
    play: Play, service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", "weeks", terms=AssignmentSettings(certainty=True))
    play(start(given), "6", "medium")
    (file,) = results(tmp_path / "class")
    assert [reply["certainty"] for reply in file["replies"].values()] == [2]


def test_it_goes_on_where_the_input_ended(play: Play, service: Service, tmp_path: Path) -> None:
    given = exercise(service, tmp_path / "class")
    typed = all_lines(given, RIGHT)
    said, code = play(start(given), *typed[:2])
    assert code == 0
    assert "Kept, and not handed in yet. You stopped at question 3" in said
    assert "Handed in" not in said
    said, _ = play(start(given, "aDA"), *typed[2:])
    assert "You stopped at question 3 of 10; 2 answered." in said
    assert "A year with the bees\n" not in said
    (file,) = results(tmp_path / "class")
    assert len(file["replies"]) == 10


def test_all_answered_and_not_handed_in_is_handed_in_at_once(
    play: Play, service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", "weeks")
    said, _ = play(start(given), "", "6", "q", terminal=True)
    assert "Enter hands in > " in said
    assert not results(tmp_path / "class")
    said, _ = play(start(given))
    assert "You answered this one." in said
    assert "Handed in\n" in said
    assert len(results(tmp_path / "class")) == 1


def test_a_second_learner_sees_nothing_of_the_first(
    play: Play, service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", "weeks", "queen", terms=AssignmentSettings())
    play(
        start(given, "Ada"),
        typed_lines(asked_of(given)[0], answer_to(asked_of(given)[0], RIGHT))[0],
    )
    said, _ = play(start(given, "Grace"))
    assert "Question 1 of 2" in said
    assert "You stopped at question 2" not in said
    assert "Ada" not in said
    play(start(given, "Ada"), "e")
    assert "handed this in" not in play(start(given, "Alan"))[0]


def test_handing_in_with_some_empty_is_asked_first(
    play: Play, service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", "weeks", "queen", "sting")
    said, _ = play(start(given), "", "e", "n", "?", "e", "y", terminal=True)
    assert "hand in\n" in said
    unbroken = " ".join(said.split())
    assert unbroken.count("1, 2 and 3. Once it is handed in") == 2
    assert "Once it is handed in, you can't change it. Hand in now?" in unbroken
    assert "0 of 3 questions answered." in said
    (file,) = results(tmp_path / "class")
    assert file["replies"] == {}
    assert len(file["asked"]) == 3


def test_who_has_handed_in_is_told_so_and_may_take_it_again(
    play: Play, service: Service, tmp_path: Path
) -> None:
    given = exercise(service, tmp_path / "class", "weeks")
    play(start(given), "6")
    said, _ = play(start(given), "7")
    assert "You handed this in on" in said
    assert "To take it again, say --new." in said
    assert "Question 1" not in said
    said, _ = play(start(given), "n", terminal=True)
    assert "Take it again? (y or n) > " in said
    assert "Question 1" not in said
    play(start(given), "y", "", "7", "", "y", terminal=True)
    play(replace(start(given, "ada"), resume=False), "8")
    assert len(results(tmp_path / "class")) == 3


def test_what_cant_be_handed_in_is_kept_and_tried_again(
    play: Play, service: Service, tmp_path: Path
) -> None:
    inbox = tmp_path / "class" / "inbox"
    given = exercise(service, tmp_path / "class", "weeks", terms=AssignmentSettings(folder="inbox"))
    said, code = play(start(given), "6")
    assert code == 1
    assert "Not handed in yet\n" in said
    assert "Nothing is lost" in said
    assert "quiz hand-in" in said
    said, code = play(start(given), "y", "", "7", "", "y", "y", "n", terminal=True)
    assert said.count("Not handed in yet\n") == 2
    assert code == 1
    inbox.mkdir()
    said, _ = play(start(given), "n", terminal=True)
    assert "You handed this in on" in said
    assert len(results(inbox)) == 2


HOSTILE = (
    "[red]Ada[/red]",
    "\x1b[2J\x1b]0;owned\x07 \x9b31m Ada",
    "../../etc/passwd",
    "\u202eadA \u200bLovelace",
    "CON",
    "a" * 100,
)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_harm_nothing(
    play: Play, service: Service, tmp_path: Path, name: str
) -> None:
    given = exercise(service, tmp_path / "class", "weeks")
    said, _ = play(start(given, None), name, "6")
    assert not set(said) & {"\x1b", "\x07", "\x9b", "\u202e", "\u200b"}
    assert "Handed in\n" in said
    assert len(results(tmp_path / "class")) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["class", "data"]
