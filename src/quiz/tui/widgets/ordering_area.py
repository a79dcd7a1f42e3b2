"""Items to move: the answer area of order."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from quiz.model.answer import Answer, Ordered
from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.cursor_list import CURSOR
from quiz.tui.widgets.hanging import Hanging, hung
from quiz.tui.widgets.row import Row


class Movable(Widget, can_focus=True):
    """Items one above the other; space takes one up, arrows carry it, space puts it down."""

    DEFAULT_CSS: ClassVar[str] = """
    Movable { height: auto; layout: vertical; }
    Movable Row { margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False, id="order.up"),
        Binding("down", "move(1)", "Line below", show=False, id="order.down"),
        Binding("space", "lift", "Take, put down", id="order.lift"),
    ]

    order: reactive[tuple[int, ...]] = reactive(())
    """Indices of the items, from first to last."""
    cursor: reactive[int] = reactive(0)
    """The place that the cursor is on."""
    lifted: reactive[bool] = reactive(default=False)
    """Whether arrows carry the item under the cursor."""

    def __init__(self, items: tuple[str, ...], order: tuple[int, ...], *, locked: bool) -> None:
        super().__init__()
        self.items = items
        """What is to be ordered."""
        self.locked = locked
        """Whether nothing can be moved any more."""
        self.set_reactive(Movable.order, order)

    def compose(self) -> ComposeResult:
        """Make a row of each place."""
        for place in range(len(self.items)):
            yield Row(place)

    def on_mount(self) -> None:
        """Draw the items."""
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the screen when nothing can be moved."""
        del parameters
        return not (self.locked and action in {"move", "lift"})

    def action_move(self, step: int) -> None:
        """Move the cursor, and the item with it where one is taken up."""
        to = min(max(self.cursor + step, 0), len(self.items) - 1)
        if self.lifted:
            self.carry(self.cursor, to)
        self.cursor = to
        self.query(Row)[to].scroll_visible(animate=False)

    def action_lift(self) -> None:
        """Take the item under the cursor up, or put it down."""
        self.lifted = not self.lifted

    def carry(self, start: int, to: int) -> None:
        """Move the item at one place to another; those between move up or down by one."""
        order = list(self.order)
        order.insert(to, order.pop(start))
        self.order = tuple(order)

    def on_click(self, event: events.Click) -> None:
        """Move the item whose arrow was clicked."""
        step, place = event.style.meta.get("step"), event.style.meta.get("place")
        if isinstance(step, int) and isinstance(place, int) and not self.locked:
            self.cursor = place
            to = min(max(place + step, 0), len(self.items) - 1)
            self.carry(place, to)
            self.cursor = to

    def watch_order(self) -> None:
        """Draw the items."""
        self._draw()

    def watch_cursor(self) -> None:
        """Draw the cursor."""
        self._draw()

    def watch_lifted(self) -> None:
        """Draw the cursor as a hand or a finger."""
        self._draw()

    def watch_has_focus(self, _focused: bool) -> None:
        """Draw the cursor where the focus is."""
        self._draw()

    def _draw(self) -> None:
        for place, row in enumerate(self.query(Row)):
            here = place == self.cursor and self.has_focus and not self.locked
            row.cursor = ("↕" if self.lifted else CURSOR) if here else ""
            row.picked = here
            row.lead = self._lead(place)
            row.text = Content(self.items[self.order[place]])

    def _lead(self, place: int) -> Content:
        """Return the number of a place, and arrows to click."""
        parts = [Content.styled(f"{place + 1}  ", "$muted")]
        for arrow, step in (("▲", -1), ("▼", 1)) if not self.locked else ():
            meta = Style.from_meta({"step": step, "place": place})
            parts += [Content.styled(arrow, "$primary").stylize(meta), Content(" ")]
        return Content("").join(parts)


class OrderingArea(AnswerArea):
    """The items in the order that the learner gives them."""

    DEFAULT_CSS: ClassVar[str] = """
    OrderingArea .heading { height: auto; text-style: bold; margin-top: 1; }
    OrderingArea.-told { margin-bottom: 1; }
    """

    EXPLAINS: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the items."""
        items = self.question.parts
        order = self.given.items if isinstance(self.given, Ordered) else self.asked.layout
        if not self.feedback:
            yield Movable(items, order, locked=self.locked)
            return
        reasons = self.feedback.reasons
        given = zip(order, reasons, strict=True) if self.given is not None else ()
        for place, (index, reason) in enumerate(given):
            mark, style = ("✓", "$success") if reason.yours else ("✗", "$error")
            lead = Content.styled(f"{mark} {place + 1}  ", f"bold {style}")
            yield Hanging(hung(lead, items[index]))
        if not all(reason.yours for reason in reasons):
            yield Static("The right order:", classes="heading", markup=False)
            for place, reason in enumerate(reasons, 1):
                yield Hanging(hung(f"  {place}  ", reason.text))

    def draft(self) -> Answer | str:
        """Return the items as they stand."""
        return Ordered(self.query_one(Movable).order)
