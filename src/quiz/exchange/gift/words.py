"""A text of a GIFT question: the format that it names, and its words as plain text.

Source: parse_text_with_format() in Moodle's question/format/gift/format.php.
"""

import re
from dataclasses import dataclass

from quiz.exchange import plain_markdown, plain_text
from quiz.exchange.gift.block import BLANKS, escaped, shown

MOODLE = "moodle"
"""The format of a text that names none: HTML, where it has any."""
_FORMATS = ("moodle", "html", "plain", "markdown")
_LIKE_HTML = re.compile(r"<[A-Za-z/!]|&[A-Za-z#]")


@dataclass(frozen=True, slots=True)
class Words:
    """What a text says, in plain text."""

    text: str
    format: str
    """The format that it was written in."""
    lost: tuple[str, ...] = ()
    """What plain text can't hold of it."""


def words_of(text: str, usual: str) -> Words:
    """Return the words of a hidden text, which has the usual format unless it names another."""
    if text.startswith("["):
        name, closed, _ = text[1:].partition("]")
        if closed and name in _FORMATS:
            return _plain(text[len(name) + 2 :], name)
    return _plain(text, usual) if text else Words("", usual)


def _plain(text: str, form: str) -> Words:
    if form == "markdown":
        found = plain_markdown.plain(shown(text))
        return Words(found.text, form, found.lost)
    if form == "html" or (form == MOODLE and _LIKE_HTML.search(text)):
        found = plain_text.plain(shown(text))
        return Words(found.text, form, found.lost)
    on_one_line = text.replace("\n", " ")  # only an escaped one begins a line
    return Words(shown(on_one_line).strip(BLANKS), form)


def written(text: str) -> str:
    """Return a text as it is written into a question of plain text."""
    return f"[plain]{escaped(text)}" if text.startswith(("[", "%")) else escaped(text)


def in_pairs(text: str) -> str:
    """Return a text as it is written where an arrow would end it: as HTML, if it has one."""
    if "->" not in text:
        return written(text)
    signs = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"[html]{escaped(signs.replace(chr(10), '<br>'))}"
