"""What stands in a GIFT file for a question of each kind."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from quiz.exchange.evidence import MISTAKE, TEMPTING, with_marks
from quiz.exchange.gift.block import escaped
from quiz.exchange.gift.pairs import SEVERAL_BLANKS
from quiz.exchange.gift.words import in_pairs, written
from quiz.exchange.sentence_choice import as_choice
from quiz.model.public_question import BLANK
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Option,
    Order,
    Question,
    Rejected,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.quiz import Quiz

_NUMERAL = re.compile(r"[+-]?[0-9]{1,20}(\.[0-9]{1,20})?")


@dataclass(frozen=True, slots=True)
class Layout:
    """A question in the parts of a block."""

    stem: str
    """What stands before the braces, as it is shown."""
    answers: tuple[str, ...] = ()
    """What stands in them, line by line, as it is written."""
    tail: str = ""
    """What stands behind them, as it is shown."""
    opening: str = ""
    """What begins the answers."""
    kind: str = ""
    """The kind, where the parts alone don't tell it."""
    reasons: tuple[str, ...] = ()
    """What is said of pairs, and of choices that fit nothing."""


def layout_of(question: Question, quiz: Quiz) -> Layout | None:
    """Return a question in the parts of a block; None where GIFT has no place for it."""
    if isinstance(question, Locate):
        choice = as_choice(question, quiz)
        return Layout(choice.ask, _single(choice.options), kind=question.kind)
    return _LAYOUTS[type(question)](question)


def _choice(question: Choice) -> Layout:
    return Layout(question.ask, _single(question.options))


def _choices(question: Choices) -> Layout:
    """Return options whose weights are of Moodle's list: 33.33333 passes there, 33 does not."""
    share = f"{100 / sum(option.correct for option in question.options):.5f}".rstrip("0").rstrip(
        "."
    )
    weights = {True: f"~%{share}%", False: f"~%-{share}%"}
    return Layout(
        question.ask, tuple(_option(weights[one.correct], one) for one in question.options)
    )


def _statement(question: Statement) -> Layout:
    """Return the three verdicts as options: a true or false question of GIFT has two."""
    return Layout(question.ask, _single(question.options), kind=question.kind)


def _number(question: Number) -> Layout:
    tolerance = f":{_numeral(question.tolerance)}" if question.tolerance else ""
    wrong = (one for one in question.reject if _NUMERAL.fullmatch(one.text))
    answers = (
        f"={_numeral(question.answer)}{tolerance}",
        *(f"=%0%{one.text}{_feedback(one)}" for one in wrong),
    )
    unit = f" ({question.unit})" if question.unit else ""
    return Layout(f"{question.ask}{unit}", answers, opening="#")


def _short(question: Short) -> Layout | None:
    answers = _typed(question.accept, question.reject)
    return Layout(question.ask, answers) if answers else None


def _cloze(question: Cloze) -> Layout | None:
    """Return a gap of GIFT, which has one alone; several with a word bank are pairs."""
    task, sentence = " ".join(question.ask.split()), " ".join(question.text.split())
    before, *behind = sentence.split(BLANK)
    if len(behind) > 1:
        return _pairs_of_blanks(question, task, before, behind) if question.words else None
    answers = _typed(question.blanks[0].accept, question.blanks[0].reject)
    if question.words:
        right = Option(text=question.blanks[0].accept[0], correct=True)
        wrong = (Option(text=one.text, why=one.why, tag=one.tag) for one in question.words)
        answers = _single((right, *wrong))
    if not answers:
        return None
    return Layout(f"{task}\n{before}", answers, "".join(behind), kind=question.kind)


def _pairs_of_blanks(question: Cloze, task: str, before: str, behind: Iterable[str]) -> Layout:
    sentence = before + "".join(f"({at}) {BLANK}{text}" for at, text in enumerate(behind, 1))
    pairs = ((f"({at})", blank.accept[0]) for at, blank in enumerate(question.blanks, 1))
    spares = (("", word.text) for word in question.words)
    return Layout(
        f"{task}\n{sentence}",
        _paired((*pairs, *spares)),
        kind=SEVERAL_BLANKS,
        reasons=tuple(map(_said, question.words)),
    )


def _order(question: Order) -> Layout:
    places = ((item, str(place)) for place, item in enumerate(question.items, 1))
    return Layout(question.ask, _paired(places), kind=question.kind)


def _match(question: Match) -> Layout:
    spare = (question.spare,) if question.spare else ()
    sides = (*((one.left, one.right) for one in question.pairs), *(("", one.text) for one in spare))
    reasons = (*(one.why or "" for one in question.pairs), *map(_said, spare))
    return Layout(question.ask, _paired(sides), reasons=reasons)


def _teach_back(question: TeachBack) -> Layout:
    return Layout(question.ask)


_LAYOUTS: Mapping[type, Callable[[Any], Layout | None]] = {
    Choice: _choice,
    Choices: _choices,
    Statement: _statement,
    Number: _number,
    Short: _short,
    Cloze: _cloze,
    Order: _order,
    Match: _match,
    TeachBack: _teach_back,
}


def _single(options: Iterable[Option]) -> tuple[str, ...]:
    return tuple(_option("=" if option.correct else "~", option) for option in options)


def _option(mark: str, option: Option) -> str:
    return f"{mark}{written(option.text)}{_feedback(option)}"


def _typed(accept: Iterable[str], reject: Iterable[Rejected]) -> tuple[str, ...]:
    """Return typed answers but for those with an arrow, which would make pairs of them.

    A star would stand for any words there, so it gets a backslash.
    """
    right = [f"={_literal(text)}" for text in accept if "->" not in text]
    wrong = [
        f"=%0%{_literal(one.text)}{_feedback(one, in_pairs)}"
        for one in reject
        if "->" not in one.text
    ]
    return (*right, *wrong) if right else ()


def _literal(text: str) -> str:
    return written(text.replace("*", "\\*"))


def _paired(pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"={in_pairs(left)} -> {escaped(right)}" for left, right in pairs)


def _feedback(one: Option | Rejected, write: Callable[[str], str] = written) -> str:
    text = _said(one)
    return f"#{write(text)}" if text else ""


def _said(one: Option | Rejected) -> str:
    """Return why it is right or wrong, and behind that why a reader takes it."""
    quote = one.quote if isinstance(one, Option) else None
    marks = ((TEMPTING, quote), (MISTAKE, one.tag))
    return with_marks(one.why or "", ((label, value) for label, value in marks if value))


def _numeral(number: float) -> str:
    """Return a number in digits, as GIFT reads it: never with an exponent."""
    return format(Decimal(repr(number)), "f")
