"""The results of a class in browsers, as a folder of files that a report reads."""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from quiz import __version__
from quiz.assignment.placing import stem
from quiz.assignment.submission_data import LONGEST_TEXT, to_text
from quiz.engine.live_class import Phase
from quiz.engine.redaction import quiz_content_id, redact, redacted_answer
from quiz.engine.snapshot import Snapshot, TakenSeat
from quiz.files import write_folder
from quiz.model.answer import with_texts
from quiz.model.problem import QuizError
from quiz.model.question import Question
from quiz.model.seat import Vote
from quiz.model.submission import Reply, Submission
from quiz.store.class_records import ClassRecord
from quiz.store.errors import in_words


class NoResults(QuizError):
    """A class of which there is nothing to write."""


def write_results(
    record: ClassRecord, snapshot: Snapshot, seats: Sequence[TakenSeat], folder: Path
) -> Path:
    """Write a result file for each seat with an answer into a new folder, and return that.

    It appears with all of them, or not at all; a number is added where there is one of that name.
    What was answered before a talk is what counts; a learner who only joined has no result.

    Raises:
        NoResults: the class is not over, or nobody answered.
        StorageError: they can't be written now.
    """
    if snapshot.state.phase is not Phase.ENDED:
        raise NoResults("The class is not over yet: its results are written at the end.")
    files = dict(_files(record, snapshot, seats))
    if not files:
        raise NoResults("Nobody has answered, so there are no results to write.")
    target = next(one for one in _names(folder) if not one.exists())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_folder(target, files)
    except OSError as error:
        raise in_words(error, target) from error
    return target


def _names(folder: Path) -> Iterator[Path]:
    yield folder
    yield from (folder.with_name(f"{folder.name}-{number}") for number in count(2))


def _files(
    record: ClassRecord, snapshot: Snapshot, seats: Sequence[TakenSeat]
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the text of each file; the numbers of the seats keep the names apart."""
    lesson, state = snapshot.lesson, snapshot.state
    questions = [lesson.question(position) for position in range(state.opened)]
    asked = [redact(question, lesson.quiz.passage).id for question in questions]
    fingerprint = quiz_content_id(lesson.quiz)
    for seat, votes, _ in seats:
        replies = {
            asked[position]: _reply(questions[position], vote)
            for (position, round_), vote in sorted(votes.items())
            if round_ == 1 and position < state.opened
        }
        if replies:
            submission = Submission(
                assignment=record.assignment,
                quiz=lesson.quiz.id,
                version=lesson.quiz.version,
                fingerprint=fingerprint,
                learner=seat.shown,
                form=state.settings.form,
                begun=seat.joined.astimezone(),
                ended=max(reply.at for reply in replies.values()),
                asked=tuple(dict.fromkeys(asked)),
                replies=replies,
                program=__version__,
            )
            name = stem(lesson.quiz.id, state.settings.form or "", seat.shown, str(seat.id))
            yield f"{name}.json", to_text(submission).encode()


def _reply(question: Question, vote: Vote) -> Reply:
    answer = with_texts(vote.answer, lambda text: text[:LONGEST_TEXT])
    return Reply(
        answer=redacted_answer(question, answer),
        at=vote.at.astimezone(),
        certainty=vote.certainty,
        changes=vote.changes,
    )
