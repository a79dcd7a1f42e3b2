"""What was handed in and does not fit, so that nothing is dropped without a word."""

from dataclasses import dataclass
from enum import StrEnum


class IssueKind(StrEnum):
    """Why something does not count, or not all of it."""

    DAMAGED = "damaged"
    OTHER_QUIZ = "other-quiz"
    OTHER_ASSIGNMENT = "other-assignment"
    OTHER_FORM = "other-form"
    OTHER_VERSION = "other-version"
    CHANGED_QUESTION = "changed-question"
    UNFIT_ANSWER = "unfit-answer"
    SECOND_RESULT = "second-result"
    LATE = "late"
    NO_RESULT = "no-result"
    NOT_ON_ROSTER = "not-on-roster"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A file, a learner or an answer that does not fit."""

    kind: IssueKind
    """Why."""
    source: str | None = None
    """The name of the file."""
    learner: str | None = None
    """Whose it is, where that is known."""
    detail: str = ""
    """What exactly is wrong, in a sentence that names neither the file nor the learner."""
