"""The Textual application: which screen comes after which."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.worker import WorkerFailed

from quiz.desk import Desk, Purpose, Shelved, Sitting
from quiz.engine.selection import Wanted
from quiz.engine.session import Mode
from quiz.model.bank import Bank
from quiz.model.problem import NothingToAsk
from quiz.model.text import clean_line
from quiz.start import Start
from quiz.tui.clean_lines import CleanLines
from quiz.tui.screens.before import BeforeScreen, Settings
from quiz.tui.screens.ground import GroundScreen
from quiz.tui.screens.help_lines import HelpLinesScreen
from quiz.tui.screens.history import HistoryScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.keys import KeysScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.reviewed import ReviewedScreen
from quiz.tui.theme import THEMES

NAMES = {
    "enter": "enter",
    "escape": "esc",
    "space": "space",
    "tab": "tab",
    "up": "up",
    "down": "down",
    "left": "left",
    "right": "right",
    "question_mark": "?",
}
"""What keys are called."""

TEXTUAL_KEYS = {"tab": "Next field", "ctrl+q": "Quit"}
"""What is said of the keys that Textual binds by itself."""


class QuizApp(App[None]):
    """Home, before you start, the passage, the questions, the result."""

    TITLE = "Quiz"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual's own declaration
        (0, "-narrow"),
        (60, "-medium"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    CSS: ClassVar[str] = """
    Screen { background: $background; color: $foreground; }
    VerticalScroll, TextArea {
        scrollbar-size-vertical: 1;
        scrollbar-color: $rule;
        scrollbar-color-hover: $primary;
        scrollbar-color-active: $primary;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    Toast { background: $panel; color: $foreground; border-left: outer $primary; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "help_lines", "Help lines", id="app.help_lines"),
        Binding("t", "next_theme", "Colors", show=False, id="app.theme"),
        Binding("question_mark", "keys", "Keys", key_display="?", id="app.keys"),
    ]

    def __init__(self, desk: Desk, start: Start) -> None:
        super().__init__()
        self.desk = desk
        """Opens quizzes and keeps answers."""
        self.start = start
        """What to open first."""
        self._clean = CleanLines()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = f"quiz-{desk.settings.theme}"

    def get_default_screen(self) -> HomeScreen:
        """Return the home screen."""
        return HomeScreen(self.desk)

    def on_mount(self) -> None:
        """Go straight to what was asked for."""
        if self.start.screen == "review":
            self.review()
        elif self.start.bank:
            self.take(self.start.bank)

    @on(HomeScreen.Chosen)
    def _chosen(self, event: HomeScreen.Chosen) -> None:
        if event.shelved.bank:
            self.take(event.shelved.bank)
        else:
            self.report(event.shelved)

    @on(HomeScreen.ReportAsked)
    def _report_asked(self, event: HomeScreen.ReportAsked) -> None:
        self.report(event.shelved)

    @work(exclusive=True)
    async def report(self, shelved: Shelved) -> None:
        """Show what is weak in a quiz, or why it can't be read."""
        checked = await asyncio.to_thread(self.desk.look, shelved.path)
        from quiz.tui.screens.report import ReportScreen  # noqa: PLC0415  for authors alone

        self.push_screen(ReportScreen(shelved.name, checked))

    @on(HomeScreen.ReviewAsked)
    def _review_asked(self) -> None:
        self.review()

    @on(HomeScreen.HistoryAsked)
    def _history_asked(self, event: HomeScreen.HistoryAsked) -> None:
        if event.shelved.bank:
            self.push_screen(HistoryScreen(self.desk, event.shelved.bank))

    @asynccontextmanager
    async def ground(self) -> AsyncIterator[None]:
        """Keep home covered for as long as one screen follows another."""
        ground = GroundScreen()
        await self.push_screen(ground)
        try:
            yield
        finally:
            if self.is_running and self.screen is ground:
                self.pop_screen()

    @work
    async def review(self) -> None:
        """Go through what is due, one question after another."""
        async with self.ground():
            await self._review()

    async def _review(self) -> None:
        start = self.start
        certainty = bool(start.certainty)
        sittings = list(self.desk.review(start.seed, start.bank, certainty=certainty))
        for index, sitting in enumerate(sittings):
            screen = QuestionScreen(self.desk, sitting, (index + 1, len(sittings)))
            sittings[index] = await self.push_screen_wait(screen)
            if not sittings[index].session.answered:
                break
        if any(sitting.session.answered for sitting in sittings):
            await self.push_screen_wait(ReviewedScreen(self.desk, sittings))
        elif not sittings:
            self.notify("Nothing is due today.", markup=False)

    @work
    async def take(self, bank: Bank) -> None:
        """Walk through a quiz: before, passage, questions, result."""
        async with self.ground():
            await self._take(bank)

    async def _take(self, bank: Bank) -> None:
        unfinished = self.desk.unfinished(bank)
        if unfinished and unfinished.notice:
            self.notify(unfinished.notice, markup=False)
        if unfinished and self.start.resume and bank is self.start.bank:
            await self.ask(unfinished)
            return
        sitting = await self._before(bank, unfinished)
        if sitting is None:
            return
        goes_on = sitting is unfinished or self.start.skip_passage
        if goes_on or await self.push_screen_wait(ReadingScreen(bank)):
            await self.ask(sitting)

    async def _before(self, bank: Bank, unfinished: Sitting | None) -> Sitting | None:
        """Return the sitting that the learner goes on with or begins; None to go back home."""
        left = unfinished.session if unfinished and not self._wants_its_own(bank) else None
        settings: Settings | None = self._asked_for(bank)
        while settings := await self.push_screen_wait(BeforeScreen(bank, left, settings)):
            if settings.resume and unfinished:
                return unfinished
            try:
                sitting = self._begin(bank, settings)
            except NothingToAsk as error:
                self.notify(clean_line(str(error)), markup=False)
            else:
                if unfinished and left:
                    self.desk.abandon(unfinished)
                return sitting
        return None

    def _wants_its_own(self, bank: Bank) -> bool:
        """Return whether the command line asked for a sitting that the one left is not."""
        start = self.start
        said = start.mode or start.form or start.certainty or start.seed is not None
        return bank is start.bank and bool(said or start.wanted != Wanted())

    def _begin(self, bank: Bank, settings: Settings) -> Sitting:
        return self.desk.begin(
            bank,
            settings.wanted,
            mode=settings.mode,
            seed=self.start.seed,
            certainty=settings.certainty,
            form=settings.form,
        )

    def _asked_for(self, bank: Bank) -> Settings:
        """Return how the command line wants a quiz to be taken."""
        start = self.start
        if bank is not start.bank:
            return Settings(Mode.PRACTICE, Wanted(), certainty=False)
        return Settings(
            mode=start.mode or Mode.PRACTICE,
            wanted=start.wanted,
            certainty=bool(start.certainty),
            form=start.form if bank.forms else None,
        )

    async def ask(self, sitting: Sitting) -> None:
        """Go through the questions of a sitting to its result, or until the learner leaves."""
        sitting = await self.push_screen_wait(QuestionScreen(self.desk, sitting))
        if not sitting.session.finished:
            self.notify(_kept(sitting), markup=False)
            return
        while (wish := await self.push_screen_wait(ResultScreen(self.desk, sitting))) is not None:
            if wish == "again":
                await self.ask(self._again(sitting))
                return
            shown = replace(sitting, session=sitting.session.go(int(wish)))
            sitting = await self.push_screen_wait(QuestionScreen(self.desk, shown))

    def _again(self, sitting: Sitting) -> Sitting:
        """Begin a practice of what was missed, kept apart from what is scored."""
        session = sitting.session
        missed = frozenset(asked.question.id for asked in session.missed())
        return self.desk.begin(
            session.bank, Wanted(ids=missed), mode=Mode.PRACTICE, purpose=Purpose.AGAIN
        )

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what each line of the screen goes through before it reaches the terminal."""
        return [*super().get_line_filters(), self._clean]

    @property
    def fault(self) -> BaseException | None:
        """What ended the application, if it was a fault of its own."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which shows every value: `run` raises the fault."""
        self._close_messages_no_wait()

    def action_help_lines(self) -> None:
        """Show whom to call."""
        self.push_screen(HelpLinesScreen())

    def action_next_theme(self) -> None:
        """Go to the next colors."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]

    def action_keys(self) -> None:
        """List the keys of the screen."""
        self.push_screen(KeysScreen(tuple(self._keys())))

    def _keys(self) -> Iterable[tuple[str, str]]:
        """Yield the keys that work now; keys that do the same thing once.

        Of the keys that Textual binds by itself, which have no id, two are worth telling.
        """
        seen = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            said = binding.description if binding.id else TEXTUAL_KEYS.get(binding.key, "")
            if active.enabled and said and said not in seen:
                seen.add(said)
                yield self.get_key_display(binding), said

    def get_key_display(self, binding: Binding) -> str:
        """Return a key's name as it is printed on keyboards."""
        return NAMES.get(binding.key, binding.key_display or super().get_key_display(binding))


def _kept(sitting: Sitting) -> str:
    session = sitting.session
    if sitting.purpose is Purpose.AGAIN:
        return "Practice is over. Nothing of it is scored."
    if not sitting.saved:
        return "Your answers could not be saved yet."
    return f"Kept. You can go on at question {session.at + 1} at any time."


def run(desk: Desk, start: Start) -> int:
    """Open the application and return the exit code.

    Raises:
        Exception: whatever ended the application, once the terminal is as it was.
    """
    app = QuizApp(desk, start)
    app.run()
    if app.fault:
        raise app.fault
    return app.return_code or 0
