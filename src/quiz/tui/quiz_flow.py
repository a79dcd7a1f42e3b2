"""The way through a quiz: which screen comes after which, and what becomes of what it gives."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from quiz.engine.earning import earning
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Session
from quiz.engine.wording import NOT_SAVED, kept
from quiz.model.assignment import Assignment
from quiz.model.notice import BRIEF_DISCLAIMER, DISCLAIMER
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.text import clean_line
from quiz.service.attempt import Attempt, attempt_of
from quiz.tui.exercise_flow import ExerciseFlow
from quiz.tui.flow import Flow
from quiz.tui.screens.blank import BlankScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.left_sitting import LeftSittingScreen
from quiz.tui.screens.open_file import OpenFileScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.review_result import ReviewResultScreen
from quiz.tui.screens.setup import Setup, SetupScreen

_TALL = 20
"""Lines from which there is room above a question for more than must be said."""


class QuizFlow(Flow):
    """Leads a learner through a quiz, or through what is due."""

    @asynccontextmanager
    async def _covering_home(self) -> AsyncIterator[None]:
        """Keep home covered for as long as one screen follows another, and come to it then."""
        app, below = self.app, self.app.screen
        began_here = isinstance(below, BlankScreen)
        blank = below if began_here else BlankScreen()
        if not began_here:
            await app.push_screen(blank)
        try:
            yield
        finally:
            if app.is_running and app.screen is blank:
                if began_here:
                    await app.push_screen(HomeScreen(self.service))
                else:
                    app.pop_screen()  # the application waits for it: this worker may be ended

    async def review(self) -> None:
        """Go through what is due, one question after another."""
        async with self._covering_home():
            await self._review()

    async def _review(self) -> None:
        start, certainty = self.start, bool(self.start.certainty)
        attempts = list(self.service.reviews.start(start.seed, start.quiz, certainty=certainty))
        for index, attempt in enumerate(attempts):
            attempts[index] = await self.ask(attempt, (index + 1, len(attempts)))
            if not attempts[index].session.answered:
                break
        if any(attempt.session.answered for attempt in attempts):
            await self.show(ReviewResultScreen(self.service, attempts))
        elif not attempts:
            self.app.notify("Nothing is due today.", markup=False)

    async def open_file(self) -> None:
        """Let a file be chosen, and go through what it holds: a quiz, an exercise or a result."""
        async with self._covering_home():
            match await self.show(OpenFileScreen(self.service.library)):
                case Quiz() as quiz:
                    await self._take(quiz)
                case Assignment() as assignment:
                    flow = ExerciseFlow(self.app, self.service, self.start)
                    if became := await flow.take(assignment):
                        self.app.notify(clean_line(became), markup=False)
                case Returned() as returned:
                    await self.show_result(attempt_of(returned))

    async def take(self, quiz: Quiz) -> None:
        """Go through a quiz: setup, passage, questions, result."""
        async with self._covering_home():
            await self._take(quiz)

    async def _take(self, quiz: Quiz) -> None:
        if attempt := self._straight(quiz):
            await self._ask(attempt, notice=self._first_words(attempt.session))
        elif chosen := await self._set_up(quiz):
            attempt, goes_on = chosen
            if goes_on or self.start.skip_passage or await self._read(attempt):
                await self._ask(attempt)

    def _first_words(self, session: Session) -> str:
        """Return what stands above the first question where no passage came before it."""
        if session.answered:
            return ""
        if self.app.size.height < _TALL:
            return BRIEF_DISCLAIMER
        return "\n".join([DISCLAIMER, *earning(asked.question for asked in session.asked)])

    def _straight(self, quiz: Quiz) -> Attempt | None:
        """Return the attempt that the command line leads to at once, if it leads to one."""
        start = self.start
        if quiz is not start.quiz or not (start.resume or start.skip_passage):
            return None
        unfinished = None if start.resume is False else self._unfinished(quiz)
        if unfinished and (start.resume or unfinished.session.answered):
            return unfinished if start.resume else None
        return self._drawn(quiz, self._asked_for(quiz)) if start.skip_passage else None

    def _unfinished(self, quiz: Quiz) -> Attempt | None:
        """Return the attempt that was left, and say what changed in the quiz since then."""
        attempt = self.service.attempts.unfinished(quiz)
        if attempt and attempt.notice:
            self.app.notify(attempt.notice, markup=False)
        return attempt

    async def _set_up(self, quiz: Quiz) -> tuple[Attempt, bool] | None:
        """Return the attempt that is chosen, and whether it goes on; None to go back home."""
        left = None if self._wants_its_own(quiz) else self._unfinished(quiz)
        while left and left.session.answered:
            goes_on = await self.show(LeftSittingScreen(left.session))
            if goes_on is None:
                return None
            if goes_on:
                return left, True
            if attempt := await self._begun(quiz):
                self.service.attempts.abandon(left)
                return attempt, False
        attempt = await self._begun(quiz)
        if attempt and left:
            self.service.attempts.abandon(left)
        return (attempt, False) if attempt else None

    async def _begun(self, quiz: Quiz) -> Attempt | None:
        """Return a new attempt as the learner wants it; None to go back."""
        setup = self._asked_for(quiz)
        while chosen := await self.show(SetupScreen(quiz, setup)):
            if attempt := self._drawn(quiz, chosen):
                return attempt
            setup = chosen
        return None

    def _wants_its_own(self, quiz: Quiz) -> bool:
        """Return whether the command line asked for an attempt that the one left is not."""
        start = self.start
        said = start.mode or start.form or start.certainty or start.seed is not None
        return quiz is start.quiz and bool(said or start.wanted != QuestionFilter())

    def _asked_for(self, quiz: Quiz) -> Setup:
        """Return how the command line wants a quiz to be taken."""
        start = self.start
        if quiz is not start.quiz:
            return Setup()
        return Setup(
            mode=start.mode or Mode.PRACTICE,
            wanted=start.wanted,
            certainty=bool(start.certainty),
            form=start.form if quiz.forms else None,
        )

    def _drawn(self, quiz: Quiz, setup: Setup) -> Attempt | None:
        """Return a new attempt; None, and a word to the learner, where no question fits."""
        try:
            return self.service.attempts.start(
                quiz,
                setup.wanted,
                mode=setup.mode,
                seed=self.start.seed,
                certainty=setup.certainty,
                form=setup.form,
            )
        except QuizError as error:
            self.app.notify(clean_line(str(error)), markup=False)
            return None

    async def _read(self, attempt: Attempt) -> bool:
        """Return whether the learner goes on after reading the passage."""
        return await self.show(ReadingScreen(attempt.session))

    async def _ask(self, attempt: Attempt, notice: str = "") -> None:
        """Go through the questions of an attempt to its result, or until the learner leaves.

        The notice stands above the first question.
        """
        attempt = await self.ask(attempt, notice=notice)
        if not attempt.session.finished:
            self.app.notify(_kept(attempt), markup=False)
        elif await self.show_result(attempt):
            await self._ask(self.service.attempts.retry(attempt))


def _kept(attempt: Attempt) -> str:
    if attempt.is_retry:
        return "Practice is over. Nothing of it is scored."
    return kept(attempt.session) if attempt.saved else NOT_SAVED
