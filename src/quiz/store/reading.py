"""What is kept, read back as plain values."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any, TypeVar

from quiz.store.past import Exercise, PastAnswer, PastAttempt, Summary, Unfinished
from quiz.store.purpose import Purpose
from quiz.store.records import (
    Answered,
    Begun,
    Moved,
    Placed,
    Submitted,
    moment,
    plan_from,
    stamp,
)
from quiz.store.running import KeptAttempt

if TYPE_CHECKING:
    from quiz.engine.memory import Memory

T = TypeVar("T")
Row = tuple[Any, ...]


def open_attempt(connection: Connection, quiz: str) -> KeptAttempt | None:
    """Return the latest attempt of a quiz that counts and isn't over."""
    return next(_open_attempts(connection, "quiz = ? AND purpose = 'first'", quiz), None)


def open_exercises(connection: Connection, assignment: str) -> tuple[KeptAttempt, ...]:
    """Return the attempts of an assignment that are not over, the latest first."""
    return tuple(_open_attempts(connection, "assignment = ?", assignment))


def _open_attempts(connection: Connection, where: str, value: str) -> Iterator[KeptAttempt]:
    rows = connection.execute(
        f"""SELECT seq, key, quiz, version, purpose, mode, form, certainty, seed, begun, plan,
            place, flagged, looks, title, path, assignment, learner
        FROM attempt JOIN quiz ON quiz.id = attempt.quiz
        WHERE {where} AND ended IS NULL ORDER BY seq DESC""",  # noqa: S608  written above
        (value,),
    )

    def kept(row: Row) -> KeptAttempt:
        seq, key, quiz, version, purpose, mode, form, certainty, seed, begun, plan, *rest = row
        place, flagged, looks, title, path, assignment, learner = rest
        started = Begun(
            *(
                key,
                quiz,
                version,
                title,
                _path(path),
                Purpose(purpose),
                mode,
                form,
                bool(certainty),
            ),
            *(int(seed), moment(begun), plan_from(json.loads(plan)), assignment, learner),
        )
        moved = Moved(key, int(place), tuple(map(int, json.loads(flagged))), int(looks))
        answers = _answers(connection, "attempt.seq = ?", seq)
        return KeptAttempt(started, moved, tuple(answer.given for answer in answers))

    return _sound(rows, kept)


def exercises(connection: Connection, where: str = "true", *values: str) -> tuple[Exercise, ...]:
    """Return the exercises that were taken, the oldest first."""
    rows = connection.execute(
        f"""SELECT key, assignment, quiz, title, learner, begun, ended, plan,
            (SELECT count(*) FROM response WHERE response.attempt = attempt.seq),
            stem, submission, folder, placed, placed_at
        FROM attempt JOIN quiz ON quiz.id = attempt.quiz
        WHERE assignment IS NOT NULL AND {where} ORDER BY attempt.seq""",  # noqa: S608
        values,
    )
    return tuple(_sound(rows, _exercise))


def summary(connection: Connection, quiz: str) -> Summary:
    """Return what home says of a quiz, without a look at its answers."""
    rows = connection.execute(
        "SELECT last_share, last_asked, last_at, best_share FROM quiz WHERE id = ?", (quiz,)
    )

    def short(row: Row) -> Summary:
        return Summary(row[0], row[1], moment(row[2]) if row[2] else None, row[3])

    return next(_sound(rows, short), Summary())


def unfinished(connection: Connection, quiz: str) -> Unfinished | None:
    """Return the latest attempt of a quiz that isn't over, in short."""
    rows = connection.execute(
        """SELECT key, begun, plan, purpose,
            (SELECT count(*) FROM response WHERE response.attempt = attempt.seq)
        FROM attempt WHERE quiz = ? AND ended IS NULL AND purpose = 'first'
        ORDER BY seq DESC LIMIT 1""",
        (quiz,),
    )

    def short(row: Row) -> Unfinished:
        key, begun, plan, purpose, answered = row
        asked = len(json.loads(plan))
        return Unfinished(key, moment(begun), min(answered, asked), asked, Purpose(purpose))

    return next(_sound(rows, short), None)


def due(
    connection: Connection, quiz: str, until: datetime, now: datetime
) -> tuple[tuple[str, str], ...]:
    """Return what is due of a quiz until a time: ids and fingerprints, the longest due first.

    What was last seen a day or more in the future was seen while the clock was wrong: it is due.
    """
    rows = connection.execute(
        """SELECT question, fingerprint FROM memory
        WHERE quiz = ? AND (due < ? OR last_review > ?) ORDER BY due, question""",
        (quiz, stamp(until), stamp(now + timedelta(days=1))),
    )
    return tuple((question, fingerprint) for question, fingerprint in rows)


def next_due(connection: Connection, quiz: str, after: datetime) -> datetime | None:
    """Return when the next question of a quiz is due that isn't due yet."""
    rows = connection.execute(
        "SELECT due FROM memory WHERE quiz = ? AND due >= ? ORDER BY due LIMIT 1",
        (quiz, stamp(after)),
    )
    return next(_sound(rows, lambda row: moment(row[0])), None)


def quizzes(connection: Connection) -> tuple[tuple[str, str, str | None], ...]:
    """Return every quiz of the history: its id, its title, the file it was last read from.

    What was taken as an exercise alone is none of it.
    """
    rows = connection.execute(
        """SELECT id, title, path FROM quiz WHERE EXISTS
            (SELECT 1 FROM attempt WHERE attempt.quiz = quiz.id AND assignment IS NULL)
        ORDER BY title, id"""
    )
    return tuple(_sound(rows, lambda row: (row[0], row[1], _path(row[2]))))


def ids(connection: Connection) -> frozenset[str]:
    """Return the ids of all quizzes of which something is kept, those of exercises too."""
    return frozenset(row[0] for row in connection.execute("SELECT id FROM quiz"))


def memories(connection: Connection, quiz: str) -> dict[tuple[str, str], Memory]:
    """Return what is remembered of a quiz, by question and fingerprint."""
    rows = connection.execute(
        """SELECT question, fingerprint, stability, difficulty, due, last_review
        FROM memory WHERE quiz = ?""",
        (quiz,),
    )
    return dict(_sound(rows, lambda row: ((row[0], row[1]), _memory(row[2:]))))


def memory(connection: Connection, quiz: str, question: str, fingerprint: str) -> Memory | None:
    """Return what is remembered of a question; None where that is nothing yet."""
    rows = connection.execute(
        """SELECT stability, difficulty, due, last_review FROM memory
        WHERE (quiz, question, fingerprint) = (?, ?, ?)""",
        (quiz, question, fingerprint),
    )
    return next(_sound(rows, _memory), None)


def past_attempts(connection: Connection, quiz: str) -> tuple[PastAttempt, ...]:
    """Return the attempts of a quiz that count and have an answer, the oldest first."""
    rows = connection.execute(
        """SELECT key, begun, ended, purpose, mode, form, version, result, plan,
            (SELECT count(*) FROM response WHERE response.attempt = attempt.seq) AS answered
        FROM attempt WHERE quiz = ? AND purpose = 'first' AND answered > 0 ORDER BY seq""",
        (quiz,),
    )
    return tuple(_sound(rows, _past_attempt))


def answers_of(
    connection: Connection, quiz: str, question: str, fingerprint: str
) -> tuple[PastAnswer, ...]:
    """Return every answer to a question as it is now, in the order in which they were given."""
    where = "(response.quiz, question, fingerprint) = (?, ?, ?) AND assignment IS NULL"
    return _answers(connection, where, quiz, question, fingerprint)


def all_answers(connection: Connection, quiz: str | None) -> tuple[PastAnswer, ...]:
    """Return every answer to a quiz, or to all, in the order in which they were given.

    What was answered in exercises is left out: it may be that of others at the same computer.
    """
    where = "assignment IS NULL"
    if quiz is None:
        return _answers(connection, where)
    return _answers(connection, f"{where} AND response.quiz = ?", quiz)


def _answers(connection: Connection, where: str, *values: object) -> tuple[PastAnswer, ...]:
    """Return answers whose seal holds; one that is torn is left out."""
    rows = connection.execute(
        f"""SELECT response.seq, key, response.quiz, response.version, question, fingerprint,
            response.purpose, answer, fraction, parts, scored, response.certainty, at, seal
        FROM response JOIN attempt ON attempt.seq = response.attempt
        WHERE {where} ORDER BY response.seq""",  # noqa: S608  written above
        values,
    )
    return tuple(_sound(rows, _answer))


def _path(text: str | None) -> str | None:
    """Return a file's path: kept as JSON, for a name on disk may be no text that UTF-8 can hold."""
    return None if text is None else str(json.loads(text))


def _answer(row: Row) -> PastAnswer:
    number, attempt, quiz, version, question, fingerprint, purpose, answer, *rest = row
    fraction, parts, scored, certainty, at, seal = rest
    given = Answered(
        *(attempt, quiz, version, question, fingerprint, Purpose(purpose)),
        *(json.loads(answer), fraction, tuple(json.loads(parts)), bool(scored)),
        *(certainty, moment(at)),
    )
    if given.seal != seal:
        raise ValueError("the seal is broken")
    return PastAnswer(number, given)


def _past_attempt(row: Row) -> PastAttempt:
    key, begun, ended, purpose, mode, form, version, result, plan, answered = row
    from quiz.store import results  # noqa: PLC0415  not needed to begin an attempt

    return PastAttempt(
        key=key,
        begun=moment(begun),
        ended=moment(ended) if ended else None,
        purpose=Purpose(purpose),
        mode=mode,
        form=form,
        version=version,
        answered=answered,
        asked=len(json.loads(plan)),
        result=results.from_data(json.loads(result)) if result else None,
    )


def _exercise(row: Row) -> Exercise:
    key, assignment, quiz, title, learner, begun, ended, plan, answered, *rest = row
    stem, text, folder, placed, placed_at = rest
    return Exercise(
        key=key,
        assignment=assignment,
        quiz=quiz,
        title=title,
        learner=learner,
        begun=moment(begun),
        ended=moment(ended) if ended else None,
        asked=len(json.loads(plan)),
        answered=answered,
        submission=Submitted(key, stem, text, str(json.loads(folder))) if text else None,
        placed=Placed(key, str(json.loads(placed)), moment(placed_at)) if placed else None,
    )


def _memory(row: Row) -> Memory:
    from quiz.engine.memory import Memory  # noqa: PLC0415  not needed to begin an attempt

    stability, difficulty, due, last_review = row
    if not (0 < stability < math.inf and 1 <= difficulty <= 10):
        raise ValueError("out of the bounds of FSRS")
    return Memory(
        stability=float(stability),
        difficulty=float(difficulty),
        due=moment(due),
        last_review=moment(last_review),
    )


def _sound(rows: Iterable[Row], make: Callable[[Row], T]) -> Iterator[T]:
    """Yield what can be made of rows; one that a fault of the disk has touched is left out."""
    for row in rows:
        try:
            made = make(row)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            continue
        yield made
