"""Exercises: taking what a teacher handed out, and handing the answers in."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from sqlite3 import Connection

from quiz.engine import exercise
from quiz.engine.assigning import assign
from quiz.engine.exercise_wording import handed_in, waits
from quiz.engine.result import result
from quiz.engine.selection import QuestionFilter
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.quiz import Quiz
from quiz.model.submission import folded, named
from quiz.service import recording
from quiz.service.attempt import Attempt, new_id
from quiz.service.library import Library
from quiz.service.resuming import kept_attempt
from quiz.store import reading, results
from quiz.store.journal import Journal
from quiz.store.past import Exercise
from quiz.store.purpose import Purpose
from quiz.store.records import Begun, Ended, Placed, Submitted
from quiz.store.running import KeptAttempt


@dataclass(frozen=True, slots=True)
class Delivered:
    """An exercise that was handed in."""

    path: Path
    """Its result file."""


@dataclass(frozen=True, slots=True)
class Undelivered:
    """An exercise that could not be handed in yet."""

    why: str
    """Why not, as a clause without a full stop."""
    kept: bool
    """Whether it waits in the history on disk, for `quiz hand-in`."""


class Exercises:
    """The exercises at this computer; those of two learners know nothing of each other."""

    def __init__(
        self,
        store: Journal,
        library: Library,
        now: Callable[[], datetime],
        seed: Callable[[], int],
    ) -> None:
        self._store = store
        self._library = library
        self._now = now
        self._seed = seed
        self._over: dict[str, Submitted] = {}
        self._placed: dict[str, Path] = {}

    def start(self, assignment: Assignment, learner: str) -> Attempt:
        """Return a new attempt of an assignment at its first question, kept on disk.

        Raises:
            NoName: that is no name of a learner.
        """
        name, terms = named(learner), assignment.terms
        _, quiz = self._library.handed_out(assignment)
        seed = exercise.seed_for(assignment, name)
        session = exercise.begin(assignment, quiz, Random(seed))  # noqa: S311  an order
        attempt = Attempt(
            key=new_id(),
            session=session,
            purpose=Purpose.EXERCISE,
            seed=seed,
            certainty=terms.certainty,
            form=terms.form,
            assignment=assignment.id,
            learner=name,
        )
        begun = recording.beginning(attempt, None, self._now())
        return replace(attempt, saved=self._store.write(begun))

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
        rng = Random(self._seed() if terms.seed is None else terms.seed)  # noqa: S311  a draw
        return assign(quiz, wanted, terms, id=new_id(), rng=rng, source=source)

    def unfinished(self, assignment: Assignment, learner: str) -> Attempt | None:
        """Return the learner's attempt of an assignment that wasn't handed in, where it stood.

        Raises:
            NoName: that is no name of a learner.
        """
        name = folded(named(learner))
        kept = self._kept(
            assignment, lambda begun: begun.learner is not None and folded(begun.learner) == name
        )
        if kept is None:
            return None
        _, key = self._library.handed_out(assignment)
        asked = exercise.questions(assignment, key).values()
        taken = recording.taken_up(key or exercise.handed_out(assignment), asked, kept)
        if taken is None:
            begun = kept.begun
            self._store.write(Ended(begun.attempt, begun.quiz, begun.purpose, self._now(), None))
            return None
        attempt, replanned = taken
        saved = self._store.write(*([replanned] if replanned else []))
        return replace(attempt, saved=saved)

    def _kept(self, assignment: Assignment, wanted: Callable[[Begun], bool]) -> KeptAttempt | None:
        def on_disk(connection: Connection) -> KeptAttempt | None:
            found = reading.open_exercises(connection, assignment.id)
            return next((kept for kept in found if wanted(kept.begun)), None)

        return kept_attempt(
            self._store,
            lambda begun: begun.assignment == assignment.id and wanted(begun),
            on_disk,
        )

    def hand_in(
        self, assignment: Assignment, attempt: Attempt, folder: Path | None = None
    ) -> Delivered | Undelivered:
        """Finish an attempt as it is, and put its result file where the assignment says.

        It goes into another folder where one is given. What is handed in is on disk here before. A
        second call hands nothing in again.
        """
        kept = self._kept(assignment, lambda begun: begun.attempt == attempt.key)
        if kept:
            self._submit(assignment, attempt, kept)
        on_disk = self._taken("key = ?", attempt.key)
        if on_disk and on_disk[0].submission:
            return self.deliver(on_disk[0], folder)
        if attempt.key in self._over:
            return self._deliver(self._over[attempt.key], folder)
        return Undelivered("its answers were deleted meanwhile", kept=False)

    def _submit(self, assignment: Assignment, attempt: Attempt, kept: KeptAttempt) -> None:
        """Keep what is handed in, in the same moment in which the attempt is over."""
        from quiz.service.submitting import submitted  # noqa: PLC0415  only once, at the end

        now = self._now()
        folder, quiz = self._library.handed_out(assignment)
        target = folder / (assignment.terms.folder or "")
        over = submitted(assignment, quiz, kept, now, target)
        outcome = results.to_data(result(attempt.session.finish())) if quiz else None
        ended = Ended(attempt.key, kept.begun.quiz, kept.begun.purpose, now, outcome)
        self._store.write(over, ended)
        self._over[attempt.key] = over

    def earlier(self, assignment: Assignment, learner: str) -> str | None:
        """Return what became of it when the learner took it before, in words; None if never.

        Raises:
            NoName: that is no name of a learner.
        """
        name, told = folded(named(learner)), None
        for done in reversed(self.taken(assignment)):
            if done.ended and done.submission and folded(done.learner) == name:
                handed = self.deliver(done)
                if isinstance(handed, Undelivered):
                    told = waits(done.ended.astimezone(), handed.why)
                else:
                    told = handed_in(done.ended.astimezone())
        return told

    def taken(self, assignment: Assignment | None = None) -> tuple[Exercise, ...]:
        """Return the exercises that were taken at this computer, the oldest first."""
        if assignment is None:
            return self._taken("true")
        return self._taken("assignment = ?", assignment.id)

    def _taken(self, where: str, *values: str) -> tuple[Exercise, ...]:
        return self._store.read(lambda c: reading.exercises(c, where, *values), ())

    def deliver(self, done: Exercise, folder: Path | None = None) -> Delivered | Undelivered:
        """Hand in an exercise that waits, into another folder where one is given."""
        if done.placed:
            return Delivered(Path(done.placed.path))
        if done.submission is None:
            return Undelivered("it isn't finished", kept=True)
        return self._deliver(done.submission, folder)

    def _deliver(self, over: Submitted, folder: Path | None = None) -> Delivered | Undelivered:
        from quiz.assignment.placing import place  # noqa: PLC0415  only at the end
        from quiz.store.trouble import in_words  # noqa: PLC0415

        if over.attempt in self._placed:
            return Delivered(self._placed[over.attempt])
        target = folder or Path(over.folder)
        try:
            path = place(target, over.stem, over.text)
        except OSError as error:
            return Undelivered(str(in_words(error, target / over.stem)), self._store.write())
        self._placed[over.attempt] = path
        self._store.write(Placed(over.attempt, str(path), self._now()))
        return Delivered(path)
