"""Points of a learner, and the thirds of a class."""

import pytest

from quiz.analysis.learner import Learner, MarkedSubmission, Third, learner, thirds
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.model.answer import ChoiceAnswer, TypedAnswer

from ..paper.build import BANK
from .build import took

UP, LOW = Third.UPPER, Third.LOWER


def scoring(*shares: float | None) -> list[Learner]:
    """Return learners with these shares of their points."""
    scored = {"c": BANK.questions[0]}
    return [
        learner(
            MarkedSubmission(
                learner=str(number),
                answers={}
                if share is None
                else {"c": MarkedAnswer(answer=ChoiceAnswer(frozenset()), fraction=share)},
            ),
            scored,
        )
        for number, share in enumerate(shares)
    ]


THIRDS = [
    ((), ()),
    ((1, 0), (None, None)),
    ((1, 0.5, 0), (UP, None, LOW)),
    ((0, 1, 0.5), (LOW, UP, None)),
    ((0.2, 0.4, 0.6, 0.8), (LOW, None, None, UP)),
    ((0, 0, 0.5, 1, 1), (LOW, LOW, None, UP, UP)),  # equals are kept together
    ((0.5, 0.5, 0.5), (None, None, None)),
    ((0, 0.5, 0.5, 0.5, 0.5, 1), (None,) * 6),
    ((1, None, 0.5, 0), (UP, None, None, LOW)),
    ((0.1 + 0.2, 0.3, 0.9, 0.9, 0.5, 0.6), (LOW, LOW, UP, UP, None, None)),  # .1 + .2 is .3
]


@pytest.mark.parametrize(("shares", "expected"), THIRDS)
def test_thirds(shares: tuple[float | None, ...], expected: tuple[Third | None, ...]) -> None:
    assert thirds(scoring(*shares)) == expected


def test_points_and_kinds_of_answers() -> None:
    given = {
        "c": ChoiceAnswer(frozenset({0})),  # right, 2 points
        "cs": ChoiceAnswer(frozenset({0})),  # half of one point
        "s": ChoiceAnswer(frozenset({0})),  # wrong
        "sh": None,
        "t": None,  # never scored
    }
    scored = {question.id: question for question in BANK.scored}
    one = learner(took(BANK, "A", given), scored)
    assert (one.right, one.partly, one.wrong, one.empty, one.asked) == (1, 1, 1, 1, 4)
    assert (one.points, one.possible, one.share) == (2.5, 5, 0.5)
    assert one.certainty_points is None


def test_certainty_points_are_that_of_the_engine() -> None:
    scored = {question.id: question for question in BANK.scored}
    sure = took(
        BANK, "A", {"c": ChoiceAnswer(frozenset({0})), "sh": TypedAnswer(("snow",))}, certainty=3
    )
    assert learner(sure, scored).certainty_points == 3 - 6
