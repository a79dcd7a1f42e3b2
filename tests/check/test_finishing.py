"""What is left to do in a draft, in the order in which a person would do it."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quiz.check.finishing import lacking, left_to_do
from quiz.check.inspection import inspect
from quiz.check.report.checked import Checked
from quiz.model.problem import UnreadableQuiz, written
from quiz.model.question import Choice, Locate
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read, read_bytes
from quiz.report.check_page import to_page
from tests.fuzz.oracle import look_over, take
from tests.support.drafts import bare
from tests.support.made_up import quizzes
from tests.support.written import to_yaml

QUIZZES = Path(__file__).parents[1] / "quizzes" / "good"
FINISHED = sorted(path for path in QUIZZES.glob("*.yaml") if "draft" not in path.stem)


def wheres(quiz: Quiz) -> list[str]:
    return [written(fault.path) for fault in left_to_do(quiz)]


@pytest.mark.parametrize("path", FINISHED, ids=lambda path: path.stem)
def test_nothing_is_left_to_do_in_a_finished_quiz(path: Path) -> None:
    quiz = read(path)
    assert left_to_do(quiz) == ()
    assert not [fault for question in quiz.questions for fault in lacking(question)]


@pytest.mark.parametrize("path", FINISHED, ids=lambda path: path.stem)
def test_what_is_left_to_do_in_a_draft_is_wrong_in_a_finished_quiz(path: Path) -> None:
    draft = bare(read(path))
    text = to_yaml(draft)
    assert read_bytes(text.encode(), "draft") == draft
    with pytest.raises(UnreadableQuiz) as caught:
        read_bytes(text.replace("draft: true\n", "", 1).encode(), "finished")
    faults = {(problem.where, problem.message) for problem in caught.value.problems}
    assert faults == {(written(path), message) for path, message, _ in left_to_do(draft)}


def test_it_comes_in_the_order_in_which_a_person_would_do_it() -> None:
    draft = bare(read(QUIZZES / "choice.yaml"))
    draft = replace(draft, passage=replace(draft.passage, text=""))
    first, *_ = draft.questions
    assert isinstance(first, Choice)
    wrong = [index for index, option in enumerate(first.options) if not option.correct]
    assert wheres(draft)[: 6 + len(wrong)] == [
        "passage.text",
        "topics",
        "questions[0].evidence",
        *(f"questions[0].options[{index}].why" for index in wrong),
        "questions[0].explain",
        "questions[0].topic",
        "questions[0].skill",
    ]


def test_a_draft_question_stands_in_a_quiz_that_is_finished() -> None:
    assert wheres(read(QUIZZES / "draft-question.yaml")) == [
        f"questions[1].{key}" for key in ("evidence", "explain", "topic", "skill")
    ]


def test_at_the_end_the_mark_of_a_draft_is_to_go() -> None:
    quiz = read(QUIZZES / "short.yaml")
    assert wheres(replace(quiz, draft=True)) == ["draft"]
    one, *others = quiz.questions
    marked = replace(quiz, questions=(replace(one, draft=True), *others))
    (fault,) = left_to_do(marked)
    assert fault.path == ("questions", 0, "draft")
    assert fault.message == "nothing is missing any more: take `draft: true` out"


def test_a_key_with_nothing_behind_it_is_left_to_do_in_a_draft() -> None:
    text = (QUIZZES / "draft-question.yaml").read_text()
    keys = "explain: , topic: , skill: , evidence: , accept: [hot]"
    empty = read_bytes(text.replace("accept: [hot]", keys).encode(), "tea")
    assert empty == read_bytes(text.encode(), "tea")
    with pytest.raises(UnreadableQuiz, match="nothing stands here"):
        read_bytes(text.replace("accept: [hot]", "accept: [hot], ask: ").encode(), "tea")
    draft = (QUIZZES / "draft.yaml").read_text()
    assert not read_bytes(draft.replace("passage:", "topics:\npassage:").encode(), "tea").topics


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quizzes(), st.booleans())
def test_no_draft_breaks_a_check_a_report_or_an_attempt(quiz: Quiz, read: bool) -> None:
    draft = bare(quiz)
    if not read:  # its passage is not written yet
        kept = tuple(each for each in draft.questions if not isinstance(each, Locate))
        assume(kept)
        passage = replace(draft.passage, text="")
        draft = replace(draft, passage=passage, questions=kept, forms=None)
    assert read_bytes(to_yaml(draft).encode(), "draft") == draft
    assert take(draft, Random(1)).finished
    look_over(draft)
    checked = Checked("draft", inspect(draft, date(2026, 11, 23)))
    assert "Left to do" in to_page([checked])


@pytest.mark.parametrize(
    ("given", "instead", "where"),
    [
        ("ask: How is it", "ask: ''", "questions[1].ask"),
        ("accept: [hot]", "accept: []", "questions[1].accept"),
        ("accept: [hot]", "accept: [hot], topic: coffee", "questions[1].topic"),
        ("accept: [hot]", "accept: [hot], evidence: not there", "questions[1].evidence"),
        ("accept: [hot]", "accept: [hot], explain: ' '", "questions[1].explain"),
        (
            "kind: short, draft: true, ask: How is it, accept: [hot]",
            "kind: locate, draft: true, ask: So",
            "questions[1].evidence",
        ),
        ("draft: true", 'draft: "yes"', "questions[1].draft"),
    ],
)
def test_a_draft_may_lack_things_and_hold_no_wrong_ones(
    given: str, instead: str, where: str
) -> None:
    head, mark, last = (QUIZZES / "draft-question.yaml").read_text().rpartition("- {id: begun")
    with pytest.raises(UnreadableQuiz) as caught:
        read_bytes((head + mark + last.replace(given, instead)).encode(), "tea")
    assert where in {problem.where for problem in caught.value.problems}
