"""The walk through a quiz: which screen comes after which, and what becomes of what it gives."""

from __future__ import annotations

from contextlib import asynccontextmanager
from random import SystemRandom
from typing import TYPE_CHECKING

from quiz.engine.selection import Wanted
from quiz.engine.session import Mode
from quiz.model.notice import DISCLAIMER
from quiz.model.problem import NothingToAsk
from quiz.model.text import clean_line
from quiz.model.value import replace
from quiz.tui.screens.ground import GroundScreen
from quiz.tui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import App
    from textual.screen import Screen

    from quiz.cohort.report import ClassReport
    from quiz.desk import Desk, Sitting
    from quiz.model.bank import Bank
    from quiz.start import Start


class Walk:
    """Leads a learner through a quiz, or through what is due."""

    def __init__(self, app: App[None], desk: Desk, start: Start) -> None:
        self.app = app
        """Shows the screens."""
        self.desk = desk
        """Opens quizzes and keeps answers."""
        self.start = start
        """What the command line asked for."""

    def home(self) -> Screen[None]:
        """Return the home screen."""
        from quiz.tui.screens.home import HomeScreen  # noqa: PLC0415  not needed to take a quiz

        return HomeScreen(self.desk)

    def class_report(self, report: ClassReport) -> Screen[None]:
        """Return the teacher's screen of a class."""
        from quiz.tui.class_view import ClassView  # noqa: PLC0415  for teachers alone
        from quiz.tui.screens.class_report import ClassReportScreen  # noqa: PLC0415

        return ClassReportScreen(ClassView(report, SystemRandom()))

    @asynccontextmanager
    async def ground(self) -> AsyncIterator[None]:
        """Keep home covered for as long as one screen follows another, and come to it then."""
        app, below = self.app, self.app.screen
        began_here = isinstance(below, GroundScreen)
        ground = below if began_here else GroundScreen()
        if not began_here:
            await app.push_screen(ground)
        try:
            yield
        finally:
            if app.is_running and app.screen is ground:
                await (app.push_screen(self.home()) if began_here else app.pop_screen())

    async def review(self) -> None:
        """Go through what is due, one question after another."""
        async with self.ground():
            await self._review()

    async def _review(self) -> None:
        from quiz.tui.screens.question import QuestionScreen  # noqa: PLC0415
        from quiz.tui.screens.reviewed import ReviewedScreen  # noqa: PLC0415

        start = self.start
        certainty = bool(start.certainty)
        sittings = list(self.desk.review(start.seed, start.bank, certainty=certainty))
        for index, sitting in enumerate(sittings):
            screen = QuestionScreen(self.desk, sitting, (index + 1, len(sittings)))
            sittings[index] = await self.app.push_screen_wait(screen)
            if not sittings[index].session.answered:
                break
        if any(sitting.session.answered for sitting in sittings):
            await self.app.push_screen_wait(ReviewedScreen(self.desk, sittings))
        elif not sittings:
            self.app.notify("Nothing is due today.", markup=False)

    async def take(self, bank: Bank) -> None:
        """Walk through a quiz: before, passage, questions, result."""
        async with self.ground():
            await self._take(bank)

    async def _take(self, bank: Bank) -> None:
        unfinished = self.desk.unfinished(bank)
        if unfinished and unfinished.notice:
            self.app.notify(unfinished.notice, markup=False)
        if unfinished and self.start.resume and bank is self.start.bank:
            await self.ask(unfinished)
            return
        if self._goes_straight(bank, unfinished) and (sitting := self._begun_straight(bank)):
            await self.ask(sitting, notice=DISCLAIMER)
            return
        sitting = await self._before(bank, unfinished)
        if sitting is None:
            return
        goes_on = sitting is unfinished or self.start.skip_passage
        if goes_on or await self._read(bank):
            await self.ask(sitting)

    def _goes_straight(self, bank: Bank, unfinished: Sitting | None) -> bool:
        """Return whether the command line asked for the first question, and nothing is open."""
        start = self.start
        asked_for = start.skip_passage and bank is start.bank
        return asked_for and (unfinished is None or start.resume is False)

    def _begun_straight(self, bank: Bank) -> Sitting | None:
        """Return a sitting as the command line wants it; None where nothing fits."""
        try:
            return self._begin(bank, self._asked_for(bank))
        except NothingToAsk as error:
            self.app.notify(clean_line(str(error)), markup=False)
            return None

    async def _read(self, bank: Bank) -> bool:
        """Return whether the learner goes on after reading the passage."""
        from quiz.tui.screens.reading import ReadingScreen  # noqa: PLC0415

        goes_on = await self.app.push_screen_wait(ReadingScreen(bank))
        return bool(goes_on)

    async def _before(self, bank: Bank, unfinished: Sitting | None) -> Sitting | None:
        """Return the sitting that the learner goes on with or begins; None to go back home."""
        from quiz.tui.screens.before import BeforeScreen  # noqa: PLC0415

        left = unfinished.session if unfinished and not self._wants_its_own(bank) else None
        settings: Settings | None = self._asked_for(bank)
        while settings := await self.app.push_screen_wait(BeforeScreen(bank, left, settings)):
            if settings.resume and unfinished:
                return unfinished
            try:
                sitting = self._begin(bank, settings)
            except NothingToAsk as error:
                self.app.notify(clean_line(str(error)), markup=False)
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

    async def ask(self, sitting: Sitting, notice: str = "") -> None:
        """Go through the questions of a sitting to its result, or until the learner leaves.

        The notice stands above the first question.
        """
        from quiz.tui.screens.question import QuestionScreen  # noqa: PLC0415

        screen = QuestionScreen(self.desk, sitting, notice=notice)
        sitting = await self.app.push_screen_wait(screen)
        if not sitting.session.finished:
            self.app.notify(_kept(sitting), markup=False)
            return
        from quiz.tui.screens.result import ResultScreen  # noqa: PLC0415

        while (
            wish := await self.app.push_screen_wait(ResultScreen(self.desk, sitting))
        ) is not None:
            if wish == "again":
                await self.ask(self.desk.again(sitting))
                return
            shown = replace(sitting, session=sitting.session.go(wish))
            sitting = await self.app.push_screen_wait(QuestionScreen(self.desk, shown))


def _kept(sitting: Sitting) -> str:
    session = sitting.session
    if sitting.practice:
        return "Practice is over. Nothing of it is scored."
    if not sitting.saved:
        return "Your answers could not be saved yet."
    return f"Kept. You can go on at question {session.at + 1} at any time."
