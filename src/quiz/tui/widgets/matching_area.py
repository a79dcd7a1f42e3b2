"""Pairs to make: the answer area of match."""

from collections.abc import Hashable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var

from quiz.engine.feedback import Feedback
from quiz.model.answer import Answer, MatchAnswer
from quiz.tui.widgets.cursor_list import CursorList
from quiz.tui.widgets.hung import Hung
from quiz.tui.widgets.list_area import ListArea


class Pairs(CursorList):
    """Left sides with what was chosen for each; a digit chooses for the one under the cursor."""

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

    chosen: var[tuple[int | None, ...]] = var((), init=False)
    """For each left side the place of the right side that was chosen."""

    def __init__(
        self,
        lefts: tuple[str, ...],
        rights: tuple[str, ...],
        chosen: tuple[int | None, ...],
        *,
        locked: bool,
    ) -> None:
        super().__init__([*lefts, *rights])
        self.lefts = lefts
        """What is given."""
        self.rights = rights
        """What can be chosen, in the order shown."""
        self.set_reactive(Pairs.locked, locked)
        self.set_reactive(Pairs.chosen, chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the screen when nothing can be chosen."""
        if action == "choose" and parameters[0] not in range(len(self.rights)):
            return False
        return super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Move the cursor, round the ends."""
        self.cursor = (self.cursor + step) % len(self.lefts)
        self.bring_into_view(self.cursor)

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

    def click(self, index: int, meta: Mapping[str, object]) -> None:
        """Put the cursor on a left side that was clicked, or choose a right one."""
        if index < len(self.lefts):
            super().click(index, meta)
        else:
            self.action_choose(index - len(self.lefts))

    def watch_chosen(self) -> None:
        """Draw the pairs."""
        self.draw()

    def look(self, index: int) -> Hashable:
        """Return whether the cursor is on a left side and what was chosen; or whether it was."""
        if index < len(self.lefts):
            return self.is_at(index), self.chosen[index]
        return index - len(self.lefts) in self.chosen

    def lead(self, index: int) -> Content:
        """Return the number of a right side, with a dot once it is taken."""
        place = index - len(self.lefts)
        if place < 0:
            return Content("")
        return Content.styled(f"{'•' if place in self.chosen else ' '} {place + 1}  ", "$muted")

    def text(self, index: int) -> Content:
        """Return a left side with what was chosen for it, bold under the cursor; or a right one."""
        if index >= len(self.lefts):
            return self.texts[index]
        place = self.chosen[index]
        choice = ("____", "$muted") if place is None else (self.rights[place], "bold $primary")
        text = Content.assemble(self.lefts[index], ("  →  ", "$muted"), choice)
        return text.stylize("bold") if self.is_at(index) else text

    def spaces(self, index: int) -> bool:
        """Return whether it is a left side."""
        return index < len(self.lefts)


class MatchingArea(ListArea[Pairs]):
    """The pairs that the learner makes."""

    EXPLAINS: ClassVar[bool] = False

    def new_rows(self) -> Pairs:
        """Return both sides."""
        return Pairs(self.question.lefts, self.asked.shown, self._chosen, locked=self.locked)

    def told_rows(
        self, answer: Answer | None, feedback: Feedback | None
    ) -> tuple[Hung, ...] | None:
        """Return nothing where the pairs are told below."""
        del answer
        return () if feedback else None

    @property
    def _chosen(self) -> tuple[int | None, ...]:
        layout = self.asked.option_order
        given = self.given.rights if isinstance(self.given, MatchAnswer) else ()
        chosen = tuple(None if right is None else layout.index(right) for right in given)
        return chosen or (None,) * len(self.question.lefts)

    def draft(self) -> Answer | str:
        """Return the pairs."""
        chosen = self.rows.chosen
        if None in chosen:
            return "Choose something for each line first."
        layout = self.asked.option_order
        return MatchAnswer(tuple(None if place is None else layout[place] for place in chosen))
