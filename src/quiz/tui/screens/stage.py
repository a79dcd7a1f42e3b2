"""What every screen of ours is: one that is left once."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class QuizScreen(Screen[Result]):
    """A screen that leaves only itself, however often and fast it is told to."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Give a result and go, if this screen is on top; Textual would take away whatever is."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
