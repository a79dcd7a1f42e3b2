"""How the questions of a sitting earn points, in words."""

from collections.abc import Iterable

from quiz.engine.kinds import KINDS
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question

_ALL_OR_NOTHING = "A right answer earns all of a question's points, a wrong one none."


def earning(questions: Iterable[Question | PublicQuestion]) -> tuple[str, ...]:
    """Return how questions earn points: first in general, then the kinds that are different."""
    asked = {question.kind for question in questions}
    other = (kind.earns for name, kind in KINDS.items() if name in asked)
    return _ALL_OR_NOTHING, *filter(None, other)
