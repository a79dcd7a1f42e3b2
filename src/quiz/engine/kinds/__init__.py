"""The kinds of question, one module each: whoever needs one looks it up here by its name."""

from collections.abc import Mapping
from typing import Any

from quiz.engine.kinds.base import Grade, Kind
from quiz.engine.kinds.choice import ChoiceKind
from quiz.engine.kinds.choices import ChoicesKind
from quiz.engine.kinds.cloze import ClozeKind
from quiz.engine.kinds.locate import LocateKind
from quiz.engine.kinds.match import MatchKind
from quiz.engine.kinds.number import NumberKind
from quiz.engine.kinds.order import OrderKind
from quiz.engine.kinds.short import ShortKind
from quiz.engine.kinds.statement import StatementKind
from quiz.engine.kinds.teach_back import TeachBackKind
from quiz.model.answer import Answer
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz

KINDS: Mapping[str, Kind[Any, Any]] = {
    kind.name: kind
    for kind in (
        ChoiceKind(),
        ChoicesKind(),
        StatementKind(),
        NumberKind(),
        ShortKind(),
        ClozeKind(),
        OrderKind(),
        MatchKind(),
        LocateKind(),
        TeachBackKind(),
    )
}
"""Every kind by its name in a file."""


def public(question: Question) -> PublicQuestion:
    """Return what a learner is given of a question, its parts in the order of the file."""
    return KINDS[question.kind].public(question)


def grade(question: Question, answer: Answer, quiz: Quiz) -> Grade:
    """Return what an answer to a question is worth.

    Raises:
        TypeError: the question can't be answered in that way.
        ValueError: the answer names a part that the question hasn't, or leaves one out.
    """
    kind = KINDS[question.kind]
    kind.check(kind.public(question), answer, quiz)
    return kind.grade(question, answer, quiz)


def renamed(name: str, answer: Answer, names: Mapping[int, int]) -> Answer:
    """Return an answer to a question of a kind with each part under its other index.

    Raises:
        TypeError: the question can't be answered in that way.
        ValueError: the answer names a part that has no other index.
    """
    kind = KINDS[name]
    if not isinstance(answer, kind.answer):
        raise TypeError(f"no answer to a {name} question: {answer}")
    try:
        found: Answer = kind.renamed(answer, names)
    except LookupError as error:
        raise ValueError(f"there is no part {error} of {len(names)}") from error
    return found
