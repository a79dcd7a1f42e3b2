"""A quiz on paper, or the key to it, as bytes of HTML or of PDF."""

from collections.abc import Sequence

from quiz.engine.paper_variant import PaperVariant
from quiz.model.quiz import Quiz
from quiz.paper.key import Key, key
from quiz.paper.page import to_page
from quiz.paper.pdf import Pdf, to_pdf
from quiz.paper.sheet import Sheet, sheet
from quiz.paper.size import Size


def html(quiz: Quiz, drawn: Sequence[PaperVariant], size: Size, *, with_key: bool) -> bytes:
    """Return a page to print: the sheets, or the key to them."""
    return to_page(_documents(quiz, drawn, with_key=with_key), size).encode()


def pdf(quiz: Quiz, drawn: Sequence[PaperVariant], size: Size, *, with_key: bool) -> Pdf:
    """Return a PDF: the sheets, or the key to them.

    Raises:
        QuizError: it can't be made.
    """
    return to_pdf(_documents(quiz, drawn, with_key=with_key), size)


def _documents(
    quiz: Quiz, drawn: Sequence[PaperVariant], *, with_key: bool
) -> Sequence[Sheet] | Sequence[Key]:
    if with_key:
        return [key(quiz, variant) for variant in drawn]
    return [sheet(quiz, variant) for variant in drawn]
