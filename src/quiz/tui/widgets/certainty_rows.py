"""How sure are you: picked after choosing, where that is asked."""

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.certainty import Certainty, certainty_points
from quiz.engine.wording import CERTAINTIES, points
from quiz.tui.widgets.lists import ChoiceList


class CertaintyRows(Widget):
    """Asks how sure the learner is."""

    def __init__(self, certainty: Certainty | None = None, *, classes: str = "") -> None:
        super().__init__(classes=classes)
        self.said = certainty
        """What the learner said before."""

    @property
    def certainty(self) -> Certainty | None:
        """The certainty that is picked."""
        lists = self.query(ChoiceList).results(ChoiceList)
        return next((Certainty(at + 1) for rows in lists for at in rows.picked), self.said)

    def pick(self) -> None:
        """Pick the certainty under the cursor."""
        self.query_one(ChoiceList).action_select()

    def compose(self) -> ComposeResult:
        """Lay out the three certainties."""
        yield Static("How sure are you?", classes="prompt", markup=False)
        picked = [self.said - 1] if self.said else []
        yield ChoiceList([_label(certainty) for certainty in Certainty], picked=picked)


def _label(certainty: Certainty) -> str:
    """Return what a certainty is called, and what it earns."""
    right, wrong = points(certainty_points(certainty, 1)), points(certainty_points(certainty, 0))
    return f"{CERTAINTIES[certainty].capitalize()}: {right} if right, {wrong} if wrong"
