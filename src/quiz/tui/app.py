"""The Textual application: which screen comes after which."""

import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

from rich.console import Console, RenderableType
from textual import events, work
from textual.app import App, ScreenStackError
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.driver import Driver
from textual.errors import NoWidget
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import WorkerFailed

from quiz.model.assignment import Assignment
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.text import clean_line
from quiz.service import Service, Shelved
from quiz.service.attempt import attempt_of
from quiz.start import Start
from quiz.tui.clean_lines import CleanLines
from quiz.tui.exercise_flow import ExerciseFlow
from quiz.tui.keys import key_name, keys_of
from quiz.tui.quiz_flow import QuizFlow
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.blank import BlankScreen
from quiz.tui.screens.confirm_check import ConfirmCheckScreen
from quiz.tui.screens.help_lines import HelpLinesScreen
from quiz.tui.screens.history import HistoryScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.keys import KeysScreen
from quiz.tui.theme import THEMES

if sys.platform != "win32":  # which has no termios
    from quiz.tui.driver import TerminalDriver

_OTHER_SIGNALS = "KILL STOP TSTP TTIN TTOU CONT CHLD URG WINCH INFO SEGV BUS FPE ILL"
"""Signals that end no program, or that none survives."""
_GONE = (MountError, NoMatches, NoScreen, ScreenStackError)
"""What Textual says to whoever works with widgets that are gone."""


class QuizApp(App[None]):
    """Home, before you start, the passage, the questions, the result."""

    TITLE = "Quiz"
    CSS_PATH = "quiz.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    SCREENS: ClassVar[dict[str, Callable[[], Screen[Any]]]] = {"help_lines": HelpLinesScreen}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "push_screen('help_lines')", "Help lines", id="app.help_lines"),
        Binding("t", "next_theme", "Colors", show=False, id="app.theme"),
        Binding("question_mark", "keys", "Keys", key_display="?", id="app.keys"),
        Binding("ctrl+z", "suspend_process", "To the shell", show=False, id="app.suspend"),
    ]

    fatal_error: BaseException | None = None
    """What ended the application, if it was a fault of its own."""
    exit_message: str | None = None
    """What to say once the terminal is as it was."""

    def __init__(self, service: Service, start: Start) -> None:
        super().__init__()
        self.service = service
        self.start = start
        self.flow = QuizFlow(self, service, start)
        self._clean = CleanLines()
        self._notified = ""
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, f"quiz-{service.settings.theme}")
        self.stylesheet.set_variables(self.get_css_variables())  # before any style is made

    def get_default_screen(self) -> Screen[Any]:
        """Return the screen that lies under all others: home, or what holds its place so far."""
        return HomeScreen(self.service) if self.start.screen == "home" else BlankScreen()

    def on_mount(self) -> None:
        """Go straight to what was asked for."""
        if not self.is_headless:
            self._watch_signals()
        if self.start.report or self.start.hosted:
            self._show_class()
        elif self.start.returned:
            self.look_back(self.start.returned)
        elif self.start.assignment:
            self.exercise(self.start.assignment)
        elif self.start.screen == "review":
            self.review()
        elif self.start.quiz:
            self.take(self.start.quiz)
        elif self.start.screen != "home":
            self.push_screen(HomeScreen(self.service))

    def _show_class(self) -> None:
        from quiz.tui.teaching import class_screen  # for teachers

        self.push_screen(class_screen(self.start))

    def get_driver_class(self) -> type[Driver]:
        """Return what reads from the terminal and writes to it."""
        return super().get_driver_class() if sys.platform == "win32" else TerminalDriver

    def _watch_signals(self) -> None:
        """Leave the terminal as it was, too, when another program says that this one is to end."""
        with suppress(NotImplementedError):  # Windows has no signals to handle in a loop
            loop = asyncio.get_running_loop()
            others = {getattr(signal, f"SIG{name}", None) for name in _OTHER_SIGNALS.split()}
            for number in set(signal.Signals) - others:
                if signal.getsignal(number) is not signal.SIG_IGN:
                    loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    async def on_event(self, event: events.Event) -> None:
        """Drop what is typed or clicked before its screen stands: it was meant for another one."""
        if not isinstance(event, events.InputEvent | events.Paste) or self._stands(event):
            await super().on_event(event)

    def _stands(self, event: events.Event) -> bool:
        """Return whether what an event is for is there: Textual fails on what was just removed."""
        if isinstance(event, events.Key) and event.key == "ctrl+q":
            return True
        screen = self.screen_stack[-1] if self.screen_stack else None
        if screen is None or not screen.is_mounted or isinstance(screen, BlankScreen):
            return False
        if isinstance(screen, QuizScreen) and not screen.painted:
            return False
        if isinstance(event, events.MouseEvent):
            with suppress(NoWidget):
                return self.get_widget_at(event.x, event.y)[0].is_attached
        return True

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        """Open what was chosen at home, unless something else is about to be opened."""
        quiz = event.shelved.quiz
        if not self._is_home:
            return
        self.clear_notifications()  # what was said of the last sitting
        match event.wish:
            case "review":
                self.review()
            case "quiz" if quiz:
                self.take(quiz)
            case "history" if quiz:
                self._show_history(quiz)
            case "check" if quiz and event.shelved.shipped:
                self._confirm_check(event.shelved)
            case _:
                self.check(event.shelved)

    def _confirm_check(self, shelved: Shelved) -> None:
        """Show what is weak in a quiz of everybody's only where that is meant."""

        def checks(meant: bool | None) -> None:
            if meant:
                self.check(shelved)

        self.push_screen(ConfirmCheckScreen(), checks)

    def _show_history(self, quiz: Quiz) -> None:
        self.push_screen(HistoryScreen(self.service, quiz))

    @property
    def _is_home(self) -> bool:
        """Whether nothing lies over home, and nothing is about to."""
        leaving = any(worker.group == "flow" for worker in self.workers)
        return isinstance(self.screen, HomeScreen) and not leaving

    @work(group="flow")
    async def take(self, quiz: Quiz) -> None:
        """Go through a quiz."""
        await self.flow.take(quiz)

    @work(group="flow")
    async def review(self) -> None:
        """Go through what is due."""
        await self.flow.review()

    def action_open_file(self) -> None:
        """Let a file be chosen at home, and go through what it holds."""
        if self._is_home:
            self.run_worker(self.flow.open_file(), group="flow")

    @work(exclusive=True, group="check")
    async def check(self, shelved: Shelved) -> None:
        """Show what is weak in a quiz, or why it can't be read, to whoever still is at home."""
        from quiz.service.inspecting import check_file
        from quiz.tui.screens.check_report import CheckReportScreen

        checked = await asyncio.to_thread(check_file, shelved.path)
        if self._is_home:
            self.push_screen(CheckReportScreen(shelved.name, checked))

    @work
    async def exercise(self, assignment: Assignment) -> None:
        """Go through an exercise, and end."""
        flow = ExerciseFlow(self, self.service, self.start)
        self.exit_message = await flow.take(assignment)
        self.exit(return_code=int(flow.waits))

    @work
    async def look_back(self, returned: Returned) -> None:
        """Show a result that a teacher returned, and end."""
        await self.flow.show_result(attempt_of(returned))
        self.exit()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what each line of the screen goes through before it reaches the terminal."""
        return [*super().get_line_filters(), self._clean]

    # Textual has no public hook for faults: https://github.com/Textualize/textual/issues/2818
    def _handle_exception(self, error: Exception) -> None:
        """Take nothing for a fault that finds its widgets gone because the application closes."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if self.return_code is None or not isinstance(cause, _GONE):
            self.fatal_error = self.fatal_error or cause
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which shows every value: `run` raises the fault."""
        self.panic()

    def panic(self, *renderables: RenderableType) -> None:
        """End; what Textual would show, where a thread of its own failed, is in the fault."""
        if not self.fatal_error:
            console = Console(color_system=None, width=100)
            with console.capture() as shown:
                console.print(*renderables)
            self.fatal_error = RuntimeError(shown.get())
        super().panic()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something for a moment, in words that are never markup; once if it is said again."""
        del markup
        if message == self._notified:
            self.clear_notifications()
        self._notified = message
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def action_help_quit(self) -> None:
        """Say how to leave, to those who press Ctrl-C."""
        self.notify("esc leaves, ctrl+q quits. Your answers are kept.", markup=False)

    def action_next_theme(self) -> None:
        """Go to the next colors."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_keys(self) -> None:
        """List the keys of the screen."""
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
    if app.fatal_error:
        raise app.fatal_error
    if app.exit_message:
        sys.stderr.write(clean_line(app.exit_message) + "\n")
    return app.return_code or 0
