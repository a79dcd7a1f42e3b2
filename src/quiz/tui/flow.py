"""What every way through the screens shares: one shown after the other, questions, a result."""

from asyncio import shield
from dataclasses import replace
from typing import TypeVar

from textual.app import App
from textual.screen import Screen

from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.start import Start

Result = TypeVar("Result")


class Flow:
    """Leads from screen to screen, each pushed once the one before it has given its result."""

    def __init__(self, app: App[None], service: Service, start: Start) -> None:
        self.app = app
        self.service = service
        self.start = start

    async def show(self, screen: Screen[Result]) -> Result:
        """Return what a screen gives back; it stands on where the worker is ended meanwhile."""
        return await shield(self.app.push_screen(screen, wait_for_dismiss=True))

    async def ask(
        self, attempt: Attempt, place: tuple[int, int] | None = None, *, notice: str = ""
    ) -> Attempt:
        """Show the questions of an attempt, and return it as the learner leaves it."""
        from quiz.tui.screens.question import QuestionScreen

        return await self.show(QuestionScreen(self.service, attempt, place, notice=notice))

    async def show_result(self, attempt: Attempt) -> bool:
        """Show a result and its questions; return whether to go through what was missed again."""
        from quiz.tui.screens.result import ResultScreen

        while (wish := await self.show(ResultScreen(self.service, attempt))) not in {None, "again"}:
            shown = replace(attempt, session=attempt.session.go(int(wish)))
            attempt = await self.ask(shown)
        return wish == "again"
