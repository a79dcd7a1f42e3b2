"""What a quiz says of itself."""

from dataclasses import replace

import pytest

from quiz.model.labels import Skill
from quiz.model.passage import Passage
from quiz.model.question import Choice, Question, TeachBack
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz


def choice(name: str, group: str | None = None) -> Choice:
    options = (Option(text="A", correct=True), Option(text="B", why="No."))
    return Choice(
        id=name,
        topic="t",
        skill=Skill.ACCESS,
        ask="Why?",
        explain="So.",
        group=group,
        options=options,
    )


def build_quiz(*questions: Question, words: int = 10) -> Quiz:
    return Quiz(
        schema=1,
        id="b",
        title="B",
        topics={"t": "T"},
        passage=Passage(title="P", source="S", text="word " * words),
        questions=questions,
    )


TEACH_BACK = TeachBack(
    id="tell", topic="t", skill=Skill.APPLY, ask="Tell.", explain="So.", checklist=("a",)
)


def test_unless_more_is_said_a_quiz_is_the_first_one_and_in_english() -> None:
    assert (build_quiz().version, build_quiz().language) == (1, "en")


@pytest.mark.parametrize(
    ("language", "english"), [("en", True), ("EN-gb", True), ("de", False), ("enm", False)]
)
def test_whether_a_quiz_is_in_english(ketamine: Quiz, language: str, english: bool) -> None:
    quiz = replace(ketamine, language=language)
    assert quiz.english is english


def test_a_question_by_its_id() -> None:
    one, other = choice("one"), choice("other")
    assert build_quiz(one, other).by_id == {"one": one, "other": other}


def test_scored_questions() -> None:
    one = choice("one")
    assert build_quiz(one, TEACH_BACK).scored == (one,)


def test_the_longest_attempt_asks_one_of_each_group() -> None:
    assert (
        build_quiz(
            choice("a"), choice("b", "g"), choice("c", "g"), choice("d", "h")
        ).longest_attempt
        == 3
    )


def test_an_attempt_has_a_hundred_questions_at_the_most() -> None:
    many = build_quiz(*(choice(f"q{n}") for n in range(250)), words=1)
    assert (many.together, many.longest_attempt, many.minutes) == (250, 100, 67)


def test_minutes_for_reading_and_answering() -> None:
    assert build_quiz(choice("a"), words=1).minutes == 1
    assert build_quiz(*(choice(f"q{n}") for n in range(12)), words=360).minutes == 10
    assert build_quiz(choice("a"), words=91 * 180).minutes == 92
