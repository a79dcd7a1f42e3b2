"""The desk: every use case once, for all doors. Each part is imported when it is first needed."""

from __future__ import annotations

import os
from _thread import allocate_lock
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar

from platformdirs import user_config_path, user_data_path, user_state_path

from quiz.check.report.checked import Checked
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Session
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.service.attempt import Attempt, Form
from quiz.service.exercises import Delivered, Undelivered
from quiz.service.library import Library
from quiz.service.values import Due, Kept, PastAnswer, PastAttempt, Shelved
from quiz.store.past import Exercise
from quiz.store.settings import Settings, read

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from _typeshed import StrPath

    from quiz.service.calendar import Calendar
    from quiz.service.exercises import Exercises
    from quiz.service.past import Past
    from quiz.service.taking import Taking
    from quiz.store.journal import Journal
Part = TypeVar("Part")


def _utc_now() -> datetime:
    from datetime import UTC, datetime  # noqa: PLC0415  not needed to ask

    return datetime.now(UTC)


def _any_seed() -> int:
    return int.from_bytes(os.urandom(4))


def _new_key() -> str:
    return os.urandom(8).hex()


def _temporary() -> str:
    """Return the path of the folder among the temporary files that is the user's own."""
    places = (os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return os.path.join(next(filter(None, places), "/tmp"), f"quiz-{user}")  # noqa: S108  the journal looks whose it is


class Desk:
    """Where quizzes are opened and answers kept."""

    def __init__(
        self,
        folder: StrPath,
        *,
        elsewhere: tuple[StrPath, ...] = (),
        now: Callable[[], datetime] = _utc_now,
        seed: Callable[[], int] = _any_seed,
        settings: Settings = Settings(),  # noqa: B008  it is frozen
    ) -> None:
        self._folder = folder
        self._elsewhere = elsewhere
        self._now = now
        self._seed = seed
        self.settings = settings
        """What the user has set."""
        self._library = Library()
        self._opened: Journal | None = None
        self._parts: dict[type, Any] = {}
        self._lock = allocate_lock()  # that of threading, without the rest of it

    @classmethod
    def at_home(cls) -> Self:
        """Return the desk over the user's own data folder, with what the user has set.

        Raises:
            BadSettings: the settings can't be used.
        """
        elsewhere = (user_state_path("quiz", appauthor=False), _temporary())
        settings = read(user_config_path("quiz", appauthor=False) / "settings.toml")
        data = user_data_path("quiz", appauthor=False)
        return cls(data, elsewhere=elsewhere, settings=settings)

    @property
    def folder(self) -> Path:
        """Where the data lie."""
        from pathlib import Path  # noqa: PLC0415  not needed to ask

        return Path(self._folder)

    @property
    def _journal(self) -> Journal:
        from pathlib import Path  # noqa: PLC0415  not needed to ask

        from quiz.store.journal import Journal  # noqa: PLC0415  SQLite takes its time

        with self._lock:
            if self._opened is None:
                elsewhere = tuple(map(Path, self._elsewhere))
                self._opened = Journal(
                    self.folder, self._now, elsewhere, self.settings.longest_days
                )
            return self._opened

    def _part(self, kind: type[Part], make: Callable[[], Part]) -> Part:
        """Return a part of the desk, made when it is first needed."""
        part: Part = self._parts.get(kind) or self._parts.setdefault(kind, make())
        return part

    @property
    def _taking(self) -> Taking:
        from quiz.service.taking import Taking  # noqa: PLC0415  each part once it is needed

        return self._part(Taking, lambda: Taking(self._journal, self._library, self._now, _new_key))

    @property
    def _calendar(self) -> Calendar:
        from quiz.service.calendar import Calendar  # noqa: PLC0415

        return self._part(Calendar, lambda: Calendar(self._journal, self._library, self._now))

    @property
    def _past(self) -> Past:
        from quiz.service.past import Past  # noqa: PLC0415

        return self._part(Past, lambda: Past(self._journal, self._library))

    @property
    def _exercises(self) -> Exercises:
        from quiz.service.exercises import Exercises  # noqa: PLC0415

        return self._part(
            Exercises, lambda: Exercises(lambda: self._journal, self._library, self._now, _new_key)
        )

    @property
    def trouble(self) -> str | None:
        """Why answers can't be kept now, and where they are written instead, in words.

        None as long as all is well, and before anything was read or written.
        """
        return self._opened.trouble if self._opened else None

    def notices(self) -> tuple[str, ...]:
        """Return what happened to the history that the user should know, each thing once."""
        return self._opened.notices() if self._opened else ()

    def open_quiz(self, name: str) -> Quiz:
        """Return the quiz of a name on the shelf, or of a file.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
        """
        return self._library.open(name)

    def open_quiz_or_exercise(self, name: str) -> Quiz | Assignment:
        """Return the quiz of a name on the shelf, or what a file holds: a quiz or an assignment.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: the file says that it is an assignment, and can't be read as one.
        """
        return self._library.open_any(name)

    def shelf(self) -> tuple[Shelved, ...]:
        """Return every quiz on the shelf, those too that can't be read."""
        from quiz.service.shelf import Shelf  # noqa: PLC0415  not needed to take a quiz

        return Shelf(self._journal, self._library, self._calendar).quizzes()

    def look(self, path: Path) -> Checked:
        """Return what is weak in a quiz file, or why it can't be read."""
        from quiz.service.inspecting import look  # noqa: PLC0415  for authors alone

        return look(path, self._now().astimezone().date())

    def draw(  # noqa: PLR0913  each is a choice of the learner
        self,
        quiz: Quiz,
        wanted: QuestionFilter,
        *,
        mode: Mode,
        seed: int | None = None,
        certainty: bool = False,
        form: Form | None = None,
    ) -> Attempt:
        """Return a new attempt at its first question; the first `keep` puts it on disk.

        Raises:
            NothingToAsk: no question fits, or the quiz has no such form.
        """
        from quiz.service.attempt import drawn  # noqa: PLC0415  not needed to choose a quiz

        seed = self._seed() if seed is None else seed
        return drawn(
            *(quiz, wanted),
            key=_new_key(),
            mode=mode,
            seed=seed,
            certainty=certainty,
            form=form,
        )

    def again(self, attempt: Attempt) -> Attempt:
        """Return a new attempt of what was missed in one: practice, kept apart from what counts."""
        return self._taking.again(attempt, self._seed())

    def unfinished(self, quiz: Quiz) -> Attempt | None:
        """Return the latest attempt of a quiz that isn't over, at the question where it stood."""
        return self._taking.unfinished(quiz)

    def keep(self, attempt: Attempt, session: Session) -> Attempt:
        """Keep what changed since the attempt's session, and return the attempt with the new one.

        A new answer is on disk before this returns. Never raises for trouble with the disk:
        `saved` says whether all is in the history, `trouble` why not.
        """
        return self._taking.keep(attempt, session)

    def abandon(self, attempt: Attempt) -> None:
        """Leave an attempt for good: it stays in the history, and is never offered again."""
        self._taking.abandon(attempt)

    def open_to_copy(self, name: str) -> tuple[Quiz, str]:
        """Return the quiz of a name on the shelf, or of a file, and the text of its file.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
        """
        return self._library.open_to_copy(name)

    def is_shipped(self, name: str) -> bool:
        """Return whether the quiz of that name comes with the program, for everybody to read."""
        return self._library.is_shipped(name)

    def assign(
        self,
        quiz: Quiz,
        wanted: QuestionFilter,
        terms: AssignmentSettings,
        source: str | None = None,
    ) -> Assignment:
        """Return a new assignment of a quiz; with its key where the text of its file goes along.

        Raises:
            NothingToAsk: no question fits, or the quiz has no such form.
        """
        from random import Random  # noqa: PLC0415  for teachers alone

        from quiz.engine.assigning import assign  # noqa: PLC0415

        rng = Random(self._seed() if terms.seed is None else terms.seed)  # noqa: S311  a draw
        return assign(quiz, wanted, terms, id=_new_key(), rng=rng, source=source)

    def begin_exercise(self, assignment: Assignment, learner: str) -> Attempt:
        """Return a new attempt of an assignment at its first question, kept on disk.

        Raises:
            NoName: that is no name of a learner.
        """
        return self._exercises.begin(assignment, learner)

    def unfinished_exercise(self, assignment: Assignment, learner: str) -> Attempt | None:
        """Return the learner's attempt of an assignment that wasn't handed in, where it stood.

        Raises:
            NoName: that is no name of a learner.
        """
        return self._exercises.unfinished(assignment, learner)

    def hand_in(
        self, assignment: Assignment, attempt: Attempt, folder: Path | None = None
    ) -> Delivered | Undelivered:
        """Finish an attempt as it is, and put its result file where the assignment says.

        It goes into another folder where one is given. What is handed in is on disk here before. A
        second call hands nothing in again.
        """
        return self._exercises.hand_in(assignment, attempt, folder)

    def earlier(self, assignment: Assignment, learner: str) -> str | None:
        """Return what became of it when the learner took it before, in words; None if never.

        What still waits is handed in, if that works now.

        Raises:
            NoName: that is no name of a learner.
        """
        return self._exercises.earlier(assignment, learner)

    def exercises(self, assignment: Assignment | None = None) -> tuple[Exercise, ...]:
        """Return the exercises that were taken at this computer, the oldest first."""
        if assignment is None:
            return self._exercises.all()
        return self._exercises.all("assignment = ?", assignment.id)

    def deliver(self, done: Exercise, folder: Path | None = None) -> Delivered | Undelivered:
        """Hand in an exercise that waits, into another folder where one is given."""
        return self._exercises.deliver(done, folder)

    def due(self) -> tuple[Due, ...]:
        """Return what is due today, and the next day after it, of every quiz of the history.

        Quizzes that are gone or can't be read are left out.
        """
        return self._calendar.due()

    def review(
        self, seed: int | None = None, only: Quiz | None = None, *, certainty: bool = False
    ) -> tuple[Attempt, ...]:
        """Return what is due today as attempts of one question each, quizzes taking turns.

        Each is kept once it is answered, so that there is nothing to take up again: what was not
        answered stays due.
        """
        seed = self._seed() if seed is None else seed
        due = [one for one in self.due() if only is None or one.quiz.id == only.id]
        return self._taking.review(due, seed, certainty=certainty)

    def comes_back(self, attempt: Attempt) -> Mapping[str, date]:
        """Return the day on which each question of an attempt comes back, by its id."""
        return self._calendar.comes_back(
            attempt.session.quiz,
            [asked.with_answers for asked in attempt.session.asked if asked.with_answers],
        )

    def known(self, quiz: Quiz) -> tuple[int, int]:
        """Return how many questions of a quiz are firmly known, and how many earn points."""
        return self._calendar.known(quiz)

    def past(self, quiz: Quiz) -> tuple[PastAttempt, ...]:
        """Return the attempts of a quiz that count, the oldest first."""
        return self._past.attempts(quiz)

    def kept(self, name: str | None = None) -> tuple[Kept, ...]:
        """Return what is kept of a quiz, or of every quiz in the order of their titles.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        return self._past.kept(name)

    def before(self, quiz: Quiz) -> PastAttempt | None:
        """Return the latest finished attempt of the form that is asked before teaching."""
        return self._past.before(quiz)

    def question_past(self, quiz: Quiz, question: Question) -> tuple[PastAnswer, ...]:
        """Return the answers to a question as it is now, the oldest first."""
        return self._past.of_question(quiz, question)

    def history(self, name: str | None = None) -> tuple[PastAnswer, ...]:
        """Return every answer to a quiz, or to all, in the order in which they were given.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        return self._past.answers(name)

    def forget(self, name: str | None) -> int:
        """Delete what is kept of a quiz, or of all for None; return how many answers that were.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
            QuizError: it can't be deleted now.
        """
        return self._past.forget(name)

    def close(self) -> None:
        """Try once more to keep what could not be kept, and let go of the history."""
        if self._opened:
            self._opened.close()
