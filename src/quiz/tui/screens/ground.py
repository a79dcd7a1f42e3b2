"""What lies under the screens of a walk, so that home is not uncovered between two of them."""

from textual.app import ComposeResult
from textual.screen import Screen

from quiz.tui.widgets.masthead import Masthead


class GroundScreen(Screen[None]):
    """An empty screen with a head."""

    def compose(self) -> ComposeResult:
        """Lay out the head."""
        yield Masthead()
