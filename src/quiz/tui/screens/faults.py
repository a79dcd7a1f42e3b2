"""Why a quiz can't be read."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from quiz.model.problem import Problem
from quiz.model.text import clean_line
from quiz.tui.widgets.key_bar import KeyBar
from quiz.tui.widgets.masthead import Masthead


class FaultsScreen(Screen[None]):
    """Lists every fault of a file, with its line."""

    CSS: ClassVar[str] = """
    FaultsScreen {
        VerticalScroll { padding: 1 2; }
        Static { height: auto; margin-bottom: 1; }
        .title { text-style: bold; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", id="faults.leave"),
    ]

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.quiz = name
        """The quiz that can't be read."""
        self.problems = problems
        """What is wrong with it."""

    def compose(self) -> ComposeResult:
        """List the faults."""
        head = Masthead()
        head.title = f"{self.quiz} can't be read"
        yield head
        with VerticalScroll():
            yield Static("What is wrong, and what to write instead:", classes="title")
            for problem in self.problems:
                yield Static(clean_line(str(problem)), markup=False)
        yield KeyBar()

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss()
