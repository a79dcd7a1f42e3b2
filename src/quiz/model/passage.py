"""The text that a quiz is about: its paragraphs, its sentences, and where a quote stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Annotated

from annotated_types import Len
from sentencex import get_sentence_boundaries

from quiz.model.constraints import Text, Title, Visible
from quiz.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The text that the learner reads, and that every answer stands on."""

    title: Title
    """The heading above the passage."""
    source: Text
    """Where the passage comes from, shown under its title."""
    text: Annotated[Visible, Len(1, 50_000)] = ""
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
        return tuple(_paragraphs(self.text))

    def sentences(self, language: str = "en") -> tuple[Span, ...]:
        """Return the sentences in order; none runs over the end of a paragraph."""
        return _sentences(self.text, language)

    def find(self, quote: str) -> Span | None:
        """Return where a quote first stands.

        White space, quotation marks, dashes and the case of the first letter are forgiven.
        """
        return _find(self.text, quote)

    def sentences_of(self, quote: str, language: str = "en") -> range:
        """Return the indices of the sentences that a quote touches, none where it isn't found."""
        span = self.find(quote)
        if span is None:
            return range(0)
        sentences = self.sentences(language)
        first = bisect_right(sentences, span.start, key=attrgetter("end"))
        return range(first, bisect_left(sentences, span.end, key=attrgetter("start")))

    def words(self) -> int:
        """Return the number of words."""
        return len(self.text.split())


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for paragraph in filter(None, text.split("\n\n")):
        yield Span(start, start + len(paragraph))
        start += len(paragraph) + 2


@lru_cache(maxsize=64)
def _sentences(text: str, language: str) -> tuple[Span, ...]:
    spans = []
    for paragraph in _paragraphs(text):
        words = text[paragraph.start : paragraph.end]
        ends = [found["end_index"] for found in get_sentence_boundaries(language, words)]
        for start, end in pairwise([0, *ends]):
            sentence = words[start:end].rstrip()
            first = paragraph.start + start
            spans.append(Span(first, first + len(sentence)))
    return tuple(spans)


_FOLDS = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―−", '\'\'\'\'""""""-------')  # noqa: RUF001


@lru_cache(maxsize=64)
def _flat(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the text folded, with a space between paragraphs, and where those spaces are."""
    breaks = [paragraph.end for paragraph in _paragraphs(text)][:-1]
    spaces = tuple(at - before for before, at in enumerate(breaks))
    return text.translate(_FOLDS).replace("\n\n", " "), spaces


@lru_cache(maxsize=4096)
def _find(text: str, quote: str) -> Span | None:
    words = " ".join(quote.translate(_FOLDS).split())
    flat, spaces = _flat(text)
    spans = []
    for first in {words[:1].lower(), words[:1].upper()} - {""}:
        wanted = first + words[1:]
        start = flat.find(wanted)  # never a pattern: a hostile quote would take minutes
        if start >= 0:
            last = start + len(wanted) - 1
            spans.append(
                Span(start + bisect_left(spaces, start), last + bisect_left(spaces, last) + 1)
            )
    return min(spans, default=None)
