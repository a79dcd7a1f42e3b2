"""Going through what is due."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.answer import ChoiceAnswer
from quiz.model.quiz import Quiz
from quiz.plain.app import run
from quiz.service import Service
from quiz.service.reviews import Due
from quiz.start import Start
from quiz.store.purpose import Purpose
from tests.begun import begun
from tests.plain.conftest import Terminal


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 23, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def service(tmp_path: Path, quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """Return a service at which two questions were answered wrong three days ago."""
    clock = Clock()
    service = Service(tmp_path / "data", now=clock)
    ids = frozenset({"choice", "choices"})
    attempt = begun(service, quiz, QuestionFilter(ids=ids), mode=Mode.PRACTICE)
    for index in range(2):
        wrong = ChoiceAnswer(frozenset({1 if attempt.session.question.id == "choice" else 2}))
        attempt = service.attempts.save(attempt, *attempt.session.go(index).answer(wrong))
    service.attempts.save(attempt, attempt.session.finish())
    clock.at += timedelta(days=3)
    due = Due(quiz, ("choice", "choices"), None)
    monkeypatch.setattr(service.reviews, "due", lambda: (due,))
    yield service
    service.close()


def review(service: Service, *lines: str, certainty: bool = False) -> str:
    out = io.StringIO()
    stdin = io.StringIO("".join(f"{line}\n" for line in lines))
    assert run(service, Start(screen="review", seed=3, certainty=certainty), stdin, out) == 0
    return out.getvalue()


def reviewed(service: Service) -> int:
    return sum(a.purpose is Purpose.REVIEW for a in service.history.answers("whales"))


def test_all_that_is_due(service: Service) -> None:
    said = review(service, "live in the sea", "in the sea", "in the sea")
    assert "2 questions due today" in said
    assert "1 of 2 · Whales" in said
    assert "2 questions reviewed" in said or "1 question reviewed" in said
    assert "They come back: " in said
    assert reviewed(service) == said.count("So it says.")


def test_what_is_skipped_stays_due(service: Service) -> None:
    said = review(service, "s", "1")
    assert "1 question reviewed" in said
    assert reviewed(service) == 1


@pytest.mark.parametrize("line", ["e", "q"])
def test_leaving(line: str, service: Service) -> None:
    said = review(service, line, "1")
    assert "0 questions reviewed" in said
    assert "2 of 2" not in said
    assert reviewed(service) == 0


def test_the_end_of_input(service: Service) -> None:
    assert "1 question reviewed" in review(service, "1")


def test_how_sure_is_asked_for_where_it_is_wanted(service: Service) -> None:
    assert "how sure" not in review(service, "q")
    said = " ".join(review(service, "1 2", "in the sea", "1", certainty=True).split())
    assert " points for how sure you were" in said
    assert said.index("A wrong one costs 0, 2 or 6.") < said.index("1 of 2")
    assert [a.certainty for a in service.history.answers("whales")][-1] == 1


def test_what_is_meant_as_right_in_a_review_is_said_at_its_end(
    service: Service, quiz: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = Due(quiz, ("short",), None)
    monkeypatch.setattr(service.reviews, "due", lambda: (due,))
    typed, said = Terminal("wind\nm\n\n"), Terminal()
    assert run(service, Start(screen="review"), typed, said) == 0
    assert "1 answer was meant as right" in said.getvalue()
