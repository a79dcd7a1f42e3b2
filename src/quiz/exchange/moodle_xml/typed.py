"""Moodle's types of questions to which something is typed, as kinds of ours."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.exchange.moodle_xml.elements import Element
from quiz.exchange.moodle_xml.item import NO_KEY, Alternative, Item, Refused
from quiz.model.question import Number, Rejected, Short

_WHOLE = re.compile(r"[+-]?\d{1,300}\Z")
_DECIMAL = re.compile(r"[+-]?(?:\d{1,300}[.,]?\d{0,300}|[.,]\d{1,300})(?:[eE][+-]?\d{1,3})?\Z")
_PATTERN = re.compile(r"(?<!\\)\*")


def short(item: Item) -> Short:
    """Return a word or two to type."""
    if item.element.value("usecase") == "1":
        item.lost("that capital letters count")
    accept, reject = sorted_out(item, map(item.alternative, item.element.all("answer")))
    return Short(accept=accept, reject=reject, **item.common())


def sorted_out(
    item: Item, alternatives: Iterable[Alternative]
) -> tuple[tuple[str, ...], tuple[Rejected, ...]]:
    """Return the right and the wrong ones of typed answers.

    Raises:
        Refused: none is right.
    """
    accept, reject = [], []
    for each in alternatives:
        text = each.text.replace(r"\*", "*")
        if _PATTERN.search(each.text):
            item.lost(f"the pattern “{text}”" if text != "*" else "what is said of other answers")
        elif each.right:
            accept.append(text)
            if each.feedback:
                item.lost("what is said of a right answer")
        else:
            item.tell_weight(each)
            reject.append(item.rejected(text, each.feedback))
    if not accept:
        raise Refused(NO_KEY)
    return tuple(accept), tuple(reject)


def number(item: Item) -> Number:
    """Return a number to type."""
    answers = item.element.all("answer")
    alternatives = list(map(item.alternative, answers))
    right = [each for each in alternatives if each.right]
    key = number_of(right[0].text) if right else None
    if key is None:
        raise Refused(NO_KEY)
    for each in right[1:]:
        item.lost(f"another right number, {each.text}")
    if right[0].feedback:
        item.lost("what is said of a right answer")
    return Number(
        answer=key,
        tolerance=_tolerance(answers[alternatives.index(right[0])]),
        unit=_unit(item),
        reject=tuple(_wrong(item, key, (each for each in alternatives if not each.right))),
        **item.common(),
    )


def number_of(text: str) -> int | float | None:
    """Return the number that a text is; None where it is none."""
    if _WHOLE.match(text):
        return int(text)
    if not _DECIMAL.match(text):
        return None
    value = float(text.replace(",", "."))
    return value if abs(value) < float("inf") else None


def _tolerance(answer: Element) -> int | float:
    return abs(number_of(answer.value("tolerance")) or 0)


def _wrong(item: Item, key: float, alternatives: Iterable[Alternative]) -> Iterable[Rejected]:
    for each in alternatives:
        value = number_of(each.text)
        if value is None:
            item.lost("what is said of other answers")
        elif value == key:
            item.lost(f"the weight {each.weight:g} % of answers that are nearly right")
        else:
            item.tell_weight(each)
            yield item.rejected(each.text, each.feedback)


def _unit(item: Item) -> str | None:
    units = item.element.find("units")
    names = [unit.value("unit_name") for unit in units.all("unit")] if units else []
    for name in names[1:]:
        item.lost(f"the unit “{name}”")
    return names[0] or None if names else None
