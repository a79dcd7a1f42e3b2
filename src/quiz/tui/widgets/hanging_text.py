"""Text whose lines wrap under themselves, not under the mark that stands before them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


@dataclass(frozen=True, eq=False)
class HangingText(Visual):
    """Texts, each beside its lead, such as a mark or a bar; a `Static` shows it."""

    lines: Sequence[tuple[Content, Content]]

    @property
    def plain(self) -> str:
        """All leads and texts, without styles."""
        return "\n".join(lead.plain + text.plain for lead, text in self.lines)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return all the width there is."""
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the number of lines at a width in cells."""
        return sum(text.get_height(rules, _beside(lead, width)) for lead, text in self.lines)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines as they are drawn."""
        strips: list[Strip] = []
        for lead, text in self.lines:
            indent = lead.cell_length
            before, blank = _drawn(lead, style, options), Strip.blank(indent, style.rich_style)
            for line in text.render_strips(_beside(lead, width), None, style, options):
                strips.append(Strip.join([before, line]))
                before = blank
        return strips[:height]


def _beside(lead: Content, width: int) -> int:
    return max(width - lead.cell_length, 1)


def _drawn(lead: Content, style: Style, options: RenderOptions) -> Strip:
    """Return a lead with all its white space, which wrapping would take away."""
    parts = lead.render(style, end="", parse_style=options.get_style)
    return Strip([Segment(text, style.rich_style) for text, style in parts], lead.cell_length)
