"""Rows with a cursor: what lists to open and lists to pick from have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quiz.tui.widgets.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult

CURSOR = "›"
"""What stands before the row that the cursor is on."""


class CursorList(Widget, can_focus=True):
    """Rows one below the other; up and down move the cursor, a click puts it on a row."""

    DEFAULT_CSS: ClassVar[str] = """
    CursorList {
        layout: vertical;
        height: auto;
        width: 1fr;
        &.-spaced Row { margin-bottom: 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False, id="list.up"),
        Binding("down", "move(1)", "Line below", show=False, id="list.down"),
    ]

    cursor: reactive[int] = reactive(0, init=False, bindings=True)
    """The index of the row that the cursor is on."""
    locked: reactive[bool] = reactive(default=False, init=False, bindings=True)
    """Whether the keys are left to the screen."""

    def __init__(
        self,
        texts: Sequence[str | Content],
        *,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.texts = tuple(text if isinstance(text, Content) else Content(text) for text in texts)
        """What the rows say."""
        self.neighbours = False
        """Whether the cursor goes on in the next list of the screen."""

    def compose(self) -> ComposeResult:
        """Make a row of each text."""
        for index, text in enumerate(self.texts):
            yield Row(index, text)

    def on_mount(self) -> None:
        """Draw the rows."""
        self.draw()

    @property
    def rows(self) -> list[Row]:
        """The rows, in order."""
        return list(self.query_children(Row))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the screen where there is nothing to do here."""
        del action, parameters
        return bool(self.texts) and not self.locked

    def action_move(self, step: int) -> None:
        """Move the cursor, over the end to the next list where there is one, else round."""
        to = self.cursor + step
        if to not in range(len(self.texts)) and self.neighbours:
            lists = list(self.screen.query(CursorList))
            lists[(lists.index(self) + step) % len(lists)].enter(step)
            return
        self.cursor = to % len(self.texts)
        self.rows[self.cursor].scroll_visible(animate=False)

    def enter(self, step: int) -> None:
        """Take the focus at the first row, or at the last for a step back."""
        self.cursor = 0 if step > 0 else len(self.texts) - 1
        self.focus(scroll_visible=False)
        self.rows[self.cursor].scroll_visible(animate=False)

    def on_click(self, event: events.Click) -> None:
        """Do what is done with the row that was clicked."""
        row = row_of(event)
        if row and not self.locked:
            self.cursor = row.index
            self.use(row.index)

    def use(self, index: int) -> None:
        """Do what is done with a row that was clicked."""

    def watch_cursor(self) -> None:
        """Draw the cursor."""
        self.draw()

    def watch_has_focus(self, _focused: bool) -> None:
        """Draw the cursor where the focus is."""
        self.draw()

    def watch_locked(self) -> None:
        """Take the cursor away."""
        self.draw()

    def draw(self) -> None:
        """Draw the cursor and the leads."""
        for row, lead in zip(self.rows, self.leads(), strict=False):
            row.lead = lead
            here = self.has_focus and not self.locked and row.index == self.cursor
            row.cursor = CURSOR if here else ""

    def leads(self) -> Iterable[Content]:
        """Return what stands before each row."""
        return (Content("") for _ in self.texts)


def row_of(event: events.Click) -> Row | None:
    """Return the row that was clicked."""
    above = event.widget.ancestors_with_self if event.widget else []
    return next((node for node in above if isinstance(node, Row)), None)
