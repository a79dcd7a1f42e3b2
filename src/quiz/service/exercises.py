"""Exercises: taking what a teacher handed out, and handing the answers in."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random

from quiz.assignment.placing import place, returned_stem
from quiz.engine import exercise
from quiz.engine.assigning import assign
from quiz.engine.exercise_wording import handed_in, waits
from quiz.engine.selection import QuestionFilter
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.submission import folded, named
from quiz.service.attempt import Attempt, new_attempt, new_id
from quiz.service.attempts import Attempts, as_record
from quiz.service.library import Library
from quiz.service.submitting import submission_of
from quiz.store import queries
from quiz.store.errors import in_words
from quiz.store.purpose import Purpose
from quiz.store.records import AttemptRecord
from quiz.store.store import Store


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
    saved: bool
    """Whether it waits in the history on disk, for `quiz hand-in`."""


@dataclass
class Exercises:
    """The exercises at this computer; those of two learners know nothing of each other."""

    _store: Store
    _library: Library
    _attempts: Attempts
    _now: Callable[[], datetime]
    _seed: Callable[[], int]

    def start(self, assignment: Assignment, learner: str) -> Attempt:
        """Return a new attempt of an assignment at its first question, kept on disk.

        Raises:
            NoName: that is no name of a learner.
        """
        name, terms = named(learner), assignment.terms
        _, quiz = self._library.handed_out(assignment)
        seed = exercise.seed_for(assignment, name)
        session = exercise.begin(assignment, quiz, Random(seed))
        attempt = new_attempt(
            session,
            Purpose.EXERCISE,
            seed,
            certainty=terms.certainty,
            form=terms.form,
            assignment=assignment.id,
            learner=name,
        )
        return self._attempts.save(attempt, session)

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
        rng = Random(self._seed() if terms.seed is None else terms.seed)
        return assign(quiz, wanted, terms, id=new_id(), rng=rng, source=source)

    def unfinished(self, assignment: Assignment, learner: str) -> Attempt | None:
        """Return the learner's attempt of an assignment that wasn't handed in, where it stood.

        Raises:
            NoName: that is no name of a learner.
        """
        name = folded(named(learner))
        for record in self._store.unfinished(assignment.quiz):
            if record.assignment == assignment.id and folded(record.learner) == name:
                _, quiz = self._library.handed_out(assignment)
                asked = exercise.questions(assignment, quiz).values()
                return self._attempts.take_up(
                    quiz or exercise.handed_out(assignment), asked, record
                )
        return None

    def hand_in(
        self, assignment: Assignment, attempt: Attempt, folder: Path | None = None
    ) -> Delivered | Undelivered:
        """Finish an attempt as it is, and put its result file where the assignment says.

        It goes into another folder where one is given. What is handed in is on disk here before. A
        second call hands nothing in again.
        """
        record = self._store.attempt(attempt.id)
        if record is None or record.submission is None:
            record = self._submit(assignment, attempt)
        return self.deliver(record, folder)

    def _submit(self, assignment: Assignment, attempt: Attempt) -> AttemptRecord:
        """Save what is handed in, in the same moment in which the attempt is over."""
        over = replace(attempt, session=attempt.session.finish(), ended=self._now())
        folder, quiz = self._library.handed_out(assignment)
        target = folder / (assignment.terms.folder or "")
        record = as_record(over, submission_of(assignment, quiz, over, target))
        self._store.save(record)
        return self._store.attempt(attempt.id) or record  # another program may have been first

    def returned(self, assignment: Assignment, learner: str) -> Returned | None:
        """Return what the teacher returned to a learner, where that lies by the exercise.

        It is looked for under its own name, beside the file of the exercise and where to hand in.

        Raises:
            NoName: that is no name of a learner.
        """
        name = named(learner)
        file = f"{returned_stem(assignment.quiz, assignment.terms.form, name)}.json"
        folder, _ = self._library.handed_out(assignment)
        for place_ in dict.fromkeys((folder, folder / (assignment.terms.folder or ""))):
            with suppress(QuizError, OSError):
                found = self._library.open_any(str(place_ / file))
                if isinstance(found, Returned) and _is_of(found, assignment, name):
                    return found
        return None

    def earlier(self, assignment: Assignment, learner: str) -> str | None:
        """Return what became of it when the learner took it before, in words; None if never.

        Raises:
            NoName: that is no name of a learner.
        """
        name = folded(named(learner))
        outcomes = [
            (done.ended.astimezone(), self.deliver(done))
            for done in self.taken(assignment)
            if done.ended and done.submission and folded(done.learner) == name
        ]
        match outcomes:
            case [(ended, Undelivered(why)), *_]:
                return waits(ended, why)
            case [(ended, Delivered()), *_]:
                return handed_in(ended)
        return None

    def taken(self, assignment: Assignment | None = None) -> list[AttemptRecord]:
        """Return the exercises that were taken at this computer, the oldest first."""
        of = assignment.id if assignment else None
        return self._store.read(lambda reader: queries.exercises(reader, of), [])

    def deliver(self, done: AttemptRecord, folder: Path | None = None) -> Delivered | Undelivered:
        """Hand in an exercise that waits, into another folder where one is given."""
        over = done.submission
        if over is None:
            return Undelivered("it isn't finished", saved=True)
        if over.placed:
            return Delivered(over.placed)
        target = folder or over.folder
        try:
            path = place(target, over.stem, over.text)
        except OSError as error:
            return Undelivered(str(in_words(error, target / over.stem)), self._store.flush())
        placed = replace(over, placed=path, placed_at=self._now())
        self._store.save(replace(done, submission=placed))
        return Delivered(path)


def _is_of(returned: Returned, assignment: Assignment, learner: str) -> bool:
    same = folded(returned.learner) == folded(learner)
    return same and returned.assignment == assignment.id
