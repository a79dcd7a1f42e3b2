"""What a learner is told after an answer: the same words in every door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from quiz.engine.grading import holders
from quiz.engine.session import Response
from quiz.engine.typed import equals_number, matches
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TypedAnswer,
)
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Picking,
    Question,
    Rejected,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.span import Span


class Verdict(StrEnum):
    """The first words of an explanation."""

    RIGHT = "Right"
    PARTLY = "Partly right"
    WRONG = "Not quite"
    NONE = "Not answered"
    DONE = "Done"
    ANSWERED = "Answered"


@dataclass(frozen=True, slots=True)
class Reason:
    """What is said of one possible answer."""

    text: str
    """The answer: an option, a word, a pair, an item or a sentence."""
    right: bool
    """Whether it is right."""
    yours: bool
    """Whether the learner gave it."""
    why: str | None = None
    """Why it is right or wrong."""
    index: int | None = None
    """The index of the option, where it is one."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a learner is told after an answer."""

    verdict: Verdict
    """Right, partly right, not quite, not answered, or done."""
    reasons: tuple[Reason, ...]
    """Every possible answer that there is something to say of, in the order of the file."""
    evidence: tuple[Span, ...]
    """Where in the passage the proof stands."""


def feedback(
    question: Question, response: Response | None, passage: Passage, language: str = "en"
) -> Feedback:
    """Return what to tell of an answer, or of a question that was left without one."""
    answer = response.answer if response else None
    spans = (passage.find(quote) for quote in question.quotes)
    return Feedback(
        verdict=verdict(question, response),
        reasons=tuple(_reasons(question, answer, passage, language)),
        evidence=tuple(span for span in spans if span),
    )


def verdict(question: Question | PublicQuestion, response: Response | None) -> Verdict:
    """Return the first words to say of an answer; without its key only that there is one."""
    if response is None:
        return Verdict.NONE
    if isinstance(question, PublicQuestion) or response.grade is None:
        return Verdict.ANSWERED
    if isinstance(question, TeachBack):
        return Verdict.DONE
    if response.grade.right:
        return Verdict.RIGHT
    return Verdict.PARTLY if response.grade.fraction > 0 else Verdict.WRONG


def key(question: Question) -> str:
    """Return the right answer in words."""
    match question:
        case Choice() | Choices() | Statement():
            return "; ".join(option.text for option in question.options if option.correct)
        case Number():
            number = f"{question.answer:,}" if question.unit else str(question.answer)
            return f"{number} {question.unit}" if question.unit else number
        case Short():
            return question.accept[0]
        case Cloze():
            return "; ".join(gap.accept[0] for gap in question.gaps)
        case Order():
            return "; ".join(question.items)
        case Match():
            return "; ".join(f"{pair.left} → {pair.right}" for pair in question.pairs)
        case Locate():
            return " … ".join(question.quotes)
        case TeachBack():
            return "; ".join(question.checklist)


def _reasons(
    question: Question, answer: Answer | None, passage: Passage, language: str
) -> Iterable[Reason]:
    match question:
        case Choice() | Choices() | Statement():
            return _picked(question, answer)
        case Number() | Short():
            return _typed(question, answer)
        case Cloze():
            return _filled(question, answer)
        case Order():
            return _placed(question, answer)
        case Match():
            return _paired(question, answer)
        case Locate():
            return _located(question, answer, passage, language)
        case TeachBack():
            return ()


def _picked(question: Picking, answer: Answer | None) -> Iterable[Reason]:
    picked = answer.options if isinstance(answer, ChoiceAnswer) else frozenset()
    for index, option in enumerate(question.options):
        yield Reason(option.text, option.correct, index in picked, option.why, index)


def _typed(question: Number | Short, answer: Answer | None) -> Iterable[Reason]:
    text = answer.texts[0] if isinstance(answer, TypedAnswer) else ""
    if isinstance(question, Number):
        right = equals_number(text, question.answer, question.tolerance, question.unit)
    else:
        right = matches(text, question.accept)
    return _written(text, right, question.reject, key(question))


def _filled(question: Cloze, answer: Answer | None) -> Iterable[Reason]:
    texts = answer.texts if isinstance(answer, TypedAnswer) else ("",) * len(question.gaps)
    for text, gap in zip(texts, question.gaps, strict=True):
        rejected = (*gap.reject, *question.words)
        yield from _written(text, matches(text, gap.accept), rejected, gap.accept[0])


def _written(text: str, right: bool, rejected: tuple[Rejected, ...], key: str) -> Iterable[Reason]:
    """Yield the answer as it was typed, then the key where it is another."""
    if text.strip():
        whys = (reject.why for reject in rejected if matches(text, (reject.text,)))
        yield Reason(text.strip(), right, True, next(whys, None))
    if not right:
        yield Reason(key, True, False)


def _placed(question: Order, answer: Answer | None) -> Iterable[Reason]:
    placed = answer.items if isinstance(answer, OrderAnswer) else ()
    for index, item in enumerate(question.items):
        right = placed[index : index + 1] == (index,)
        yield Reason(item, True, right, index=index)


def _paired(question: Match, answer: Answer | None) -> Iterable[Reason]:
    rights = answer.rights if isinstance(answer, MatchAnswer) else (None,) * len(question.pairs)
    for index, (pair, chosen) in enumerate(zip(question.pairs, rights, strict=True)):
        if chosen is not None and chosen != index:
            why = question.spare.why if chosen == len(question.pairs) else None
            yield Reason(f"{pair.left} → {question.rights[chosen]}", False, True, why)
        yield Reason(f"{pair.left} → {pair.right}", True, chosen == index, pair.why)


def _located(
    question: Locate, answer: Answer | None, passage: Passage, language: str
) -> Iterable[Reason]:
    sentences = passage.sentences(language)
    right = holders(question, passage, language)
    chosen = answer.sentence if isinstance(answer, LocateAnswer) else None
    if chosen is not None and chosen not in right:
        whys = (r.why for r in question.reject if chosen in passage.sentences_of(r.quote, language))
        start, end = sentences[chosen]
        yield Reason(passage.text[start:end], False, True, next(whys, None))
    for index in right:
        start, end = sentences[index]
        yield Reason(passage.text[start:end], True, index == chosen)
