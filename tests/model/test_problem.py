"""Problems and errors, as they are told."""

import pytest

from quiz.model.problem import (
    Problem,
    UnknownQuiz,
    UnreadableFile,
    UnreadableQuiz,
    ValuePath,
    written,
)


def test_a_problem_is_told_with_its_place() -> None:
    problem = Problem("q.yaml", 12, 5, "questions[2].ask", "missing: write the question")
    assert str(problem) == "q.yaml:12:5: questions[2].ask: missing: write the question"
    assert str(Problem("q.yaml", 1, 1, "", "the file is empty")) == "q.yaml:1:1: the file is empty"


def test_problems_stand_in_the_order_of_the_file() -> None:
    late, early = Problem("q", 10, 1, "", "a"), Problem("q", 9, 7, "", "b")
    assert sorted([late, early]) == [early, late]


def test_an_unreadable_quiz_tells_all_its_problems() -> None:
    problems = (Problem("q", 1, 1, "", "a"), Problem("q", 2, 1, "", "b"))
    error = UnreadableQuiz(problems)
    assert str(error) == "q:1:1: a\nq:2:1: b"
    assert error.problems == problems


def test_an_unreadable_file_of_a_class_tells_its_first_problem() -> None:
    error = UnreadableFile("anna.json", "line 3: a comma is missing")
    assert str(error) == "anna.json: line 3: a comma is missing"
    assert error.problem == "line 3: a comma is missing"


def test_an_unknown_quiz_names_the_nearest() -> None:
    assert (
        str(UnknownQuiz("soup", ()))
        == "There is no quiz called soup. `quiz list` shows what there is."
    )
    told = "There is no quiz called soup. Did you mean soap or soul?"
    assert str(UnknownQuiz("soup", ("soap", "soul"))) == told


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("title",), "title"),
        (("questions", 2, "options", 0, "why"), "questions[2].options[0].why"),
        (("why", "not stated"), "why.not stated"),
        (("a\x1b[2J\nb", "x" * 40), "a\N{REPLACEMENT CHARACTER}[2J b." + "x" * 40),
        (("x" * 41,), f"{'x' * 39}…"),
    ],
)
def test_a_path_in_words(path: ValuePath, text: str) -> None:
    assert written(path) == text
