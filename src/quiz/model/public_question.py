"""A question as it is put to the learner: what is shown before the answer, and no key."""

import re
from dataclasses import dataclass

from quiz.model.question import KINDS

BLANK = "___"
"""What stands for a blank in the text of a cloze."""
UNBROKEN = "\u00a0"
"""A space at which no line is broken."""


def unparted(text: str) -> str:
    """Return the text of a cloze with no break between a blank and the word before it."""
    return re.sub(rf" (?=\S*{BLANK})", UNBROKEN, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicQuestion:
    """What a learner is given to answer a question with."""

    id: str
    """The question's name."""
    kind: str
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
    """The sentence of a cloze, with three underscores (___) for each blank."""
    unit: str | None = None
    """Shown behind the field of a number."""
    most_words: int | None = None
    """How many words the longest right answer has, where words are typed."""

    @property
    def blanks(self) -> int:
        """How many blanks a cloze has."""
        return self.text.count(BLANK) if self.text else 0

    @property
    def scored(self) -> bool:
        """Whether an answer earns points."""
        return KINDS[self.kind].scored
