"""Text whose lines break at no no-break space, where Textual's would."""

import textwrap
from dataclasses import dataclass

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from quiz.model.lines import cells


@dataclass(frozen=True, eq=False)
class UnbrokenText(Visual):
    """A text in which a no-break space keeps two words on one line; a `Static` shows it."""

    text: Content

    @property
    def plain(self) -> str:
        """The text without styles."""
        return self.text.plain

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return all the width there is."""
        del rules
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the number of lines at a width in cells."""
        del rules
        return len(self.lines(width))

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines as they are drawn."""
        drawn = (line.render_strips(width, 1, style, options) for line in self.lines(width))
        return [strip for strips in drawn for strip in strips][:height]

    def lines(self, width: int) -> list[Content]:
        """Return the lines at a width in cells; a wide character counts as two."""
        plain, at, found = self.plain, 0, []
        room = max(width // 2 if cells(plain) > len(plain) else width, 1)
        for line in textwrap.wrap(
            plain, room, expand_tabs=False, replace_whitespace=False, break_on_hyphens=False
        ):
            at = plain.index(line, at)
            found.append(self.text[at : at + len(line)])
            at += len(line)
        return found or [self.text]
