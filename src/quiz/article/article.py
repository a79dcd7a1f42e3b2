"""An article: its paragraphs and headings, and where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading, on one line."""

    text: str
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a file says, in plain text, and what it says of itself."""

    title: str = ""
    author: str = ""
    address: str = ""
    """Its address on the web where the file names that, else the name of the file."""
    language: str = ""
    """As in en or pt-BR; empty where the file doesn't say."""
    blocks: tuple[Block, ...]
    """Its paragraphs and headings, in order."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its paragraphs, without the headings."""
        return tuple(text for text, _ in self._under_headings())

    @property
    def headings(self) -> tuple[str, ...]:
        """For each paragraph the heading that it stands under; empty where there is none."""
        return tuple(heading for _, heading in self._under_headings())

    @property
    def text(self) -> str:
        """Its paragraphs as the text of a passage, an empty line between two."""
        return "\n\n".join(self.paragraphs)

    @property
    def source(self) -> str:
        """Title, author and address, as they are shown under a passage."""
        by = f", by {self.author}" if self.author else ""
        return f"{self.title}{by} ({self.address})" if self.title else f"{self.address}{by}"

    def _under_headings(self) -> Iterator[tuple[str, str]]:
        heading = ""
        for block in self.blocks:
            if not block.is_heading:
                yield block.text, heading
            elif block.text != self.title:
                heading = block.text
