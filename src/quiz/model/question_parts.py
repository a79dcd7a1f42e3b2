"""What questions are made of: options, wrong answers with their reasons, blanks, pairs, notes."""

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Len

from quiz.model.constraints import Flag, LongText, Month, Text
from quiz.model.labels import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A dated fact from beyond the passage."""

    text: LongText
    """The fact, in one or two sentences."""
    as_of: Month
    """The month in which it was checked, as 2026-11."""
    source: Text
    """Where it can be looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the answers to pick from."""

    text: Text
    """What the learner reads."""
    correct: Flag = False
    """Write `correct: true` on a right option; leave it out on a wrong one."""
    why: Text | None = None
    """Why it is right or wrong. A wrong option must say so."""
    tag: Tag | None = None
    """Why a reader takes this wrong option.

    misread: misreads the words that hold the answer; elsewhere: said elsewhere in the passage,
    but no answer to this question; unsupported: not in the passage.
    """
    quote: Text | None = None
    """The words of the passage that tempt a reader to a wrong option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A typed answer that is wrong for a reason worth telling."""

    text: Text
    """The wrong answer as a learner would type it. Put a number in quotation marks."""
    why: Text | None = None
    """Why it is wrong."""
    tag: Tag | None = None
    """Why a reader gives it: misread, elsewhere or unsupported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A blank of a cloze."""

    accept: Annotated[tuple[Text, ...], Len(1, 500)]
    """Every word that fits. The first one stands in the word bank."""
    reject: Annotated[tuple[Rejected, ...], Len(0, 100)] = ()
    """Wrong words that learners write, each with the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that belong together."""

    left: Text
    """What is given."""
    right: Text
    """What the learner has to find for it."""
    why: Text | None = None
    """Why the two belong together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempting:
    """A sentence of the passage that is a wrong answer."""

    quote: Text
    """Words of the sentence, copied exactly."""
    why: Text | None = None
    """Why it is no answer."""
