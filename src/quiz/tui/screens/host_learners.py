"""Who is in a class in browsers: to hide or change a name, and to give one learner more time."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.live_view import SeatLine
from quiz.engine.wording import count
from quiz.model.class_settings import Pace
from quiz.model.problem import QuizError
from quiz.service.live_class import LiveClass
from quiz.tui.screens.base import PageScreen
from quiz.tui.screens.rename import RenameScreen
from quiz.tui.widgets.lists import RowList

MORE = 30
"""How many seconds more are given at once: to one learner, for each question."""


class HostLearnersScreen(PageScreen[None]):
    """Lists the learners, and what each has done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "hide", "Hide or show name", id="host_learners.hide"),
        Binding("r", "rename", "Rename", id="host_learners.rename"),
        Binding("m", "more", "More time", id="host_learners.more"),
        Binding("escape", "dismiss", "Back", id="host_learners.back"),
    ]

    def __init__(self, room: LiveClass) -> None:
        super().__init__()
        self.room = room
        self.title = room.quiz.title
        self.seats = room.teacher().seats

    def page(self) -> Iterable[Widget]:
        """Yield the list as it is now."""
        yield Static(count(len(self.seats), "learner"), classes="title", markup=False)
        if self.seats:
            yield RowList(self._rows())
        else:
            yield Static("Nobody has joined yet.", classes="muted", markup=False)

    def on_mount(self) -> None:
        """Draw who comes, and what is answered, once a second."""
        self.set_interval(1, self.draw)
        self._focus()

    def _focus(self, row: int = 0) -> None:
        for rows in self.query(RowList):
            rows.focus(scroll_visible=False)
            rows.highlighted = row
        self.refresh_bindings()

    async def draw(self) -> None:
        """Draw the list as it is now, with the cursor where it was."""
        before, self.seats = len(self.seats), self.room.teacher().seats
        if before != len(self.seats):
            row = self._row
            await self.recompose()
            self._focus(row)
        elif self.seats:
            rows = self.query_one(RowList)
            rows.texts = [*self._rows()]
            rows.draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with a learner where there is one."""
        del parameters
        timed = self.room.settings.seconds is not None
        return action != "more" or timed if self.seats else action not in _WITH_ONE

    def _rows(self) -> Iterable[Content]:
        own = self.room.settings.pace is Pace.OWN
        return (_row(seat, self.room.state.of if own else None) for seat in self.seats)

    @property
    def _row(self) -> int:
        """The row under the cursor."""
        return next((rows.highlighted or 0 for rows in self.query(RowList)), 0)

    async def action_hide(self) -> None:
        """Hide the name, or show it."""
        seat = self.seats[self._row]
        await self._try(lambda: self.room.hide(seat.id))

    async def action_more(self) -> None:
        """Give the learner more time for each question."""
        seat = self.seats[self._row]
        await self._try(lambda: self.room.give_time(MORE, seat.id))

    def action_rename(self) -> None:
        """Change the name."""
        seat = self.seats[self._row]

        async def renamed(name: str | None) -> None:
            if name:
                await self._try(lambda: self.room.rename(seat.id, name))

        self.app.push_screen(RenameScreen(seat.shown), renamed)

    async def _try(self, do: Callable[[], object]) -> None:
        """Do something; where it can't be saved, say so: nothing has happened then."""
        try:
            do()
        except QuizError as error:
            self.notify(f"Not done: {error}", markup=False, severity="error")
        await self.draw()


_WITH_ONE = {"hide", "rename", "more"}


def _row(seat: SeatLine, of: int | None) -> Content:
    """Return a learner's line; a name that is hidden does not stand in it.

    At their own pace it is said of how many questions each has answered some.
    """
    said = ["answered" if seat.answered else "not yet"] if of is None else [f"{seat.count} of {of}"]
    if seat.hidden:
        said.append("name hidden")
    if seat.extra_seconds:
        said.append(f"+{count(seat.extra_seconds, 'second')}")
    mark = ("✓ ", "$success") if seat.answered else "  "
    return Content.assemble(mark, seat.shown, (f"  {', '.join(said)}", "$muted"))
