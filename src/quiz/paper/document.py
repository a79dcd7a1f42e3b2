"""A quiz on paper, or the key to it, as bytes of HTML or of PDF."""

from collections.abc import Sequence

from quiz.engine.paper_variant import PaperVariant
from quiz.model.quiz import Quiz
from quiz.paper.key import key
from quiz.paper.page import key_page, sheet_page
from quiz.paper.pdf import Pdf, key_pdf, sheet_pdf
from quiz.paper.sheet import sheet
from quiz.paper.size import Size


def html(quiz: Quiz, drawn: Sequence[PaperVariant], size: Size, *, with_key: bool) -> bytes:
    """Return a page to print: the sheets, or the key to them."""
    if with_key:
        page = key_page([key(quiz, variant) for variant in drawn], size)
    else:
        page = sheet_page([sheet(quiz, variant) for variant in drawn], size)
    return page.encode()


def pdf(quiz: Quiz, drawn: Sequence[PaperVariant], size: Size, *, with_key: bool) -> Pdf:
    """Return a PDF: the sheets, or the key to them.

    Raises:
        QuizError: it can't be made.
    """
    if with_key:
        return key_pdf([key(quiz, variant) for variant in drawn], size)
    return sheet_pdf([sheet(quiz, variant) for variant in drawn], size)
