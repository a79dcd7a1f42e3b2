"""Points of some questions, as a line with a bar."""

from textual.content import Content

from quiz.engine.result import Score
from quiz.engine.wording import points
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.hanging import Hanging
from quiz.tui.widgets.hung import hung


def tally_line(name: str, tally: Score) -> Hanging:
    """Return a bar, the points and what they are for."""
    figures = f"{points(tally.points)} of {tally.possible}"
    return Hanging(hung(Content.assemble(bar(tally.share, 10), f"  {figures:<10}"), name))
