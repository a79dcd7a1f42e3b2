"""A number from the answers of a GIFT question: one, a range, or several of them."""

import re
from decimal import Decimal

from quiz.exchange.gift.answers import Answer, typed
from quiz.exchange.gift.block import BLANKS
from quiz.exchange.gift.item import Item, Refused
from quiz.model.question import Number, Rejected

_NUMERAL = re.compile(
    r"[+-]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,2})?"
)
_ANY_OTHER = "what it says to any other answer"


def number(item: Item, answers: str) -> tuple[Number, tuple[str, ...]]:
    """Return a number, and what could not be carried of its answers.

    Raises:
        Refused: no answer earns all points, or one is no number.
    """
    numbers, _, others = answers[1:].partition("~")
    found = tuple(typed(numbers, item.format))
    near = [answer for answer in found if answer.text != "*"]
    right = next((answer for answer in near if answer.is_full), None)
    if right is None:
        raise Refused("no number is marked as right")
    middle, tolerance = _range(right.text)
    wrong = [answer for answer in near if _is_wrong(answer, middle, tolerance)]
    question = Number(
        ask=_without_unit(item),
        answer=_plain(middle),
        tolerance=_plain(tolerance),
        unit=item.tags.get("unit"),
        reject=tuple(
            Rejected(text=answer.text.partition(":")[0].strip(BLANKS), **answer.rejection)
            for answer in wrong
        ),
        **item.because(right.reason["why"]),
    )
    lost = [*item.unexplained(right.reason["why"])]
    for answer in near:
        lost += answer.lost
        if answer in wrong:
            lost += answer.odd_weight
        elif answer is not right:
            worth = "" if answer.weight is None else f", which earns {answer.weight:g} %"
            lost.append(f"the answer “{answer.text}”{worth}")
    return question, (*lost, _ANY_OTHER) if others or len(near) < len(found) else tuple(lost)


def _is_wrong(answer: Answer, middle: Decimal, tolerance: Decimal) -> bool:
    """Return whether it is one number that earns less than the right one does."""
    found, spread = _range(answer.text)
    return not answer.is_full and not spread and abs(found - middle) > tolerance


def _range(text: str) -> tuple[Decimal, Decimal]:
    """Return a number, and how far off an answer may be."""
    low, dots, high = text.partition("..")
    if dots and low:
        least, most = _decimal(low), _decimal(high)
        return (least + most) / 2, abs(most - least) / 2
    middle, _, tolerance = text.partition(":")
    return _decimal(middle), abs(_decimal(tolerance)) if tolerance else Decimal(0)


def _decimal(text: str) -> Decimal:
    numeral = text.strip(BLANKS)
    if not _NUMERAL.fullmatch(numeral):
        raise Refused(f"“{numeral[:40]}” is no number: write it with digits and a point")
    return Decimal(numeral)


def _plain(number: Decimal) -> int | float:
    """Return a number as a quiz holds it: whole ones without a point."""
    return int(number) if number == number.to_integral_value() else float(number)


def _without_unit(item: Item) -> str:
    unit = item.tags.get("unit")
    return item.stem.removesuffix(f" ({unit})") if unit else item.stem
