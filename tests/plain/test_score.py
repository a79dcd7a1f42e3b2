"""Results."""

from collections.abc import Callable
from datetime import date

import pytest

from quiz.engine.certainty import Certainty
from quiz.engine.session import Presented, Session
from quiz.model.quiz import Quiz
from quiz.plain.ask import parse_answer
from quiz.plain.result import coming_back, sureness
from quiz.plain.score import scoring
from tests.plain.conftest import laid_out

Give = Callable[[str], Presented]
Sit = Callable[..., Session]


@pytest.fixture
def sit(quiz: Quiz, asked: Give) -> Sit:
    """Return what gives an attempt by its questions, each with its answer and certainty."""

    def answered(*lines: tuple[str, str | None, int | None]) -> Session:
        session = Session.begin(quiz, tuple(asked(id_) for id_, _, _ in lines))
        for index, (_, line, sure) in enumerate(lines):
            session = session.go(index)
            if line is not None:
                answer = parse_answer(session.asked[index], quiz, line)
                session = session.answer(answer, Certainty(sure) if sure else None)[0]
        return session

    return answered


MIXED = (
    ("choice", "3", None),
    ("choices", "3", None),
    ("number", "2", None),
    ("short", None, None),
    ("teach-back", "They swim.", None),
)


def test_a_finished_attempt(sit: Sit) -> None:
    said = "\n".join(laid_out(scoring(sit(*MIXED).finish())))
    assert "\nResult\n------\n38%\n1.5 of 4 points, 1 of 4 questions fully right\n" in said
    assert "1 not answered" in said
    assert "  50%  Life in the sea: 1.5 of 3 points" in said
    assert "   0%  Breathing: 0 of 1 point" in said
    assert "By skill" in said
    assert "By difficulty" not in said
    for line in (
        "  1 ✓ Right: Where do whales live?",
        "  2 ◐ Partly right: What do whales do?",
        "  3 ✗ Not quite: How many hours do most dive?",
        "  4 – Not answered: What do they breathe?",
        "  5 ✓ Done: Explain how whales live.",
    ):
        assert line in said


def test_one_that_still_runs_counts_what_was_answered(sit: Sit) -> None:
    said = "\n".join(laid_out(scoring(sit(*MIXED))))
    assert "50%\n1.5 of 3 points, 1 of 3 questions fully right" in said
    assert "So far: 4 of 5 questions answered" in said


def test_flags_are_shown(sit: Sit) -> None:
    session = sit(("choice", "3", None)).flag()
    assert "  1 ✓ Right, flagged: Where do whales live?" in laid_out(scoring(session))


def test_what_was_missed(sit: Sit) -> None:
    said = "\n".join(laid_out(scoring(sit(*MIXED).finish()))).partition("What was missed")[2]
    assert "  2  What do whales do?\n     Your answer: Live in the sea\n     Right: " in said
    assert "  3  How many hours" in said
    assert "Where do whales" not in said
    assert "Explain" not in said


def test_what_was_sure_and_wrong_comes_first(sit: Sit) -> None:
    session = sit(("choice", "2", 1), ("number", "2", 3), ("short", "water", 2))
    said = "\n".join(laid_out(scoring(session))).partition("What was missed")[2]
    places = [said.index(part) for part in ("many hours", "they breathe", "whales live")]
    assert places == sorted(places)


def test_the_table_of_certainty(sit: Sit) -> None:
    session = sit(
        ("choice", "3", 3), ("number", "2", 3), ("short", "air", 1), ("order", "3 2 1", 2)
    )
    assert laid_out(sureness(session))[3:] == [
        "0 of 12 points for how sure you were",
        "low       1 right,   0 wrong",
        "medium    1 right,   0 wrong",
        "high      1 right,   1 wrong",
    ]


@pytest.mark.parametrize(("typed", "partly"), [("3 2 1", False), ("3 1 2", True), ("1 2 3", False)])
def test_where_partly_right_is_counted_as_wrong_that_is_said(
    typed: str, partly: bool, sit: Sit
) -> None:
    said = laid_out(sureness(sit(("order", typed, 3))))
    assert ("Partly right counts as wrong here." in said) is partly


@pytest.mark.parametrize(("answers", "says"), [(19, False), (20, True)])
def test_calibration_is_judged_from_twenty_answers_on(answers: int, says: bool, sit: Sit) -> None:
    said = laid_out(sureness(sit(*[("choice", "2", 3)] * answers)))
    assert ("You were more sure than you were right." in said) is says


def test_no_certainty_no_table(sit: Sit) -> None:
    assert laid_out(sureness(sit(*MIXED))) == []


def test_when_questions_come_back(sit: Sit) -> None:
    days = {"choice": date(2026, 12, 1), "number": date(2026, 11, 24), "choices": date(2026, 12, 1)}
    assert laid_out(coming_back(sit(*MIXED), days, date(2026, 11, 23)))[3:] == [
        "Tomorrow: question 3",
        "On December 1, 2026: questions 1, 2",
    ]
    assert laid_out(coming_back(sit(*MIXED), {}, date(2026, 11, 23))) == []
