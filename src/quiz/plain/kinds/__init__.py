"""The kinds of question, line by line, by their names."""

from collections.abc import Mapping
from typing import Any

from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.plain.kinds import picking, typed
from quiz.plain.kinds.base import InLines
from quiz.plain.kinds.locate import Locate
from quiz.plain.kinds.match import Match
from quiz.plain.kinds.order import Order
from quiz.plain.kinds.teach_back import TeachBack

_KINDS: Mapping[str, InLines[Any]] = {
    "choice": picking.Choice(),
    "choices": picking.Choices(),
    "statement": picking.Statement(),
    "number": typed.Number(),
    "short": typed.Short(),
    "cloze": typed.Cloze(),
    "order": Order(),
    "match": Match(),
    "locate": Locate(),
    "teach-back": TeachBack(),
}


def in_lines(question: Question | PublicQuestion) -> InLines[Any]:
    """Return how a question's kind is dealt with line by line."""
    return _KINDS[question.kind]
