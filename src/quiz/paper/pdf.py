"""Sheets and keys as PDF, tagged for screen readers, by the package typst."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Any

from quiz.model.problem import QuizError
from quiz.model.text import clean_line
from quiz.paper.key import Key
from quiz.paper.sheet import Sheet
from quiz.paper.size import Size

UNTAGGED = (
    "Some characters are in no font of this machine, and stand as empty boxes. So the file is "
    "tagged, but doesn't meet PDF/UA."
)
"""What is said where a character has no font."""


class NoTypst(QuizError):
    """The package that makes PDF files is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "For PDF the package typst is needed. To add it: pip install 'article-quiz[print]', "
            "or with pipx: pipx inject article-quiz typst. HTML needs nothing: name a file that "
            "ends in .html."
        )


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF file."""

    data: bytes
    """Its bytes: the same for the same pages."""
    notice: str = ""
    """What should be said of it."""


def to_pdf(documents: Sequence[Sheet] | Sequence[Key], size: Size) -> Pdf:
    """Return sheets or keys, one version after the other, as PDF.

    Raises:
        NoTypst: the package is not installed.
    """
    try:
        import typst  # the package need not be there
    except ImportError as error:
        raise NoTypst from error
    template = files("quiz.paper").joinpath("paper.typ").read_bytes()
    plain = {
        "what": documents[0].what,
        "size": asdict(size),
        "documents": [
            asdict(one) | {"heading": one.heading, "foot": one.foot} for one in documents
        ],
    }
    inputs = {"data": json.dumps(_cleaned(plain))}
    try:
        return Pdf(typst.compile(template, sys_inputs=inputs, pdf_standards=["ua-1"]))
    except typst.TypstError as error:
        if "could not be displayed" not in error.message:
            raise
    return Pdf(typst.compile(template, sys_inputs=inputs), UNTAGGED)


def _cleaned(value: Any) -> Any:
    """Return plain data with each text in it cleaned."""
    match value:
        case str():
            return clean_line(value)
        case dict():
            return {name: _cleaned(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_cleaned(inner) for inner in value]
    return value
