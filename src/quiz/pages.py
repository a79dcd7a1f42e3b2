"""HTML pages from templates: each is one file that loads and runs nothing, for screen and paper."""

from functools import cache
from typing import Literal

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quiz.model.language import primary_subtag
from quiz.model.text import clean_line

_RIGHT_TO_LEFT = {"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}


def page(package: str, template: str, **values: object) -> str:
    """Return what a template of a package makes of values; all text in them is shown as text."""
    return _environment(package).get_template(template).render(values)


@cache
def _environment(package: str) -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("quiz")]),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # else each page looks at the time of each of its files
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return in which direction a language is written."""
    return "rtl" if primary_subtag(language) in _RIGHT_TO_LEFT else "ltr"


def _cleaned(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return clean_line(value)
