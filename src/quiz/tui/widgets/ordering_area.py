"""Items to move: the answer area of order."""

from collections.abc import Hashable, Iterator, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.style import Style

from quiz.engine.feedback import Feedback
from quiz.model.answer import Answer, OrderAnswer
from quiz.tui.widgets.cursor_list import CURSOR, CursorList
from quiz.tui.widgets.hung import BLANK, Hung, hung
from quiz.tui.widgets.list_area import ListArea


class Movable(CursorList):
    """Items one above the other; space takes one up, arrows carry it, space puts it down."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False, id="order.up"),
        Binding("down", "move(1)", "Line below", show=False, id="order.down"),
        Binding("space", "lift", "Take, put down", id="order.lift"),
    ]

    order: var[tuple[int, ...]] = var((), init=False)
    """Indices of the items, from first to last."""
    lifted: var[bool] = var(default=False, init=False)
    """Whether arrows carry the item under the cursor."""

    def __init__(self, items: tuple[str, ...], order: tuple[int, ...], *, locked: bool) -> None:
        super().__init__(items, spaced=True)
        self.set_reactive(Movable.locked, locked)
        self.set_reactive(Movable.order, order)

    def action_move(self, step: int) -> None:
        """Move the cursor, and the item with it where one is taken up."""
        to = self._beside(self.cursor, step)
        if self.lifted:
            self.carry(self.cursor, to)
        self.cursor = to
        self.bring_into_view(to)

    def _beside(self, place: int, step: int) -> int:
        return min(max(place + step, 0), len(self.texts) - 1)

    def action_lift(self) -> None:
        """Take the item under the cursor up, or put it down."""
        self.lifted = not self.lifted

    def carry(self, start: int, to: int) -> None:
        """Move the item at one place to another; those between move up or down by one."""
        order = list(self.order)
        order.insert(to, order.pop(start))
        self.order = tuple(order)

    def click(self, index: int, meta: Mapping[str, object]) -> None:
        """Put the cursor on a place that was clicked, and move the item if it was an arrow."""
        self.lifted = False
        super().click(index, meta)
        step = meta.get("step")
        if isinstance(step, int):
            to = self._beside(index, step)
            self.carry(index, to)
            self.cursor = to

    def watch_order(self) -> None:
        """Draw the items."""
        self.draw()

    def watch_lifted(self) -> None:
        """Draw the cursor as a hand or a finger."""
        self.draw()

    def look(self, index: int) -> Hashable:
        """Return the cursor on a place, if it is there, and the item."""
        return self.is_at(index) and self.cursor_of(index), self.order[index]

    def cursor_of(self, index: int) -> str:
        """Return a hand where the item is taken up."""
        del index
        return "↕" if self.lifted else CURSOR

    def lead(self, index: int) -> Content:
        """Return the number of a place, and arrows to click."""
        parts = [Content.styled(f"{index + 1}  ", "$muted")]
        for arrow, step in (("▲", -1), ("▼", 1)) if not self.locked else ():
            meta = Style.from_meta({"step": step})
            parts += [Content.styled(arrow, "$primary").stylize(meta), Content(" ")]
        return Content("").join(parts)

    def text(self, index: int) -> Content:
        """Return the item at a place, bold under the cursor."""
        text = self.texts[self.order[index]]
        return text.stylize("bold") if self.is_at(index) else text


class OrderingArea(ListArea[Movable]):
    """The items in the order that the learner gives them."""

    def new_rows(self) -> Movable:
        """Return the items."""
        order = self.given.items if isinstance(self.given, OrderAnswer) else self.asked.option_order
        return Movable(self.question.parts, order, locked=self.locked)

    def told_rows(
        self, answer: Answer | None, feedback: Feedback | None
    ) -> tuple[Hung, ...] | None:
        """Return the items as they were given, and the right order."""
        if feedback is None:
            return None
        given = answer.items if isinstance(answer, OrderAnswer) else ()
        return tuple(_compared(self.question.parts, given, feedback))

    def draft(self) -> Answer | str:
        """Return the items as they stand."""
        return OrderAnswer(self.rows.order)


def _compared(items: tuple[str, ...], given: tuple[int, ...], feedback: Feedback) -> Iterator[Hung]:
    """Yield the items as they were given, with their marks, and where they are wrong the order."""
    for place, (index, reason) in enumerate(zip(given, feedback.reasons, strict=False), 1):
        mark, style = ("✓", "$success") if reason.yours else ("✗", "$error")
        yield hung(Content.styled(f"{mark} {place}  ", f"bold {style}"), items[index])
    if given:
        yield BLANK
    if not all(reason.yours for reason in feedback.reasons):
        yield hung("", Content.styled("The right order:", "bold"))
        for place, reason in enumerate(feedback.reasons, 1):
            yield hung(f"  {place}  ", reason.text)
        yield BLANK
