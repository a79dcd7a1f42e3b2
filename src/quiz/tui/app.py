"""The Textual application: which screen comes after which."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from functools import partial
from signal import SIGINT, SIGTERM
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import App, ScreenStackError
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.errors import NoWidget
from textual.filter import LineFilter
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import WorkerFailed

from quiz.model.assignment import Assignment
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.service import Service, Shelved
from quiz.start import Start
from quiz.tui.clean_lines import CleanLines
from quiz.tui.flow import QuizFlow
from quiz.tui.hangup import heed_hang_up
from quiz.tui.keys import key_name, keys_of
from quiz.tui.screens.blank import BlankScreen
from quiz.tui.theme import THEMES

if TYPE_CHECKING:
    from quiz.tui.screens.home import HomeScreen

_GONE = (MountError, NoMatches, NoScreen, ScreenStackError)
"""What Textual says to whoever works with widgets that are gone."""


class QuizApp(App[None]):
    """Home, before you start, the passage, the questions, the result."""

    TITLE = "Quiz"
    CSS_PATH = "quiz.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual's own declaration
        (0, "-narrow"),
        (60, "-medium"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "help_lines", "Help lines", id="app.help_lines"),
        Binding("t", "next_theme", "Colors", show=False, id="app.theme"),
        Binding("question_mark", "keys", "Keys", key_display="?", id="app.keys"),
        Binding("ctrl+z", "suspend_process", "To the shell", show=False, id="app.suspend"),
    ]

    def __init__(self, service: Service, start: Start) -> None:
        super().__init__()
        self.service = service
        """Opens quizzes and keeps answers."""
        self.start = start
        """What to open first."""
        self.walk = QuizFlow(self, service, start)
        """Leads from screen to screen."""
        self.farewell: str | None = None
        """What to say once the terminal is as it was."""
        self._walking = False
        self._clean = CleanLines()
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, f"quiz-{service.settings.theme}")
        self.stylesheet.set_variables(self.get_css_variables())  # before any style is made

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen that lies under all others: home, or what holds its place so far."""
        return self.walk.home() if self.start.screen == "home" else BlankScreen()

    def on_mount(self) -> None:
        """Go straight to what was asked for."""
        if not self.is_headless:
            self._heed_interrupts()
            heed_hang_up()
        if self.start.report:
            self.push_screen(self.walk.class_report(self.start.report))
        elif self.start.assignment:
            self.exercise(self.start.assignment)
        elif self.start.screen == "review":
            self.review()
        elif self.start.quiz:
            self.take(self.start.quiz)
        elif self.start.screen != "home":
            self.push_screen(self.walk.home())

    async def on_event(self, event: events.Event) -> None:
        """Drop what is typed or clicked before its screen stands: it was meant for another one."""
        if not isinstance(event, events.InputEvent | events.Paste) or self._stands(event):
            await super().on_event(event)

    def _stands(self, event: events.Event) -> bool:
        """Return whether what an event is for is there: Textual fails on what was just removed."""
        screen = self.screen_stack[-1] if self.screen_stack else None
        if screen is None or not screen.is_mounted or isinstance(screen, BlankScreen):
            return False
        if isinstance(event, events.MouseEvent):
            with suppress(NoWidget):
                return self.get_widget_at(event.x, event.y)[0].is_attached
        return True

    def _heed_interrupts(self) -> None:
        """Leave the terminal as it was, too, when another program says that this one is to end."""
        with suppress(NotImplementedError):  # Windows has no signals to handle in a loop
            loop = asyncio.get_running_loop()
            for number in (SIGINT, SIGTERM):
                loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        """Open the quiz, or say why it can't be opened."""
        if event.shelved.quiz is None:
            self.report(event.shelved)
        elif self._is_home:
            self.take(event.shelved.quiz)

    def on_home_screen_report_asked(self, event: HomeScreen.ReportAsked) -> None:
        """Show what is weak in the quiz."""
        self.report(event.shelved)

    @work(exclusive=True, group="report")
    async def report(self, shelved: Shelved) -> None:
        """Show what is weak in a quiz, or why it can't be read, to whoever still is at home."""
        from quiz.service.inspecting import look  # noqa: PLC0415  the check is for authors alone
        from quiz.tui.screens.check_report import CheckReportScreen  # noqa: PLC0415

        checked = await asyncio.to_thread(look, shelved.path)

        if self._is_home:
            self.push_screen(CheckReportScreen(shelved.name, checked))

    def on_home_screen_review_asked(self) -> None:
        """Go through what is due."""
        if self._is_home:
            self.review()

    def on_home_screen_history_asked(self, event: HomeScreen.HistoryAsked) -> None:
        """Show the past of the quiz."""
        from quiz.tui.screens.history import HistoryScreen  # noqa: PLC0415

        if event.shelved.quiz and self._is_home:
            self.push_screen(HistoryScreen(self.service, event.shelved.quiz))

    @property
    def _is_home(self) -> bool:
        """Whether nothing lies over home, and nothing is about to."""
        from quiz.tui.screens.home import HomeScreen  # noqa: PLC0415

        return isinstance(self.screen, HomeScreen) and not self._walking

    def take(self, quiz: Quiz) -> None:
        """Go through a quiz."""
        self._set_out(partial(self.walk.take, quiz))

    def review(self) -> None:
        """Go through what is due."""
        self._set_out(self.walk.review)

    def _set_out(self, walk: Callable[[], Awaitable[None]]) -> None:
        """Begin a walk; what is asked for at home until it ends comes too late."""
        self._walking = True
        self._go(walk)

    @work
    async def _go(self, walk: Callable[[], Awaitable[None]]) -> None:
        try:
            await walk()
        finally:
            self._walking = False

    @work
    async def exercise(self, assignment: Assignment) -> None:
        """Go through an exercise, and end."""
        from quiz.tui.exercise_flow import ExerciseFlow  # noqa: PLC0415  only in a class

        walk = ExerciseFlow(self, self.service, self.start, assignment)
        self.farewell = await walk.take()
        self.exit(return_code=int(walk.waits))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what each line of the screen goes through before it reaches the terminal."""
        return [*super().get_line_filters(), self._clean]

    @property
    def fault(self) -> BaseException | None:
        """What ended the application, if it was a fault of its own."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def _handle_exception(self, error: Exception) -> None:
        """Take nothing for a fault that finds its widgets gone because the application closes."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if not (self._exit and isinstance(cause, _GONE)):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which shows every value: `run` raises the fault."""
        self._close_messages_no_wait()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something for a moment, in words that are never markup."""
        del markup
        from quiz.tui.notice import Notice  # noqa: PLC0415  once there is something to say

        seconds = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(Notice(message, title, severity, seconds)))

    def on_notify(self, event: Notify) -> None:
        """Say each thing once: what is said again takes the place of what stands there."""
        for earlier in list(self._notifications):
            if earlier.message == event.notification.message:
                self._unnotify(earlier, refresh=False)

    def action_help_quit(self) -> None:
        """Say how to leave, to those who press Ctrl-C."""
        self.notify("esc leaves, ctrl+q quits. Your answers are kept.", markup=False)

    def action_help_lines(self) -> None:
        """Show whom to call."""
        from quiz.tui.screens.help_lines import HelpLinesScreen  # noqa: PLC0415

        self.push_screen(HelpLinesScreen())

    def action_next_theme(self) -> None:
        """Go to the next colors."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_keys(self) -> None:
        """List the keys of the screen."""
        from quiz.tui.screens.keys import KeysScreen  # noqa: PLC0415

        self.push_screen(KeysScreen(tuple(keys_of(self.screen))))

    def get_key_display(self, binding: Binding) -> str:
        """Return a key's name as it is printed on keyboards."""
        return key_name(binding) or super().get_key_display(binding)


def run(service: Service, start: Start) -> int:
    """Open the application and return the exit code.

    Raises:
        Exception: whatever ended the application, once the terminal is as it was.
    """
    app = QuizApp(service, start)
    app.run()
    if app.fault:
        raise app.fault
    if app.farewell:
        sys.stderr.write(clean_line(app.farewell) + "\n")
    return app.return_code or 0
