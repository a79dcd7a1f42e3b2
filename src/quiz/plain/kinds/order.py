"""Items to put in order, line by line."""

from collections.abc import Iterable
from dataclasses import replace

from quiz.engine.feedback import Feedback
from quiz.engine.session import Presented
from quiz.model.answer import OrderAnswer
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Quiz
from quiz.plain.kinds.base import InLines, mark, reasoned
from quiz.plain.kinds.reading import EMPTY, InvalidAnswer, copied, numbers, rows
from quiz.plain.lines import Hanging


class Order(InLines[OrderAnswer]):
    """Items to put in order."""

    def how(self, question: PublicQuestion) -> str:
        """Return an example of as many numbers."""
        example = " ".join(map(str, range(len(question.parts), 0, -1)))
        return f"Type the numbers in the right order, as in {example}."

    def read(self, asked: Presented, quiz: Quiz, text: str) -> OrderAnswer:
        """Return the items by their numbers on the screen."""
        order = asked.option_order
        found = rows(text, asked.shown, ordered=True) or numbers(text, len(order))
        if len(found) != len(order):
            how = self.how(asked.public)
            raise InvalidAnswer(f"Each of the {len(order)} numbers has a place. {how}")
        return OrderAnswer(tuple(order[row] for row in found))

    def reasons(
        self, asked: Presented, feedback: Feedback, answer: OrderAnswer | None
    ) -> Iterable[Hanging]:
        """Return the order that was given, and the right one where it is another."""
        given = [reason for reason in feedback.reasons if reason.yours]
        if given:
            yield "", "Your order:"
        for place, reason in enumerate(given, 1):
            yield from reasoned(f"{mark(reason)}{place:>3}  ", replace(reason, yours=False))
        if given and len(given) < len(feedback.reasons):
            yield "", ""
        if len(given) < len(feedback.reasons):
            yield "", "The right order:"
        for place, reason in enumerate(feedback.reasons[len(given) :], 1):
            yield f"{place:>4}  ", reason.text

    def on_sheet_how(self, asked: Presented, quiz: Quiz) -> str:
        """Return how many boxes."""
        return f"{len(asked.option_order)} boxes from the top"

    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> OrderAnswer:
        """Return the items in the order of the numbers in their boxes; empty ones are left out."""
        order, count = asked.option_order, len(asked.option_order)
        found = copied(text, count, r"\d" if count < 10 else r"\d\d?")
        placed = [(int(n), index) for n, index in zip(found, order, strict=False) if n != EMPTY]
        places = {place for place, _ in placed}
        if not found or not places <= set(range(1, count + 1)) or len(places) < len(placed):
            example = " ".join(map(str, (2, 1, *range(3, count + 1))[:count]))
            raise InvalidAnswer(
                f"Type the numbers in the {count} boxes from the top, as in {example}. For a box "
                "that is empty, or has a number that stands twice, type -."
            )
        return OrderAnswer(tuple(index for _, index in sorted(placed)))

    def as_on_sheet(self, asked: Presented, answer: OrderAnswer) -> str:
        """Return the numbers in the boxes from the top."""
        places = {index: str(place) for place, index in enumerate(answer.items, 1)}
        return " ".join(places.get(index, EMPTY) for index in asked.option_order)
