"""A list to pick from: one of several, or any of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from quiz.tui.widgets.cursor_list import CursorList

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


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

    picked: reactive[frozenset[int]] = reactive(frozenset(), init=False)
    """Indices of the picked rows, in the order shown."""

    def __init__(  # noqa: PLR0913  what a list can be
        self,
        texts: Sequence[str | Content],
        *,
        several: bool = False,
        picked: Iterable[int] = (),
        locked: bool = False,
        remarks: Mapping[int, Content] = MappingProxyType({}),
        id: str | None = None,  # noqa: A002  Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(texts, id=id, classes=classes)
        self.several = several
        """Whether more than one can be picked."""
        self.numbered = len(texts) <= 9
        """Whether digits pick."""
        self.remarks = remarks
        """What is said below a row, by its index."""
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

    def tell(self, picked: Iterable[int], remarks: Mapping[int, Content]) -> None:
        """Lock the rows, with those that were picked, and what is said of each."""
        self.remarks, self.picked, self.locked = remarks, frozenset(picked), True
        self.draw()

    def watch_picked(self) -> None:
        """Draw the marks."""
        self.draw()

    def draw(self) -> None:
        """Draw the cursor and the marks."""
        super().draw()
        for row in self.rows:
            row.picked = row.index in self.picked
            row.remark = self.remarks.get(row.index, Content(""))

    def leads(self) -> Iterable[Content]:
        """Return mark and number of each row."""
        left, right = "[]" if self.several else "()"
        for index in range(len(self.texts)):
            mark = f"{left}{'x' if index in self.picked else ' '}{right} "
            number = f"{index + 1}  " if self.numbered else " "
            yield Content.assemble(mark, (number, "$muted"))
