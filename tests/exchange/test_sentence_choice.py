"""A sentence to find, as a choice among sentences."""

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.exchange.sentence_choice import as_choice
from quiz.model.passage import Passage
from quiz.model.question import Locate
from quiz.model.question_parts import Option, Tempting
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read

QUIZ = read(Path(__file__).parents[1] / "quizzes/good/locate.yaml")
TEXT = "One. Two. Three. Four. Five. Six."


def question(evidence: str, *tempting: str) -> Locate:
    (found,) = QUIZ.questions
    assert isinstance(found, Locate)
    reject = tuple(Tempting(quote=quote, why=f"Not {quote}.") for quote in tempting)
    return replace(found, evidence=evidence, reject=reject)


def quiz(text: str) -> Quiz:
    return replace(QUIZ, passage=Passage(title="Numbers", source="Our own", text=text))


@pytest.mark.parametrize(
    ("evidence", "tempting", "texts"),
    [
        ("Three", (), "One. Two. *Three. Four."),
        ("One", (), "*One. Two. Three. Four."),
        ("Three", ("Six", "One"), "-One. Two. *Three. -Six."),
        ("Three", ("One", "Two", "Five", "Six"), "-One. -Two. *Three. -Five. -Six."),
        ("Three. Four", (), "One. Two. *Three. Five."),
    ],
)
def test_a_right_sentence_stands_among_tempting_and_near_ones(
    evidence: str, tempting: tuple[str, ...], texts: str
) -> None:
    options = as_choice(question(evidence, *tempting), quiz(TEXT)).options
    marked = ("*" * one.correct + "-" * bool(one.why) + one.text for one in options)
    assert " ".join(marked) == texts


def test_a_tempting_sentence_keeps_its_reason_and_its_words() -> None:
    options = as_choice(question("Three", "Six"), quiz(TEXT)).options
    assert options[-1] == Option(text="Six.", why="Not Six.", quote="Six")


def test_evidence_that_is_in_no_passage_yet_stands_for_itself() -> None:
    options = as_choice(question("Seven"), quiz(TEXT)).options
    assert [one.text for one in options if one.correct] == ["Seven"]


def test_all_else_is_that_of_the_question() -> None:
    asked = question("Three")
    choice = as_choice(asked, quiz(TEXT))
    for name in ("id", "topic", "skill", "ask", "explain", "evidence", "hint", "points", "note"):
        assert getattr(choice, name) == getattr(asked, name)
