"""Plain text from Markdown, by way of HTML."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from quiz.exchange import plain_text
from quiz.exchange.plain_text import Plain

MOST = 60_000
"""Characters of a text that is read as Markdown: some hostile ones take time by their square."""
_FORMULA = re.compile(r"\$(?=\S)[^$\n]*[^\s$]\$(?!\d)|\\(?:num|si|SI)\{")
_WORDS = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;:?'\"/()%-])*")
"""A text that is the same in Markdown."""


def plain(markdown: str) -> Plain:
    """Return the words of Markdown: paragraphs apart, list items, rows and code on lines."""
    if len(markdown) > MOST or _WORDS.fullmatch(markdown):
        return plain_text.plain(escape(markdown, quote=False))
    found = plain_text.plain(_markdown().render(markdown))
    formulas = ("a formula",) if _FORMULA.search(markdown) else ()
    return Plain(found.text, (*dict.fromkeys((*found.lost, *formulas)),))


def paragraphs(markdown: str) -> tuple[str, ...]:
    """Return the words of Markdown, line by line, an item of a list as any other."""
    lines = plain(markdown).text.split("\n")
    return tuple(line.removeprefix("- ") for line in lines if line)


@cache
def _markdown() -> MarkdownIt:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    reader.add_render_rule("fence", _in_lines)
    reader.add_render_rule("code_block", _in_lines)
    reader.add_render_rule("list_item_open", _with_number)
    return reader


def _in_lines(_self: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
    lines = escape(tokens[index].content.rstrip("\n")).split("\n")
    return f"<p>{'<br>'.join(lines)}</p>"


def _with_number(_self: RendererHTML, tokens: Sequence[Token], index: int, *_: Any) -> str:
    item = tokens[index]
    return f"<br>{item.info}{item.markup} " if item.info else "<li>"
