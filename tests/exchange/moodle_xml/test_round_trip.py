"""What Moodle XML brings back of our own quizzes."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given

from quiz.exchange.moodle_xml import FORMAT
from quiz.exchange.moodle_xml.reading import read
from quiz.exchange.moodle_xml.writing import write
from quiz.model.question import Cloze, Locate, Question
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read as read_quiz
from tests.support.made_up import quizzes

KETAMINE = Path(__file__).parents[3] / "questions" / "ketamine.yaml"


def comparable(question: Question) -> Question:
    """Return a question without what Moodle XML never holds, and lists without order in one."""
    one = replace(question, claims=(), waive={})
    match one:
        case Locate():
            return replace(one, reject=tuple(sorted(one.reject, key=lambda each: each.quote)))
        case Cloze():
            blanks = (
                replace(blank, reject=tuple(sorted(blank.reject, key=lambda each: each.text)))
                for blank in one.blanks
            )
            return replace(one, blanks=tuple(blanks))
    return one


def back(quiz: Quiz) -> dict[str, Question]:
    """Return the questions of a quiz as they come back, by their ids."""
    found = [entry.question for entry in read(write(quiz).data).entries]
    return {question.id: comparable(question) for question in found if question}


@given(quizzes())
def test_what_is_not_told_as_lost_comes_back(quiz: Quiz) -> None:
    told = {loss.question for loss in write(quiz).losses}
    found = back(quiz)
    for question in quiz.questions:
        if question.id not in told:
            assert found[question.id] == comparable(question)


@given(quizzes())
def test_nothing_is_told_as_lost_of_what_we_wrote(quiz: Quiz) -> None:
    imported = read(write(quiz).data)
    assert not [entry for entry in imported.entries if entry.losses and not _formulas(entry.losses)]
    assert imported.passage == (quiz.passage.text,)


def _formulas(losses: tuple[str, ...]) -> bool:
    return losses == ("a formula",)


def test_the_ketamine_quiz_comes_back_whole() -> None:
    quiz = read_quiz(KETAMINE)
    imported = read(write(quiz).data)
    assert {one.id: comparable(one) for one in quiz.questions} == back(quiz)
    assert imported.title == quiz.title
    assert imported.passage == (quiz.passage.text,)
    assert [entry.topic for entry in imported.entries] == [
        quiz.topics[one.topic] for one in quiz.questions
    ]
    assert not any(entry.losses or entry.refused for entry in imported.entries)


def test_it_is_recognized() -> None:
    assert FORMAT.recognizes(write(read_quiz(KETAMINE)).data.decode())
