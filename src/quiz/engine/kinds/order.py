"""Items to put in order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import comb
from random import Random
from typing import Any

from quiz.engine.kinds.base import Grade, Kind, Part, Possible, Reason, repeated, within
from quiz.model.answer import OrderAnswer
from quiz.model.problem import Fault, ValuePath
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Order
from quiz.model.quiz import Quiz


class OrderKind(Kind[Order, OrderAnswer]):
    """Everything about an order. On paper an item may be left without its place."""

    name = "order"
    other_names = ("ordering", "sort", "sequence")
    earns = "Where you put steps in order, each pair in the right order earns its share."
    answer = OrderAnswer
    asks = False

    def shown(self, question: Order) -> Mapping[str, Any]:
        """Return the items."""
        return {"parts": question.items}

    def identity(self, question: Order) -> Mapping[str, object]:
        """Return the items in their order."""
        return {"key": question.items}

    def option_order(self, question: PublicQuestion, rng: Random) -> tuple[int, ...]:
        """Return the items in any order but the right one."""
        order = rng.sample(range(len(question.parts)), len(question.parts))
        return tuple(reversed(order) if order == sorted(order) else order)

    def fit(self, question: PublicQuestion, answer: OrderAnswer, quiz: Quiz) -> None:
        """Raise a `ValueError` where an item isn't there, or stands there twice."""
        within(answer.items, len(question.parts))
        if len(set(answer.items)) < len(answer.items):
            raise ValueError(f"not an order: {answer.items}")

    def grade(self, question: Order, answer: OrderAnswer, quiz: Quiz) -> Grade:
        """Return the share of the pairs that stand in the right order (after Kendall's tau)."""
        pairs = tuple(first < second for first, second in combinations(answer.items, 2))
        return Grade(sum(pairs) / comb(len(question.items), 2), pairs)

    def tally(self, question: Order, grade: Grade) -> str:
        """Return how many pairs stand in the right order."""
        pairs = comb(len(question.items), 2)
        what = "pair" if pairs == 1 else "pairs"
        return f"{sum(grade.parts)} of {pairs} {what} in the right order"

    def reasons(self, question: Order, answer: OrderAnswer | None, quiz: Quiz) -> Iterator[Reason]:
        """Yield the items as they were put, then where that is wrong in the right order."""
        items, right = answer.items if answer else (), tuple(range(len(question.items)))
        for place, item in enumerate(items):
            before, after = items[:place], items[place + 1 :]
            fitting = sum(other < item for other in before) + sum(other > item for other in after)
            yield _put(question, item, fitting)
        if items != right:
            for index in right:
                yield Reason(question.items[index], True, False, index=index)

    def key(self, question: Order) -> str:
        """Return the items in their order."""
        return "; ".join(question.items)

    def given(self, public: PublicQuestion, answer: OrderAnswer, quiz: Quiz) -> str:
        """Return the items in the order of the answer."""
        return "; ".join(public.parts[index] for index in answer.items)

    def renamed(self, answer: OrderAnswer, names: Mapping[int, int]) -> OrderAnswer:
        """Return the items under their other indices."""
        return OrderAnswer(tuple(names[index] for index in answer.items))

    def guess(self, question: Order, quiz: Quiz) -> float:
        """Return a half: two items stand in the right order by lot half of the time."""
        return 0.5

    def counted(
        self, question: Order, answers: Sequence[OrderAnswer], quiz: Quiz
    ) -> Iterator[Part[OrderAnswer]]:
        """Yield the orders that were given, and the items in their place."""
        items = question.items
        right = tuple(range(len(items)))
        orders = {right, *(answer.items for answer in answers)}
        rows = [
            Possible(order, " → ".join(items[index] for index in order), order == right)
            for order in orders
        ]
        yield Part(rows, lambda answer: [answer.items], frequent_first=True)
        in_place = [Possible(index, item, True) for index, item in enumerate(items)]
        yield Part(in_place, _in_place, name="In its place")

    def stem(self, question: Order) -> Iterator[tuple[ValuePath, str]]:
        """Yield the items."""
        return ((("items", index), item) for index, item in enumerate(question.items))

    def faults(self, question: Order, language: str) -> Iterator[Fault]:
        """Yield items that stand there twice."""
        return repeated("items", (), question.items)


def _put(question: Order, item: int, fitting: int) -> Reason:
    """Return what to say of an item that stands in the right order with so many of the others."""
    text, others = question.items[item], len(question.items) - 1
    if fitting == others:
        return Reason(text, True, True, index=item)
    why = f"In order with {fitting or 'none'} of the other {others}."
    return Reason(text, False, True, why, item, partly=fitting > 0)


def _in_place(answer: OrderAnswer) -> list[int]:
    return [item for place, item in enumerate(answer.items) if place == item]
