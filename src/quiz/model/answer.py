"""What a learner answers, one value for each way of answering.

Indices are those of the quiz file, whatever order the screen shows.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, get_args


@dataclass(frozen=True, slots=True)
class ChoiceAnswer:
    """Options of a choice, choices or statement."""

    way: Literal["picked"] = field(default="picked", kw_only=True)
    """How it was answered."""
    options: frozenset[int]
    """Indices of the question's options."""


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """Text for a number, a short answer or the blanks of a cloze."""

    way: Literal["typed"] = field(default="typed", kw_only=True)
    """How it was answered."""
    texts: tuple[str, ...]
    """One text a field, as it was typed."""


@dataclass(frozen=True, slots=True)
class OrderAnswer:
    """Items of an order."""

    way: Literal["ordered"] = field(default="ordered", kw_only=True)
    """How it was answered."""
    items: tuple[int, ...]
    """Indices of the question's items, in the order in which the learner put them."""


@dataclass(frozen=True, slots=True)
class MatchAnswer:
    """Pairs of a match."""

    way: Literal["matched"] = field(default="matched", kw_only=True)
    """How it was answered."""
    rights: tuple[int | None, ...]
    """For each left side the index into the question's rights; None where none was chosen."""


@dataclass(frozen=True, slots=True)
class LocateAnswer:
    """A sentence of the passage."""

    way: Literal["located"] = field(default="located", kw_only=True)
    """How it was answered."""
    sentence: int
    """The index of the sentence."""


@dataclass(frozen=True, slots=True)
class TeachBackAnswer:
    """An explanation in the learner's own words."""

    way: Literal["taught"] = field(default="taught", kw_only=True)
    """How it was answered."""
    text: str
    """The explanation."""
    checked: frozenset[int] = frozenset()
    """Indices of the checklist's points that the learner finds in it."""


Answer = ChoiceAnswer | TypedAnswer | OrderAnswer | MatchAnswer | LocateAnswer | TeachBackAnswer
"""An answer of any way of answering."""

WAYS: Mapping[str, type[Answer]] = {
    answer.__dataclass_fields__["way"].default: answer for answer in get_args(Answer)
}
"""What each way of answering is called in a file."""


def with_texts(answer: Answer, change: Callable[[str], str]) -> Answer:
    """Return an answer with what was typed in it changed."""
    match answer:
        case TypedAnswer(texts):
            return TypedAnswer(tuple(map(change, texts)))
        case TeachBackAnswer(text):
            return replace(answer, text=change(text))
    return answer


def to_data(answer: Answer) -> dict[str, Any]:
    """Return the answer as plain data that JSON can hold."""
    return {name: _plain(part) for name, part in asdict(answer).items()}


def in_numbers(answer: Answer) -> str:
    """Return what was typed, or the numbers of what was picked, from 1 and - for none."""
    match answer:
        case TypedAnswer(texts):
            return ", ".join(texts)
        case TeachBackAnswer(text):
            return text
        case LocateAnswer(sentence):
            return str(sentence + 1)
        case ChoiceAnswer(options):
            picked: tuple[int | None, ...] = tuple(sorted(options))
        case OrderAnswer(items):
            picked = items
        case MatchAnswer(rights):
            picked = rights
    return ", ".join("-" if index is None else str(index + 1) for index in picked)


def _plain(part: object) -> object:
    match part:
        case frozenset():
            return sorted(part)
        case tuple():
            return list(part)
    return part
