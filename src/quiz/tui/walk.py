"""The walk through a quiz: which screen comes after which, and what becomes of what it gives."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App

from quiz.desk import Desk, Purpose, Sitting
from quiz.engine.selection import Wanted
from quiz.engine.session import Mode
from quiz.model.bank import Bank
from quiz.model.problem import NothingToAsk
from quiz.model.text import clean_line
from quiz.model.value import replace
from quiz.start import Start
from quiz.tui.screens.before import BeforeScreen
from quiz.tui.screens.ground import GroundScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.reviewed import ReviewedScreen
from quiz.tui.settings import Settings


class Walk:
    """Leads a learner through a quiz, or through what is due."""

    def __init__(self, app: App[None], desk: Desk, start: Start) -> None:
        self.app = app
        """Shows the screens."""
        self.desk = desk
        """Opens quizzes and keeps answers."""
        self.start = start
        """What the command line asked for."""

    @asynccontextmanager
    async def ground(self) -> AsyncIterator[None]:
        """Keep home covered for as long as one screen follows another."""
        ground = GroundScreen()
        await self.app.push_screen(ground)
        try:
            yield
        finally:
            if self.app.is_running and self.app.screen is ground:
                self.app.pop_screen()

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
        sitting = await self._before(bank, unfinished)
        if sitting is None:
            return
        goes_on = sitting is unfinished or self.start.skip_passage
        if goes_on or await self.app.push_screen_wait(ReadingScreen(bank)):
            await self.ask(sitting)

    async def _before(self, bank: Bank, unfinished: Sitting | None) -> Sitting | None:
        """Return the sitting that the learner goes on with or begins; None to go back home."""
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

    async def ask(self, sitting: Sitting) -> None:
        """Go through the questions of a sitting to its result, or until the learner leaves."""
        sitting = await self.app.push_screen_wait(QuestionScreen(self.desk, sitting))
        if not sitting.session.finished:
            self.app.notify(_kept(sitting), markup=False)
            return
        while (
            wish := await self.app.push_screen_wait(ResultScreen(self.desk, sitting))
        ) is not None:
            if wish == "again":
                await self.ask(self._again(sitting))
                return
            shown = replace(sitting, session=sitting.session.go(wish))
            sitting = await self.app.push_screen_wait(QuestionScreen(self.desk, shown))

    def _again(self, sitting: Sitting) -> Sitting:
        """Begin a practice of what was missed, kept apart from what is scored."""
        session = sitting.session
        missed = frozenset(asked.question.id for asked in session.missed())
        return self.desk.begin(
            session.bank, Wanted(ids=missed), mode=Mode.PRACTICE, purpose=Purpose.AGAIN
        )


def _kept(sitting: Sitting) -> str:
    session = sitting.session
    if sitting.purpose is Purpose.AGAIN:
        return "Practice is over. Nothing of it is scored."
    if not sitting.saved:
        return "Your answers could not be saved yet."
    return f"Kept. You can go on at question {session.at + 1} at any time."
