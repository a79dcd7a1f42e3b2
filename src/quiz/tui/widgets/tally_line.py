"""Points of some questions, as a line with a bar."""

from textual.content import Content
from textual.widgets import Static

from quiz.engine.result import Score
from quiz.engine.wording import points
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.hanging_text import HangingText


def tally_line(name: str, tally: Score) -> Static:
    """Return a bar, the points and what they are for."""
    figures = f"{points(tally.points)} of {tally.possible}"
    lead = Content.assemble(bar(tally.share, 10), f"  {figures:<10}")
    return Static(HangingText((lead, name)))
