"""The report as a whole: who counts where, and what is blank for which reason."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.cohort.figure import Blank, Caution
from quiz.cohort.misfit import Cause, Misfit
from quiz.cohort.report import ClassReport, report
from quiz.cohort.script import Script
from quiz.model.answer import Answer, Picked, Taught, Typed

from ..paper.build import BANK
from .build import class_of, script

RIGHT, WRONG = Picked(frozenset({0})), Picked(frozenset({1}))


Answers = dict[str, Answer | None]


def small(*answers: Answers) -> ClassReport:
    return report(BANK, [script(BANK, f"L{n}", given) for n, given in enumerate(answers)])


def test_nobody() -> None:
    made = report(BANK, [], [Misfit(cause=Cause.DAMAGED, source="a.json")])
    assert made.forms == ()
    assert made.change is None
    assert len(made.misfits) == 1


def test_one_learner_counts_and_has_no_figures() -> None:
    (form,) = small({"c": RIGHT, "s": None, "sh": Typed(("snow",))}).forms
    (one,) = form.learners
    assert (one.points, one.possible, one.right, one.wrong, one.empty) == (2, 4, 1, 1, 1)
    assert one.share == 0.5
    assert form.scores == (0, 0, 0, 0, 0, 1, 0, 0, 0, 0)
    assert form.caution is Caution.COUNTS
    assert {form.mean.blank, form.consistency.blank, form.questions[0].facility.blank} == {
        Blank.FEW
    }
    assert [each.question.id for each in form.questions] == ["c", "s", "sh"]


def test_a_full_score_is_in_the_last_range() -> None:
    (form,) = small({"c": RIGHT}, {"c": WRONG}).forms
    assert form.scores == (1, 0, 0, 0, 0, 0, 0, 0, 0, 1)


def test_empty_is_apart_from_wrong() -> None:
    (form,) = small({"c": RIGHT}, {"c": WRONG}, {"c": None}, {"c": None}).forms
    (question,) = form.questions
    assert (question.asked, question.right, question.wrong, question.empty) == (4, 1, 1, 2)
    assert sum(row.count for table in question.tables for row in table.rows) == 2


def test_facility_counts_empty_ones_as_nothing_and_is_of_those_who_were_asked() -> None:
    right, empty, other = Answers({"c": RIGHT}), Answers({"c": None}), Answers({"s": RIGHT})
    (form,) = small(*[right] * 20, *[empty] * 20, *[other] * 30).forms
    facility = form.questions[0].facility
    assert (facility.value, facility.learners) == (0.5, 40)
    assert facility.unstable
    assert facility.interval == pytest.approx((0.352, 0.648), abs=0.0005)  # Wilson, 20 of 40


def test_different_questions_leave_what_compares_them_blank() -> None:
    asked: list[Answers] = [{"c": RIGHT, "s": WRONG}, {"c": RIGHT, "sh": Typed(("rain",))}] * 20
    (form,) = small(*asked).forms
    assert form.alike == 20
    assert form.consistency.blank is Blank.FEW_ALIKE
    assert {each.discrimination.blank for each in form.questions} == {Blank.FEW_ALIKE}
    assert form.mean.value is not None


def test_one_learner_with_an_older_version_does_not_blank_the_class() -> None:
    class_ = class_of(BANK, [f"L{n}" for n in range(40)])
    odd = replace(class_[0], marked=dict(list(class_[0].marked.items())[1:]))
    (form,) = report(BANK, [odd, *class_[1:]]).forms
    assert form.alike == 39
    assert form.consistency.value is not None
    assert form.consistency.learners == 39


def test_what_is_not_scored_has_no_figures() -> None:
    (form,) = small(*[Answers({"t": Taught("So.", frozenset({1})), "c": RIGHT})] * 40).forms
    teach_back = form.questions[-1]
    assert not teach_back.scored
    assert teach_back.facility.blank is Blank.NOT_SCORED
    assert teach_back.discrimination.blank is Blank.NOT_SCORED
    assert teach_back.guess is None
    assert (teach_back.right, teach_back.wrong, teach_back.asked) == (0, 0, 40)
    assert [row.count for row in teach_back.tables[0].rows] == [0, 40]
    assert form.learners[0].possible == 2


def test_a_form_of_what_is_not_scored_alone() -> None:
    (form,) = small(*[Answers({"t": Taught("So.", frozenset())})] * 40).forms
    assert form.mean.blank is Blank.NOT_SCORED
    assert form.scores == (0,) * 10
    assert form.topics == ()


def test_all_the_same() -> None:
    (form,) = small(*[Answers({"c": RIGHT, "s": WRONG})] * 40).forms
    assert form.consistency.blank is Blank.ALL_SAME
    assert {each.discrimination.blank for each in form.questions} == {Blank.ALL_SAME}
    assert form.questions[0].upper == 0  # nobody is in both thirds
    assert form.deviation.value == 0


def test_an_unknown_question_is_refused() -> None:
    stranger = Script(learner="A", marked={"gone": None})
    with pytest.raises(KeyError):
        report(BANK, [stranger])


@settings(max_examples=20)
@given(st.integers(0, 120), st.integers(0, 10**6))
def test_the_order_of_scripts_does_not_matter(size: int, seed: int) -> None:
    scripts = class_of(BANK, [f"L{n}" for n in range(size)], seed)
    turned = Random(seed).sample(scripts, size)
    assert report(BANK, scripts) == report(BANK, turned)


@settings(max_examples=20)
@given(st.integers(1, 120), st.integers(0, 10**6))
def test_counts_add_up(size: int, seed: int) -> None:
    (form,) = report(BANK, class_of(BANK, [f"L{n}" for n in range(size)], seed)).forms
    assert sum(form.scores) == size
    for each in form.questions:
        if each.scored:
            assert each.asked == each.right + each.partly + each.wrong + each.empty == size
        answered = each.asked - each.empty
        if each.question.kind == "choice":
            assert sum(row.count for row in each.tables[0].rows) == answered
        for table in each.tables:
            assert all(0 <= row.upper + row.lower <= row.count for row in table.rows)
    of_topics = [topic.right + topic.partly + topic.wrong + topic.empty for topic in form.topics]
    assert sum(of_topics) == sum(one.asked for one in form.learners)
    judged = form.calibration.judgements if form.calibration else 0
    assert judged == sum(
        bool(one and one.certainty) for each in form.learners for one in each.script.marked.values()
    )
