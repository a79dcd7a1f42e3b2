"""A question as the two sides of a card, in plain text: what is asked, and what is said of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from string import ascii_uppercase

from quiz.engine.kinds import KINDS, public
from quiz.engine.kinds.field import Amount, Field, Words
from quiz.model.public_question import PublicQuestion
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
)
from quiz.model.question_parts import Rejected
from quiz.model.quiz import Quiz

_LETTERS = (*ascii_uppercase, *map("A{}".format, ascii_uppercase))
"""More than a word bank may have words."""
_HOW = {
    "choice": "Pick one.",
    "statement": "By the passage: true, false, or not stated?",
    "short": "Answer with a word or a few.",
    "order": "Put these in order.",
    "match": "Find the letter for each number. One is left over.",
    "locate": "Find the sentence in the passage.",
    "teach-back": "Explain it in your own words.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What there is to say of a possible answer."""

    text: str
    """The answer, behind its letter where it has one."""
    right: bool
    why: str = ""
    quote: str = ""
    """The words of the passage that tempt to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Both sides."""

    ask: str
    how: str
    """How to answer it."""
    text: str = ""
    """The sentence of a cloze."""
    lefts: tuple[str, ...] = ()
    """What is given in a match, each behind its number."""
    parts: tuple[str, ...] = ()
    """What there is to choose from, each behind its letter, in an order that tells nothing."""
    key: tuple[str, ...]
    """The right answer: one line for each of its parts."""
    rows: tuple[Row, ...]
    """What there is to say of possible answers."""


def card_of(question: Question, quiz: Quiz) -> Card:
    """Return a question as a card."""
    shown = public(question)
    order = KINDS[question.kind].redacted_order(shown)
    letters = dict(zip(order, _LETTERS, strict=False))
    rows = tuple(_rows(question, letters, quiz.language))
    return Card(
        ask=question.ask,
        how=_how(shown),
        text=shown.text or "",
        lefts=tuple(_numbered(shown.lefts)),
        parts=tuple(f"{letters[index]}. {shown.parts[index]}" for index in order),
        key=tuple(row.text for row in rows if row.right),
        rows=tuple(row for row in rows if row.why or row.quote),
    )


def _how(shown: PublicQuestion) -> str:
    match shown.kind:
        case "choices":
            return f"Pick {shown.pick}."
        case "number":
            return f"Give a number, in {shown.unit}." if shown.unit else "Give a number."
        case "cloze":
            blanks = "each blank" if shown.blanks > 1 else "the blank"
            return f"Fill {blanks} from the list." if shown.parts else f"Fill {blanks}."
    return _HOW[shown.kind]


def _rows(question: Question, letters: Mapping[int, str], language: str) -> Iterator[Row]:
    """Yield all answers of which there is something to say, the right ones among them in order."""
    match question:
        case Choice() | Choices() | Statement():
            for at, letter in letters.items():
                one = question.options[at]
                text, why, quote = f"{letter}. {one.text}", one.why or "", one.quote or ""
                yield Row(text=text, right=one.correct, why=why, quote=quote)
        case Match():
            for at, pair in enumerate(question.pairs):
                text = f"{at + 1}. {pair.left} → {letters[at]}. {pair.right}"
                yield Row(text=text, right=True, why=pair.why or "")
            yield from _wrong(filter(None, (question.spare,)))
        case Locate():
            yield from _right(question.quotes)
            for tempting in question.reject:
                yield Row(text=tempting.quote, right=False, why=tempting.why or "")
        case Order():
            yield from _right(_numbered(question.items))
        case TeachBack():
            yield from _right(question.checklist)
        case Number() | Short() | Cloze():
            fields = KINDS[question.kind].fields(question, language)
            answers = tuple(map(_answer, fields))
            yield from _right(_numbered(answers) if len(answers) > 1 else answers)
            yield from _wrong(chain.from_iterable(field.reject for field in fields))
            yield from _wrong(fields[0].bank)


def _numbered(texts: Iterable[str]) -> Iterator[str]:
    return (f"{number}. {text}" for number, text in enumerate(texts, 1))


def _right(texts: Iterable[str]) -> Iterator[Row]:
    return (Row(text=text, right=True) for text in texts)


def _wrong(rejected: Iterable[Rejected]) -> Iterator[Row]:
    return (Row(text=one.text, right=False, why=one.why or "") for one in rejected)


def _answer(field: Field) -> str:
    """Return what is right in a field, and what else is."""
    if isinstance(field, Amount) and field.tolerance:
        return f"{field.key} (up to {field.tolerance} more or less is right, too)"
    others = field.accept[1:] if isinstance(field, Words) and not field.offered else ()
    return f"{field.key} (right, too: {'; '.join(others)})" if others else field.key
