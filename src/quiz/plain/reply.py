"""A typed line as an answer."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from quiz.engine.selection import Presented
from quiz.engine.typed import equals_number
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.public_question import PublicQuestion
from quiz.model.question import VERDICTS
from quiz.model.quiz import Quiz
from quiz.plain.ask import LETTERS, how


class Unclear(Exception):
    """A line that can't be taken as an answer; says what to type instead."""


def reply(asked: Presented, quiz: Quiz, line: str) -> Answer:
    """Return the answer that a line gives to a question as it was asked.

    Raises:
        Unclear: the line is no answer to it.
    """
    text = " ".join(line.split())
    question = asked.public
    if not text:
        raise Unclear(how(question))
    match question.kind:
        case "choice" | "choices" | "statement":
            return ChoiceAnswer(_picked(question, asked.option_order, text))
        case "number":
            return TypedAnswer((_number(text, question.unit),))
        case "short":
            return TypedAnswer((text,))
        case "cloze":
            return TypedAnswer(_gaps(question, asked.shown, text))
        case "order":
            return OrderAnswer(_ordered(question, asked.option_order, text))
        case "match":
            return MatchAnswer(_matched(question, asked.option_order, text))
        case "locate":
            return LocateAnswer(_sentence(quiz, text))
        case "teach-back":
            return TeachBackAnswer(line.strip())


def ticks(question: PublicQuestion, line: str) -> frozenset[int]:
    """Return the points of the checklist whose numbers a line gives; an empty line gives none.

    Raises:
        Unclear: the line names something else.
    """
    if not line.strip():
        return frozenset()
    return frozenset(number - 1 for number in _numbers(line, len(question.parts)))


def _picked(question: PublicQuestion, layout: Sequence[int], text: str) -> frozenset[int]:
    """Return the options by their numbers on the screen, or by their words."""
    most = question.pick
    found = _by_words(question, text)
    if _is_numbers(text, len(layout)) or not found:
        found = frozenset(layout[number - 1] for number in _numbers(text, len(layout)))
    if len(found) > most:
        raise Unclear("Pick one option, not more." if most == 1 else f"Pick {most}, not more.")
    return found


def _by_words(question: PublicQuestion, text: str) -> frozenset[int]:
    """Return the options whose words a line gives, with a semicolon between two of them."""
    names = {_plain(option): index for index, option in enumerate(question.parts)}
    if question.kind == "statement":
        names |= {verdict: index for index, verdict in enumerate(VERDICTS)}
    whole = names.get(_plain(text))
    indices = [whole] if whole is not None else [names.get(_plain(t)) for t in text.split(";")]
    known = frozenset(index for index in indices if index is not None)
    return known if len(known) == len(indices) else frozenset()


def _number(text: str, unit: str | None) -> str:
    if not equals_number(text, 0, math.inf, unit):  # any number at all is equal within that
        raise Unclear("Type a number, such as 12.")
    return text


def _gaps(question: PublicQuestion, words_shown: Sequence[str], text: str) -> tuple[str, ...]:
    """Return a word for each gap; a number stands for a word of the word bank."""
    wanted = question.gaps
    words = [word.strip() for word in re.split(r"[,;]", text)] if wanted > 1 else [text]
    if len(words) == 1 < wanted == len(text.split()):
        words = text.split()
    if len(words) != wanted or not all(words):
        raise Unclear(f"There are {wanted} gaps. {how(question)}")
    numbered = {str(number): word for number, word in enumerate(words_shown, 1)}
    return tuple(numbered.get(word, word) for word in words)


def _ordered(question: PublicQuestion, layout: Sequence[int], text: str) -> tuple[int, ...]:
    numbers = _numbers(text, len(layout))
    if len(numbers) != len(layout):
        raise Unclear(f"Each of the {len(layout)} numbers has a place. {how(question)}")
    return tuple(layout[number - 1] for number in numbers)


_PAIR = re.compile(r"(?:(\d{1,4})[-=:]?)?([a-z])", re.IGNORECASE | re.ASCII)


def _matched(question: PublicQuestion, layout: Sequence[int], text: str) -> tuple[int | None, ...]:
    """Return the right side of each left one, from pairs as 2a or from letters in order."""
    count = len(question.lefts)
    rights = dict(zip(LETTERS, layout, strict=False))
    found = [_PAIR.fullmatch(token) for token in _tokens(re.sub(r"(\d)\s+(?=[a-z])", r"\1", text))]
    pairs = [(int(f[1]) if f[1] else place, f[2].lower()) for place, f in enumerate(found, 1) if f]
    lefts = [left for left, _ in pairs]
    if len(pairs) != len(found) or sorted(lefts) != list(range(1, count + 1)):
        raise Unclear(f"Give each of the {count} numbers one letter. {how(question)}")
    if any(name not in rights for _, name in pairs):
        raise Unclear(f"The letters go from a to {LETTERS[len(layout) - 1]}. {how(question)}")
    if len({name for _, name in pairs}) < count:
        raise Unclear(f"Use a letter once. {how(question)}")
    return tuple(rights[name] for _, name in sorted(pairs))


def _sentence(quiz: Quiz, text: str) -> int:
    """Return the sentence by its number, or by words that stand in one sentence alone."""
    spans = quiz.passage.sentences(quiz.language)
    if not _is_numbers(text, len(spans)):
        sentences = (_plain(quiz.passage.text[start:end]) for start, end in spans)
        found = [index for index, sentence in enumerate(sentences) if _plain(text) in sentence]
        if len(found) == 1:
            return found[0]
    numbers = _numbers(text, len(spans))
    if len(numbers) > 1:
        raise Unclear("Type the number of one sentence.")
    return numbers[0] - 1


def _tokens(text: str) -> list[str]:
    return [token for token in re.split(r"[\s,;]+", text) if token]


def _is_numbers(text: str, most: int) -> bool:
    tokens = _tokens(text)
    known = set(map(str, range(1, most + 1)))
    return bool(tokens) and known.issuperset(tokens)


def _numbers(text: str, most: int) -> list[int]:
    """Return the different numbers of a line, each from 1 to `most`, in the order typed."""
    if not _is_numbers(text, most):
        raise Unclear(f"Type a number from 1 to {most}." if most > 1 else "Type 1.")
    return list(dict.fromkeys(map(int, _tokens(text))))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
