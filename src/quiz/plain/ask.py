"""A question as it is asked: its lines, and what to type."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from quiz.engine.selection import Presented
from quiz.model.public_question import GAP, PublicQuestion
from quiz.model.quiz import Quiz
from quiz.plain.lines import wrap

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""The names of the right sides of a match: there are never more than 21."""


def asking(asked: Presented, quiz: Quiz, width: int) -> list[str]:
    """Return a question's lines: what is asked, what there is to pick from, and what to type."""
    question = asked.public
    lines = wrap(question.ask, width)
    parts = [line for lead, text in _parts(asked, quiz) for line in wrap(text, width, lead)]
    if parts:
        lines += ["", *parts]
    return [*lines, "", *wrap(how(question), width)]


def how(question: PublicQuestion) -> str:
    """Return what to type for an answer."""
    match question.kind:
        case "choices":
            return f"{question.pick} options are right. Type their numbers, as in 1 3."
        case "number" if question.unit:
            return f"Type a number, in {question.unit}."
        case "cloze":
            return _how_to_fill(question)
        case "order":
            example = " ".join(map(str, range(len(question.parts), 0, -1)))
            return f"Type the numbers in the right order, as in {example}."
        case "match":
            pairs = zip(range(1, len(question.lefts) + 1), "badcfe", strict=False)
            example = " ".join(f"{number}{letter}" for number, letter in pairs)
            return f"Type the pairs, as in {example}. One letter is left over."
        case kind:
            return _HOW[kind]


_HOW = {
    "choice": "Type the number of one option.",
    "statement": "What does the passage say of this? Type a number, or true, false or not stated.",
    "number": "Type a number.",
    "short": "Type a word or a few.",
    "locate": "Type the number of the sentence in the passage that answers this.",
    "teach-back": ("Explain it in your own words. An empty line ends your text. It is not scored."),
}


def _how_to_fill(question: PublicQuestion) -> str:
    what = "words or their numbers" if question.parts else "words"
    if question.gaps == 1:
        return f"Type the missing {'word or its number' if question.parts else 'word'}."
    return f"Type the {question.gaps} {what} in order, with a comma between them."


def _parts(asked: Presented, quiz: Quiz) -> Iterable[tuple[str, str]]:
    """Yield what there is to pick from, each with what stands before it."""
    question = asked.public
    match question.kind:
        case "cloze":
            yield "", _with_numbered_gaps(question.text or "")
            yield from _numbered(asked.shown)
        case "match":
            yield from _numbered(question.lefts)
            yield "", ""
            yield from _labelled(asked.shown, LETTERS)
        case "locate":
            text = quiz.passage.text
            spans = quiz.passage.sentences(quiz.language)
            yield from _numbered(text[start:end] for start, end in spans)
        case _:
            yield from _numbered(asked.shown)


def _numbered(texts: Iterable[str]) -> Iterable[tuple[str, str]]:
    return _labelled(texts, map(str, count(1)))


def _labelled(texts: Iterable[str], labels: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((f"{label:>3}  ", text) for label, text in zip(labels, texts, strict=False))


def _with_numbered_gaps(text: str) -> str:
    first, *rest = text.split(GAP)
    if len(rest) == 1:
        return text
    return first + "".join(f"({number}) {GAP}{after}" for number, after in enumerate(rest, 1))
