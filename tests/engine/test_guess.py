"""What lots earn: against every answer there is, tried out."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations, permutations, product
from statistics import fmean

import pytest

from quiz.engine.kinds import KINDS, grade
from quiz.engine.kinds.picking import how_many
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TypedAnswer,
)
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Order,
    Question,
    Statement,
    TeachBack,
)
from quiz.model.quiz import Quiz

from ..paper.build import BANK, QUESTIONS


def every_answer(question: Question) -> Iterable[Answer]:
    match question:
        case Choice() | Choices() | Statement():
            indices = range(len(question.options))
            return (
                ChoiceAnswer(frozenset(one)) for one in combinations(indices, how_many(question))
            )
        case Cloze() if question.words:
            return map(TypedAnswer, product(question.word_bank, repeat=len(question.blanks)))
        case Order():
            return map(OrderAnswer, permutations(range(len(question.items))))
        case Match():
            return map(
                MatchAnswer, product(range(len(question.rights)), repeat=len(question.pairs))
            )
        case Locate():
            return map(LocateAnswer, range(len(BANK.passage.sentences())))
    return [TypedAnswer(("something else",))]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_is_the_mean_of_every_answer(question: Question) -> None:
    if isinstance(question, TeachBack):
        assert KINDS[question.kind].guess(question, BANK) is None
        return
    earned = fmean(grade(question, answer, BANK).fraction for answer in every_answer(question))
    assert KINDS[question.kind].guess(question, BANK) == pytest.approx(earned)


def test_several_of_many(ketamine: Quiz) -> None:
    for question in ketamine.questions:
        if isinstance(question, Choices):
            earned = fmean(
                grade(question, answer, BANK).fraction for answer in every_answer(question)
            )
            assert KINDS[question.kind].guess(question, ketamine) == pytest.approx(earned)


def test_a_sentence_that_two_quotes_hold() -> None:
    locate = next(each for each in QUESTIONS if isinstance(each, Locate))
    both = replace(locate, evidence=("It came at night", "Then it stopped"))
    assert KINDS[both.kind].guess(both, BANK) == pytest.approx(2 / 3)
