"""Rows with a cursor: what lists to open, to pick from and to move have in common."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var

from quiz.tui.widgets.hanging import Hanging
from quiz.tui.widgets.hung import BLANK, Hung, under

CURSOR = "›"
"""What stands before the row that the cursor is on."""
GUTTER = 2
"""Cells before each row, where the cursor stands."""


class CursorList(Hanging, can_focus=True):
    """Rows one below the other; up and down move the cursor, a click puts it on a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False, id="list.up"),
        Binding("down", "move(1)", "Line below", show=False, id="list.down"),
    ]

    cursor: var[int] = var(0, init=False, bindings=True)
    """The index of the row that the cursor is on."""
    locked: var[bool] = var(default=False, init=False, bindings=True)
    """Whether the keys are left to the screen."""
    spaced: var[bool] = var(default=False, init=False)
    """Whether an empty line follows each row."""

    def __init__(
        self,
        texts: Sequence[str | Content],
        *,
        spaced: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(CursorList.spaced, spaced)
        self.texts = tuple(text if isinstance(text, Content) else Content(text) for text in texts)
        """What the rows say."""
        self.remarks: dict[int, Content] = {}
        """What is said below a row, by its index."""
        self.above: tuple[Hung, ...] = ()
        """What stands above the rows."""
        self.below: tuple[Hung, ...] = ()
        """What stands below them."""
        self.told: tuple[Hung, ...] | None = None
        """What stands in the place of the rows."""
        self.neighbours = False
        """Whether the cursor goes on in the next list of the screen."""
        self._rows: dict[int, tuple[Hashable, tuple[Hung, ...]]] = {}

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
        self.bring_into_view(self.cursor)

    def enter(self, step: int) -> None:
        """Take the focus at the first row, or at the last for a step back."""
        self.cursor = 0 if step > 0 else len(self.texts) - 1
        self.focus(scroll_visible=False)
        self.bring_into_view(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Do what a click on a row does."""
        at, lines = event.get_content_offset(self), self.lines(self.content_size.width)
        row = lines[at.y].row if at and at.y < len(lines) else None
        if row is not None and not self.locked:
            self.click(row, event.style.meta)

    def click(self, index: int, meta: Mapping[str, object]) -> None:
        """Put the cursor on a row that was clicked, and do what is done with it."""
        del meta
        self.cursor = index
        self.use(index)

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

    def watch_spaced(self) -> None:
        """Space the rows, or not."""
        self.draw_anew()

    def remark(self, index: int, said: Content) -> None:
        """Say something below a row."""
        self.remarks[index] = said
        self.draw_anew()

    def settle(self) -> None:
        """Leave the keys to the screen, and draw what there is to say by now."""
        self._rows.clear()
        if self.locked:
            self.draw()
        else:
            self.locked = True

    def draw_anew(self) -> None:
        """Draw all rows."""
        self._rows.clear()
        self.draw()

    def hung(self) -> Iterable[Hung]:
        """Return the rows, and what stands around them."""
        rows = chain.from_iterable(self._row(index) for index in range(len(self.texts)))
        return chain(self.above, rows if self.told is None else self.told, self.below)

    def _row(self, index: int) -> tuple[Hung, ...]:
        """Return a row, the one that stands there where it looks the same."""
        look = self.look(index)
        known = self._rows.get(index)
        if known is None or known[0] != look:
            known = self._rows[index] = look, tuple(self._made(index))
        return known[1]

    def _made(self, index: int) -> Iterable[Hung]:
        cursor = self.cursor_of(index) if self.is_at(index) else ""
        lead = Content.styled(f"{cursor:<{GUTTER}}", "bold $primary") + self.lead(index)
        yield Hung(lead, self.text(index), row=index)
        if remark := self.remarks.get(index):
            yield under(lead, remark, row=index)
        if self.spaces(index):
            yield BLANK

    def is_at(self, index: int) -> bool:
        """Return whether the cursor is seen on a row."""
        return index == self.cursor and self.has_focus and not self.locked

    def look(self, index: int) -> Hashable:
        """Return what a row's look depends on, as far as it changes."""
        return self.is_at(index)

    def cursor_of(self, index: int) -> str:
        """Return what the cursor on a row looks like."""
        del index
        return CURSOR

    def lead(self, index: int) -> Content:
        """Return what stands before a row's text."""
        del index
        return Content("")

    def text(self, index: int) -> Content:
        """Return a row's text."""
        return self.texts[index]

    def spaces(self, index: int) -> bool:
        """Return whether an empty line follows a row."""
        del index
        return self.spaced
