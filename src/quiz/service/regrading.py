"""Marking over: the report of a class as a teacher grades its answers, kept beside the results."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from quiz.analysis.class_report import ClassReport
from quiz.analysis.marking import content_id
from quiz.analysis.regrading import regraded
from quiz.assignment import file, regrading_data
from quiz.engine.kinds import KINDS
from quiz.files import in_time, write_whole
from quiz.model.problem import QuizError
from quiz.model.question import Question
from quiz.model.regrading import MOST, Credit, Regrade
from quiz.model.text import clean_line

_ENDING = "-regrading.json"


class NotRegraded(QuizError):
    """An answer that can't be graded over, or a file of such that can't be read or written."""


def places(paths: Iterable[Path]) -> Sequence[Path]:
    """Return the files of what was graded over, one beside each folder or zip of results.

    They stand outside of the folder: learners may write in there, and hand in nothing that counts
    as the teacher's word.
    """
    return list(dict.fromkeys(in_time(partial(_beside, path)) for path in paths))


def _beside(path: Path) -> Path:
    whole = path.resolve()
    if whole.suffix.lower() == ".zip":
        folder = whole.with_suffix("")
    else:
        folder = whole if whole.is_dir() else whole.parent
    return folder.parent / f"{folder.name or 'results'}{_ENDING}"


def read(place: Path) -> tuple[Regrade, ...]:
    """Return what was graded over; nothing where there is no file.

    Raises:
        NotRegraded: the file can't be read.
    """
    if not in_time(place.exists):
        return ()
    try:
        return regrading_data.from_bytes(file.contents(place, regrading_data.LARGEST))
    except ValueError as error:
        raise NotRegraded(f"{clean_line(str(place))}: {error}.") from None


def forget(place: Path, quiz: str | None) -> int:
    """Delete what was graded over of a quiz, or of all for None; return how many answers.

    Raises:
        NotRegraded: the file can't be read or written.
    """
    kept = read(place)
    left = [one for one in kept if quiz not in {None, one.quiz}]
    if len(left) < len(kept):
        _write(place, left)
    return len(kept) - len(left)


class Regrader:
    """A class whose answers a teacher grades over, one decision after the other."""

    def __init__(self, report: ClassReport, paths: Iterable[Path]) -> None:
        self.report = report
        """The report with all that was graded over."""
        self.places = places(paths)
        """Where that is kept: the first for what is new."""

    def grade(
        self, question: Question, place: int, answer: str, credit: Credit | None
    ) -> ClassReport:
        """Return the report with points for an answer to a part; None leaves it to the key.

        The files are read anew before, so that what another program graded over meanwhile stays.

        Raises:
            NotRegraded: a file can't be read or written; then nothing has changed.
            TimeoutError: the drive does not answer.
        """
        entry = Regrade(
            quiz=self.report.quiz.id,
            question=content_id(question, self.report.quiz),
            blank=place + 1,
            answer=answer,
            points=credit or Credit.NONE,
            at=datetime.now(UTC).replace(microsecond=0),
        )
        same = partial(self._same, question, entry)
        kept = {path: read(path) for path in self.places}
        new = {path: [one for one in found if not same(one)] for path, found in kept.items()}
        if credit:
            new[self.places[0]].append(entry)
        for path, entries in new.items():
            if entries != list(kept[path]):
                _write(path, entries)
        made = [one for entries in new.values() for one in entries]
        self.report = regraded(self.report, made)
        return self.report

    def _same(self, question: Question, entry: Regrade, other: Regrade) -> bool:
        about = (entry.quiz, entry.question, entry.blank)
        if (other.quiz, other.question, other.blank) != about:
            return False
        same = partial(KINDS[question.kind].same_text, question, entry.blank - 1)
        quiz = self.report.quiz
        return same(entry.answer, quiz) == same(other.answer, quiz)


def _write(path: Path, entries: Sequence[Regrade]) -> None:
    if len(entries) > MOST:
        raise NotRegraded(f"At most {MOST:,} answers can be graded over.")
    try:
        if entries:
            data = regrading_data.to_text(entries).encode()
            in_time(lambda: write_whole(path, data, 0o600))
        else:
            with suppress(FileNotFoundError):
                in_time(path.unlink)
    except TimeoutError:
        raise
    except OSError as error:
        said = error.strerror or "it can't be written"
        raise NotRegraded(f"{clean_line(str(path))}: {said}. Nothing has changed.") from None
