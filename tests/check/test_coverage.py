import pytest

from quiz.check.context import QuizContext
from quiz.check.coverage import Coverage, Sentence, coverage
from quiz.model.span import Span
from tests.check.build import TODAY, build_quiz, found, words

PASSAGE = {
    "title": "Tea",
    "source": "Ours",
    "text": "Tea is hot. Why is it? It was boiled.\n\nIt is brown.",
}


def covered(*evidence: str | list[str], **fields: object) -> Coverage:
    questions = [{"evidence": quote, "accept": ["tea"], "kind": "short"} for quote in evidence]
    return coverage(QuizContext(build_quiz(*questions, passage=PASSAGE, **fields), TODAY))


def test_a_sentence_is_covered_where_a_question_quotes_it() -> None:
    found_ = covered("Tea is hot", "tea is hot.", "It is brown")
    assert [sentence.questions for sentence in found_.sentences] == [("q1", "q2"), (), (), ("q3",)]
    assert found_.share == pytest.approx(2 / 3)
    assert [sentence.text for sentence in found_.of_topic("uses")] == [
        "Tea is hot.",
        "It is brown.",
    ]


def test_a_question_states_nothing_and_needs_no_cover() -> None:
    found_ = covered("Tea is hot")
    assert [sentence.states for sentence in found_.sentences] == [True, False, True, True]


def test_where_nothing_is_stated_all_of_it_is_covered() -> None:
    asked = Sentence(Span(0, 4), "Why?", (), ())
    assert Coverage((asked,)).share == Coverage(()).share == 1


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("It was boiled.", True),
        ("Why is it hot?", False),
        ("“Why is it hot?”", False),
        ("(Why, then, 'is it hot?')", False),
        ('He asked "why"', True),
        ("“Why?” was what he asked", True),
    ],
)
def test_a_question_in_quotation_marks_is_one(text: str, states: bool) -> None:
    assert Sentence(Span(0, len(text)), text, (), ()).states is states


def test_a_quote_can_touch_several_sentences() -> None:
    found_ = covered("It was boiled. It is brown")
    assert [bool(sentence.questions) for sentence in found_.sentences] == [False, False, True, True]


def test_what_is_not_scored_covers_nothing() -> None:
    told = {"kind": "teach-back", "checklist": ["hot"], "evidence": "Tea is hot"}
    assert coverage(QuizContext(build_quiz(told, passage=PASSAGE), TODAY)).share == 0


@pytest.mark.parametrize(("floor", "hit"), [(0, False), (0.3, False), (0.34, True), (1, True)])
def test_a_floor(floor: float, hit: bool) -> None:
    from quiz.check.inspection import inspect

    question = {"evidence": "Tea is hot", "accept": ["tea"], "kind": "short"}
    findings = inspect(
        build_quiz(question, passage=PASSAGE), TODAY, {"low-coverage"}, floor
    ).findings
    assert [words(finding) for finding in findings] == ["It was boiled."] * hit
    assert not found("low-coverage", question, passage=PASSAGE)
