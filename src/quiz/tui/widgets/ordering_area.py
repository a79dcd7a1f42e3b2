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
from quiz.model.question import Order
from quiz.tui.widgets.answer_area import AnswerArea


class Movable(Widget, can_focus=True):
    """Items one above the other; space takes one up, arrows carry it, space puts it down."""

    DEFAULT_CSS: ClassVar[str] = """
    Movable { height: auto; layout: vertical; }
    Movable .item { height: auto; width: 1fr; margin-bottom: 1; }
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
        """Make a line of each place."""
        for _ in self.items:
            yield Static("", classes="item", markup=False)

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
        list(self.query(".item"))[to].scroll_visible(animate=False)

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
        for place, line in enumerate(self.query(".item").results(Static)):
            line.update(self._line(place))

    def _line(self, place: int) -> Content:
        here = place == self.cursor and self.has_focus and not self.locked
        cursor = ("↕ " if self.lifted else "› ") if here else "  "
        style = "bold" if here else ""
        parts = [
            Content.styled(cursor, "bold $primary"),
            Content.styled(f"{place + 1}  ", "$muted"),
        ]
        if not self.locked:
            for arrow, step in (("▲", -1), ("▼", 1)):
                meta = Style.from_meta({"step": step, "place": place})
                parts += [Content.styled(arrow, "$primary").stylize(meta), Content(" ")]
        parts.append(Content.styled(self.items[self.order[place]], style))
        return Content("").join(parts)


class OrderingArea(AnswerArea):
    """The items in the order that the learner gives them."""

    DEFAULT_CSS: ClassVar[str] = """
    OrderingArea Static { height: auto; margin-bottom: 1; }
    """

    EXPLAINS: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the items."""
        question = self.asked.question
        assert isinstance(question, Order)  # noqa: S101
        order = self.given.items if isinstance(self.given, Ordered) else self.asked.layout
        if self.feedback:
            yield Static(_judged(question.items, order, self.given is not None), markup=False)
        else:
            yield Movable(question.items, order, locked=self.locked)

    def draft(self) -> Answer | str:
        """Return the items as they stand."""
        return Ordered(self.query_one(Movable).order)


def _judged(items: tuple[str, ...], order: tuple[int, ...], given: bool) -> Content:
    """Return the order that was given, each place with its mark, and the right one."""
    lines = []
    for place, index in enumerate(order) if given else ():
        mark, style = ("✓", "$success") if place == index else ("✗", "$error")
        head = (f"{mark} {place + 1}  ", f"bold {style}")
        lines.append(Content.assemble(head, items[index]))
    if order != tuple(range(len(items))) or not given:
        lines.append(Content.styled("\nThe right order:" if given else "The right order:", "bold"))
        lines += [Content(f"  {place}  {item}") for place, item in enumerate(items, 1)]
    return Content("\n").join(lines)
