"""What is no answer to a question, which can be told without its key."""

import pytest

from quiz.engine.kinds import KINDS, public
from quiz.engine.redaction import redact, redacted_answer
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from tests.engine.conftest import (
    EVERY_KIND,
    PASSAGE,
    QUIZ,
    choice,
    choices,
    cloze,
    locate,
    match,
    number,
    order,
    right_answer,
    short,
    statement,
    teach_back,
    wrong_answer,
)


def check(question: PublicQuestion, answer: Answer) -> None:
    KINDS[question.kind].check(question, answer, QUIZ)


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.kind)
def test_right_and_wrong_answers_fit_with_the_key_and_without(question: Question) -> None:
    for answer in (right_answer(question), wrong_answer(question)):
        check(public(question), answer)
        check(redact(question, PASSAGE), redacted_answer(question, answer))


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.kind)
def test_the_answer_to_another_kind_does_not(question: Question) -> None:
    own = type(right_answer(question))
    others = {type(a): a for a in map(right_answer, EVERY_KIND) if type(a) is not own}
    for answer in others.values():
        with pytest.raises(TypeError, match=question.kind):
            check(redact(question, PASSAGE), answer)


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        (choice(), ChoiceAnswer(frozenset({4})), "part 4 of 4"),
        (choice(), ChoiceAnswer(frozenset({-1})), "part -1"),
        (choices(), ChoiceAnswer(frozenset({0, 5})), "part 5 of 5"),
        (statement(), ChoiceAnswer(frozenset({3})), "part 3 of 3"),
        (cloze("a", "b"), TypedAnswer(("a",)), "1 answers to 2 fields"),
        (cloze("a", "b"), TypedAnswer(("a", "b", "c")), "3 answers"),
        (order(3), OrderAnswer((0, 1, 1)), "not an order"),
        (order(3), OrderAnswer((0, 1, 3)), "part 3 of 3"),
        (match(2), MatchAnswer((0,)), "1 answers to 2 pairs"),
        (match(2), MatchAnswer((0, 3)), "part 3 of 3"),
        (locate(), LocateAnswer(6), "part 6 of 6"),
        (locate(), LocateAnswer(-1), "part -1"),
    ],
)
def test_a_part_too_many_or_too_few_is_refused(
    question: Question, answer: Answer, why: str
) -> None:
    for one in (public(question), redact(question, PASSAGE)):
        with pytest.raises(ValueError, match=why):
            check(one, answer)


@pytest.mark.parametrize("texts", [(), ("1", "2")])
def test_a_number_and_a_short_answer_are_one_text(texts: tuple[str, ...]) -> None:
    for question in (number(), short()):
        with pytest.raises(ValueError, match="answers to 1"):
            check(public(question), TypedAnswer(texts))


def test_points_that_are_not_shown_can_not_be_checked() -> None:
    checked = TeachBackAnswer("My words.", frozenset({0}))
    check(public(teach_back()), checked)
    with pytest.raises(ValueError, match="part 0 of 0"):
        check(redact(teach_back(), PASSAGE), checked)
