"""A question as it is put to the learner: what is shown before the answer, and no key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
    how_many,
)

Kind = Literal[
    "choice",
    "choices",
    "statement",
    "number",
    "short",
    "cloze",
    "order",
    "match",
    "locate",
    "teach-back",
]
"""The name of a kind, as a quiz file writes it."""

GAP = "___"
"""What stands for a gap in the text of a cloze."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicQuestion:
    """What a learner is given to answer a question with."""

    id: str
    """The question's name."""
    kind: Kind
    """How it is answered."""
    ask: str
    """The question, or in a statement the statement itself."""
    points: int = 1
    """What a full answer earns."""
    hint: str | None = None
    """Shown before the answer to those who ask for it."""
    parts: tuple[str, ...] = ()
    """What answers refer to by index: options, items, words of a word bank, right sides, points."""
    shuffle: bool = True
    """Whether the parts may be shown in any order."""
    pick: int = 1
    """How many options to pick."""
    lefts: tuple[str, ...] = ()
    """What is given in a match, each to be paired with one of the parts."""
    text: str | None = None
    """The sentence of a cloze, with three underscores (___) for each gap."""
    unit: str | None = None
    """Shown behind the field of a number."""

    @property
    def gaps(self) -> int:
        """How many gaps a cloze has."""
        return self.text.count(GAP) if self.text else 0

    @property
    def scored(self) -> bool:
        """Whether an answer earns points."""
        return self.kind != "teach-back"


def public(question: Question) -> PublicQuestion:
    """Return what a learner is given of a question, its parts in the order of the file."""
    plain = PublicQuestion(
        id=question.id,
        kind=question.kind,
        ask=question.ask,
        points=question.points,
        hint=question.hint,
    )
    match question:
        case Choice() | Choices() | Statement():
            options = tuple(option.text for option in question.options)
            pick = how_many(question)
            return replace(plain, parts=options, shuffle=question.shuffle, pick=pick)
        case Cloze():
            return replace(plain, parts=question.word_bank, text=question.text)
        case Order():
            return replace(plain, parts=question.items)
        case Match():
            lefts = tuple(pair.left for pair in question.pairs)
            return replace(plain, parts=question.rights, lefts=lefts)
        case Number():
            return replace(plain, unit=question.unit)
        case TeachBack():
            return replace(plain, parts=question.checklist, shuffle=False)
        case Short() | Locate():
            return plain
