"""A question of a text2qti file, by its elements."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from quiz.exchange.markdown_question import Refused, Words, question_of
from quiz.exchange.text2qti.elements import Element, Mark
from quiz.model.problem import shown
from quiz.model.question import VERDICTS, Number, Option, Question, Short, Statement, TeachBack

_LETTERED = (Mark.RIGHT, Mark.WRONG)
_BOXED = (Mark.CHECKED, Mark.UNCHECKED)
_ANSWERS = (*_LETTERED, *_BOXED, Mark.ANSWER, Mark.NUMBER, Mark.ESSAY, Mark.UPLOAD)
_NOTED = {
    Mark.IF_RIGHT: "a feedback for all right answers",
    Mark.IF_WRONG: "a feedback for all wrong answers",
}
_BEGINS_NONE = {
    Mark.PROGRAM: "it is a program that writes questions, which is not run",
    Mark.STRANGE: "it begins with no mark: indent what goes on",
}
_POINTS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_NUMBER = re.compile(r"[+-]?[0-9][0-9_]{0,20}(?:\.[0-9]{0,20})?(?:[eE][+-]?[0-9]{1,2})?")
_RANGE = re.compile(r"\[([^,]+),([^,]+)\]")
_EXACT = 10**15
"""A whole number below it stays one."""


@dataclass(slots=True)
class Item:
    """A question, or what stands where one should."""

    begin: Element
    settings: Mapping[Mark, str]
    """What the file says of it before it begins: its title, its points, its group."""
    parts: list[Element] = field(default_factory=list)

    def question(self, words: Words) -> Question:
        """Return the question.

        Raises:
            Refused: it is none of ours.
        """
        if self.begin.mark is not Mark.QUESTION:
            raise Refused(_BEGINS_NONE.get(self.begin.mark, "it belongs to no question"))
        for part in self.parts:
            if part.mark is Mark.STRANGE:
                raise Refused(f"line {part.line} begins with no mark: indent what goes on")
            if part.mark in _NOTED:
                words.note(_NOTED[part.mark])
        marks = {part.mark for part in self.parts if part.mark in _ANSWERS}
        reads = next(
            (reads for known, reads in _READS.items() if marks and marks <= {*known}), None
        )
        if reads is None:
            several = "its answers are of several types"
            raise Refused(several if marks else "it has neither options nor an answer")
        return reads(self, words)

    def answers(self) -> Iterator[tuple[Element, str]]:
        """Yield its answers, each with the feedback that stands below it."""
        answers = [index for index, part in enumerate(self.parts) if part.mark in _ANSWERS]
        for index in answers:
            below = self.parts[index + 1 : index + 2]
            said = [part.text for part in below if part.mark is Mark.FEEDBACK]
            yield self.parts[index], "".join(said)

    def common(self, words: Words, *, solved: bool = True) -> dict[str, Any]:
        """Return the fields of a question of whatever kind; without its solution, where asked."""
        first = next((n for n, part in enumerate(self.parts) if part.mark in _ANSWERS), 0)
        said = [part.text for part in self.parts[:first] if part.mark is Mark.FEEDBACK]
        return {
            "id": "",
            "ask": words.of(self.begin.text),
            "points": _points(self.settings, words),
            "group": _group(self.settings, words),
            **words.explained("\n\n".join([*said, *self.solution[: solved and None]])),
        }

    @property
    def solution(self) -> list[str]:
        """What its solution says, in Markdown."""
        return [part.text for part in self.parts if part.mark is Mark.SOLUTION]


def _lettered(item: Item, words: Words) -> Question:
    """Return options of which one is right; or a statement, where they are true and false."""
    options = _options(item, words)
    if sum(option.correct for option in options) > 1:
        raise Refused("more than one answer is marked as right: write [*] where several may be")
    verdicts = {option.text.lower(): option for option in options}
    if len(options) == 2 and {*verdicts} == {"true", "false"} and any(o.correct for o in options):
        said = {verdict: verdicts[verdict].why for verdict in VERDICTS if verdict in verdicts}
        why = {verdict: text for verdict, text in said.items() if text}
        return Statement(answer=verdicts["true"].correct, why=why, **item.common(words))
    return _to_pick(item, words)


def _to_pick(item: Item, words: Words) -> Question:
    shuffle = item.settings.get(Mark.SHUFFLE, "").lower() != "false"
    return question_of(_options(item, words), shuffle=shuffle, **item.common(words))


def _options(item: Item, words: Words) -> tuple[Option, ...]:
    return tuple(
        Option(
            text=words.of(answer.text),
            correct=answer.mark in {Mark.RIGHT, Mark.CHECKED},
            why=words.of(said) or None,
        )
        for answer, said in item.answers()
    )


def _short(item: Item, words: Words) -> Question:
    accept = tuple(answer.text for answer, _ in item.answers())
    return Short(accept=accept, **item.common(words))


def _numeric(item: Item, words: Words) -> Question:
    texts = [answer.text for answer, _ in item.answers()]
    if len(texts) > 1:
        raise Refused("it has more than one number")
    answer, tolerance = _number(texts[0])
    return Number(answer=_own(answer), tolerance=_own(tolerance), **item.common(words))


def _essay(item: Item, words: Words) -> Question:
    """Return a question to explain; its solution says what a full answer names."""
    points = words.of("\n\n".join(item.solution)).split("\n")
    checklist = tuple(point.removeprefix("- ") for point in points if point)
    return TeachBack(checklist=checklist, **item.common(words, solved=False))


def _upload(item: Item, words: Words) -> Question:
    raise Refused("unsupported type: file upload")


_READS: Mapping[tuple[Mark, ...], Callable[[Item, Words], Question]] = {
    _LETTERED: _lettered,
    _BOXED: _to_pick,
    (Mark.ANSWER,): _short,
    (Mark.NUMBER,): _numeric,
    (Mark.ESSAY,): _essay,
    (Mark.UPLOAD,): _upload,
}


def _points(settings: Mapping[Mark, str], words: Words) -> int:
    """Return a whole number from 1 to 100, and note where the file has another one."""
    given = settings.get(Mark.POINTS) or settings.get(Mark.POINTS_OF_EACH) or "1"
    value = Decimal(given) if _POINTS.fullmatch(given) else Decimal(1)
    whole = int((value + Decimal("0.5")).to_integral_value(ROUND_FLOOR))
    points = min(max(whole, 1), 100)
    if points != value or not _POINTS.fullmatch(given):
        words.note(f"its {shown(given)} points ({points} here)")
    return points


def _group(settings: Mapping[Mark, str], words: Words) -> str | None:
    """Return a name for a group of which one question is picked, as one of ours is."""
    number = settings.get(Mark.GROUP)
    picked = settings.get(Mark.PICK, "1")
    if number is None or picked == "1":
        return number and f"group-{number}"
    words.note(f"that {shown(picked)} of its group are picked")
    return None


def _number(text: str) -> tuple[Decimal, Decimal]:
    """Return a number and how far off an answer may be: of a range the middle and half of it."""
    if found := _RANGE.fullmatch(text):
        low, high = _decimal(found[1]), _decimal(found[2])
        return (low + high) / 2, abs(high - low) / 2
    number, _, margin = text.partition("+-")
    value = _decimal(number)
    if margin.rstrip().endswith("%"):
        return value, abs(value * _decimal(margin.rstrip()[:-1])) / 100
    return value, abs(_decimal(margin or "0"))


def _decimal(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text.strip()):
        raise Refused(f"{shown(text)} is no number")
    return Decimal(text.strip())


def _own(number: Decimal) -> int | float:
    whole = number == number.to_integral_value() and abs(number) < _EXACT
    return int(number) if whole else float(number)
