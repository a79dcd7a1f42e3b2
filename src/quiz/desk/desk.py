"""The desk: every use case once, for all doors."""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from threading import Lock
from typing import TYPE_CHECKING, Self

from quiz.desk import sitting as sittings
from quiz.desk.calendar import Calendar
from quiz.desk.exercises import Delivered, Exercises, Undelivered
from quiz.desk.library import Library
from quiz.desk.resuming import kept_sitting
from quiz.desk.reviewing import Asking, mixed
from quiz.desk.sitting import Form, Purpose, Sitting
from quiz.desk.values import Due, Kept, PastAnswer, PastSitting, Shelved, Summary
from quiz.engine.selection import Asked, Wanted, lay_out, of_form, select
from quiz.engine.session import Mode, Session
from quiz.model.assignment import Assignment, Terms
from quiz.model.bank import Bank
from quiz.model.posed import posed
from quiz.model.problem import QuizError, UnreadableQuiz
from quiz.model.question import Question, fingerprint
from quiz.model.value import replace
from quiz.store import reading
from quiz.store.past import Exercise
from quiz.store.records import Ended
from quiz.store.settings import Settings, read

if TYPE_CHECKING:
    from quiz.check.report.checked import Checked
    from quiz.store.journal import Journal


def _utc_now() -> datetime:
    return datetime.now(UTC)


def _any_seed() -> int:
    return int.from_bytes(os.urandom(4))


def _new_key() -> str:
    return os.urandom(8).hex()


class Desk:
    """Where quizzes are opened and answers kept."""

    def __init__(
        self,
        folder: Path,
        *,
        elsewhere: tuple[Path, ...] = (),
        now: Callable[[], datetime] = _utc_now,
        seed: Callable[[], int] = _any_seed,
        settings: Settings = Settings(),  # noqa: B008  it is frozen
    ) -> None:
        self.folder = folder
        """Where the data lie."""
        self._elsewhere = elsewhere
        self._now = now
        self._seed = seed
        self.settings = settings
        """What the user has set."""
        self._library = Library()
        self._exercises = Exercises(lambda: self._journal, self._library, now, _new_key)
        self._opened: Journal | None = None
        self._lock = Lock()

    @classmethod
    def at_home(cls) -> Self:
        """Return the desk over the user's own data folder, with what the user has set.

        Raises:
            BadSettings: the settings can't be used.
        """
        from platformdirs import (  # noqa: PLC0415  only here
            user_config_path,
            user_data_path,
            user_state_path,
        )

        from quiz.store.waiting import temporary  # noqa: PLC0415  only here

        elsewhere = (user_state_path("quiz"), temporary())
        settings = read(user_config_path("quiz") / "settings.toml")
        return cls(user_data_path("quiz"), elsewhere=elsewhere, settings=settings)

    @property
    def _journal(self) -> "Journal":
        from quiz.store.journal import Journal  # noqa: PLC0415  SQLite takes its time

        with self._lock:
            if self._opened is None:
                self._opened = Journal(
                    self.folder, self._now, self._elsewhere, self.settings.longest_days
                )
            return self._opened

    @property
    def _calendar(self) -> Calendar:
        return Calendar(self._journal, self._library, self._now)

    @property
    def trouble(self) -> str | None:
        """Why answers can't be kept now, and where they are written instead, in words.

        None as long as all is well, and before anything was read or written.
        """
        return self._opened.trouble if self._opened else None

    def notices(self) -> tuple[str, ...]:
        """Return what happened to the history that the user should know, each thing once."""
        return self._opened.notices() if self._opened else ()

    def open_quiz(self, name: str) -> Bank:
        """Return the quiz of a name on the shelf, or of a file.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
        """
        return self._library.open(name)

    def open_quiz_or_exercise(self, name: str) -> Bank | Assignment:
        """Return the quiz of a name on the shelf, or what a file holds: a quiz or an assignment.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: the file says that it is an assignment, and can't be read as one.
        """
        return self._library.open_any(name)

    def shelf(self) -> tuple[Shelved, ...]:
        """Return every quiz on the shelf, those too that can't be read."""
        return tuple(map(self._shelved, self._library.files()))

    def _shelved(self, path: Path) -> Shelved:
        try:
            bank = self._library.open(str(path))
        except UnreadableQuiz as error:
            return Shelved(path.stem, path, None, error.problems)
        except QuizError:
            return Shelved(path.stem, path, None)
        read = self._journal.read
        return Shelved(
            name=path.stem,
            path=path,
            bank=bank,
            summary=read(lambda c: reading.summary(c, bank.id), Summary()),
            due=len(self._calendar.due_of(bank)),
            unfinished=read(lambda c: reading.unfinished(c, bank.id), None),
        )

    def look(self, path: Path) -> "Checked":
        """Return what is weak in a quiz file, or why it can't be read."""
        from quiz.desk.inspecting import look  # noqa: PLC0415  for authors alone

        return look(path, self._now().astimezone().date())

    def begin(  # noqa: PLR0913  each is a choice of the learner
        self,
        bank: Bank,
        wanted: Wanted,
        *,
        mode: Mode,
        seed: int | None = None,
        certainty: bool = False,
        purpose: Purpose = Purpose.FIRST,
        form: Form | None = None,
    ) -> Sitting:
        """Return a new sitting at its first question, kept on disk so that it can be taken up.

        Raises:
            NothingToAsk: no question fits, or the quiz has no such form.
        """
        seed = self._seed() if seed is None else seed
        asked = select(bank, of_form(bank, wanted, form), Random(seed))  # noqa: S311  an order
        session = Session.begin(bank, asked, mode)
        sitting = Sitting(_new_key(), session, purpose, seed, certainty, form, self._now())
        saved = self._journal.write(sittings.beginning(sitting, self._library.path_of(bank)))
        return replace(sitting, saved=saved)

    def unfinished(self, bank: Bank) -> Sitting | None:
        """Return the latest sitting of a quiz that isn't over, at the question where it stood."""
        kept = kept_sitting(
            self._journal,
            lambda begun: begun.quiz == bank.id and begun.purpose is Purpose.FIRST,
            lambda connection: reading.open_sitting(connection, bank.id),
        )
        if kept is None:
            return None
        planned = bank.named({planned.question for planned in kept.begun.plan})
        taken = sittings.taken_up(bank, planned.values(), kept)
        if taken is None:
            begun = kept.begun
            self._journal.write(Ended(begun.sitting, bank.id, begun.purpose, self._now(), None))
            return None
        sitting, replanned = taken
        saved = self._journal.write(*([replanned] if replanned else []))
        return replace(sitting, saved=saved)

    def keep(self, sitting: Sitting, session: Session) -> Sitting:
        """Keep what changed since the sitting's session, and return the sitting with the new one.

        A new answer is on disk before this returns. Never raises for trouble with the disk:
        `saved` says whether all is in the history, `trouble` why not.
        """
        records = tuple(sittings.changes(sitting, session, self._now()))
        if not records and sitting.saved:
            return replace(sitting, session=session)
        if sitting.purpose is Purpose.REVIEW:
            records = (
                sittings.beginning(sitting, self._library.path_of(sitting.session.bank)),
                *records,
            )
        return replace(sitting, session=session, saved=self._journal.write(*records))

    def abandon(self, sitting: Sitting) -> None:
        """Leave a sitting for good: it stays in the history, and is never offered again."""
        bank = sitting.session.bank
        self._journal.write(Ended(sitting.key, bank.id, sitting.purpose, self._now(), None))

    def open_to_copy(self, name: str) -> tuple[Bank, str]:
        """Return the quiz of a name on the shelf, or of a file, and the text of its file.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
        """
        return self._library.open_to_copy(name)

    def assign(
        self, bank: Bank, wanted: Wanted, terms: Terms, source: str | None = None
    ) -> Assignment:
        """Return a new assignment of a quiz; with its key where the text of its file goes along.

        Raises:
            NothingToAsk: no question fits, or the quiz has no such form.
        """
        from quiz.engine.assigning import assign  # noqa: PLC0415  for teachers alone

        rng = Random(self._seed() if terms.seed is None else terms.seed)  # noqa: S311  a draw
        return assign(bank, wanted, terms, id=_new_key(), rng=rng, source=source)

    def begin_exercise(self, assignment: Assignment, learner: str) -> Sitting:
        """Return a new sitting of an assignment at its first question, kept on disk.

        Raises:
            NoName: that is no name of a learner.
        """
        return self._exercises.begin(assignment, learner)

    def unfinished_exercise(self, assignment: Assignment, learner: str) -> Sitting | None:
        """Return the learner's sitting of an assignment that wasn't handed in, where it stood.

        Raises:
            NoName: that is no name of a learner.
        """
        return self._exercises.unfinished(assignment, learner)

    def hand_in(
        self, assignment: Assignment, sitting: Sitting, folder: Path | None = None
    ) -> Delivered | Undelivered:
        """Finish a sitting as it is, and put its result file where the assignment says.

        It goes into another folder where one is given. What is handed in is on disk here before. A
        second call hands nothing in again.
        """
        return self._exercises.hand_in(assignment, sitting, folder)

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
        self, seed: int | None = None, only: Bank | None = None, *, certainty: bool = False
    ) -> tuple[Sitting, ...]:
        """Return what is due today as sittings of one question each, quizzes taking turns.

        Each is kept once it is answered, so that there is nothing to take up again: what was not
        answered stays due.
        """
        seed = self._seed() if seed is None else seed
        due = [one for one in self.due() if only is None or one.bank.id == only.id]
        return tuple(self._review_of(asking, seed, certainty) for asking in mixed(due, seed))

    def _review_of(self, asking: Asking, seed: int, certainty: bool) -> Sitting:
        bank, question = asking
        asked = (Asked(question, lay_out(posed(question), Random(seed))),)  # noqa: S311  an order
        session = Session.begin(bank, asked)
        return Sitting(
            *(_new_key(), session, Purpose.REVIEW, seed, certainty, None, self._now()),
            saved=True,
        )

    def comes_back(self, sitting: Sitting) -> Mapping[str, date]:
        """Return the day on which each question of a sitting comes back, by its id."""
        return self._calendar.comes_back(
            sitting.session.bank, [asked.keyed for asked in sitting.session.asked if asked.keyed]
        )

    def known(self, bank: Bank) -> tuple[int, int]:
        """Return how many questions of a quiz are firmly known, and how many earn points."""
        return self._calendar.known(bank)

    def past(self, bank: Bank) -> tuple[PastSitting, ...]:
        """Return the sittings of a quiz that count, the oldest first."""
        return self._journal.read(lambda c: reading.past_sittings(c, bank.id), ())

    def kept(self, name: str | None = None) -> tuple[Kept, ...]:
        """Return what is kept of a quiz, or of every quiz in the order of their titles.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        rows = self._journal.read(reading.quizzes, ())
        wanted = None if name is None else self._quiz_id(name)
        found = [self._kept(*row) for row in rows if wanted in {None, row[0]}]
        if name is not None and not found:
            bank = self._library.open(name)
            return (Kept(bank.id, bank.title, bank, ()),)
        return tuple(found)

    def _kept(self, quiz: str, title: str, path: str | None) -> Kept:
        sittings = self._journal.read(lambda c: reading.past_sittings(c, quiz), ())
        return Kept(quiz, title, self._library.find_again(quiz, path), sittings)

    def before(self, bank: Bank) -> PastSitting | None:
        """Return the latest finished sitting of the form that is asked before teaching."""
        done = [past for past in self.past(bank) if past.form == "pre" and past.result]
        return done[-1] if done else None

    def question_past(self, bank: Bank, question: Question) -> tuple[PastAnswer, ...]:
        """Return the answers to a question as it is now, the oldest first."""
        mark = fingerprint(question)
        return self._journal.read(lambda c: reading.answers_of(c, bank.id, question.id, mark), ())

    def history(self, name: str | None = None) -> tuple[PastAnswer, ...]:
        """Return every answer to a quiz, or to all, in the order in which they were given.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        quiz = None if name is None else self._quiz_id(name)
        return self._journal.read(lambda c: reading.all_answers(c, quiz), ())

    def forget(self, name: str | None) -> int:
        """Delete what is kept of a quiz, or of all for None; return how many answers that were.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
            QuizError: it can't be deleted now.
        """
        return self._journal.forget(None if name is None else self._quiz_id(name))

    def close(self) -> None:
        """Try once more to keep what could not be kept, and let go of the history."""
        if self._opened:
            self._opened.close()

    def _quiz_id(self, name: str) -> str:
        if name in self._journal.read(reading.ids, frozenset()):
            return name
        return self._library.open(name).id
