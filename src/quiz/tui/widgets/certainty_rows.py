"""How sure are you: one key after choosing, where that is asked."""

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.certainty import Certainty, certainty_points
from quiz.engine.wording import CERTAINTIES, points
from quiz.tui.widgets.lists import ChoiceList


class CertaintyRows(Widget):
    """Asks how sure the learner is; the first pick counts."""

    class Said(Message):
        """The learner said how sure they are."""

        def __init__(self, certainty: Certainty) -> None:
            super().__init__()
            self.certainty = certainty
            """How sure."""

    def compose(self) -> ComposeResult:
        """Lay out the three certainties."""
        yield Static("How sure are you?", classes="prompt", markup=False)
        yield ChoiceList([_label(certainty) for certainty in Certainty])

    @on(ChoiceList.Picked)
    def _picked(self, event: ChoiceList.Picked) -> None:
        event.stop()
        self.post_message(self.Said(Certainty(min(event.choices.picked) + 1)))


def _label(certainty: Certainty) -> str:
    """Return what a certainty is called, and what it earns."""
    right, wrong = points(certainty_points(certainty, 1)), points(certainty_points(certainty, 0))
    return f"{CERTAINTIES[certainty].capitalize()}: {right} if right, {wrong} if wrong"
