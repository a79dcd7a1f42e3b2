"""The passage on a page: its paragraphs in pieces, some of them lit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quiz.engine.lesson import Explained
from quiz.model.passage import Passage
from quiz.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the passage."""

    text: str
    """The words."""
    lit: bool = False
    """Whether they prove the answer."""
    number: int = 0
    """Which sentence of the passage they are, from 0, where they are one."""


def in_pieces(passage: Passage, lit: Iterable[Span]) -> Iterator[tuple[Piece, ...]]:
    """Yield each paragraph in pieces that are lit or not."""
    spans = [*lit]
    ends = {end for span in spans for end in span}
    for start, stop in passage.paragraphs:
        cuts = sorted({start, stop, *(end for end in ends if start < end < stop)})
        yield tuple(
            Piece(passage.text[first:last], any(one.start <= first < one.end for one in spans))
            for first, last in pairwise(cuts)
        )


def quotes(passage: Passage | None, explained: Explained | None) -> tuple[str, ...]:
    """Return the words of the passage that prove an answer; none while it is not explained."""
    if passage is None or explained is None:
        return ()
    return tuple(passage.text[one.start : one.end] for one in explained.evidence)


def in_sentences(passage: Passage, language: str) -> Iterator[tuple[Piece, ...]]:
    """Yield each paragraph as its sentences."""
    sentences = [*enumerate(passage.sentences(language))]
    for start, stop in passage.paragraphs:
        yield tuple(
            Piece(passage.text[one.start : one.end], number=number)
            for number, one in sentences
            if start <= one.start < stop
        )
