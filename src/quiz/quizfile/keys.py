"""Whether the key of a question can be right: what it takes as the answer, and what as wrong."""

import re
from collections.abc import Iterable, Iterator, Sequence

from quiz.engine.typed import equals_number
from quiz.model.normalize import normalize
from quiz.model.problem import Fault, Path
from quiz.model.question import (
    VERDICTS,
    Choice,
    Choices,
    Cloze,
    Match,
    Number,
    Order,
    Question,
    Rejected,
    Short,
    Statement,
)


def key_faults(question: Question) -> Iterator[Fault]:
    """Yield what makes the question's key wrong or unfair."""
    match question:
        case Choice() | Choices():
            yield from _options(question)
        case Statement():
            yield from _statement(question)
        case Number():
            yield from _number(question)
        case Short():
            yield from _taken_back((), question.accept, question.reject)
        case Cloze():
            yield from _cloze(question)
        case Order():
            yield from _twice("items", (), question.items)
        case Match():
            yield from _match(question)


def _options(question: Choice | Choices) -> Iterator[Fault]:
    right = sum(option.correct for option in question.options)
    if isinstance(question, Choice):
        if right == 0:
            yield Fault(("options",), "no option is right: write `correct: true` on one of them")
        elif right > 1:
            yield Fault(
                ("options",), f"{right} options are right: leave one, or write `kind: choices`"
            )
    elif right < 2:
        yield Fault(
            ("options",), "fewer than two options are right: mark more, or write `kind: choice`"
        )
    elif right == len(question.options):
        yield Fault(("options",), "every option is right: write at least one wrong one")
    for index, option in enumerate(question.options):
        if not option.correct and option.why is None:
            yield Fault(("options", index, "why"), "missing: write why this option is wrong")
    yield from _twice("options", ("text",), [option.text for option in question.options])


def _statement(question: Statement) -> Iterator[Fault]:
    for verdict, option in zip(VERDICTS, question.options, strict=True):
        if not option.correct and option.why is None:
            yield Fault(("why", verdict), f'missing: write why "{verdict}" is wrong')
    if question.answer == "not stated" and question.quotes:
        yield Fault(("evidence",), "what is not stated has no evidence: take it out")


def _number(question: Number) -> Iterator[Fault]:
    for index, wrong in enumerate(question.reject):
        if equals_number(wrong.text, question.answer, question.tolerance):
            yield Fault(("reject", index, "text"), "this number is right by `answer`: take it out")


def _cloze(question: Cloze) -> Iterator[Fault]:
    gaps = re.findall(r"_{2,}", question.text)
    if any(gap != "___" for gap in gaps):
        yield Fault(("text",), "write each gap with exactly three underscores: ___")
    elif len(gaps) != len(question.gaps):
        message = (
            f"{len(gaps)} gaps in `text` and {len(question.gaps)} in `gaps`: write one for each ___"
        )
        yield Fault(("gaps",), message)
    for index, gap in enumerate(question.gaps):
        yield from _taken_back(("gaps", index), gap.accept, gap.reject)
    accepted = {normalize(word) for gap in question.gaps for word in gap.accept}
    for index, word in enumerate(question.words):
        if normalize(word.text) in accepted:
            yield Fault(("words", index, "text"), "this word fits a gap: write one that fits none")


def _match(question: Match) -> Iterator[Fault]:
    yield from _twice("pairs", ("left",), [pair.left for pair in question.pairs])
    yield from _twice("pairs", ("right",), [pair.right for pair in question.pairs])
    if normalize(question.spare.text) in {normalize(pair.right) for pair in question.pairs}:
        yield Fault(("spare", "text"), "this belongs to a pair: write one that fits nothing")


def _taken_back(at: Path, accept: Sequence[str], reject: Iterable[Rejected]) -> Iterator[Fault]:
    """Yield the rejected answers that are accepted."""
    right = {normalize(text) for text in accept}
    for index, wrong in enumerate(reject):
        if normalize(wrong.text) in right:
            yield Fault(
                (*at, "reject", index, "text"), "this is accepted as right: keep it in one list"
            )


def _twice(field: str, below: Path, texts: Sequence[str]) -> Iterator[Fault]:
    """Yield the texts of a list that stand in it already."""
    seen: set[str] = set()
    for index, text in enumerate(texts):
        same = " ".join(text.casefold().split())
        if same in seen:
            yield Fault((field, index, *below), "this stands in the list twice: keep one")
        seen.add(same)
