"""An article in Markdown."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from quiz.article.article import Article, Block

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,5000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = r"^{}:[ \t]*[\"']?(.+?)[\"']?[ \t]*$"
_BREAKS = {"softbreak", "hardbreak"}


def read(text: str) -> Article:
    """Return the article that Markdown makes; tables, code, pictures and HTML are left out."""
    front = _FRONT.match(text)
    about = front[1] if front else ""
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    return Article(
        title=_field("title", about),
        author=_field("author", about),
        language=_field("lang", about) or _field("language", about),
        blocks=tuple(_blocks(tokens)),
    )


def _field(name: str, about: str) -> str:
    found = re.search(_FIELD.format(name), about, re.MULTILINE | re.IGNORECASE)
    return found[1] if found else ""


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    tables = 0
    for opening, token in pairwise(tokens):
        tables += (token.type == "table_open") - (token.type == "table_close")
        if token.type == "inline" and not tables:
            text = "".join(map(_plain, token.children or ()))
            yield Block(text, opening.type == "heading_open")


def _plain(token: Token) -> str:
    if token.type in _BREAKS:
        return " "
    return token.content if token.type in {"text", "code_inline"} else ""
