"""A list to pick from: one of several, or any of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import var

from quiz.tui.widgets.row_list import RowList


class ChoiceList(RowList):
    """Rows with marks that read without color; space, a digit or a click picks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "select", "Pick", id="rows.pick"),
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

        def __init__(self, choices: ChoiceList) -> None:
            super().__init__()
            self.choices = choices

        @property
        def control(self) -> ChoiceList:
            """The list."""
            return self.choices

    picked: var[frozenset[int]] = var(frozenset(), init=False)
    """Indices of the picked rows, in the order shown."""

    def __init__(  # noqa: PLR0913  what a list can be
        self,
        texts: Iterable[str],
        *,
        several: bool = False,
        picked: Iterable[int] = (),
        locked: bool = False,
        spaced: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        texts, picked = tuple(texts), frozenset(picked)
        self.several = several
        """Whether more than one can be picked."""
        self.numbered = len(texts) <= 9
        """Whether digits pick."""
        self.set_reactive(ChoiceList.picked, picked)
        super().__init__(texts, spaced=spaced, locked=locked, id=id)
        self.highlighted = min(picked, default=0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the screen when nothing can be picked."""
        if action == "pick" and not (self.numbered and parameters[0] in range(len(self.texts))):
            return False
        return super().check_action(action, parameters)

    def action_pick(self, index: int) -> None:
        """Pick a row by its number."""
        self.highlighted = index
        self.use(index)

    def use(self, index: int) -> None:
        """Pick a row; in a list of several, a second time puts it back."""
        self.picked = self.picked ^ {index} if self.several else frozenset({index})
        self.post_message(self.Picked(self))

    def watch_picked(self) -> None:
        """Draw the marks."""
        self.draw()

    def settle(self, picked: Iterable[int], remarks: Mapping[int, Content]) -> None:
        """Show what was picked and what is said of it, and take no more."""
        self.can_focus = False
        self.set_reactive(ChoiceList.picked, frozenset(picked))
        self.remarks = dict(remarks)
        self.draw()
        self.refresh(layout=True)

    def lead(self, index: int) -> Content:
        """Return the mark and the number of a row."""
        left, right = "[]" if self.several else "()"
        mark = f"{left}{'x' if index in self.picked else ' '}{right} "
        return Content.assemble(mark, (f"{index + 1}  " if self.numbered else " ", "$muted"))

    def text(self, index: int) -> Content:
        """Return a row's text, bold where it is picked."""
        text = self.texts[index]
        return text.stylize("bold") if index in self.picked else text
