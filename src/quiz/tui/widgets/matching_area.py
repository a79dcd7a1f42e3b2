"""Pairs to make: the answer area of match."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quiz.model.answer import Answer, Matched
from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.cursor_list import CURSOR, row_of
from quiz.tui.widgets.row import Row


class Pairs(Widget, can_focus=True):
    """Left sides with what was chosen for each; a digit chooses for the one under the cursor."""

    DEFAULT_CSS: ClassVar[str] = """
    Pairs { height: auto; layout: vertical; }
    Pairs .left { margin-bottom: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Line above", show=False, id="match.up"),
        Binding("down", "move(1)", "Line below", show=False, id="match.down"),
        *(
            Binding(
                str(digit),
                f"choose({digit - 1})",
                "Choose",
                key_display="1-9",
                show=digit == 1,
                id=f"match.choose{digit}",
            )
            for digit in range(1, 10)
        ),
        Binding("space", "choose_next", "Choose next", show=False, id="match.next"),
    ]

    cursor: reactive[int] = reactive(0)
    """The left side that the cursor is on."""
    chosen: reactive[tuple[int | None, ...]] = reactive(())
    """For each left side the place of the right side that was chosen."""

    def __init__(
        self,
        lefts: tuple[str, ...],
        rights: tuple[str, ...],
        chosen: tuple[int | None, ...],
        *,
        locked: bool,
    ) -> None:
        super().__init__()
        self.lefts = lefts
        """What is given."""
        self.rights = rights
        """What can be chosen, in the order shown."""
        self.locked = locked
        """Whether nothing can be chosen any more."""
        self.set_reactive(Pairs.chosen, chosen)

    def compose(self) -> ComposeResult:
        """Lay out what is given, then what can be chosen."""
        for index in range(len(self.lefts)):
            yield Row(index).add_class("left")
        for place, text in enumerate(self.rights):
            yield Row(place, text).add_class("right")

    def on_mount(self) -> None:
        """Draw the pairs."""
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the screen when nothing can be chosen."""
        if action == "choose" and parameters[0] not in range(len(self.rights)):
            return False
        return not (self.locked and action in {"move", "choose", "choose_next"})

    def action_move(self, step: int) -> None:
        """Move the cursor, round the ends."""
        self.cursor = (self.cursor + step) % len(self.lefts)
        self.query(".left")[self.cursor].scroll_visible(animate=False)

    def action_choose(self, place: int) -> None:
        """Choose a right side for the left one under the cursor, and go on to an empty one."""
        taken = [None if other == place else other for other in self.chosen]
        taken[self.cursor] = place
        self.chosen = tuple(taken)
        empty = [index for index, other in enumerate(taken) if other is None]
        if empty:
            self.cursor = min(empty, key=lambda index: (index < self.cursor, index))

    def action_choose_next(self) -> None:
        """Go through the right sides for the left one under the cursor."""
        current = self.chosen[self.cursor]
        place = 0 if current is None else (current + 1) % len(self.rights)
        cursor = self.cursor
        self.action_choose(place)
        self.cursor = cursor

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on a left side that was clicked, or choose a right one."""
        row = row_of(event)
        if row is None or self.locked:
            return
        if row.has_class("left"):
            self.cursor = row.index
        else:
            self.action_choose(row.index)

    def watch_cursor(self) -> None:
        """Draw the cursor."""
        self._draw()

    def watch_chosen(self) -> None:
        """Draw the pairs."""
        self._draw()

    def watch_has_focus(self, _focused: bool) -> None:
        """Draw the cursor where the focus is."""
        self._draw()

    def _draw(self) -> None:
        for row in self.query(".left").results(Row):
            here = row.index == self.cursor and self.has_focus and not self.locked
            row.cursor = CURSOR if here else ""
            row.picked = here
            row.text = self._left(row.index)
        for row in self.query(".right").results(Row):
            taken = row.index in self.chosen
            row.lead = Content.styled(f"{'•' if taken else ' '} {row.index + 1}  ", "$muted")

    def _left(self, index: int) -> Content:
        place = self.chosen[index]
        choice = ("____", "$muted") if place is None else (self.rights[place], "bold $primary")
        return Content.assemble(self.lefts[index], ("  →  ", "$muted"), choice)


class MatchingArea(AnswerArea):
    """The pairs that the learner makes."""

    def compose(self) -> ComposeResult:
        """Lay out both sides."""
        if self.feedback:
            return
        layout = self.asked.layout
        given = self.given.rights if isinstance(self.given, Matched) else ()
        chosen = tuple(None if right is None else layout.index(right) for right in given)
        yield Pairs(
            self.question.lefts,
            self.asked.shown,
            chosen or (None,) * len(self.question.lefts),
            locked=self.locked,
        )

    def draft(self) -> Answer | str:
        """Return the pairs."""
        chosen = self.query_one(Pairs).chosen
        if None in chosen:
            return "Choose something for each line first."
        layout = self.asked.layout
        return Matched(tuple(None if place is None else layout[place] for place in chosen))
