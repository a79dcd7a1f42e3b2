"""Learners by questions, at a glance."""

from quiz.analysis.class_report import report
from quiz.analysis.grid import MARKS, grid
from quiz.analysis.marked_answer import Outcome
from quiz.model.answer import ChoiceAnswer, TypedAnswer
from tests.analysis.build import took
from tests.paper.build import BANK

RIGHT, WRONG = ChoiceAnswer(frozenset({0})), ChoiceAnswer(frozenset({1}))
HALF, ALL = TypedAnswer(("rained", "mud")), TypedAnswer(("rained", "night"))


def test_who_needs_help_and_what_failed_come_first() -> None:
    made = report(
        BANK,
        [
            took(BANK, "Ana", {"c": RIGHT, "cl": ALL, "sh": TypedAnswer(("rain",))}),
            took(BANK, "Ben", {"c": WRONG, "cl": HALF, "sh": None}),
            took(BANK, "Cy", {"c": RIGHT, "cl": HALF}),
        ],
    )
    found = grid(made.forms[0])
    assert [one.name for one in found.learners] == ["Ben", "Cy", "Ana"]
    shares = [each.share for each in found.questions]
    assert shares == sorted(shares)
    in_quiz = [each.question.id for each in made.forms[0].questions]
    assert [in_quiz[number - 1] for number in found.numbers] == [
        each.question.id for each in found.questions
    ]
    asked = [each.question.id for each in found.questions]
    rows = {one.name: dict(zip(asked, found.outcomes(one), strict=True)) for one in found.learners}
    assert rows == {
        "Ben": {"c": Outcome.WRONG, "cl": Outcome.PARTLY, "sh": Outcome.EMPTY},
        "Cy": {"c": Outcome.RIGHT, "cl": Outcome.PARTLY, "sh": Outcome.NOT_ASKED},
        "Ana": {"c": Outcome.RIGHT, "cl": Outcome.RIGHT, "sh": Outcome.RIGHT},
    }


def test_no_two_outcomes_have_the_same_sign() -> None:
    assert len(set(MARKS.values())) == len(Outcome)
