"""What has to be on disk, and what is."""

import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from quiz.engine.session import Session
from quiz.model.answer import Answer, from_data
from quiz.model.quiz import Quiz
from quiz.service import Service

NAME = "answers.sqlite"


@dataclass(frozen=True)
class Kept:
    """The attempt that is open, and every answer ever given."""

    session: Session | None = None
    """What another program would go on with."""
    certainty: bool = False
    """Whether that attempt asks how sure the learner is."""
    given: tuple[tuple[str, Answer], ...] = ()
    """All answers in the order in which they were given, each with its question."""

    def __str__(self) -> str:
        """Return it in short: a failure shows it."""
        if self.session is None:
            return f"[no sitting, {len(self.given)} answers]"
        one = self.session
        asked = [(a.question.id, *a.option_order) for a in one.asked]
        return (
            f"[{one.mode} at {one.position}, {one.answered} answered, flagged {set(one.flagged)},"
            f" {one.passage_views} views, certainty {self.certainty}, {len(self.given)} answers,"
            f" {asked}]"
        )

    def then(self, session: Session) -> "Kept":
        """Return what has to be kept after a step of the attempt."""
        assert self.session
        before = self.session
        given = tuple(
            (asked.question.id, response.answer)
            for asked, old, response in zip(
                session.asked, before.responses, session.responses, strict=True
            )
            if response and not old
        )
        left = None if session.finished else replace(session, respell=None, warned=frozenset())
        return Kept(left, self.certainty and left is not None, (*self.given, *given))


def on_disk(folder: Path, quiz: Quiz, scratch: Path) -> Kept:
    """Return what a copy of the database holds: the file and its log, as they lie there now.

    The shared memory is left out: after a loss of power there is none.
    """
    copy = scratch / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for name in (NAME, f"{NAME}-wal"):
        if (folder / name).exists():
            shutil.copy(folder / name, copy / name)
    with closing(Service(copy)) as service:
        attempt = service.attempts.unfinished(quiz)
        given = tuple(
            (answer.given.question, from_data(dict(answer.given.answer)))
            for answer in service.history.answers()
        )
        assert not service.notices()
        assert service.trouble is None
    if attempt is None:
        return Kept(given=given)
    return Kept(attempt.session, attempt.certainty, given)
