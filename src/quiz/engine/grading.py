"""What an answer is worth: one rule for each kind of question."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations
from math import comb

from quiz.engine.fitting import check
from quiz.engine.typed import equals_number, is_near_miss, matches
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.passage import Passage
from quiz.model.public_question import public
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Gap,
    Locate,
    Match,
    Number,
    Order,
    Picking,
    Question,
    Short,
    Statement,
    TeachBack,
    how_many,
)


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer is worth."""

    fraction: float
    """The share of the question's points, from 0 to 1."""
    parts: tuple[bool, ...]
    """Whether each part is right: a gap, a pair, an item in its place, a picked option."""

    @property
    def right(self) -> bool:
        """Whether the answer earns all points."""
        return self.fraction == 1


def grade(question: Question, answer: Answer, passage: Passage, language: str = "en") -> Grade:
    """Return what an answer to a question is worth.

    Raises:
        TypeError: the question can't be answered in that way.
        ValueError: the answer names a part that the question hasn't, or leaves one out.
    """
    check(public(question), answer, passage, language)
    match question, answer:
        case ((Choice() | Choices() | Statement()), ChoiceAnswer(options)):
            return _picking(question, options)
        case Number(), TypedAnswer((text,)):
            right = equals_number(text, question.answer, question.tolerance, question.unit)
            return _all_or_nothing(right)
        case Short(), TypedAnswer((text,)):
            return _all_or_nothing(matches(text, question.accept))
        case Cloze(), TypedAnswer(texts):
            pairs = zip(texts, question.gaps, strict=True)
            return _share(tuple(matches(text, gap.accept) for text, gap in pairs))
        case Order(), OrderAnswer(items):
            return _ordering(question, items)
        case Match(), MatchAnswer(rights):
            return _share(tuple(left == right for left, right in enumerate(rights)))
        case Locate(), LocateAnswer(sentence):
            return _all_or_nothing(sentence in holders(question, passage, language))
        case TeachBack(), TeachBackAnswer(ticked=ticked):
            return Grade(0, tuple(index in ticked for index in range(len(question.checklist))))
    raise TypeError(f"no answer to a {question.kind} question: {answer}")


def holders(question: Locate, passage: Passage, language: str = "en") -> tuple[int, ...]:
    """Return the indices of the sentences that hold the evidence, in the passage's order."""
    found = (passage.sentences_of(quote, language) for quote in question.quotes)
    return tuple(sorted(set(chain.from_iterable(found))))


def needs_spelling(question: Question, answer: Answer, passage: Passage) -> bool:
    """Return whether only its spelling keeps a typed answer from being right.

    In a cloze every gap has to be right or one slip away from it, and no word may be one that fits
    another gap: the second go is for the spelling alone.
    """
    match question, answer:
        case Short(), TypedAnswer((text,)):
            return is_near_miss(text, question.accept, question.reject, passage)
        case Cloze(), TypedAnswer(texts) if len(texts) == len(question.gaps):
            pairs = zip(texts, question.gaps, strict=True)
            slips = [(text, gap) for text, gap in pairs if not matches(text, gap.accept)]
            return bool(slips) and all(_slipped(question, *slip, passage) for slip in slips)
    return False


def _slipped(question: Cloze, text: str, gap: Gap, passage: Passage) -> bool:
    elsewhere = any(matches(text, other.accept) for other in question.gaps)
    rejected = (*gap.reject, *question.words)
    return not elsewhere and is_near_miss(text, gap.accept, rejected, passage)


def _all_or_nothing(right: bool) -> Grade:
    return Grade(float(right), (right,))


def _share(parts: tuple[bool, ...]) -> Grade:
    return Grade(sum(parts) / len(parts), parts)


def _picking(question: Picking, picked: frozenset[int]) -> Grade:
    """All or nothing for one right option; for several max(0, (right - wrong) / number right)."""
    parts = tuple(question.options[index].correct for index in sorted(picked))
    if not isinstance(question, Choices):
        return Grade(float(parts == (True,)), parts)
    right, wrong = parts.count(True), parts.count(False)
    return Grade(max(0.0, (right - wrong) / how_many(question)), parts)


def _ordering(question: Order, items: tuple[int, ...]) -> Grade:
    """Share of the pairs that stand in the right order (after Kendall's tau).

    On paper an item may be left without its place: then none of its pairs is in order.
    """
    in_order = sum(first < second for first, second in combinations(items, 2))
    in_place = tuple(place == item for place, item in enumerate(items))
    return Grade(in_order / comb(len(question.items), 2), in_place)
