"""Sheets and keys as pages of HTML, for paper."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from quiz.model.public_question import BLANK
from quiz.model.text import clean_line
from quiz.pages import direction, page
from quiz.paper.area import LETTERS
from quiz.paper.key import Key
from quiz.paper.sheet import Sheet
from quiz.paper.size import Size

_BLANK = Markup('<span class="blank"><span class="unseen">blank</span>&nbsp;</span>')


def to_page(documents: Sequence[Sheet] | Sequence[Key], size: Size) -> str:
    """Return sheets or keys, one version after the other, as one HTML file."""
    first = documents[0]
    return page(
        "quiz.paper",
        "paper.html",
        what=f"{first.what}.html",
        documents=documents,
        title=first.heading,
        names=[each.foot for each in documents],
        size=size,
        language=first.language,
        direction=direction(first.language),
        letters=LETTERS,
        css_string=_css_string,
        with_blanks=_with_blanks,
    )


def _with_blanks(text: str) -> Markup:
    """Return a text with its blanks to write in, each on one line with what it stands beside."""
    return Markup(" ").join(map(_unbroken, clean_line(text).split(" ")))


def _unbroken(words: str) -> Markup:
    before, *after = words.split(BLANK)
    if not after:
        return escape(words)
    blanks = _BLANK.join(map(escape, (before, *after)))
    return Markup('<span class="unbroken">{}</span>').format(blanks)


def _css_string(text: str) -> Markup:
    """Return the text as a string of CSS, spelled so that nothing in it can end it."""
    spelled = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in clean_line(text))
    return Markup(f'"{"".join(spelled)}"')  # noqa: S704  letters, digits and their numbers alone
