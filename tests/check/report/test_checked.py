"""Where findings stand, and in which order they are told."""

import pytest

from quiz.check.context import QuizContext
from quiz.check.finding import Finding, Level
from quiz.check.inspection import Inspection
from quiz.check.report.checked import Checked, end, placed
from quiz.model.problem import Place, ValuePath
from quiz.model.span import Span
from tests.check.build import TODAY, build_quiz


def finding(path: ValuePath, question: str | None, span: Span | None = None) -> Finding:
    return Finding("stigma", Level.WARNING, question, path, "So.", "Mend it.", "a b c", span)


LAST, FIRST = finding(("questions", 1, "ask"), "q2"), finding(("questions", 0, "ask"), "q1")
WHOLE, LATER = finding(("title",), None), finding(("questions", 0, "explain"), "q1")
SOON = finding(("questions", 0, "topic"), "q1")
LISTED = finding(("questions",), None)


def at_end(path: ValuePath, text: str, start: int) -> Place:
    """Return places that run from the last question of the file to the first."""
    place = path[1] if len(path) > 1 else 0
    assert isinstance(place, int)
    return Place(9 - place, len(path[-1]) if isinstance(path[-1], str) else 1)


def test_the_whole_quiz_comes_first_then_question_by_question() -> None:
    found = Inspection(
        QuizContext(build_quiz({}, {}), TODAY), (LAST, LATER, SOON, FIRST, LISTED, WHOLE)
    )
    told = [one for one, _ in placed(Checked("a.yaml", found, locate=at_end))]
    assert told == [WHOLE, LISTED, FIRST, SOON, LATER, LAST]


def test_without_a_file_everything_stands_at_its_start() -> None:
    found = Inspection(QuizContext(build_quiz({}), TODAY), (FIRST,))
    assert [place for _, place in placed(Checked("a.yaml", found))] == [(1, 1)]


def test_what_marks_no_words_stands_where_its_text_begins() -> None:
    found = Inspection(QuizContext(build_quiz({}), TODAY), (FIRST,))
    checked = Checked("a.yaml", found, locate=lambda path, text, start: Place(1, start + 1))
    assert [place for _, place in placed(checked)] == [(1, 1)]


@pytest.mark.parametrize(
    ("span", "place", "expected"),
    [
        (None, Place(1, 1), None),
        (Span(2, 3), Place(1, 3), Place(1, 4)),
        (Span(0, 3), Place(1, 1), Place(1, 4)),
        (Span(0, 3), Place(1, 3), Place(1, 4)),
        (Span(0, 3), Place(1, 4), None),
    ],
)
def test_the_place_behind_the_words(
    span: Span | None, place: Place, expected: Place | None
) -> None:
    checked = Checked("a.yaml", locate=lambda path, text, start: Place(1, start + 1))
    assert end(checked, finding(("title",), None, span), place) == expected
