"""An article on a web page: its main part, without what stands around it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import NamedTuple

from quiz.article.article import Article, Block

_LEFT_OUT_LISTED = (
    "script style noscript template nav header footer aside figure figcaption table caption form "
    "button select textarea svg math iframe object video audio dialog"
)
_LEFT_OUT = frozenset(_LEFT_OUT_LISTED.split())
_ROLES_LISTED = "navigation search banner contentinfo complementary dialog"
_LEFT_OUT_ROLES = frozenset(_ROLES_LISTED.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS_LISTED = "p div li ul ol dl dt dd blockquote section article main body pre address hr"
_BLOCKS = _HEADINGS | frozenset(_BLOCKS_LISTED.split())
_EMPTY_LISTED = "area base br col embed hr img input link meta source track wbr"
_EMPTY = frozenset(_EMPTY_LISTED.split())
_NEVER_SHOWN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s{0,9}>?|\Z)|<[!?].*?(?:>|\Z)|<(?![a-z/])",
    re.IGNORECASE | re.DOTALL,
)
"""Comments, scripts, declarations, and a sign that begins no tag; none is searched twice."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_REFERENCE = re.compile(r"\s?\[(?:\d{1,3}|[a-z]|citation needed)\]")
_AD = re.compile(r"\s*(?:advertisement|sponsored(?: content)?)\s*", re.IGNORECASE)
_LEAST = 0.5
"""The share of the page that one article has at least, to be the only one read."""


class _Found(NamedTuple):
    """A block, and where it stands."""

    block: Block
    article: int
    """Which article of the page it is in, from 1; 0 outside of all."""
    in_main: bool


def read(text: str) -> Article:
    """Return the article of a page."""
    page = _Page()
    page.feed(_closed(text))
    page.close()
    page.end_block()
    about = page.about
    return Article(
        title=_title(about),
        author=about.get("author", ""),
        address=about.get("canonical") or about.get("og:url", ""),
        language=about.get("lang", ""),
        blocks=tuple(one.block for one in _main(page.found)),
    )


def _title(about: Mapping[str, str]) -> str:
    """Return the first heading of all, unless it is that of the site, by what the page says."""
    heading, said = (" ".join(about.get(name, "").split()) for name in ("h1", "og:title"))
    return heading if heading and heading in (said or heading) else said or about.get("title", "")


def _closed(text: str) -> str:
    """Return a page without what is never shown, in which each tag that begins has an end.

    For each that has none, the parser of older Pythons reads on to the end of the page
    (https://github.com/python/cpython/issues/135462): a hostile page would take minutes.
    """
    text = _NEVER_SHOWN.sub(lambda found: "&lt;" if found[0] == "<" else " ", text)
    end = text.rfind(">") + 1
    return text[:end] + text[end:].replace("<", "&lt;")


def _main(found: Sequence[_Found]) -> Sequence[_Found]:
    """Return the blocks of the main part, and of its one article where most of it is that."""
    part = [one for one in found if one.in_main] or found
    sizes = Counter[int]()
    for one in part:
        sizes[one.article] += len(one.block.text)
    number, size = max(sizes.items(), key=lambda item: item[1], default=(0, 0))
    if number and size >= _LEAST * sizes.total():
        return [one for one in part if one.article == number]
    return part


class _Page(HTMLParser):
    """Follows the tags of a page, with no stack that could grow."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Found] = []
        self.about: dict[str, str] = {}
        """What the page says of itself, by names such as author, title, h1, lang and canonical."""
        self._open = Counter[str]()
        self._left_out = ""  # the tag of what is left out; of it so many are open:
        self._depth = 0
        self._articles = 0
        self._texts: list[str] = []
        self._linked = 0  # so many letters of them are links
        self._is_heading = False
        self._naming = ""  # the first title or h1, while it is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or what is left out."""
        said = {name: value or "" for name, value in attrs}
        self._note(tag, said)
        if self._left_out:
            self._depth += tag == self._left_out
        elif tag not in _EMPTY and _is_left_out(tag, said):
            self.end_block()
            self._left_out, self._depth = tag, 1
        else:
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a block, or what is left out."""
        if tag == self._naming:
            self._naming = ""
        if self._left_out:
            self._depth -= tag == self._left_out
            if not self._depth:
                self._left_out = ""
            return
        if tag in _BLOCKS:
            self.end_block()
        self._open[tag] = max(0, self._open[tag] - 1)

    def handle_data(self, data: str) -> None:
        """Take text in."""
        text = re.sub(r"\s+", " ", data)
        if self._naming:
            self.about[self._naming] += text
        if self._left_out or self._naming == "title":
            return
        linked = self._open["a"] > 0
        if self._open["sup"]:
            text = "" if linked else text.translate(_RAISED)
        self._linked += _letters(text) if linked else 0
        self._texts.append(text)

    def end_block(self) -> None:
        """Take in the block that ends here, unless it is an ad, or made of links alone."""
        whole = _REFERENCE.sub("", "".join(self._texts))
        number = self._articles if self._open["article"] else 0
        if _letters(whole) > self._linked and not _AD.fullmatch(whole):
            for text in filter(str.strip, re.split(r"\n\s*\n", whole)):
                block = Block(text, self._is_heading)
                self.found.append(_Found(block, number, self._open["main"] > 0))
        self._texts, self._linked, self._is_heading = [], 0, False
        self._open["a"] = self._open["sup"] = 0

    def _begin(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
            self._is_heading = tag in _HEADINGS
        elif tag == "br":
            self._texts.append("\n")
        self._articles += tag == "article" and not self._open[tag]
        self._open[tag] += 1

    def _note(self, tag: str, said: Mapping[str, str]) -> None:
        """Take in what a tag says of the page."""
        match tag:
            case "br" if self._naming:
                self.about[self._naming] += " "
            case "title" | "h1" if tag not in self.about:
                self.about[tag], self._naming = "", tag
            case "html":
                self.about.setdefault("lang", said.get("lang", ""))
            case "meta":
                name = said.get("name") or said.get("property", "")
                self.about.setdefault(name.lower(), said.get("content", ""))
            case "link" if said.get("rel") == "canonical":
                self.about.setdefault("canonical", said.get("href", ""))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _is_left_out(tag: str, said: Mapping[str, str]) -> bool:
    """Return whether nothing in a tag is part of an article, or nobody sees it."""
    return (
        tag in _LEFT_OUT
        or said.get("role") in _LEFT_OUT_ROLES
        or "hidden" in said
        or said.get("aria-hidden") == "true"
        or re.search(r"display:\s*none", said.get("style", "")) is not None
    )
