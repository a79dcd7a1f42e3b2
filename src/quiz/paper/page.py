"""Sheets and keys as pages of HTML, for paper."""

from collections.abc import Sequence
from string import ascii_lowercase

from markupsafe import Markup, escape

from quiz.model.public_question import GAP
from quiz.model.text import clean_line
from quiz.pages import direction, page
from quiz.paper.key import Key
from quiz.paper.sheet import Sheet
from quiz.paper.size import Size

_GAP = Markup('<span class="gap"><span class="unseen">gap</span>&nbsp;</span>')


def sheet_page(sheets: Sequence[Sheet], size: Size) -> str:
    """Return the sheets, one version after the other, as one HTML file."""
    return _page("sheet.html", sheets, sheets[0].title, [each.version for each in sheets], size)


def key_page(keys: Sequence[Key], size: Size) -> str:
    """Return the keys, one version after the other, as one HTML file."""
    names = [f"Key to {each.version}" for each in keys]
    return _page("key.html", keys, f"Key: {keys[0].title}", names, size)


def _page(
    what: str, documents: Sequence[Sheet | Key], title: str, names: Sequence[str], size: Size
) -> str:
    language = documents[0].language
    return page(
        "quiz.paper",
        "paper.html",
        what=what,
        documents=documents,
        title=title,
        short_title=title if len(title) <= 40 else f"{title[:39]}…",
        names=names,
        size=size,
        language=language,
        direction=direction(language),
        letters=ascii_lowercase,
        css_string=_css_string,
        with_gaps=_with_gaps,
    )


def _with_gaps(text: str) -> Markup:
    return _GAP.join(escape(clean_line(text)).split(GAP))


def _css_string(text: str) -> Markup:
    """Return the text as a string of CSS, spelled so that nothing in it can end it."""
    spelled = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in clean_line(text))
    return Markup(f'"{"".join(spelled)}"')  # noqa: S704  letters, digits and their numbers alone
