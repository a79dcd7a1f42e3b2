"""Items to pair; one choice is left over."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quiz.engine.kinds.base import Grade, Kind, Part, Possible, Reason, as_many, repeated, within
from quiz.model.answer import MatchAnswer
from quiz.model.normalize import normalize
from quiz.model.problem import Fault, ValuePath
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Match
from quiz.model.quiz import Quiz


class MatchKind(Kind[Match, MatchAnswer]):
    """Everything about a match."""

    name = "match"
    other_names = ("matching", "pairs")
    earns = "Where you match, each right pair earns its share."
    answer = MatchAnswer
    asks = False

    def shown(self, question: Match) -> Mapping[str, Any]:
        """Return the left sides, and what there is to choose from."""
        return {"parts": question.rights, "lefts": _lefts(question)}

    def identity(self, question: Match) -> Mapping[str, object]:
        """Return both sides in the order of the pairs."""
        return {"lefts": _lefts(question), "key": question.rights}

    def fit(self, question: PublicQuestion, answer: MatchAnswer, quiz: Quiz) -> None:
        """Raise a `ValueError` where a left side is forgotten, or a right one isn't there."""
        as_many(answer.rights, len(question.lefts), "pairs")
        within((right for right in answer.rights if right is not None), len(question.parts))

    def grade(self, question: Match, answer: MatchAnswer, quiz: Quiz) -> Grade:
        """Return the share of right pairs."""
        return Grade.share(tuple(left == right for left, right in enumerate(answer.rights)))

    def reasons(self, question: Match, answer: MatchAnswer | None, quiz: Quiz) -> Iterator[Reason]:
        """Yield each pair, before it the wrong one that was made instead."""
        rights = answer.rights if answer else (None,) * len(question.pairs)
        for index, (pair, chosen) in enumerate(zip(question.pairs, rights, strict=True)):
            if chosen is not None and chosen != index:
                wrong = f"{pair.left} → {question.rights[chosen]}"
                yield Reason(wrong, False, True, _why(question, index, chosen))
            yield Reason(f"{pair.left} → {pair.right}", True, chosen == index, pair.why)

    def key(self, question: Match) -> str:
        """Return the pairs."""
        return "; ".join(f"{pair.left} → {pair.right}" for pair in question.pairs)

    def given(self, public: PublicQuestion, answer: MatchAnswer, quiz: Quiz) -> str:
        """Return the pairs that were made."""
        chosen = ("–" if index is None else public.parts[index] for index in answer.rights)
        pairs = zip(public.lefts, chosen, strict=True)
        return "; ".join(f"{left} → {right}" for left, right in pairs)

    def renamed(self, answer: MatchAnswer, names: Mapping[int, int]) -> MatchAnswer:
        """Return the right sides under their other indices."""
        return MatchAnswer(tuple(None if one is None else names[one] for one in answer.rights))

    def guess(self, question: Match, quiz: Quiz) -> float:
        """Return the chance of a right side."""
        return 1 / len(question.rights)

    def counted(
        self, question: Match, answers: Sequence[MatchAnswer], quiz: Quiz
    ) -> Iterator[Part[MatchAnswer]]:
        """Yield the right sides for each left one, and that it was left open where it was."""
        return (_counted(question, left, answers) for left in range(len(question.pairs)))

    def stem(self, question: Match) -> Iterator[tuple[ValuePath, str]]:
        """Yield the left sides."""
        return ((("pairs", n, "left"), pair.left) for n, pair in enumerate(question.pairs))

    def faults(self, question: Match, language: str) -> Iterator[Fault]:
        """Yield sides that stand there twice, and a spare that belongs to a pair."""
        yield from repeated("pairs", ("left",), _lefts(question))
        yield from repeated("pairs", ("right",), (pair.right for pair in question.pairs))
        rights = {normalize(pair.right) for pair in question.pairs}
        if question.spare and normalize(question.spare.text) in rights:
            message = "this belongs to a pair: write one that fits nothing"
            yield Fault(("spare", "text"), message)

    def lacking(self, question: Match) -> Iterator[Fault]:
        """Yield that there is no spare, or no reason for it."""
        if question.spare is None:
            message = "missing: write a choice that fits nothing, with `text: ...` and `why: ...`"
            yield Fault(("spare",), message)
        elif question.spare.why is None:
            yield Fault(("spare", "why"), "missing: write why it fits nothing")


def _lefts(question: Match) -> tuple[str, ...]:
    return tuple(pair.left for pair in question.pairs)


def _counted(question: Match, left: int, answers: Sequence[MatchAnswer]) -> Part[MatchAnswer]:
    rows = [
        Possible(index, right, index == left, _why(question, left, index))
        for index, right in enumerate(question.rights)
    ]
    if any(answer.rights[left] is None for answer in answers):
        rows.append(Possible(None, None, False))
    return Part(rows, lambda answer: [answer.rights[left]], name=question.pairs[left].left)


def _why(question: Match, left: int, right: int) -> str | None:
    if right == len(question.pairs):
        return question.spare.why if question.spare else None
    return question.pairs[left].why if left == right else None
