"""What tells a question from the one that it was before an edit."""

import hashlib
import json

from quiz.engine.kinds import KINDS
from quiz.model.question import Question


def fingerprint(question: Question) -> str:
    """Return 16 hex digits that change when the question's text or key changes.

    Explanations, reasons, notes, hints, tags and where it stands in the file leave it as it is.
    """
    asked = {"kind": question.kind, "ask": question.ask, **KINDS[question.kind].identity(question)}
    text = json.dumps(asked, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]
