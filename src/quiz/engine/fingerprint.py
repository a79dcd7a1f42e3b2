"""What tells a question from the one that it was before an edit."""

from quiz.engine.digest import digest
from quiz.engine.kinds import KINDS
from quiz.model.question import Question


def fingerprint(question: Question) -> str:
    """Return 16 hex digits that change when the question's text or key changes.

    Explanations, reasons, notes, hints, tags and where it stands in the file leave it as it is.
    """
    identity = KINDS[question.kind].identity(question)
    return digest({"kind": question.kind, "ask": question.ask, **identity})
