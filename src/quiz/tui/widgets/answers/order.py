"""Items to move: how order is answered."""

from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.style import Style
from textual.widgets import Static

from quiz.engine.feedback import Feedback
from quiz.model.answer import Answer, OrderAnswer
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.explanation import stand_mark
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.lists import RowList


class ReorderList(RowList):
    """Items one above the other; space takes one up, arrows carry it, space puts it down."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "lift", "Take", id="order.lift"),
        Binding("space", "drop", "Drop", id="order.drop"),
        Binding("down", "move(1)", "Move", key_display="↑↓", id="order.down"),
    ]

    order: var[tuple[int, ...]] = var((), init=False, bindings=True)
    """Indices of the items, from first to last."""
    lifted: var[bool] = var(default=False, init=False, bindings=True)
    """Whether arrows carry the item under the cursor."""
    meant: var[bool] = var(default=False, init=False, bindings=True)
    """Whether the learner means the order as it stands: it was moved in, or confirmed."""

    def __init__(
        self, items: tuple[str, ...], order: tuple[int, ...], *, meant: bool, locked: bool
    ) -> None:
        self.set_reactive(ReorderList.order, order)
        self.set_reactive(ReorderList.meant, meant)
        super().__init__(items, spaced=True, locked=locked)

    def action_move(self, step: int) -> None:
        """Move the cursor, and the item with it where one is taken up."""
        at = self.highlighted or 0
        if self.lifted:
            self.carry(at, step)
        self.go(self._beside(at, step))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take an item up, or to put down the one that was."""
        if action in {"lift", "drop"}:
            return self.lifted == (action == "drop")
        return super().check_action(action, parameters)

    def action_lift(self) -> None:
        """Take the item under the cursor up."""
        self.lifted = True

    def action_drop(self) -> None:
        """Put down the item that was taken up."""
        self.lifted = False

    def carry(self, at: int, step: int) -> None:
        """Let an item change places with the one above or below."""
        order = list(self.order)
        order.insert(self._beside(at, step), order.pop(at))
        self.order, self.meant = tuple(order), True

    def _beside(self, at: int, step: int) -> int:
        return min(max(at + step, 0), len(self.texts) - 1)

    def on_click(self, event: events.Click) -> None:
        """Put down what was taken up, and move the item whose arrow was clicked."""
        self.lifted = False
        at, step = event.style.meta.get("option"), event.style.meta.get("step")
        if at is not None and step is not None and self.can_focus:
            event.prevent_default()
            self.carry(at, step)
            self.go(self._beside(at, step))

    def use(self, index: int) -> None:
        """Do nothing more: the cursor is there."""

    def watch_order(self) -> None:
        """Draw the items."""
        self.draw()

    def watch_lifted(self) -> None:
        """Draw the cursor as a hand or a finger."""
        self.cursor_mark = "↕" if self.lifted else RowList.cursor_mark
        self.draw(self.highlighted)

    def lead(self, index: int) -> Content:
        """Return the number of a place, and arrows to click."""
        parts = [Content.styled(f"{index + 1}  ", "$muted")]
        for arrow, step in (("▲", -1), ("▼", 1)) if self.can_focus else ():
            meta = Style.from_meta({"step": step})
            parts += [Content.styled(arrow, "$primary").stylize(meta), Content(" ")]
        return Content("").join(parts)

    def text(self, index: int) -> Content:
        """Return the item at a place, bold under the cursor."""
        text = self.texts[self.order[index]]
        return text.stylize("bold") if self.has_focus and index == self.highlighted else text


class OrderWidget(AnswerWidget):
    """The items in the order that the learner gives them."""

    EXPLAINS: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the items, or where each belongs once that is said."""
        if self.feedback:
            yield Static(HangingText([*_compared(self.feedback)]))
            return
        given = self.presented.option_order
        if isinstance(self.given, OrderAnswer):
            given = self.given.items
        yield ReorderList(
            self.question.parts, given, meant=self.given is not None, locked=self.locked
        )

    @property
    def enter_does(self) -> str | None:
        """The action of enter: to keep the order as it was drawn, then to answer with it."""
        return next(
            ("answer" if items.meant else "keep" for items in self.query(ReorderList)), None
        )

    def pick(self) -> None:
        """Mean the order as it was drawn."""
        self.query_one(ReorderList).meant = True

    def answer(self) -> Answer | str:
        """Return the items as they stand."""
        return OrderAnswer(self.query_one(ReorderList).order)


def _compared(feedback: Feedback) -> Iterator[tuple[Content, Content]]:
    """Yield the items as they were given, with their marks, and where that is wrong the order."""
    given = [reason for reason in feedback.reasons if reason.yours]
    for place, reason in enumerate(given, 1):
        why = f"\n{reason.why}" if reason.why else ""
        text = Content.assemble(reason.text, (why, "$muted"))
        yield stand_mark(reason) + Content.styled(f"{place}  ", "$muted"), text
    if given:
        yield Content(""), Content("")
    right = feedback.reasons[len(given) :]
    if right:
        yield Content(""), Content.styled("The right order:", "bold")
        for place, reason in enumerate(right, 1):
            yield Content(f"  {place}  "), Content(reason.text)
        yield Content(""), Content("")
