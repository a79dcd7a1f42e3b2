"""A list to pick from: one of several, or any of them."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var

from quiz.tui.widgets.cursor_list import GUTTER, CursorList
from quiz.tui.widgets.hung import BLANK, Hung, under


class Rows(CursorList):
    """Rows with marks that read without color; space, a digit or a click picks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "pick_highlighted", "Pick", id="rows.pick"),
        *(
            Binding(
                str(digit),
                f"pick({digit - 1})",
                "Pick by number",
                key_display="1-9",
                show=False,
                id=f"rows.pick{digit}",
            )
            for digit in range(1, 10)
        ),
    ]

    class Picked(Message):
        """What is picked has changed."""

        def __init__(self, rows: Rows) -> None:
            super().__init__()
            self.rows = rows
            """The list."""

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    picked: var[frozenset[int]] = var(frozenset(), init=False)
    """Indices of the picked rows, in the order shown."""

    def __init__(  # noqa: PLR0913  what a list can be
        self,
        texts: Sequence[str | Content],
        *,
        several: bool = False,
        picked: Iterable[int] = (),
        locked: bool = False,
        spaced: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        super().__init__(texts, spaced=spaced, id=id)
        self.several = several
        """Whether more than one can be picked."""
        self.numbered = len(texts) <= 9
        """Whether digits pick."""
        self.set_reactive(Rows.picked, frozenset(picked))
        self.set_reactive(Rows.locked, locked)
        self.set_reactive(Rows.cursor, min(self.picked, default=0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the screen when nothing can be picked."""
        if action == "pick" and not (self.numbered and parameters[0] in range(len(self.texts))):
            return False
        return super().check_action(action, parameters)

    def action_pick_highlighted(self) -> None:
        """Pick the row under the cursor, or put it back."""
        self.use(self.cursor)

    def action_pick(self, index: int) -> None:
        """Pick a row by its number."""
        self.cursor = index
        self.use(index)

    def use(self, index: int) -> None:
        """Pick a row; in a list of several, a second time puts it back."""
        self.picked = self.picked ^ {index} if self.several else frozenset({index})
        self.post_message(self.Picked(self))

    def watch_picked(self) -> None:
        """Draw the marks."""
        self.draw()

    def look(self, index: int) -> Hashable:
        """Return whether the cursor is on a row, and whether it is picked."""
        return self.is_at(index), index in self.picked

    def lead(self, index: int) -> Content:
        """Return the mark and the number of a row."""
        return self._lead(index, picked=index in self.picked)

    def text(self, index: int) -> Content:
        """Return a row's text, bold where it is picked."""
        return self._text(index, picked=index in self.picked)

    def told_of(self, picked: Container[int], remarks: Mapping[int, Content]) -> Iterator[Hung]:
        """Yield the rows with those that were picked, and what is said of each below it."""
        for index in range(len(self.texts)):
            chosen = index in picked
            lead = Content(" " * GUTTER) + self._lead(index, picked=chosen)
            yield Hung(lead, self._text(index, picked=chosen), row=index)
            if remark := remarks.get(index):
                yield under(lead, remark, row=index)
            yield BLANK

    def _lead(self, index: int, *, picked: bool) -> Content:
        left, right = "[]" if self.several else "()"
        mark = f"{left}{'x' if picked else ' '}{right} "
        number = f"{index + 1}  " if self.numbered else " "
        return Content.assemble(mark, (number, "$muted"))

    def _text(self, index: int, *, picked: bool) -> Content:
        text = self.texts[index]
        return text.stylize("bold") if picked else text
