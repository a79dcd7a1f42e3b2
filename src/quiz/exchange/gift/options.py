"""What has options to pick from in a GIFT file, as the kind of ours that it is."""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from quiz.exchange.gift.answers import Answer, marked
from quiz.exchange.gift.item import NO_KEY, Item, Refused
from quiz.model.question import (
    VERDICTS,
    Blank,
    Choice,
    Choices,
    Cloze,
    Locate,
    Option,
    Question,
    Rejected,
    Statement,
    Tempting,
)

_NEAR = 0.01
"""Weights are written with five digits behind the point, or with none."""


def multiple_choice(item: Item, answers: str) -> tuple[Question, tuple[str, ...]]:
    """Return a question, and what could not be carried of its answers.

    Raises:
        Refused: nothing is marked as right.
    """
    found = tuple(marked(answers, item.format))
    single = any(answer.mark == "=" for answer in found)
    keys = [answer.is_full if single else (answer.weight or 0) > 0 for answer in found]
    if not any(keys):
        raise Refused(NO_KEY)
    options = tuple(
        Option(text=answer.text, correct=key, **answer.reason)
        for answer, key in zip(found, keys, strict=True)
    )
    weights = _of_one(found, keys) if single else _of_several(found, keys)
    question = _question(item, options)
    reasons = item.unexplained(_reason(options)) if isinstance(question, Cloze) else ()
    lost = chain.from_iterable(answer.lost for answer in found)
    return question, (*lost, *weights, *reasons)


def _of_one(found: Sequence[Answer], keys: Sequence[bool]) -> list[str]:
    """Return what is lost of the weights, where one answer is picked."""
    several = ["that one of its right answers is enough"] if sum(keys) > 1 else []
    return [*chain.from_iterable(answer.odd_weight for answer in found), *several]


def _of_several(found: Sequence[Answer], keys: Sequence[bool]) -> list[str]:
    """Return what is lost of the weights, where several answers may be picked."""
    share = 100 / sum(keys)
    wanted = [share if key else -share for key in keys]
    given = [answer.weight or 0.0 for answer in found]
    if all(abs(one - other) < _NEAR for one, other in zip(given, wanted, strict=True)):
        return []
    weights = ", ".join(f"{weight:g} %" for weight in given)
    return [f"its weights ({weights}): here a wrong pick takes a right one back"]


def _question(item: Item, options: tuple[Option, ...]) -> Question:
    rights = [option for option in options if option.correct]
    if item.kind == "statement" and {option.text for option in options} <= {*VERDICTS.values()}:
        return _statement(item, options)
    if item.kind == "locate":
        return _locate(item, options)
    if len(rights) > 1:
        return Choices(ask=item.stem, options=options, **item.common)
    if item.has_blank:
        return _cloze(item, rights[0], options)
    return Choice(ask=item.stem, options=options, **item.common)


def _statement(item: Item, options: tuple[Option, ...]) -> Statement:
    names = {text: name for name, text in VERDICTS.items()}
    answer = next(names[option.text] for option in options if option.correct)
    return Statement(
        ask=item.stem,
        answer="not stated" if answer == "not stated" else answer == "true",
        why={names[option.text]: option.why for option in options if option.why},
        **item.common,
    )


def _locate(item: Item, options: tuple[Option, ...]) -> Locate:
    key = tuple(option.text for option in options if option.correct)
    reject = tuple(
        Tempting(quote=option.quote or option.text, why=option.why)
        for option in options
        if option.why and not option.correct
    )
    common: dict[str, Any] = {**item.common, "evidence": item.common["evidence"] or key}
    return Locate(ask=item.stem, reject=reject, **common)


def _cloze(item: Item, right: Option, options: tuple[Option, ...]) -> Cloze:
    """Return a sentence with a word bank."""
    words = tuple(
        Rejected(text=option.text, why=option.why, tag=option.tag)
        for option in options
        if not option.correct
    )
    blanks = (Blank(accept=(right.text,)),)
    common = item.because(right.why)
    return Cloze(blanks=blanks, words=words, **item.task_and_sentence, **common)


def _reason(options: tuple[Option, ...]) -> str | None:
    return next(option.why for option in options if option.correct)
