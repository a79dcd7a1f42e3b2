"""Pairs to make: how match is answered."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var

from quiz.model.answer import Answer, MatchAnswer
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.lists import RowList


class MatchList(RowList):
    """Left sides with what was chosen for each; a digit chooses for the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
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

    chosen: var[tuple[int | None, ...]] = var((), init=False, bindings=True)
    """For each left side the place of the right side that was chosen."""

    def __init__(
        self,
        lefts: tuple[str, ...],
        rights: tuple[str, ...],
        chosen: tuple[int | None, ...],
        *,
        locked: bool,
    ) -> None:
        self.set_reactive(MatchList.chosen, chosen)
        self.lefts, self.rights = lefts, rights
        super().__init__([*lefts, *rights], locked=locked)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to the screen when nothing can be chosen."""
        return action != "choose" or parameters[0] in range(len(self.rights))

    def action_move(self, step: int) -> None:
        """Move the cursor, round the ends."""
        self.go(((self.highlighted or 0) + step) % len(self.lefts))

    def action_choose(self, place: int) -> None:
        """Choose a right side for the left one under the cursor, and go on to an empty one."""
        self._choose(place)
        at = self.highlighted or 0
        empty = [index for index, other in enumerate(self.chosen) if other is None]
        if empty:
            self.highlighted = min(empty, key=lambda index: (index < at, index))

    def action_choose_next(self) -> None:
        """Go through the right sides for the left one under the cursor."""
        current = self.chosen[self.highlighted or 0]
        self._choose(0 if current is None else (current + 1) % len(self.rights))

    def _choose(self, place: int) -> None:
        chosen = [None if other == place else other for other in self.chosen]
        chosen[self.highlighted or 0] = place
        self.chosen = tuple(chosen)

    def on_click(self, event: events.Click) -> None:
        """Choose a right side that was clicked; the cursor stays on the left."""
        place = event.style.meta.get("option", 0) - len(self.lefts)
        if place >= 0 and self.can_focus:
            event.prevent_default()
            self.action_choose(place)

    def use(self, index: int) -> None:
        """Do nothing more: the cursor is there."""

    def watch_chosen(self) -> None:
        """Draw the pairs."""
        self.draw()

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
        text = Content.assemble(self.texts[index], ("  →  ", "$muted"), choice)
        return text.stylize("bold") if self.has_focus and index == self.highlighted else text

    def spaces(self, index: int) -> bool:
        """Return whether it is a left side."""
        return index < len(self.lefts)


class MatchWidget(AnswerWidget):
    """The pairs that the learner makes."""

    def compose(self) -> ComposeResult:
        """Lay out both sides."""
        yield MatchList(
            self.question.lefts, self.presented.shown, self._chosen(), locked=self.locked
        )

    def answer(self) -> Answer | str:
        """Return the pairs."""
        chosen, order = self.query_one(MatchList).chosen, self.presented.option_order
        if None in chosen:
            return "Choose something for each line first."
        return MatchAnswer(tuple(None if place is None else order[place] for place in chosen))

    def _chosen(self) -> tuple[int | None, ...]:
        if not isinstance(self.given, MatchAnswer):
            return (None,) * len(self.question.lefts)
        place = self.presented.option_order.index
        return tuple(None if right is None else place(right) for right in self.given.rights)
