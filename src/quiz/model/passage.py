"""The text that a quiz is about: its paragraphs, its sentences, and where a quote stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from annotated_types import Len

from quiz.model.constraints import Text, Title
from quiz.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The text that the learner reads, and that every answer stands on."""

    title: Title
    """The heading above the passage."""
    source: Text
    """Where the passage comes from, shown under its title."""
    text: Annotated[str, Len(1, 50_000)]
    """The passage itself. An empty line begins a new paragraph."""

    def __post_init__(self) -> None:
        """Lay the text out anew: one line a paragraph, an empty line between two."""
        paragraphs: list[list[str]] = [[]]
        for line in self.text.split("\n"):
            words = line.split()
            if words:
                paragraphs[-1] += words
            elif paragraphs[-1]:
                paragraphs.append([])
        flowed = "\n\n".join(" ".join(words) for words in paragraphs if words)
        object.__setattr__(self, "text", flowed)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs, in order."""
        from quiz.model.quoting import paragraphs  # noqa: PLC0415  not needed to ask

        return tuple(paragraphs(self.text))

    def sentences(self, language: str = "en") -> tuple[Span, ...]:
        """Return the sentences in order; none runs over the end of a paragraph."""
        from quiz.model.quoting import sentences  # noqa: PLC0415  not needed to ask most questions

        return sentences(self.text, language)

    def find(self, quote: str) -> Span | None:
        """Return where a quote first stands.

        White space, quotation marks, dashes and the case of the first letter are forgiven.
        """
        from quiz.model.quoting import find  # noqa: PLC0415  not needed to ask

        return find(self.text, quote)

    def sentences_of(self, quote: str, language: str = "en") -> tuple[int, ...]:
        """Return the indices of the sentences that a quote touches, none where it isn't found."""
        span = self.find(quote)
        if span is None:
            return ()
        return tuple(
            index
            for index, sentence in enumerate(self.sentences(language))
            if sentence.start < span.end and span.start < sentence.end
        )

    def words(self) -> int:
        """Return the number of words."""
        return len(self.text.split())
