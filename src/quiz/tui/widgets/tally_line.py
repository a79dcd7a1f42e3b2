"""Points of some questions, as a line with a bar."""

from textual.content import Content

from quiz.engine.result import Tally
from quiz.tui.widgets.bar import bar


def points(tally: Tally) -> str:
    """Return the points with at most one decimal."""
    return f"{tally.points:.1f}".removesuffix(".0")


def tally_line(name: str, tally: Tally) -> Content:
    """Return a bar, the points and what they are for."""
    figures = f"{points(tally)} of {tally.possible}"
    return Content.assemble(bar(tally.share, 10), f"  {figures:<10}", name)
