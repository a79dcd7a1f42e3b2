"""A class on paper: entries kept line by line, and handed in as result files."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from quiz import __version__
from quiz.assignment import file, placing, submission_data
from quiz.assignment.collecting import collect
from quiz.engine.digest import digest
from quiz.engine.paper_variant import PaperVariant
from quiz.engine.redaction import quiz_content_id, redact
from quiz.files import write_whole
from quiz.model.quiz import Form, Quiz
from quiz.model.submission import Submission, folded
from quiz.service.paper_entry import Entry
from quiz.store.errors import in_words

_DRAFT = ".draft"


class PaperClass:
    """The sheets of one set, and the folder in which their results lie.

    An entry that is not finished is a hidden file there, so that it moves along with the results.
    """

    def __init__(
        self,
        quiz: Quiz,
        drawn: Sequence[PaperVariant],
        folder: Path,
        form: Form | None,
        now: Callable[[], datetime],
    ) -> None:
        self.quiz = quiz
        self.drawn = tuple(drawn)
        """Its versions."""
        self.folder = folder
        """Where the results lie."""
        self.form = form
        self._now = now
        self._assignment = self._assignment_id()
        self._done = dict(self._results())

    def _assignment_id(self) -> str:
        """Return 16 hex digits: the same for the same sheets."""
        first, passage = self.drawn[0], self.quiz.passage
        content_ids = sorted(
            redact(asked.with_answers, passage).id for asked in first.asked if asked.with_answers
        )
        return digest(["paper", self.quiz.id, self.form, first.seed, content_ids])

    def _results(self) -> Iterator[tuple[str, tuple[Path, Submission]]]:
        for found in collect([self.folder]) if self.folder.is_dir() else ():
            held = found.holds
            zipped = not found.path.is_file()
            if isinstance(held, Submission) and held.assignment == self._assignment and not zipped:
                yield folded(held.learner), (found.path, held)

    def now(self) -> datetime:
        """Return the time."""
        return self._now()

    @property
    def finished(self) -> int:
        """How many learners have a result."""
        return len(self._done)

    def is_finished(self, learner: str) -> bool:
        """Return whether a learner has a result."""
        return folded(learner) in self._done

    def unfinished(self) -> tuple[str, ...]:
        """Return the learners whose entries were begun and not finished."""
        found = map(_draft_in, sorted(self.folder.glob(f".*{_DRAFT}")))
        return tuple(
            draft.learner for draft in found if draft and draft.assignment == self._assignment
        )

    def before(self, learner: str) -> Submission | None:
        """Return what was typed of a learner's sheet: what is unfinished, else the result."""
        draft = _draft_in(self._draft(learner))
        if draft and draft.assignment == self._assignment:
            return draft
        return self._done[folded(learner)][1] if self.is_finished(learner) else None

    def version_of(self, submission: Submission) -> PaperVariant | None:
        """Return the version that asks in the order of a submission; None where two do."""
        fitting = [
            version
            for version in self.drawn
            if Entry("", version, submission.begun).content_ids(self.quiz.passage)
            == submission.asked
        ]
        return fitting[0] if len(fitting) == 1 else None

    def begin(self, learner: str, version: PaperVariant) -> Entry:
        """Return an entry in which nothing was typed."""
        return Entry(learner, version, self._now())

    def take_up(self, submission: Submission, version: PaperVariant) -> Entry:
        """Return an entry as it was typed before."""
        entry = Entry(submission.learner, version, submission.begun)
        return entry.reopened(submission.replies, self.quiz.passage)

    def save(self, entry: Entry) -> None:
        """Save an entry that is not finished; one without an answer is forgotten.

        Raises:
            StorageError: it can't be saved now.
        """
        try:
            if entry.replies:
                self.folder.mkdir(parents=True, exist_ok=True)
                write_whole(self._draft(entry.learner), self._text(entry).encode())
            else:
                self._draft(entry.learner).unlink(missing_ok=True)
        except OSError as error:
            raise in_words(error, self.folder / "results") from error

    def finish(self, entry: Entry) -> Path:
        """Hand an entry in as a result file, and return that; an earlier one is set aside.

        Raises:
            StorageError: it can't be written now.
        """
        try:
            path = self._handed_in(entry)
        except OSError as error:
            raise in_words(error, self.folder / "results") from error
        with suppress(OSError):
            self._draft(entry.learner).unlink()
        return path

    def _handed_in(self, entry: Entry) -> Path:
        before = self._done.get(folded(entry.learner))
        if before and before[1].replies == entry.redacted(self.quiz.passage):
            return before[0]
        self.folder.mkdir(parents=True, exist_ok=True)
        stem = placing.stem(self.quiz.id, self.form or "", entry.learner)
        path = placing.place(self.folder, stem, self._text(entry))
        if before:
            placing.set_aside(before[0])
        self._done[folded(entry.learner)] = path, self._submission(entry)
        return path

    def _draft(self, learner: str) -> Path:
        """Return the file of a learner's unfinished entry: no other learner has it."""
        name = folded(learner)
        short = hashlib.sha256(name.encode()).hexdigest()[:8]
        return self.folder / f".{placing.stem(name)}-{short}{_DRAFT}"

    def _text(self, entry: Entry) -> str:
        return submission_data.to_text(self._submission(entry))

    def _submission(self, entry: Entry) -> Submission:
        passage = self.quiz.passage
        return Submission(
            assignment=self._assignment,
            quiz=self.quiz.id,
            version=self.quiz.version,
            fingerprint=quiz_content_id(self.quiz),
            learner=entry.learner,
            form=self.form,
            way="paper",
            begun=entry.begun,
            ended=self._now(),
            asked=entry.content_ids(passage),
            replies=entry.redacted(passage),
            program=__version__,
        )


def _draft_in(path: Path) -> Submission | None:
    try:
        return submission_data.from_bytes(file.contents(path, submission_data.LARGEST))
    except ValueError:
        return None
