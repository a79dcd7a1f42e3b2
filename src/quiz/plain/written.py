"""A line typed off a sheet as an answer, and an answer as it stands on the sheet.

The letters, boxes and numbers are those of the printed sheet. What was written counts as it is:
a sheet stops nobody from ticking too many boxes or from leaving a gap empty.
"""

import re
from collections.abc import Sequence
from string import ascii_lowercase

from quiz.engine.selection import Presented
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.question import VERDICTS
from quiz.model.quiz import Quiz
from quiz.plain.reply import Unclear

EMPTY = "-"
"""What is typed for a gap, a box or a pair that was left empty."""


def wanted(asked: Presented, quiz: Quiz) -> str:
    """Return what to type for an answer, in a few words."""
    question = asked.public
    last = ascii_lowercase[max(len(asked.option_order) - 1, 0)]
    match question.kind:
        case "choice":
            return f"a-{last}"
        case "choices":
            return f"{question.pick} of a-{last}"
        case "statement":
            return "a-c or t f n"
        case "number":
            return "a number"
        case "cloze":
            return f"{question.gaps} words, with commas" if question.gaps > 1 else "a word"
        case "order":
            return f"{len(asked.option_order)} boxes from the top"
        case "match":
            return f"letters for 1-{len(question.lefts)}"
        case "locate":
            return f"a sentence, 1-{len(quiz.passage.sentences(quiz.language))}"
        case _:
            return "words"


def written(asked: Presented, quiz: Quiz, line: str) -> Answer | None:
    """Return the answer that a line copies from a sheet; None where nothing was written.

    Raises:
        Unclear: the line can't stand on that sheet, or can't be told apart from another.
    """
    text = " ".join(line.split())
    question, layout = asked.public, asked.option_order
    if not text.strip(f"{EMPTY},; "):
        return None
    match question.kind:
        case "choice" | "choices":
            return ChoiceAnswer(_ticked(layout, text))
        case "statement":
            return ChoiceAnswer(_verdicts(layout, text))
        case "cloze":
            return TypedAnswer(_words(question.gaps, text))
        case "order":
            return OrderAnswer(_ordered(layout, text))
        case "match":
            return MatchAnswer(_joined(len(question.lefts), layout, text))
        case "locate":
            return LocateAnswer(_sentence(text, len(quiz.passage.sentences(quiz.language))))
        case _:
            return TypedAnswer((text,))


def spelled(asked: Presented, answer: Answer | None) -> str:
    """Return an answer as it is typed off the sheet; `-` for none."""
    letters = dict(zip(asked.option_order, ascii_lowercase, strict=False))
    match answer:
        case None:
            return EMPTY
        case ChoiceAnswer(options):
            if asked.public.kind == "statement" and len(options) == 1:
                return tuple(VERDICTS)[next(iter(options))][0]
            return " ".join(sorted(letters[index] for index in options))
        case TypedAnswer(texts):
            return ", ".join(text or EMPTY for text in texts)
        case OrderAnswer(items):
            places = {index: str(place) for place, index in enumerate(items, 1)}
            return " ".join(places.get(index, EMPTY) for index in asked.option_order)
        case MatchAnswer(rights):
            return " ".join(EMPTY if r is None else letters[r] for r in rights)
        case LocateAnswer(sentence):
            return str(sentence + 1)
        case TeachBackAnswer(text):
            return text


def _ticked(layout: Sequence[int], text: str) -> frozenset[int]:
    """Return the options of the ticked boxes, from letters with or without spaces."""
    names = dict(zip(ascii_lowercase, layout, strict=False))
    letters = re.sub(r"[\s,;]+", "", text).lower()
    if not set(letters) <= set(names):
        raise Unclear(f"The boxes go from a to {ascii_lowercase[len(layout) - 1]}.")
    return frozenset(names[letter] for letter in letters)


def _verdicts(layout: Sequence[int], text: str) -> frozenset[int]:
    """Return the ticked verdicts: by letters, by their first letters, or in full."""
    low = text.lower().rstrip(".")
    for index, verdict in enumerate(VERDICTS):
        if low in {verdict, verdict[0]}:
            return frozenset({index})
    try:
        return _ticked(layout, text)
    except Unclear:
        raise Unclear("Type a or t for true, b or f for false, c or n for not stated.") from None


def _words(gaps: int, text: str) -> tuple[str, ...]:
    words = [word.strip() for word in re.split("[,;]", text)] if gaps > 1 else [text]
    if len(words) == 1 < gaps == len(text.split()):
        words = text.split()
    if len(words) != gaps:
        raise Unclear(f"There are {gaps} gaps: {gaps} words with commas between them, - for none.")
    return tuple("" if word == EMPTY else word for word in words)


def _marks(text: str, count: int, mark: str) -> list[str]:
    """Return so many marks, each as its pattern says or empty; run together where that is clear."""
    pattern = rf"(?:{mark}|{EMPTY})"
    whole = [token for token in re.split(r"[\s,;]+", text.lower()) if token]
    found = whole if len(whole) > 1 else re.findall(pattern, text.lower())
    if len(found) != count or not all(re.fullmatch(pattern, token) for token in found):
        return []
    return found


def _ordered(layout: Sequence[int], text: str) -> tuple[int, ...]:
    """Return the items in the order of the numbers in their boxes; items without one are left."""
    count = len(layout)
    numbers = _marks(text, count, r"\d" if count < 10 else r"\d\d?")
    placed = [(int(n), index) for n, index in zip(numbers, layout, strict=False) if n != EMPTY]
    places = [place for place, _ in placed]
    known = set(places) <= set(range(1, count + 1))
    if not numbers or not known or len(set(places)) < len(places):
        example = " ".join(map(str, (2, 1, *range(3, count + 1))[:count]))
        raise Unclear(
            f"Type the numbers in the {count} boxes from the top, as in {example}. For a box that "
            "is empty, or has a number that stands twice, type -."
        )
    return tuple(index for _, index in sorted(placed))


_PAIR = re.compile(r"(\d{1,2})\s*[-=:]?\s*([a-z])", re.IGNORECASE | re.ASCII)


def _joined(count: int, layout: Sequence[int], text: str) -> tuple[int | None, ...]:
    """Return the right side of each left one: from letters in the order of 1, 2, 3, or from 1c."""
    names = dict(zip(ascii_lowercase, layout, strict=False))
    pairs = {int(number): letter.lower() for number, letter in _PAIR.findall(text)}
    if pairs:
        clear = not _PAIR.sub("", text).strip(" ,;") and set(pairs) <= set(range(1, count + 1))
        letters = [pairs.get(left, EMPTY) for left in range(1, count + 1)] if clear else []
    else:
        letters = _marks(text, count, "[a-z]")
    if not letters or not set(letters) <= {*names, EMPTY}:
        last = ascii_lowercase[len(layout) - 1]
        raise Unclear(
            f"Type for each of 1 to {count} the letter that its line goes to, from a to {last}, as "
            "in b a; - for none. Or pairs, as in 1b 2a."
        )
    return tuple(names.get(letter) for letter in letters)


def _sentence(text: str, count: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= count):
        raise Unclear(
            f"Type the number of one sentence, from 1 to {count}. If something else stands there, "
            "leave it empty: it earns nothing either."
        )
    return int(text) - 1
