"""Plain text from HTML, and what of it plain text can't hold."""

import re
from dataclasses import dataclass
from html import unescape

from quiz.model.text import clean_typed

LONGEST = 200_000
"""Of a longer text the rest is left out: no field of a quiz is as long."""
_LOST = {
    tag: what
    for what, tags in (
        ("a picture", "img svg canvas"),
        ("a sound", "audio"),
        ("a video", "video"),
        ("an embedded page", "iframe"),
        ("an embedded object", "object embed"),
        ("a table", "table"),
        ("a formula", "math"),
        ("a subscript", "sub"),
        ("a superscript", "sup"),
        ("a link", "a"),
        ("bold letters", "b strong"),
        ("slanted letters", "i em"),
        ("underlined letters", "u"),
        ("letters struck out", "s del strike"),
        ("a script", "script"),
        ("a style sheet", "style"),
    )
    for tag in tags.split()
}
_BEFORE = {
    tag: words
    for words, tags in (
        ("\n\n", "p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article"),
        ("\n- ", "li"),
        ("\n", "br tr dt dd hr"),
        (" ", "td th"),
    )
    for tag in tags.split()
}
"""What stands in place of a tag; a paragraph ends as it begins."""
_FORMULA = re.compile(r"\\\(|\\\[|\$\$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNREAD = re.compile(
    r"<(script|style|svg)\b[^<>]*(?<!/)>.*?(?:</\1\b[^<>]*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^<>]*)>")
"""A tag. Python's own parser takes minutes for some hostile texts of this length."""
_ALT = re.compile(r"""\balt\s*=\s*(["'])(.*?)\1""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Plain:
    """A text without its HTML."""

    text: str
    lost: tuple[str, ...]
    """What it had beside words, each once, as `a picture`."""


def plain(html: str) -> Plain:
    """Return the words of an HTML text: paragraphs apart, list items and rows on lines."""
    seen = _COMMENT.sub("", html[:LONGEST].replace("\n", " "))
    names = (tag["name"].lower() for tag in _TAG.finditer(seen))
    lost = [_LOST[name] for name in names if name in _LOST]
    text = _laid_out(unescape(_TAG.sub(_in_place_of, _UNREAD.sub("", seen))))
    if len(html) > LONGEST:
        lost.append("the end of a long text")
    return Plain(text, (*dict.fromkeys(lost), *formulas(text)))


def formulas(text: str) -> tuple[str, ...]:
    """Return that a text holds a formula of TeX, where it does."""
    return ("a formula",) if _FORMULA.search(text) else ()


def _in_place_of(tag: re.Match[str]) -> str:
    words = _BEFORE.get(tag["name"].lower(), "")
    if tag["close"] and words != "\n\n":
        return ""
    alt = _ALT.search(tag["rest"]) if tag["name"].lower() == "img" else None
    return f" {alt[2]} " if alt else words


def _laid_out(text: str) -> str:
    """Return a text without what can't be seen, each line without spare spaces."""
    lines = (" ".join(line.split()) for line in clean_typed(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
