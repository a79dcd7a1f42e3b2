"""Plain text from HTML, and what of it plain text can't hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType

from quiz.model.text import clean_typed

LONGEST = 200_000
"""Of a longer text the rest is left out: no field of a quiz is as long."""
_LOST = MappingProxyType(
    {
        "img": "a picture",
        "svg": "a picture",
        "canvas": "a picture",
        "audio": "a sound",
        "video": "a video",
        "iframe": "an embedded page",
        "object": "an embedded object",
        "embed": "an embedded object",
        "table": "a table",
        "math": "a formula",
        "sub": "a subscript",
        "sup": "a superscript",
        "a": "a link",
        "b": "bold letters",
        "strong": "bold letters",
        "i": "slanted letters",
        "em": "slanted letters",
        "u": "underlined letters",
        "s": "letters struck out",
        "del": "letters struck out",
        "strike": "letters struck out",
        "script": "a script",
        "style": "a style sheet",
    }
)
_PARAGRAPHS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "pre",
        "section",
        "article",
    ]
)
_BEFORE = {
    "li": "\n- ",
    "td": " ",
    "th": " ",
    **dict.fromkeys(("br", "tr", "dt", "dd", "hr"), "\n"),
}
_UNREAD = frozenset(("script", "style", "svg"))
_FORMULA = re.compile(r"\\\(|\\\[|\$\$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
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
    if "<" not in html and "&" not in html:
        return Plain(_laid_out(html.replace("\n", " ")), formulas(html))
    seen = _COMMENT.sub("", html[:LONGEST])
    text = _laid_out("".join(_words(seen)))
    lost = [
        _LOST[tag["name"].lower()] for tag in _TAG.finditer(seen) if tag["name"].lower() in _LOST
    ]
    if len(html) > LONGEST:
        lost.append("the end of a long text")
    return Plain(text, (*dict.fromkeys(lost), *formulas(text)))


def formulas(text: str) -> tuple[str, ...]:
    """Return that a text holds a formula of TeX, where it does."""
    held = ("\\" in text or "$" in text) and _FORMULA.search(text)
    return ("a formula",) if held else ()


def _words(html: str) -> Iterator[str]:
    """Yield the words between tags, and what stands for a tag."""
    end, unread = 0, ""
    for tag in _TAG.finditer(html):
        if not unread:
            yield _spaced(unescape(html[end : tag.start()]))
            yield _in_place_of(tag)
        name = tag["name"].lower()
        if not unread and name in _UNREAD and not tag["rest"].endswith("/"):
            unread = "" if tag["close"] else name
        elif unread == name and tag["close"]:
            unread = ""
        end = tag.end()
    if not unread:
        yield _spaced(unescape(html[end:]))


def _in_place_of(tag: re.Match[str]) -> str:
    name, opens = tag["name"].lower(), not tag["close"]
    if name in _PARAGRAPHS:
        return "\n\n"
    if not opens:
        return ""
    if name == "img":
        alt = _ALT.search(tag["rest"])
        return unescape(alt[2]) if alt else ""
    return _BEFORE.get(name, "")


def _spaced(words: str) -> str:
    """Return words as a browser shows them: a line break in the file is a space."""
    return words.replace("\n", " ")


def _laid_out(text: str) -> str:
    """Return a text without what can't be seen, each line without spare spaces."""
    lines = [" ".join(line.split()) for line in clean_typed(text).split("\n")]
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()
