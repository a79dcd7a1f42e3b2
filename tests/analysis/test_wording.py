"""The words for figures and causes: none is missing."""

from dataclasses import replace
from random import Random

import pytest

from quiz.analysis import named_figures, wording
from quiz.analysis.class_report import IssueKind, report
from quiz.analysis.figure import Blank, Caution, Figure
from quiz.engine.certainty import CalibrationBias
from quiz.model.quiz import Quiz

from .build import class_of


def test_everything_that_is_said_has_words() -> None:
    assert set(wording.ISSUES) == set(IssueKind)
    assert set(wording.BLANKS) == set(Blank)
    assert set(wording.CAUTIONS) == set(Caution)
    assert set(wording.BIASES) == set(CalibrationBias)


REASONS = [
    (Figure(6, blank=Blank.FEW, needs=10), "it takes 10 learners, and this is about 6"),
    (Figure(0, blank=Blank.FEW), "it takes 1 learner, and this is about 0"),
    (
        Figure(3, blank=Blank.FEW_ALIKE, needs=10),
        "it takes 10 learners who were asked the same questions",
    ),
    (Figure(40, blank=Blank.NOT_SCORED), "not scored"),
    (Figure(40, 0.5), ""),
]


@pytest.mark.parametrize(("figure", "why"), REASONS)
def test_a_blank_says_from_how_many_learners_on_it_would_not_be(figure: Figure, why: str) -> None:
    assert wording.why_blank(figure) == why


def test_what_is_blank_for_one_reason_is_said_once(ketamine: Quiz) -> None:
    few = "none. It takes 10 learners, and this is about 6."
    (form,) = report(ketamine, class_of(ketamine, [f"L{n}" for n in range(6)])).forms
    assert [*named_figures.blanks(named_figures.of_form(form))] == [
        f"Internal consistency, error ratio, standard error: {few}"
    ]
    compared = f"Discrimination, discriminative efficiency, effective weight: {few}"
    assert named_figures.common_blanks(form) == (compared,)
    (large,) = report(ketamine, class_of(ketamine, [f"L{n}" for n in range(25)])).forms
    assert named_figures.common_blanks(large) == ()


def test_every_figure_has_a_meaning(ketamine: Quiz) -> None:
    names = [f"L{n}" for n in range(40)]
    submissions = class_of(ketamine, names, 1, "pre") + class_of(ketamine, names, 2, "post")
    made = report(ketamine, Random(1).sample(submissions, len(submissions)))
    assert made.change
    form = made.forms[0]
    shown = (
        *named_figures.of_form(form),
        *named_figures.of_question(form.questions[0]),
        *named_figures.of_change(made.change),
    )
    assert {one.name for one in shown} <= wording.MEANINGS.keys()


WRITTEN = [
    (Figure(200, 0.123), "12%"),
    (Figure(200, 0.123, (0.1, 0.15)), "12%"),  # steady: without its range
    (Figure(50, 0.123, (0.1, 0.15)), "12% (10% to 15%)"),
    (Figure(50, 0.123), "12%"),
    (Figure(50, 0.0, (-0.1, 0.004)), "0% (-10% to 1%)"),
    (Figure(6, 0.5, (0.2, 0.8)), "50% (20% to 80%)"),
    (Figure(10, blank=Blank.FEW), "–"),
]


@pytest.mark.parametrize(("figure", "shown"), WRITTEN)
def test_how_a_figure_is_written(figure: Figure, shown: str, ketamine: Quiz) -> None:
    (form,) = report(ketamine, class_of(ketamine, ["L"])).forms
    first = named_figures.of_form(replace(form, mean=figure))[0]
    assert first.shown == shown
    assert bool(first.why_blank) is (figure.blank is not None)
