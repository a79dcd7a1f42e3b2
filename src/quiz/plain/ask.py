"""A question as it is asked: its lines, and what to type."""

from collections.abc import Iterable
from itertools import count
from string import ascii_lowercase

from quiz.engine.selection import Asked
from quiz.model.bank import Bank
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Statement,
    how_many,
)
from quiz.plain.lines import wrap

LETTERS = ascii_lowercase
"""The names of the right sides of a match: there are never more than 21."""
GAP = "___"
"""What stands for a gap in the text of a cloze."""


def asking(asked: Asked, bank: Bank, width: int) -> list[str]:
    """Return a question's lines: what is asked, what there is to pick from, and what to type."""
    question = asked.question
    lines = wrap(question.ask, width)
    parts = [line for lead, text in _parts(asked, bank) for line in wrap(text, width, lead)]
    if parts:
        lines += ["", *parts]
    return [*lines, "", *wrap(how(question), width)]


def how(question: Question) -> str:
    """Return what to type for an answer."""
    match question:
        case Choices():
            return f"{how_many(question)} options are right. Type their numbers, as in 1 3."
        case Number(unit=str(unit)):
            return f"Type a number, in {unit}."
        case Cloze():
            return _how_to_fill(question)
        case Order():
            example = " ".join(map(str, range(len(question.items), 0, -1)))
            return f"Type the numbers in the right order, as in {example}."
        case Match():
            pairs = zip(range(1, len(question.pairs) + 1), "badcfe", strict=False)
            example = " ".join(f"{number}{letter}" for number, letter in pairs)
            return f"Type the pairs, as in {example}. One letter is left over."
        case _:
            return _HOW[question.kind]


_HOW = {
    "choice": "Type the number of one option.",
    "statement": "What does the passage say of this? Type a number, or true, false or not stated.",
    "number": "Type a number.",
    "short": "Type a word or a few.",
    "locate": "Type the number of the sentence in the passage that answers this.",
    "teach-back": ("Explain it in your own words. An empty line ends your text. It is not scored."),
}


def _how_to_fill(question: Cloze) -> str:
    what = "words or their numbers" if question.word_bank else "words"
    if len(question.gaps) == 1:
        return f"Type the missing {'word or its number' if question.word_bank else 'word'}."
    return f"Type the {len(question.gaps)} {what} in order, with a comma between them."


def _parts(asked: Asked, bank: Bank) -> Iterable[tuple[str, str]]:
    """Yield what there is to pick from, each with what stands before it."""
    match asked.question:
        case Choice() | Choices() | Statement() as question:
            yield from _numbered(question.options[index].text for index in asked.layout)
        case Cloze() as question:
            yield "", _with_numbered_gaps(question)
            words = question.word_bank
            yield from _numbered(words[index] for index in asked.layout)
        case Order() as question:
            yield from _numbered(question.items[index] for index in asked.layout)
        case Match() as question:
            yield from _numbered(pair.left for pair in question.pairs)
            yield "", ""
            yield from _labelled((question.rights[index] for index in asked.layout), LETTERS)
        case Locate():
            text = bank.passage.text
            spans = bank.passage.sentences(bank.language)
            yield from _numbered(text[start:end] for start, end in spans)


def _numbered(texts: Iterable[str]) -> Iterable[tuple[str, str]]:
    return _labelled(texts, map(str, count(1)))


def _labelled(texts: Iterable[str], labels: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((f"{label:>3}  ", text) for label, text in zip(labels, texts, strict=False))


def _with_numbered_gaps(question: Cloze) -> str:
    first, *rest = question.text.split(GAP)
    if len(rest) == 1:
        return question.text
    return first + "".join(f"({number}) {GAP}{text}" for number, text in enumerate(rest, 1))
