"""The answers of a GIFT question, as they stand between its braces.

Source: readquestion() in Moodle's question/format/gift/format.php.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quiz.exchange.evidence import MISTAKE, TEMPTING, without_marks
from quiz.exchange.gift.block import BLANKS
from quiz.exchange.gift.words import Words, words_of
from quiz.model.labels import Tag

_WEIGHT = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]{0,9})?)%")
_AT_MARKS = re.compile(r"(?=[=~])")
_AT_EQUALS = re.compile(r"(?==)")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, right or wrong."""

    mark: str
    """= or ~, or nothing."""
    weight: float | None
    """The share of the points that it earns, in percent; None where that isn't said."""
    words: Words
    feedback: Words

    @property
    def text(self) -> str:
        """What it says."""
        return self.words.text

    @property
    def is_full(self) -> bool:
        """Whether it earns all points."""
        return self.mark != "~" if self.weight is None else self.weight >= 100

    @property
    def reason(self) -> dict[str, Any]:
        """Why it is right or wrong, and why a reader takes it, as fields of a question."""
        return reason_of(self.feedback.text)

    @property
    def rejection(self) -> dict[str, Any]:
        """The same of a typed answer, which quotes nothing."""
        return rejection_of(self.feedback.text)

    @property
    def lost(self) -> tuple[str, ...]:
        """What plain text can't hold of it."""
        return (*self.words.lost, *self.feedback.lost)

    @property
    def odd_weight(self) -> tuple[str, ...]:
        """The weight of an answer that is neither all right nor all wrong, in words."""
        if self.is_full or not self.weight:
            return ()
        return (f"the weight {self.weight:g} % of “{self.text}”",)


def reason_of(said: str) -> dict[str, Any]:
    """Return what is said of an answer as fields of an option."""
    if not said:
        return {"why": None, "tag": None, "quote": None}
    why, marks = without_marks(said, (TEMPTING, MISTAKE))
    found = dict(reversed(marks))
    tag = found.get(MISTAKE)
    return {
        "why": why or None,
        "tag": Tag(tag) if tag in tuple(Tag) else None,
        "quote": found.get(TEMPTING),
    }


def rejection_of(said: str) -> dict[str, Any]:
    """Return what is said of an answer as fields of a rejected one, which quotes nothing."""
    return {name: value for name, value in reason_of(said).items() if name != "quote"}


def marked(answers: str, usual: str) -> Iterator[Answer]:
    """Yield the answers of a multiple choice, each behind = or ~."""
    return _answers(_AT_MARKS.split(answers), usual)


def typed(answers: str, usual: str) -> Iterator[Answer]:
    """Yield the answers that are typed, each behind =; one alone may stand without it."""
    return _answers(_AT_EQUALS.split(answers), usual)


def _answers(pieces: list[str], usual: str) -> Iterator[Answer]:
    for piece in pieces:
        if piece.strip(BLANKS):
            yield _answer(piece.strip(BLANKS), usual)


def _answer(piece: str, usual: str) -> Answer:
    mark = piece[0] if piece[0] in "=~" else ""
    rest = piece[len(mark) :].lstrip(BLANKS)
    weight = _WEIGHT.match(rest)
    text, _, said = rest[weight.end() if weight else 0 :].partition("#")
    return Answer(
        mark,
        float(weight[1]) if weight else None,
        words_of(text.strip(BLANKS), usual),
        words_of(said.strip(BLANKS), usual),
    )
