"""The walk through a quiz: which screen comes after which, and what becomes of what it gives."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from random import SystemRandom

from textual.app import App
from textual.screen import Screen

from quiz.analysis.class_report import ClassReport
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Session
from quiz.model.notice import DISCLAIMER
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.start import Start
from quiz.tui.screens.blank import BlankScreen
from quiz.tui.settings import Settings
from quiz.tui.showing import show


class QuizFlow:
    """Leads a learner through a quiz, or through what is due."""

    def __init__(self, app: App[None], service: Service, start: Start) -> None:
        self.app = app
        """Shows the screens."""
        self.service = service
        """Opens quizzes and keeps answers."""
        self.start = start
        """What the command line asked for."""

    def home(self) -> Screen[None]:
        """Return the home screen."""
        from quiz.tui.screens.home import HomeScreen  # noqa: PLC0415  not needed to take a quiz

        return HomeScreen(self.service)

    def class_report(self, report: ClassReport) -> Screen[None]:
        """Return the teacher's screen of a class."""
        from quiz.tui.class_view import ClassView  # noqa: PLC0415  for teachers alone
        from quiz.tui.screens.class_report import ClassReportScreen  # noqa: PLC0415

        return ClassReportScreen(ClassView(report, SystemRandom()))

    @asynccontextmanager
    async def ground(self) -> AsyncIterator[None]:
        """Keep home covered for as long as one screen follows another, and come to it then."""
        app, below = self.app, self.app.screen
        began_here = isinstance(below, BlankScreen)
        ground = below if began_here else BlankScreen()
        if not began_here:
            await app.push_screen(ground)
        try:
            yield
        finally:
            if app.is_running and app.screen is ground:
                if began_here:
                    await app.push_screen(self.home())
                else:
                    app.pop_screen()  # the application waits for it: this worker may be ended

    async def review(self) -> None:
        """Go through what is due, one question after another."""
        async with self.ground():
            await self._review()

    async def _review(self) -> None:
        from quiz.tui.screens.question import QuestionScreen  # noqa: PLC0415
        from quiz.tui.screens.review_result import ReviewResultScreen  # noqa: PLC0415

        start = self.start
        certainty = bool(start.certainty)
        attempts = list(self.service.reviews.start(start.seed, start.quiz, certainty=certainty))
        for index, attempt in enumerate(attempts):
            screen = QuestionScreen(self.service, attempt, (index + 1, len(attempts)))
            attempts[index] = await show(self.app, screen)
            if not attempts[index].session.answered:
                break
        if any(attempt.session.answered for attempt in attempts):
            await show(self.app, ReviewResultScreen(self.service, attempts))
        elif not attempts:
            self.app.notify("Nothing is due today.", markup=False)

    async def take(self, quiz: Quiz) -> None:
        """Go through a quiz: before, passage, questions, result."""
        async with self.ground():
            await self._take(quiz)

    async def _take(self, quiz: Quiz) -> None:
        if attempt := self._straight(quiz):
            new = not attempt.session.answered
            await self.ask(attempt, notice=DISCLAIMER if new else "")
        elif chosen := await self._before(quiz):
            attempt, goes_on = chosen
            if goes_on or self.start.skip_passage or await self._read(quiz):
                await self.ask(attempt)

    def _straight(self, quiz: Quiz) -> Attempt | None:
        """Return the attempt that the command line leads to at once, if it leads to one."""
        start = self.start
        if quiz is not start.quiz or not (start.resume or start.skip_passage):
            return None
        unfinished = None if start.resume is False else self._unfinished(quiz)
        if unfinished:
            return unfinished if start.resume else None
        return self._drawn(quiz, self._asked_for(quiz)) if start.skip_passage else None

    def _unfinished(self, quiz: Quiz) -> Attempt | None:
        """Return the attempt that was left; what changed in the quiz since then is told."""
        attempt = self.service.attempts.unfinished(quiz)
        if attempt and attempt.notice:
            self.app.notify(attempt.notice, markup=False)
        return attempt

    async def _read(self, quiz: Quiz) -> bool:
        """Return whether the learner goes on after reading the passage."""
        from quiz.tui.screens.reading import ReadingScreen  # noqa: PLC0415

        goes_on = await show(self.app, ReadingScreen(quiz))
        return bool(goes_on)

    async def _before(self, quiz: Quiz) -> tuple[Attempt, bool] | None:
        """Return the attempt that is chosen, and whether it goes on; None to go back home."""
        from quiz.tui.screens.setup import SetupScreen  # noqa: PLC0415

        settings: Settings | None = self._asked_for(quiz)
        while settings:
            screen = SetupScreen(quiz, partial(self._left, quiz), settings)
            settings = await show(self.app, screen)
            left = self.service.attempts.unfinished(quiz) if screen.unfinished else None
            if settings and settings.resume and left:
                return left, True
            attempt = self._drawn(quiz, settings) if settings else None
            if attempt:
                if left:
                    self.service.attempts.abandon(left)
                return attempt, False
        return None

    def _left(self, quiz: Quiz) -> Session | None:
        """Return the session to go on with, unless the command line asked for another one."""
        unfinished = self._unfinished(quiz)
        return unfinished.session if unfinished and not self._wants_its_own(quiz) else None

    def _wants_its_own(self, quiz: Quiz) -> bool:
        """Return whether the command line asked for an attempt that the one left is not."""
        start = self.start
        said = start.mode or start.form or start.certainty or start.seed is not None
        return quiz is start.quiz and bool(said or start.wanted != QuestionFilter())

    def _drawn(self, quiz: Quiz, settings: Settings) -> Attempt | None:
        """Return a new attempt; None, and a word to the learner, where no question fits."""
        try:
            return self.service.attempts.start(
                quiz,
                settings.wanted,
                mode=settings.mode,
                seed=self.start.seed,
                certainty=settings.certainty,
                form=settings.form,
            )
        except QuizError as error:
            self.app.notify(clean_line(str(error)), markup=False)
            return None

    def _asked_for(self, quiz: Quiz) -> Settings:
        """Return how the command line wants a quiz to be taken."""
        start = self.start
        if quiz is not start.quiz:
            return Settings(Mode.PRACTICE, QuestionFilter(), certainty=False)
        return Settings(
            mode=start.mode or Mode.PRACTICE,
            wanted=start.wanted,
            certainty=bool(start.certainty),
            form=start.form if quiz.forms else None,
        )

    async def ask(self, attempt: Attempt, notice: str = "") -> None:
        """Go through the questions of an attempt to its result, or until the learner leaves.

        The notice stands above the first question.
        """
        from quiz.tui.screens.question import QuestionScreen  # noqa: PLC0415

        screen = QuestionScreen(self.service, attempt, notice=notice)
        attempt = await show(self.app, screen)
        if not attempt.session.finished:
            self.app.notify(_kept(attempt), markup=False)
            return
        from quiz.tui.screens.result import ResultScreen  # noqa: PLC0415

        while (wish := await show(self.app, ResultScreen(self.service, attempt))) is not None:
            if wish == "again":
                await self.ask(self.service.attempts.retry(attempt))
                return
            shown = replace(attempt, session=attempt.session.go(wish))
            attempt = await show(self.app, QuestionScreen(self.service, shown))


def _kept(attempt: Attempt) -> str:
    session = attempt.session
    if attempt.practice:
        return "Practice is over. Nothing of it is scored."
    if not attempt.saved:
        return "Your answers could not be saved yet."
    return f"Kept. You can go on at question {session.position + 1} at any time."
