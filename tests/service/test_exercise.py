"""Exercises at the service: opened, taken, cut off, taken up, handed in once."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from quiz.assignment.assignment_data import to_text
from quiz.assignment.submission_data import from_bytes
from quiz.engine.assigning import assign
from quiz.engine.certainty import Certainty
from quiz.engine.redaction import redact, redacted_answer
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Response, Session
from quiz.model.answer import Answer, LocateAnswer
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.problem import UnreadableFile, UnreadableQuiz
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Locate
from quiz.model.submission import NoName
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.service.exercises import Delivered, Undelivered
from quiz.store.purpose import Purpose
from tests.begun import begun
from tests.engine.conftest import right_answer
from tests.support.files import BEES

QUIZ = read(BEES)
BY_MARK = {redact(question, QUIZ.passage).id: question for question in QUIZ.questions}
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
KEYS = pytest.mark.parametrize("with_key", [False, True], ids=["keyless", "keyed"])


def assignment(
    terms: AssignmentSettings = AssignmentSettings(),  # noqa: B008
    *,
    with_key: bool = False,
) -> Assignment:
    source = BEES.read_text() if with_key else None
    return assign(
        QUIZ, QuestionFilter(), terms, id="0123456789abcdef", rng=Random(1), source=source
    )


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Return the folder in which the file for the class lies."""
    (tmp_path / "room").mkdir()
    return tmp_path / "room"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """Return a service at which a minute passes between any two things."""
    service = new_service(tmp_path)
    yield service
    service.close()


def new_service(tmp_path: Path) -> Service:
    minutes = iter(range(10_000))
    return Service(
        tmp_path / "data",
        elsewhere=(tmp_path / "elsewhere",),
        now=lambda: NOW + timedelta(minutes=next(minutes)),
    )


def opened(service: Service, room: Path, made: Assignment) -> Assignment:
    path = room / "exercise.json"
    path.write_text(to_text(made))
    found = service.library.open_any(str(path))
    assert isinstance(found, Assignment)
    assert found == made
    return found


def answer(session: Session) -> tuple[Session, Response | None]:
    """Answer the question on the screen rightly."""
    question = session.question
    if isinstance(question, PublicQuestion):
        known = BY_MARK[question.id]
        return session.answer(redacted_answer(known, right_answer_of(question.id)), Certainty.HIGH)
    return session.answer(right_answer_of(redact(question, QUIZ.passage).id), Certainty.HIGH)


def right_answer_of(mark: str) -> Answer:
    question = BY_MARK[mark]
    if isinstance(question, Locate):
        return LocateAnswer(QUIZ.holding(question.quotes)[0])
    return right_answer(question)


def take(service: Service, attempt: Attempt, count: int | None = None) -> Attempt:
    """Answer so many questions of an attempt, or all."""
    for _ in attempt.session.open[:count]:
        attempt = service.attempts.save(attempt, *answer(attempt.session))
        attempt = service.attempts.save(attempt, attempt.session.onward())
    return attempt


def test_a_file_is_a_quiz_or_an_exercise_by_what_it_holds(service: Service, room: Path) -> None:
    assert service.library.open_any(str(BEES)) == QUIZ
    opened(service, room, assignment())


@KEYS
def test_what_was_answered_is_handed_in(service: Service, room: Path, with_key: bool) -> None:
    made = opened(service, room, assignment(AssignmentSettings(certainty=True), with_key=with_key))
    attempt = take(service, service.exercises.start(made, " Zoë  B. "))
    assert (attempt.purpose, attempt.learner, attempt.saved) == (Purpose.EXERCISE, "Zoë B.", True)
    assert attempt.session.with_answers is with_key
    assert attempt.session.finished
    done = service.exercises.hand_in(made, attempt)
    assert done == Delivered(room / "bees-Zoë-B.json")
    result = from_bytes((room / "bees-Zoë-B.json").read_bytes())
    assert (result.assignment, result.quiz, result.learner) == (made.id, "bees", "Zoë B.")
    assert result.fingerprint == made.fingerprint
    assert set(result.asked) == set(BY_MARK) == set(result.replies)
    times = [result.replies[mark].at for mark in result.asked]
    assert times == sorted(times)
    assert result.begun < times[0] < result.ended
    for mark, reply in result.replies.items():
        question = BY_MARK[mark]
        assert reply.certainty == 3
        given = redacted_answer(question, right_answer_of(mark))
        assert reply.answer == given


@KEYS
def test_an_attempt_is_taken_up_where_it_stood(
    service: Service, tmp_path: Path, room: Path, with_key: bool
) -> None:
    made = opened(service, room, assignment(with_key=with_key))
    attempt = service.exercises.start(made, "Ada")
    attempt = take(service, service.attempts.save(attempt, attempt.session.flag().look()), 4)
    again = new_service(tmp_path)
    same = opened(again, room, made)
    assert again.exercises.unfinished(same, "aDA ") == replace(attempt, saved=True)
    assert again.exercises.unfinished(same, "Bob") is None
    assert again.exercises.unfinished(replace(same, id="f" * 16), "Ada") is None
    attempt = take(again, again.exercises.unfinished(same, "Ada") or attempt)
    assert isinstance(again.exercises.hand_in(same, attempt), Delivered)
    assert again.exercises.unfinished(same, "Ada") is None
    assert len(json.loads((room / "bees-Ada.json").read_text())["replies"]) == len(BY_MARK)


def test_nothing_of_the_learner_s_own_knows_of_exercises(service: Service, room: Path) -> None:
    made = opened(service, room, assignment(with_key=True))
    attempt = take(service, service.exercises.start(made, "Ada"))
    service.exercises.hand_in(made, attempt)
    assert service.attempts.unfinished(QUIZ) is None
    assert service.history.quizzes() == ()
    assert service.history.answers() == ()
    assert service.reviews.due() == ()
    assert service.history.attempts(QUIZ) == ()
    assert service.reviews.known(QUIZ)[0] == 0
    assert all(service.history.of_question(QUIZ, one) == () for one in QUIZ.questions)


def test_an_exercise_changes_nothing_of_what_is_known_of_a_quiz(
    service: Service, room: Path
) -> None:
    own = service.library.open(str(BEES))
    begun(service, own, QuestionFilter(), mode=Mode.TEST)
    before = service.history.quizzes()
    made = opened(service, room, replace(assignment(), title="Not bees"))
    take(service, service.exercises.start(made, "Ada"), 2)
    assert service.history.quizzes() == before
    assert service.attempts.unfinished(own)


def test_two_learners_at_one_computer_are_kept_apart(service: Service, room: Path) -> None:
    made = opened(service, room, assignment())
    ada = take(service, service.exercises.start(made, "Ada"), 2)
    bob = take(service, service.exercises.start(made, "Bob"), 3)
    assert ada.seed != bob.seed
    kept = [service.exercises.unfinished(made, name) for name in ("Ada", "Bob")]
    assert kept == [ada, bob]
    paths = [service.exercises.hand_in(made, one) for one in (ada, bob)]
    assert paths == [Delivered(room / "bees-Ada.json"), Delivered(room / "bees-Bob.json")]
    found = service.exercises.taken(made)
    assert [
        (one.learner, one.answered, bool(one.submission and one.submission.placed)) for one in found
    ] == [
        ("Ada", 2, True),
        ("Bob", 3, True),
    ]


def test_the_same_learner_gets_the_same_questions_at_any_computer(
    service: Service, room: Path
) -> None:
    made = opened(service, room, assignment(AssignmentSettings(count=4)))
    one, other = (service.exercises.start(made, name) for name in ("Ada", "ADA "))
    assert one.session.asked == other.session.asked
    for_all = opened(service, room, assignment(AssignmentSettings(seed=5)))
    one, other = (service.exercises.start(for_all, name) for name in ("Ada", "Bob"))
    assert one.session.asked == other.session.asked


def test_handing_in_twice_makes_one_file(service: Service, tmp_path: Path, room: Path) -> None:
    made = opened(service, room, assignment())
    attempt = take(service, service.exercises.start(made, "Ada"), 2)
    first = service.exercises.hand_in(made, attempt)
    again = new_service(tmp_path)
    assert (
        service.exercises.hand_in(made, attempt) == first == again.exercises.hand_in(made, attempt)
    )
    assert len(list(room.glob("bees*"))) == 1
    second = service.exercises.hand_in(made, take(service, service.exercises.start(made, "Ada"), 1))
    assert second == Delivered(room / "bees-Ada-2.json")


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("gone", "{room}/gone is not there"),
        ("exercise.json", "{room}/exercise.json is not a folder"),
        ("no/where", "{room}/no/where is not there"),
    ],
)
def test_what_can_t_be_handed_in_waits(
    service: Service, tmp_path: Path, room: Path, folder: str, why: str
) -> None:
    made = opened(service, room, assignment(AssignmentSettings(folder=folder)))
    attempt = take(service, service.exercises.start(made, "Ada"), 2)
    failed = service.exercises.hand_in(made, attempt)
    assert failed == Undelivered(why.format(room=room), saved=True)
    again = new_service(tmp_path)
    (waits,) = again.exercises.taken()
    assert (waits.learner, waits.title) == ("Ada", QUIZ.title)
    assert waits.submission
    assert waits.submission.placed is None
    assert isinstance(again.exercises.deliver(waits), Undelivered)
    (tmp_path / "stick").mkdir()
    done = again.exercises.deliver(waits, tmp_path / "stick")
    assert done == Delivered(tmp_path / "stick" / "bees-Ada.json")
    (found,) = again.exercises.taken()
    assert found.submission
    assert found.submission.placed
    assert again.exercises.deliver(found) == done
    assert service.exercises.hand_in(made, attempt) == done


def test_a_folder_that_is_named_gets_the_results(service: Service, room: Path) -> None:
    (room / "results" / "7b").mkdir(parents=True)
    for folder in ("results", "results/7b/", "results/7b"):
        made = opened(service, room, assignment(AssignmentSettings(folder=folder)))
        done = service.exercises.hand_in(
            made, take(service, service.exercises.start(made, "Ada"), 1)
        )
        assert isinstance(done, Delivered)
        assert done.path.parent.samefile(room / folder)
    assert sorted(path.name for path in (room / "results" / "7b").iterdir()) == [
        "bees-Ada-2.json",
        "bees-Ada.json",
    ]


def test_without_a_key_there_is_none_in_the_history(
    service: Service, tmp_path: Path, room: Path
) -> None:
    made = opened(service, room, assignment())
    attempt = take(service, service.exercises.start(made, "Ada"))
    service.exercises.hand_in(made, attempt)
    service.close()
    kept = b"".join(path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert b"Ada" in kept
    for question in QUIZ.questions:
        assert question.explain.encode() not in kept
        assert f'"question": "{question.id}"'.encode() not in kept
    assert b"true" not in kept  # no part of an answer is marked


def test_what_is_kept_of_exercises_is_forgotten_with_their_quiz(
    service: Service, room: Path
) -> None:
    made = opened(service, room, assignment())
    take(service, service.exercises.start(made, "Ada"), 3)
    assert service.history.forget("bees") == 3
    assert service.exercises.taken() == []
    take(service, service.exercises.start(made, "Ada"), 2)
    assert service.history.forget(None) == 2


def test_what_was_deleted_meanwhile_is_handed_in_as_the_learner_sees_it(
    service: Service, tmp_path: Path, room: Path
) -> None:
    made = opened(service, room, assignment())
    attempt = take(service, service.exercises.start(made, "Ada"), 2)
    new_service(tmp_path).history.forget(None)
    done = service.exercises.hand_in(made, attempt)
    assert done == Delivered(room / "bees-Ada.json")
    assert len(from_bytes(done.path.read_bytes()).replies) == 2


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "x" * 101])
def test_a_name_that_is_none_is_refused(service: Service, name: str) -> None:
    with pytest.raises(NoName):
        service.exercises.start(assignment(), name)


def test_a_file_that_was_changed_is_refused(service: Service, room: Path) -> None:
    path = room / "broken.json"
    path.write_text(to_text(assignment()).replace('"kind": "short"', '"kind": "shirt"'))
    with pytest.raises(UnreadableFile, match=r"broken.json: questions\[\d+\]: no kind that is"):
        service.library.open_any(str(path))
    path.write_text(to_text(replace(assignment(), source="schema: 9")))
    with pytest.raises(UnreadableQuiz, match=r"broken.json, source:1:9: schema"):
        service.library.open_any(str(path))
    path.write_text('{"format": "quiz result", "schema": 1}')
    with pytest.raises(UnreadableFile, match="this is a result file, and no quiz"):
        service.library.open_any(str(path))
