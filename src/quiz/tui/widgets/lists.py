"""Lists with a cursor: rows to open, and rows to pick from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.widgets import OptionList

from quiz.tui.widgets.hanging_text import HangingText


class RowList(OptionList, inherit_bindings=False):
    """Rows one below the other, all of them; what is around them scrolls with the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False, id="list.up"),
        Binding("down", "move(1)", "Line below", show=False, id="list.down"),
    ]

    cursor_mark = "›"
    """What stands before the row under the cursor."""

    def __init__(
        self,
        texts: Iterable[str | Content],
        leads: Sequence[Content] = (),
        *,
        spaced: bool = False,
        locked: bool = False,
        id: str | None = None,
    ) -> None:
        self.texts = [text if isinstance(text, Content) else Content(text) for text in texts]
        self.leads = leads or [Content("")] * len(self.texts)
        self.remarks: dict[int, Content] = {}
        """What is said below a row, by its index."""
        self.spaced = spaced
        """Whether an empty line follows each row."""
        self.joined = False
        """Whether the cursor goes on in the next list of the screen."""
        super().__init__(*self.texts, id=id, markup=False)
        self.can_focus = not locked
        self.draw()

    def on_mount(self) -> None:
        """Draw the cursor whenever it moves, and only where the focus is."""
        self.watch(self, "highlighted", self._cursor_moved, init=False)
        self.watch(self, "has_focus", self._focus_moved, init=False)

    def _cursor_moved(self, before: int | None, now: int | None) -> None:
        self.draw(before, now)
        self.refresh_bindings()

    def _focus_moved(self) -> None:
        self.draw(self.highlighted)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the screen where there is no row."""
        del action, parameters
        return bool(self.texts)

    def draw(self, *rows: int | None) -> None:
        """Draw some rows anew, or all of them."""
        for row in rows or range(self.option_count):
            if row is not None:
                self.replace_option_prompt_at_index(row, self.row(row))

    def row(self, index: int) -> HangingText:
        """Return a row as it looks now."""
        cursor = self.cursor_mark if index == self.highlighted and self.has_focus else " "
        lead = Content.styled(f"{cursor} ", "bold $primary") + self.lead(index)
        lines = [(lead, self.text(index))]
        if remark := self.remarks.get(index):
            lines.append((Content(" " * lead.cell_length), remark.stylize_before("$muted")))
        if self.spaces(index):
            lines.append((Content(""), Content("")))
        return HangingText(lines)

    def lead(self, index: int) -> Content:
        """Return what stands before a row's text."""
        return self.leads[index]

    def text(self, index: int) -> Content:
        """Return a row's text."""
        return self.texts[index]

    def spaces(self, index: int) -> bool:
        """Return whether an empty line follows a row."""
        del index
        return self.spaced

    def rename(self, texts: Iterable[str]) -> None:
        """Give the rows other texts."""
        self.texts = [Content(text) for text in texts]
        self.draw()
        self.refresh(layout=True)

    def remark(self, index: int, said: Content) -> None:
        """Say something below a row."""
        self.remarks[index] = said
        self.draw(index)
        self.refresh(layout=True)

    def action_move(self, step: int) -> None:
        """Move the cursor, over the end to the next list where there is one, else round."""
        to = (self.highlighted or 0) + step
        if to not in range(self.option_count) and self.joined:
            lists = [each for each in self.screen.query(RowList) if each.display]
            lists[(lists.index(self) + step) % len(lists)].enter(step)
        else:
            self.go(to % self.option_count)

    def action_select(self) -> None:
        """Do what is done with the row under the cursor, unless the list only shows."""
        if self.highlighted is not None and self.can_focus:
            self.use(self.highlighted)

    def use(self, index: int) -> None:
        """Do what is done with a row: open it."""
        self.post_message(self.OptionSelected(self, self.options[index], index))

    def enter(self, step: int) -> None:
        """Take the focus at the first row, or at the last for a step back."""
        self.focus(scroll_visible=False)
        self.go(0 if step > 0 else self.option_count - 1)

    def go(self, row: int) -> None:
        """Put the cursor on a row, and bring that into view once all is laid out."""
        self.highlighted = row
        self.call_after_refresh(self.bring_into_view, row)

    def bring_into_view(self, row: int) -> None:
        """Scroll so that a row is seen."""
        around = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if around:
            region = self.region_of(row).translate(self.content_region.offset)
            there = around.scroll_offset - around.content_region.offset
            around.scroll_to_region(region.translate(there), animate=False)

    def region_of(self, row: int) -> Region:
        """Return the lines of a row, as a region of this list."""
        width = self.content_size.width
        heights = [self.row(index).get_height({}, width) for index in range(row + 1)]
        return Region(0, sum(heights[:-1]), width, heights[-1] - self.spaces(row))


class LinkList(RowList):
    """Rows of which enter or a click opens one: it posts `OptionSelected`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open", id="entries.open"),
    ]


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

    picked: var[frozenset[int]] = var(frozenset(), init=False, bindings=True)
    """Indices of the picked rows, in the order shown."""

    def __init__(  # noqa: PLR0913  what a list can be
        self,
        texts: Iterable[str],
        *,
        several: bool = False,
        picked: Iterable[int] = (),
        locked: bool = False,
        spaced: bool = False,
        id: str | None = None,
    ) -> None:
        texts, picked = tuple(texts), frozenset(picked)
        self.several = several
        """Whether more than one can be picked."""
        self.numbered = len(texts) <= 9
        """Whether digits pick."""
        self._bold: frozenset[int] | None = None
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

    def settle(
        self,
        picked: Iterable[int],
        remarks: Mapping[int, Content],
        bold: Iterable[int] | None = None,
    ) -> None:
        """Show what was picked and what is said of it, and take no more; `bold` stands out."""
        self.can_focus = False
        self.set_reactive(ChoiceList.picked, frozenset(picked))
        self._bold = None if bold is None else frozenset(bold)
        self.remarks = dict(remarks)
        self.draw()
        self.refresh(layout=True)

    def lead(self, index: int) -> Content:
        """Return the mark and the number of a row."""
        left, right = "[]" if self.several else "()"
        mark = f"{left}{'x' if index in self.picked else ' '}{right} "
        return Content.assemble(mark, (f"{index + 1}  " if self.numbered else " ", "$muted"))

    def text(self, index: int) -> Content:
        """Return a row's text, bold where it is picked, or once that is known where it is right."""
        text, bold = self.texts[index], self.picked if self._bold is None else self._bold
        return text.stylize("bold") if index in bold else text
