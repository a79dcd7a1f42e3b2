"""A class that is made by hand, and one that is made by lot."""

from collections.abc import Iterable, Mapping
from math import exp
from random import Random

from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.engine.kinds import grade
from quiz.engine.selection import QuestionFilter, of_form, select
from quiz.model.answer import (
    Answer,
)
from quiz.model.question import (
    Question,
    TeachBack,
)
from quiz.model.quiz import Form, Quiz
from tests.support.answers import any_answer, right_answer
from tests.with_answers import with_answers


def marked(
    quiz: Quiz, question: Question, answer: Answer, certainty: int | None = None
) -> MarkedAnswer:
    """Return an answer with the grade that the program gives it."""
    earned = grade(question, answer, quiz)
    return MarkedAnswer(
        answer=answer,
        fraction=earned.fraction,
        certainty=certainty,
        misspelled=earned.misspelled,
    )


def took(
    quiz: Quiz,
    learner: str,
    answers: Mapping[str, Answer | None],
    form: Form | None = None,
    certainty: int | None = None,
) -> MarkedSubmission:
    """Return what a learner handed in, marked."""
    by_id = {question.id: question for question in quiz.questions}
    return MarkedSubmission(
        learner=learner,
        form=form,
        answers={
            name: None if answer is None else marked(quiz, by_id[name], answer, certainty)
            for name, answer in answers.items()
        },
    )


def class_of(
    quiz: Quiz,
    names: Iterable[str],
    seed: int = 1,
    form: Form | None = None,
    *,
    certainty: bool = True,
    ability: float = 0.4,
) -> list[MarkedSubmission]:
    """Return a class that answered by lot: the able ones are right more often, and more sure."""
    rng = Random(seed)
    asked = [with_answers(one) for one in select(quiz, of_form(quiz, QuestionFilter(), form), rng)]
    hard = {question.id: rng.gauss(0, 1) for question in quiz.questions}
    made = []
    for name in names:
        able = rng.gauss(ability, 1)
        chances = [(question, 1 / (1 + exp(hard[question.id] - able))) for question in asked]
        given = {
            question.id: _given(quiz, question, chance, rng, certainty=certainty)
            for question, chance in chances
        }
        made.append(MarkedSubmission(learner=name, form=form, answers=given))
    return made


def _given(
    quiz: Quiz, question: Question, chance: float, rng: Random, *, certainty: bool
) -> MarkedAnswer | None:
    if rng.random() < 0.05:
        return None
    answer = lot(quiz, question, rng, good=rng.random() < chance)
    sure = 3 if chance > 0.75 else 2 if chance > 0.5 else 1
    said = certainty and not isinstance(question, TeachBack)
    return marked(quiz, question, answer, sure if said else None)


def lot(quiz: Quiz, question: Question, rng: Random, *, good: bool) -> Answer:
    """Return a right answer, or one by lot."""
    if good:
        return right_answer(question, quiz)
    return any_answer(question, quiz, rng)
