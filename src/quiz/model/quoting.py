"""The paragraphs and sentences of a passage, and where a quote stands in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from quiz.model.span import Span


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text that is laid out: an empty line between two."""
    start = 0
    for paragraph in filter(None, text.split("\n\n")):
        yield Span(start, start + len(paragraph))
        start += len(paragraph) + 2


@lru_cache(maxsize=64)
def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of a text, in order; none runs over the end of a paragraph."""
    from sentencex import get_sentence_boundaries  # noqa: PLC0415  only some quizzes need it

    spans = []
    for paragraph in paragraphs(text):
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
    breaks = [paragraph.end for paragraph in paragraphs(text)][:-1]
    spaces = tuple(at - before for before, at in enumerate(breaks))
    return text.translate(_FOLDS).replace("\n\n", " "), spaces


@lru_cache(maxsize=4096)
def find(text: str, quote: str) -> Span | None:
    """Return where a quote first stands in a text, if it does."""
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
