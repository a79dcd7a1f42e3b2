"""A result that was returned, as the attempt that it was."""

from dataclasses import replace

import pytest

from quiz.engine.feedback import Verdict, verdict
from quiz.engine.returning import session_of
from quiz.model.answer import Answer, ChoiceAnswer, TeachBackAnswer, TypedAnswer
from quiz.model.returned import Returned, ReturnedAnswer
from tests.paper.build import BANK

WRONG = TypedAnswer(("fog",))
QUIZ = replace(BANK, questions=tuple(one for one in BANK.questions if one.id in {"c", "sh"}))
EMPTY = ReturnedAnswer(question="c", answer=None)


def back(*answers: ReturnedAnswer) -> Returned:
    return Returned(learner="Ada", quiz=QUIZ, looks=3, answers=answers)


@pytest.mark.parametrize(
    ("answer", "given", "fraction", "is_", "says"),
    [
        (WRONG, None, 0, Verdict.WRONG, ""),
        (TypedAnswer(("rain",)), None, 1, Verdict.RIGHT, ""),
        (WRONG, 1000, 1, Verdict.RIGHT, "Your teacher gave this answer 1 of 1 point. "),
        (WRONG, 500, 0.5, Verdict.PARTLY, "Your teacher gave this answer 0.5 of 1 point. "),
        (TypedAnswer(("rain",)), 0, 0, Verdict.WRONG, "Your teacher gave this answer 0 of 1 "),
        (None, None, 0, Verdict.NONE, ""),
    ],
)
def test_what_an_answer_is_worth(
    answer: Answer | None, given: int | None, fraction: float, is_: Verdict, says: str
) -> None:
    one = ReturnedAnswer(question="sh", answer=answer, given=given, certainty=2)
    session = session_of(back(one, EMPTY))
    response, asked = session.responses[0], session.asked[0].with_answers
    assert session.finished
    assert session.passage_views == 3
    assert (response.fraction if response else 0) == fraction
    assert asked
    assert verdict(asked, response) is is_
    assert asked.explain.startswith(says)
    assert asked.explain.endswith(QUIZ.by_id["sh"].explain)


def test_points_for_a_teach_back_stand_beside_the_score() -> None:
    (told,) = (one for one in BANK.questions if not one.scored)
    one = ReturnedAnswer(question=told.id, answer=TeachBackAnswer("Rain."), given=500)
    quiz = replace(BANK, questions=(told,))
    (asked,) = session_of(Returned(learner="Ada", quiz=quiz, answers=(one,))).asked
    assert asked.with_answers
    assert asked.with_answers.explain.startswith(
        "Your teacher gave this answer 0.5 of 1 point, beside the score. "
    )


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ((EMPTY,), "not one for each question"),
        ((EMPTY, EMPTY), "not one for each question"),
        ((EMPTY, ReturnedAnswer(question="no", answer=None)), "not one for each question"),
        ((EMPTY, ReturnedAnswer(question="sh", answer=ChoiceAnswer(frozenset({0})))), r"\[1\]"),
        ((ReturnedAnswer(question="c", answer=ChoiceAnswer(frozenset({9}))), EMPTY), "not one"),
    ],
)
def test_what_is_none_is_refused(answers: tuple[ReturnedAnswer, ...], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        session_of(back(*answers))
