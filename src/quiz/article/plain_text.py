"""An article in a text file: each layout that people type or paste."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from quiz.article.article import Article, Block

_BROKEN = range(30, 121)
"""Characters of the widest line where lines were broken to fit; else each is a paragraph."""
_HEADING_WORDS = 12
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_NO_HEADING = re.compile(r"[.!:;,…][\"'”’)\]]*$")
_LISTED = re.compile(r"\A(?:[-*+•◦▪●‣·–]|\d{1,2}[.)])\s+(?=\S)")
_BYLINE = re.compile(r"\A(?:by:?\s+|author:\s*)(?=\S)", re.IGNORECASE)


def read(text: str) -> Article:
    """Return the article that a text is.

    A short line above a paragraph that doesn't end as a sentence is a heading. Of those at the
    beginning, the first one of two words or more is the title, and one with "By" names the author.
    """
    lines = [line for part in re.split(r"\n\s*\n", text) for line in _paragraphs(part)]
    lead = next((index for index, line in enumerate(lines) if not _is_short(line)), 0)
    names = [line for line in lines[:lead] if not _BYLINE.match(line)]
    bylines = [line for line in lines[:lead] if _BYLINE.match(line)]
    title = next((line for line in names if " " in line), names[0] if names else "")
    author = _BYLINE.sub("", bylines[0], count=1) if bylines else ""
    return Article(title=title, author=author, blocks=tuple(_blocks(lines[lead:])))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Yield paragraphs and headings: where nothing but short lines follows, a line is neither."""
    for line, below in zip_longest(lines, lines[1:], fillvalue=""):
        is_heading = _is_short(line) and bool(below) and not _is_short(below)
        yield Block(_LISTED.sub("", line, count=1), is_heading)


def _is_short(line: str) -> bool:
    """Return whether a line may be a heading."""
    long = len(line.split()) > _HEADING_WORDS
    return not (long or _NO_HEADING.search(line) or _LISTED.match(line))


def _paragraphs(part: str) -> Iterator[str]:
    """Yield the paragraphs of lines between which no empty one stands."""
    lines = [" ".join(line.split()) for line in part.split("\n") if line.strip()]
    width = max(map(len, lines), default=0)
    begun: list[str] = []
    for line in lines:
        if begun and (width not in _BROKEN or _LISTED.match(line) or _ends(begun[-1], line, width)):
            yield " ".join(begun)
            begun = []
        begun.append(line)
    if begun:
        yield " ".join(begun)


def _ends(line: str, below: str, width: int) -> bool:
    """Return whether a line was ended though the first word below would have found room."""
    had_room = len(line) + 1 + len(below.split(maxsplit=1)[0]) <= width
    ended = _ENDED.search(line) or (len(line) < width / 2 and below[0].isupper())
    return had_room and bool(ended)
