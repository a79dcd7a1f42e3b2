"""A class in browsers, led from the terminal: the way in, the question, and what was answered."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import reactive, var
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.live_class import Phase, Step
from quiz.engine.live_view import TeacherView
from quiz.engine.wording import STEPS
from quiz.model.class_settings import Pace
from quiz.model.problem import QuizError
from quiz.start import Hosted
from quiz.tui.class_words import count_of, doing, place_of
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.host_learners import MORE, HostLearnersScreen
from quiz.tui.screens.host_phone import HostPhoneScreen
from quiz.tui.screens.leave_class import LeaveClassScreen
from quiz.tui.stopped import is_stopped
from quiz.tui.widgets.class_door import PATIENCE, ClassDoor
from quiz.tui.widgets.live_question import LiveQuestion, part_of, what_of
from quiz.tui.widgets.pane import Pane
from quiz.tui.widgets.title_bar import TitleBar

_MOMENT = 0.2
"""Seconds in which what learners change is drawn once."""
_LETTERS = {
    Step.SHOW: "s",
    Step.TALK: "d",
    Step.VOTE_AGAIN: "v",
    Step.UNDO: "u",
    Step.END: "e",
}
"""The steps that have a letter, as they are not always the usual one."""


def _steps() -> Iterable[Binding]:
    """Yield the keys of all steps: space takes the usual one, and says what that does."""
    for step, words in STEPS.items():
        name = step.value.replace(" ", "_")
        if step not in {Step.TALK, Step.UNDO}:
            yield Binding("space", f"go_on('{step}')", words, id=f"host.go_on_{name}")
        if letter := _LETTERS.get(step):
            yield Binding(letter, f"step('{step}')", words, id=f"host.{name}")


def _not_begun() -> TeacherView:
    raise LookupError("the screen of a class is made with one")


class HostScreen(QuizScreen[None]):
    """Leads a class."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_steps(),
        Binding("left", "look(-1)", "Before", id="host.before"),
        Binding("right", "look(1)", "Next", id="host.next"),
        Binding("p", "pause", "Pause", id="host.pause"),
        Binding("m", "more", "More time", id="host.more"),
        Binding("l", "learners", "Learners", id="host.learners"),
        Binding("c", "door", "Code", id="host.door"),
        Binding("a", "phone", "Lead by phone", id="host.phone"),
        Binding("escape", "leave", "Leave", id="host.leave"),
    ]

    door: reactive[bool] = reactive(default=True, toggle_class="-door", bindings=True)
    """Whether the way in is shown."""
    view: var[TeacherView] = var(_not_begun, init=False, bindings=True)
    """The class as it is drawn."""

    def __init__(self, hosted: Hosted) -> None:
        super().__init__()
        self.hosted = hosted
        self.room = hosted.room
        self.title = self.room.quiz.title
        self.set_reactive(HostScreen.view, self.room.teacher())
        self._soon: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """Yield the way in and the question."""
        yield Horizontal(
            ClassDoor(self.hosted),
            Pane(
                Static("", id="count", markup=False),
                Static("", id="doing", classes="muted", markup=False),
                LiveQuestion(self.room.quiz.passage),
                id="question",
            ),
            id="sides",
        )

    def on_mount(self) -> None:
        """Serve the class, and draw what changes in it."""
        self.room.on_change.append(self._changed)
        self.set_interval(1, self.draw)
        self.set_timer(PATIENCE, self._nobody)
        self.door = self.view.phase is Phase.LOBBY
        self.watch_view(self.view, self.view)
        self.serve()

    def on_unmount(self) -> None:
        """Draw no more."""
        self.room.on_change.remove(self._changed)

    def on_resize(self, _event: events.Resize) -> None:
        """Offer the way in where it is no longer beside the question."""
        self.call_after_refresh(self.refresh_bindings)

    @work(exclusive=True)
    async def serve(self) -> None:
        """Serve the class for as long as the screen is there; end where that fails."""
        await self.hosted.serve(self._answers)
        self.app.exit(return_code=1)

    def _answers(self) -> None:
        self.query_one(ClassDoor).ready = True

    def _changed(self) -> None:
        if self._soon is None:
            self._soon = self.set_timer(_MOMENT, self._now)

    def _now(self) -> None:
        self._soon = None
        self.draw()

    def _nobody(self) -> None:
        self.query_one(ClassDoor).waited = not self.view.joined

    def draw(self) -> None:
        """Draw the class where it has changed; at their own pace, of the question looked at."""
        if is_stopped():  # the class goes on, and is drawn once the terminal takes it again
            return
        own = self.room.settings.pace is Pace.OWN
        self.view = self.room.teacher(self.view.position if own else None)

    def watch_view(self, before: TeacherView, view: TeacherView) -> None:
        """Draw the class; the lobby shows the way in, and what follows the question."""
        if view.phase is not before.phase:
            self.door = view.phase is Phase.LOBBY
        self.query_one(TitleBar).place = place_of(view)
        self.query_one("#count", Static).update(count_of(view))
        self.query_one("#doing", Static).update(doing(view, self.room.settings))
        self.query_one(ClassDoor).names = tuple(seat.shown for seat in view.seats)
        self._draw_question()

    def _draw_question(self) -> None:
        """Draw the question anew, where more of it has changed than who has answered."""
        shown, part = self.query_one(LiveQuestion), part_of(self.view)
        if what_of(shown.part) != what_of(part):
            self.query_one("#question", Pane).scroll_home(animate=False)
        shown.part = part

    def watch_door(self) -> None:
        """Let the arrow keys scroll what is shown."""
        pane = self.query_one("ClassDoor" if self.door else "#question", Pane)
        self.call_after_refresh(pane.focus, scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done now."""
        view = self.view
        match action, parameters:
            case "go_on", (str() as step,):
                return step == self.usual
            case "step", (str() as step,):
                return Step(step) in view.steps
            case "look", _:
                return view.pace is Pace.OWN and view.question is not None and view.of > 1
            case (("pause" | "more"), _):
                return view.seconds is not None and view.phase is Phase.OPEN
            case "door", _:
                return view.phase is not Phase.LOBBY and not self.has_class("-wide")
            case "phone", _:
                return self.query_one(ClassDoor).ready
        return True

    @property
    def usual(self) -> Step | None:
        """The step that space takes; none where only the end is left before all is explained."""
        step = next(iter(self.view.steps), None)
        early = step is Step.END and self.view.phase is not Phase.SHOWN
        return None if early or step is Step.UNDO else step

    def action_go_on(self, step: str) -> None:
        """Take the usual step."""
        self.action_step(step)

    def action_step(self, step: str) -> None:
        """Take a step."""
        self._try(lambda: self.room.step(Step(step)))

    def action_pause(self) -> None:
        """Pause the timer, or let it go on."""
        self._try(self.room.pause)

    def action_more(self) -> None:
        """Give all more time."""
        self._try(lambda: self.room.give_time(MORE))

    def _try(self, do: Callable[[], object]) -> None:
        """Do something; where it can't be saved, say so: nothing has happened then."""
        try:
            do()
        except QuizError as error:
            self.notify(f"Not done: {error} Try again.", markup=False, severity="error")
        self.draw()

    def action_door(self) -> None:
        """Show the way in, or the question."""
        self.door = not self.door

    def action_look(self, step: int) -> None:
        """Look at another question."""
        self.view = self.room.teacher((self.view.position + step) % self.view.of)

    def action_learners(self) -> None:
        """Show who is there."""
        self.app.push_screen(HostLearnersScreen(self.room))

    def action_phone(self) -> None:
        """Show how to lead the class from a phone."""
        self.app.push_screen(HostPhoneScreen(self.hosted))

    def action_leave(self) -> None:
        """End the program; ask first where the class is not over."""
        if self.view.phase is Phase.ENDED:
            self.app.exit()
        else:
            self.app.push_screen(LeaveClassScreen(self.room.code), self._left)

    def _left(self, meant: bool | None) -> None:
        if meant:
            self.app.exit()
