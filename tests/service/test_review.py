"""What was missed comes back when it is about to be forgotten."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from quiz.engine.certainty import Certainty
from quiz.engine.result import result
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.answer import TypedAnswer
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.service.library import Library
from quiz.store.purpose import Purpose
from quiz.store.settings import Settings
from tests.begun import begun
from tests.service.conftest import Clock, OpenService
from tests.service.sample import RIGHT, WRONG, lakes, rivers
from tests.service.test_attempt import changed, sit

DAY = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> dict[str, Quiz]:
    """Put two quizzes on the shelf."""
    quizzes = {"rivers": rivers(), "lakes": lakes()}

    def find_again(_: Library, id_: str, path: str | None) -> Quiz | None:
        assert path is None
        return quizzes.get(id_)

    monkeypatch.setattr(Library, "find_again", find_again)
    return quizzes


def ids(service: Service) -> dict[str, tuple[str, ...]]:
    return {due.quiz.id: due.questions for due in service.reviews.due()}


def answer(service: Service, attempt: Attempt, *, right: bool = True) -> Attempt:
    session = attempt.session
    given = (RIGHT if right else WRONG)[session.question.id]
    return service.attempts.save(attempt, *session.answer(given))


def test_wrong_comes_back_before_right_and_practice_never_scored_not_at_all(
    service: Service, quiz: Quiz
) -> None:
    attempt = sit(service, quiz, wrong=frozenset({"sea"}))
    back = service.reviews.comes_back(attempt)
    assert back["sea"] == DAY + timedelta(days=1)
    assert back["source"] > back["sea"]
    assert "tell" not in back


def test_right_but_unsure_comes_back_before_right(service: Service, quiz: Quiz) -> None:
    only = QuestionFilter(ids=frozenset({"sea"}))
    days = []
    for certainty, name in ((Certainty.LOW, "a"), (Certainty.HIGH, "b")):
        attempt = begun(service, replace(quiz, id=name), only, mode=Mode.TEST, certainty=True)
        attempt = service.attempts.save(attempt, *attempt.session.answer(RIGHT["sea"], certainty))
        assert service.reviews.comes_back(attempt) == {}  # in a test it can be changed yet
        attempt = service.attempts.save(attempt, attempt.session.finish())
        days.append(service.reviews.comes_back(attempt)["sea"])
    assert days[0] < days[1]


@pytest.mark.parametrize("remembered", [True, False])
def test_what_was_meant_as_right_comes_back_as_if_it_was(
    service: Service, quiz: Quiz, clock: Clock, *, remembered: bool
) -> None:
    days = {}
    for name, typed, times in (("a", "Summer", 0), ("b", "winter", 1), ("c", "winter", 2)):
        for _ in range(2):  # what was remembered before stays so
            only = QuestionFilter(ids=frozenset({"season"}))
            attempt = begun(service, replace(quiz, id=name), only, mode=Mode.PRACTICE)
            answer = TypedAnswer((typed,))
            attempt = service.attempts.save(attempt, *attempt.session.answer(answer))
            for _ in range(times):
                if remembered:
                    service.reviews.comes_back(attempt)
                attempt = service.attempts.mean(attempt)
        days[name] = service.reviews.comes_back(attempt)["season"]
        taken_up = service.attempts.unfinished(replace(quiz, id=name))
        assert taken_up
        assert taken_up.session.response == attempt.session.response
        assert result(attempt.session).total.right == (name == "a")
    assert days["a"] == days["b"] > days["c"]


@pytest.mark.parametrize("purpose", [Purpose.EXERCISE, Purpose.RETRY])
def test_where_review_counts_nothing_nothing_is_meant(
    service: Service, quiz: Quiz, purpose: Purpose
) -> None:
    only = QuestionFilter(ids=frozenset({"season"}))
    attempt = begun(service, quiz, only, mode=Mode.PRACTICE, purpose=purpose)
    attempt = service.attempts.save(attempt, *attempt.session.answer(TypedAnswer(("winter",))))
    assert service.attempts.mean(attempt) == attempt


def test_nothing_is_due_on_the_day_and_all_within_the_longest_time(
    service: Service, quiz: Quiz, clock: Clock
) -> None:
    sit(service, quiz)
    (due,) = service.reviews.due()
    assert due.questions == ()
    assert due.next is not None
    assert due.next > DAY
    clock.move(days=30)
    assert set(ids(service)["rivers"]) == set(RIGHT) - {"tell"}


def test_due_today_is_what_is_due_before_midnight(
    service: Service, quiz: Quiz, clock: Clock
) -> None:
    clock.move(hours=-2)
    sit(service, quiz, wrong=frozenset({"sea"}))  # at ten: due at ten tomorrow
    clock.move(hours=13, minutes=59)
    assert ids(service) == {"rivers": ()}
    clock.move(minutes=2)
    assert ids(service) == {"rivers": ("sea",)}


def test_a_review_takes_turns_and_never_gives_an_answer_away(
    service: Service, quiz: Quiz, clock: Clock
) -> None:
    sit(service, quiz)
    for id_ in ("source", "sea", "length"):
        one = QuestionFilter(ids=frozenset({id_}))
        taken = answer(service, begun(service, lakes(), one, mode=Mode.TEST))
        service.attempts.save(taken, taken.session.finish())
    clock.move(days=30)
    review = service.reviews.start()
    quizzes = [attempt.session.quiz.id for attempt in review]
    assert quizzes.count("rivers") == 7
    assert quizzes.count("lakes") == 2  # source and sea are of one group
    assert quizzes[:5].count("lakes") > 0
    assert all(len(attempt.session.asked) == 1 for attempt in review)
    assert [s.session.question.id for s in service.reviews.start(seed=3)] == [
        s.session.question.id for s in service.reviews.start(seed=3)
    ]
    assert {s.session.quiz.id for s in service.reviews.start(only=lakes())} == {"lakes"}


def test_a_review_is_kept_answer_by_answer_and_never_taken_up(
    service: Service, open_service: OpenService, quiz: Quiz, clock: Clock
) -> None:
    sit(service, quiz)
    clock.move(days=30)
    first, second, *rest = service.reviews.start()
    first = answer(service, first)
    assert first.saved
    service.attempts.save(second, second.session.look())
    other = open_service()
    assert other.attempts.unfinished(quiz) is None
    assert first.session.question.id not in ids(other)["rivers"]
    assert len(ids(other)["rivers"]) == len(rest) + 1
    assert len(other.history.attempts(quiz)) == 1
    question = quiz.by_id[first.session.question.id]
    assert len(other.history.of_question(quiz, question)) == 2


def test_an_edited_question_is_new(
    service: Service, quiz: Quiz, clock: Clock, shelf: dict[str, Quiz]
) -> None:
    sit(service, quiz)
    clock.move(days=30)
    shelf["rivers"] = edited = changed(quiz, "sea", ask="Into which sea?")
    assert "sea" not in ids(service)["rivers"]
    assert "sea" not in service.reviews.comes_back(
        begun(service, edited, QuestionFilter(), mode=Mode.TEST)
    )
    shelf["rivers"] = explained = changed(quiz, "sea", explain="Otherwise.")
    assert "sea" in ids(service)["rivers"]
    assert "sea" in service.reviews.comes_back(
        begun(service, explained, QuestionFilter(), mode=Mode.TEST)
    )


def test_a_quiz_that_is_gone_is_left_out(
    service: Service, quiz: Quiz, clock: Clock, shelf: dict[str, Quiz]
) -> None:
    sit(service, quiz)
    del shelf["rivers"]
    clock.move(days=30)
    assert service.reviews.due() == ()
    assert service.reviews.start() == ()


def test_what_was_answered_while_the_clock_was_years_ahead_is_due(
    service: Service, quiz: Quiz, clock: Clock
) -> None:
    clock.move(days=4000)
    sit(service, quiz)
    clock.move(days=-4000)
    assert len(ids(service)["rivers"]) == 7
    for attempt in service.reviews.start():
        back = service.reviews.comes_back(answer(service, attempt))
        assert max(back.values()) <= DAY + timedelta(days=30)
    assert ids(service) == {"rivers": ()}


def test_the_longest_time_can_be_set(folder: Path, quiz: Quiz, clock: Clock) -> None:
    service = Service(folder, now=clock, settings=Settings(longest_days=2))
    attempt = sit(service, quiz)
    assert max(service.reviews.comes_back(attempt).values()) == DAY + timedelta(days=2)
    service.close()


def study(service: Service, clock: Clock, days: int) -> Iterable[int]:
    """Study every day what is due, nine of ten right, and yield how much that was."""
    rng = Random(1)
    for _ in range(days):
        clock.move(days=1)
        review = service.reviews.start()
        for attempt in review:
            answer(service, attempt, right=rng.random() < 0.9)
        assert service.reviews.start() == ()
        yield len(review)


def test_a_year_of_study(service: Service, quiz: Quiz, clock: Clock) -> None:
    attempt = sit(service, quiz, wrong=frozenset({"sea", "mud"}))
    assert service.reviews.known(quiz) == (0, 7)
    loads = list(study(service, clock, 365))
    assert max(loads) <= 7
    assert sum(loads) >= 7 * 365 // 30
    assert sum(loads) < 7 * 365 // 7
    assert max(service.reviews.comes_back(attempt).values()) <= clock.time.date() + timedelta(
        days=30
    )
    assert service.reviews.known(quiz)[0] >= 5
    assert len(service.history.attempts(quiz)) == 1


def test_firmly_known_is_said_of_the_questions_as_they_are(
    service: Service, quiz: Quiz, clock: Clock
) -> None:
    sit(service, quiz)
    assert service.reviews.known(quiz) == (0, 7)
    with closing(sqlite3.connect(service.folder / "answers.sqlite")) as connection:
        connection.execute("UPDATE memory SET stability = 30")
        connection.commit()
    assert service.reviews.known(quiz) == (7, 7)
    assert service.reviews.known(changed(quiz, "sea", ask="Into which sea?")) == (6, 7)
    clock.move(days=31)
    assert service.reviews.known(quiz) == (0, 7)


def test_a_draft_is_kept_and_never_due_until_it_is_finished(
    service: Service, quiz: Quiz, clock: Clock, shelf: dict[str, Quiz]
) -> None:
    draft = replace(quiz, draft=True)
    attempt = sit(service, draft, wrong=frozenset({"sea"}))
    assert service.history.summary(draft).last_share is not None
    assert service.reviews.comes_back(attempt) == {}
    clock.move(days=30)
    shelf[quiz.id] = draft
    assert ids(service)[quiz.id] == ()
    shelf[quiz.id] = quiz
    assert "sea" in ids(service)[quiz.id]
