"""Text on a page of HTML: what every page does to it, and in which direction it runs."""

from html import escape
from typing import Literal

from quiz.model.text import clean_line

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The content security policy of every page: it loads nothing and runs nothing."""

_RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def safe(text: str) -> str:
    """Return the text as HTML that shows it and does nothing else."""
    return escape(clean_line(text))


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return in which direction a language is written."""
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT else "ltr"
