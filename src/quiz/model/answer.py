"""What a learner answers, one value for each way of answering.

Indices are those of the quiz file, whatever order the screen shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """Options of a choice, choices or statement."""

    options: frozenset[int]
    """Indices of the question's options."""


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """Text for a number, a short answer or the gaps of a cloze."""

    texts: tuple[str, ...]
    """One text a field, as it was typed."""


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """Items of an order."""

    items: tuple[int, ...]
    """Indices of the question's items, in the order in which the learner put them."""


@dataclass(frozen=True, slots=True)
class MatchAnswer:
    """Pairs of a match."""

    rights: tuple[int | None, ...]
    """For each left side the index into the question's rights; None where none was chosen."""


@dataclass(frozen=True, slots=True)
class LocateAnswer:
    """A sentence of the passage."""

    sentence: int
    """The index of the sentence."""


@dataclass(frozen=True, slots=True)
class TeachBackAnswer:
    """An explanation in the learner's own words."""

    text: str
    """The explanation."""
    ticked: frozenset[int] = frozenset()
    """Indices of the checklist's points that the learner finds in it."""


Answer = ChoiceAnswer | TypedAnswer | OrderAnswer | MatchAnswer | LocateAnswer | TeachBackAnswer
"""An answer of any way of answering."""

WAYS: Mapping[str, type[Answer]] = {
    "picked": ChoiceAnswer,
    "typed": TypedAnswer,
    "ordered": OrderAnswer,
    "matched": MatchAnswer,
    "located": LocateAnswer,
    "taught": TeachBackAnswer,
}
"""What each way of answering is called in a file."""
_NAMES = {answer: way for way, answer in WAYS.items()}


def with_texts(answer: Answer, change: Callable[[str], str]) -> Answer:
    """Return an answer with what was typed in it changed."""
    match answer:
        case TypedAnswer(texts):
            return TypedAnswer(tuple(map(change, texts)))
        case TeachBackAnswer(text):
            return replace(answer, text=change(text))
    return answer


def to_data(answer: Answer) -> dict[str, Any]:
    """Return the answer as plain data that JSON can hold, with its way under `way`."""
    return {
        "way": _NAMES[type(answer)],
        **{f.name: _plain(getattr(answer, f.name)) for f in fields(answer)},
    }


def _plain(value: object) -> object:
    match value:
        case frozenset():
            return sorted(value)
        case tuple():
            return list(value)
    return value


def from_data(data: dict[str, Any]) -> Answer:
    """Return the answer that `to_data` made the data of.

    Raises:
        ValueError: the data are of no answer.

    """
    try:
        match data:
            case {"way": "picked", "options": [*options]}:
                return ChoiceAnswer(frozenset(map(int, options)))
            case {"way": "typed", "texts": [*texts]}:
                return TypedAnswer(tuple(map(str, texts)))
            case {"way": "ordered", "items": [*items]}:
                return OrderAnswer(tuple(map(int, items)))
            case {"way": "matched", "rights": [*rights]}:
                return MatchAnswer(tuple(None if right is None else int(right) for right in rights))
            case {"way": "located", "sentence": int(sentence)}:
                return LocateAnswer(sentence)
            case {"way": "taught", "text": str(text), "ticked": [*ticked]}:
                return TeachBackAnswer(text, frozenset(map(int, ticked)))
    except TypeError as error:
        raise ValueError(f"no answer: {error}") from error
    raise ValueError("no answer")
