"""Nothing of the key is in the sheet: two quizzes that look alike give the same bytes."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.paper_variant import PaperVariant, variants
from quiz.engine.selection import QuestionFilter
from quiz.model.question import KINDS
from quiz.model.quiz import Quiz
from quiz.paper.key import key
from quiz.paper.page import to_page
from quiz.paper.pdf import to_pdf
from quiz.paper.sheet import sheet
from quiz.paper.size import Size

from .build import BANK, rekeyed


def twins(quiz: Quiz, seed: int) -> tuple[Quiz, PaperVariant, PaperVariant]:
    """Return a quiz without its claims and notes, a version, and its twin with another key."""
    (version,) = variants(quiz, QuestionFilter(), 1, seed)
    twin = replace(version, asked=tuple(map(rekeyed, version.asked)))
    return replace(quiz, know=(), claims={}, forms=None, terms=quiz.glossary), version, twin


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_another_key_leaves_the_page_as_it_is(ketamine: Quiz, seed: int) -> None:
    for whole in (ketamine, BANK):
        bare, version, twin = twins(whole, seed)
        assert to_page([sheet(bare, twin)], Size()) == to_page([sheet(whole, version)], Size())
        pairs = zip(key(bare, version).solutions, key(bare, twin).solutions, strict=True)
        assert all(one.rows != other.rows for one, other in pairs)


def test_the_twins_are_of_every_kind() -> None:
    assert {question.kind for question in BANK.questions} == set(KINDS)


def test_another_key_leaves_the_pdf_as_it_is() -> None:
    bare, version, twin = twins(BANK, 5)
    assert to_pdf([sheet(bare, twin)], Size()) == to_pdf([sheet(BANK, version)], Size())
