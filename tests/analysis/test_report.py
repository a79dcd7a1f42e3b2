"""The report as a whole: who counts where, and what is blank for which reason."""

from dataclasses import replace
from math import sqrt
from random import Random
from statistics import correlation, covariance, fmean, median, stdev, variance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.analysis.answers import flags
from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.figure import Blank, Caution, caution, figure
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.question_report import proof
from quiz.model.answer import Answer, ChoiceAnswer, TeachBackAnswer, TypedAnswer
from quiz.model.proportion import wilson
from quiz.model.quiz import Quiz

from ..paper.build import BANK
from .build import class_of, took

RIGHT, WRONG = ChoiceAnswer(frozenset({0})), ChoiceAnswer(frozenset({1}))


Answers = dict[str, Answer | None]


def small(*answers: Answers) -> ClassReport:
    return report(BANK, [took(BANK, f"L{n}", given) for n, given in enumerate(answers)])


def test_nobody() -> None:
    made = report(BANK, [], [Issue(kind=IssueKind.DAMAGED, source="a.json")])
    assert made.forms == ()
    assert made.change is None
    assert len(made.issues) == 1


def test_one_learner_counts_and_questions_are_not_compared() -> None:
    (form,) = small({"c": RIGHT, "s": None, "sh": TypedAnswer(("snow",))}).forms
    (one,) = form.learners
    assert (one.points, one.possible, one.right, one.wrong, one.empty) == (2, 4, 1, 1, 1)
    assert one.share == 0.5
    assert form.scores == (0, 0, 0, 0, 0, 1, 0, 0, 0, 0)
    assert form.caution is Caution.DESCRIBES
    assert (form.mean.value, form.median.value, form.deviation.blank) == (0.5, 0.5, Blank.FEW)
    assert (form.not_understood, form.talk_to) == (("s", "sh"), ())
    assert {form.consistency.blank, form.questions[0].discrimination.blank} == {Blank.FEW}
    assert [each.question.id for each in form.questions] == ["c", "s", "sh"]


@pytest.mark.parametrize("learners", [1, 2, 6, 9])
def test_mean_and_facility_describe_a_class_of_any_size(ketamine: Quiz, learners: int) -> None:
    (form,) = report(ketamine, class_of(ketamine, [f"L{n}" for n in range(learners)])).forms
    earned = {
        each.question.id: [
            one.fraction if one else 0.0
            for learner in form.learners
            for one in [learner.submission.answers[each.question.id]]
        ]
        for each in form.questions
        if each.scored
    }
    most = {question.id: question.points for question in ketamine.scored}
    shares = [
        sum(most[name] * column[n] for name, column in earned.items())
        / sum(most[name] for name in earned)
        for n in range(learners)
    ]
    assert form.mean.value == pytest.approx(fmean(shares))
    assert form.median.value == pytest.approx(median(shares))
    if learners > 1:
        assert form.deviation.value == pytest.approx(stdev(shares))
    assert (form.mean.interval is None) is (learners == 1)
    for each in form.questions:
        if each.scored:
            assert each.facility.value == pytest.approx(fmean(earned[each.question.id]))
            assert each.facility.interval == wilson(each.facility.value or 0, learners)
            assert flags(each) == []
    for topic in form.topics:
        assert topic.share.value == pytest.approx(topic.points / topic.possible)


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
    first, second = Answers({"c": RIGHT, "s": WRONG}), Answers({"c": RIGHT, "sh": None})
    (form,) = small(*[first, second] * 9).forms
    assert form.alike == 9
    assert form.consistency.blank is Blank.FEW_ALIKE
    for each in form.questions:
        for figure_ in (each.discrimination, each.efficiency, each.weight, each.intended_weight):
            assert (figure_.value, figure_.blank, figure_.needs) == (None, Blank.FEW_ALIKE, 10)
    assert form.mean.value is not None
    (form,) = small(*[first, second] * 20).forms
    c, s, sh = form.questions  # those who were asked s are compared, as many as were asked sh
    compared = (s, sh) if s.weight.blank is not Blank.ASKED_APART else (sh, s)
    assert (compared[1].discrimination.blank, compared[1].intended_weight.blank) == (
        Blank.ASKED_APART,
        Blank.ASKED_APART,
    )
    assert c.intended_weight.value == pytest.approx(200 / 3)
    assert compared[0].intended_weight.value == pytest.approx(100 / 3)


def test_the_order_does_not_matter_where_two_sets_are_as_frequent() -> None:
    ids = [question.id for question in BANK.scored]
    class_ = class_of(BANK, [f"L{n}" for n in range(64)])
    submissions = [
        replace(one, answers={name: one.answers[name] for name in (ids[:4] if n % 2 else ids[2:6])})
        for n, one in enumerate(class_)
        if set(ids) <= one.answers.keys()
    ]
    assert report(BANK, submissions) == report(BANK, submissions[::-1])


def test_one_learner_with_an_older_version_does_not_blank_the_class() -> None:
    class_ = class_of(BANK, [f"L{n}" for n in range(40)])
    odd = replace(class_[0], answers=dict(list(class_[0].answers.items())[1:]))
    (form,) = report(BANK, [odd, *class_[1:]]).forms
    assert form.alike == 39
    assert form.consistency.value is not None
    assert form.consistency.learners == 39


def test_what_is_not_scored_has_no_figures() -> None:
    (form,) = small(
        *[Answers({"t": TeachBackAnswer("So.", frozenset({1})), "c": RIGHT})] * 40
    ).forms
    teach_back = form.questions[-1]
    assert not teach_back.scored
    assert teach_back.facility.blank is Blank.NOT_SCORED
    assert teach_back.discrimination.blank is Blank.NOT_SCORED
    assert teach_back.guess is None
    assert (teach_back.right, teach_back.wrong, teach_back.asked) == (0, 0, 40)
    texts, points = teach_back.tables
    assert texts.typed
    assert sum(row.count for row in texts.rows) == 40
    assert [row.count for row in points.rows] == [0, 40]
    assert form.learners[0].possible == 2


def test_a_form_of_what_is_not_scored_alone() -> None:
    (form,) = small(*[Answers({"t": TeachBackAnswer("So.", frozenset())})] * 40).forms
    assert form.mean.blank is Blank.NOT_SCORED
    assert form.scores == (0,) * 10
    assert form.topics == ()


def test_all_the_same() -> None:
    (form,) = small(*[Answers({"c": RIGHT, "s": WRONG})] * 40).forms
    assert form.consistency.blank is Blank.ALL_SAME
    assert {each.discrimination.blank for each in form.questions} == {Blank.ALL_SAME}
    assert form.questions[0].upper == 0  # nobody is in both thirds
    assert form.deviation.value == 0


def test_figures_are_those_of_the_points(ketamine: Quiz) -> None:
    (form,) = report(ketamine, class_of(ketamine, [f"L{n}" for n in range(60)])).forms
    by_id = {question.id: question for question in ketamine.scored}
    points = {
        name: [
            by_id[name].points * (one.fraction if one else 0)
            for each in form.learners
            for one in [each.submission.answers[name]]
        ]
        for name in by_id
        if name in form.learners[0].submission.answers
    }
    totals = [sum(column) for column in zip(*points.values(), strict=True)]
    possible = sum(by_id[name].points for name in points)
    count = len(points)
    alpha = 100 * count / (count - 1)
    alpha *= 1 - sum(map(variance, points.values())) / variance(totals)
    assert form.mean.value == pytest.approx(fmean(totals) / possible)
    assert form.deviation.value == pytest.approx(stdev(totals) / possible)
    assert form.consistency.value == pytest.approx(alpha)
    assert form.error_ratio.value == pytest.approx(100 * sqrt(1 - alpha / 100))
    error = sqrt(1 - alpha / 100) * stdev(totals) / possible
    assert form.standard_error.value == pytest.approx(error)
    roots = {name: sqrt(max(0, covariance(x, totals))) for name, x in points.items()}
    for each in form.questions:
        if each.scored:
            x, most = points[each.question.id], each.question.points
            o = [whole - part for whole, part in zip(totals, x, strict=True)]
            assert each.facility.value == pytest.approx(fmean(x) / most)
            assert each.deviation.value == pytest.approx(stdev(x) / most)
            assert each.discrimination.value == pytest.approx(100 * correlation(x, o))
            best = covariance(sorted(x), sorted(o))
            assert each.efficiency.value == pytest.approx(100 * covariance(x, o) / best)
            weight = 100 * roots[each.question.id] / sum(roots.values())
            assert (each.weight.value or 0) == pytest.approx(weight)


def test_topics_are_sums_of_their_questions(ketamine: Quiz) -> None:
    (form,) = report(ketamine, class_of(ketamine, [f"L{n}" for n in range(40)])).forms
    for topic in form.topics:
        questions = [each for each in form.questions if each.question.topic == topic.topic]
        scored_ = [each for each in questions if each.scored]
        assert topic.questions == len(scored_)
        assert topic.right == sum(each.right for each in scored_)
        assert topic.empty == sum(each.empty for each in scored_)
        assert topic.points == pytest.approx(
            sum(each.earned * each.question.points for each in scored_)
        )
        assert topic.share.value == pytest.approx(topic.points / topic.possible)
        assert topic.title == ketamine.topics[topic.topic]


CAUTIONS = [
    (0, Caution.DESCRIBES),
    (9, Caution.DESCRIBES),
    (10, Caution.UNSTABLE),
    (99, Caution.UNSTABLE),
    (100, Caution.STEADY),
]


@pytest.mark.parametrize(("learners", "expected"), CAUTIONS)
def test_how_large_a_class_must_be(learners: int, expected: Caution) -> None:
    assert caution(learners) is expected
    assert (figure(learners, 0.5).value is None) is (expected is Caution.DESCRIBES)
    assert figure(learners, 0.5).unstable is (expected is Caution.UNSTABLE)
    assert figure(learners, 0.5, needs=0).unstable is (expected is not Caution.STEADY)


def test_a_question_against_the_grain_has_no_weight() -> None:
    able = Answers({"c": WRONG, "cs": ChoiceAnswer(frozenset({0, 1})), "s": WRONG})
    weak = Answers({"c": RIGHT, "cs": ChoiceAnswer(frozenset({2})), "s": RIGHT})
    odd = [replace(question, points=1) for question in BANK.questions]
    quiz = replace(BANK, questions=tuple(odd))
    submissions = [
        took(quiz, f"L{n}", given) for n, given in enumerate([*[able] * 20, *[weak] * 20])
    ]
    (form,) = report(quiz, submissions).forms
    first, *others = form.questions
    assert first.weight.blank is Blank.NEGATIVE
    assert first.discrimination.value == pytest.approx(-100)
    assert form.consistency.value == pytest.approx(-300)  # each variance is 10/39, that of T too
    assert all(each.weight.value == pytest.approx(50) for each in others)


def test_the_hardest_and_the_most_that_were_sure_come_first() -> None:
    given: list[tuple[Answers, int]] = [
        ({"c": WRONG, "s": WRONG, "sh": TypedAnswer(("snow",))}, 2),
        ({"c": RIGHT, "s": WRONG, "sh": TypedAnswer(("hail",))}, 3),
        ({"c": WRONG, "s": RIGHT, "sh": TypedAnswer(("rain",))}, 1),
    ]
    submissions = [
        took(BANK, f"L{n}", one, certainty=certainty) for n, (one, certainty) in enumerate(given)
    ]
    (form,) = report(BANK, submissions).forms
    assert [each.question.id for each in form.by_facility] == ["c", "sh", "s"]
    assert [each.question.id for each in form.sure_and_wrong] == ["sh", "c"]
    assert [each.sure_and_wrong for each in form.sure_and_wrong] == [(1, 1), (0, 1)]


def test_two_who_were_fairly_sure_come_before_one_who_was_highly_so() -> None:
    wrong: list[tuple[Answers, int]] = [
        ({"sh": TypedAnswer(("hail",))}, 3),
        ({"c": WRONG}, 2),
        ({"c": WRONG}, 2),
    ]
    submissions = [took(BANK, f"L{n}", one, certainty=sure) for n, (one, sure) in enumerate(wrong)]
    (form,) = report(BANK, submissions).forms
    assert [each.sure_and_wrong for each in form.sure_and_wrong] == [(0, 2), (1, 0)]


def test_what_proves_the_key_stands_in_the_order_of_the_passage() -> None:
    locate = next(each for each in BANK.questions if each.kind == "locate")
    both = replace(locate, evidence=("Then it stopped", "There was rain"))
    assert proof(both, BANK) == ("There was rain.", "Then it stopped.")


def test_an_unknown_question_is_refused() -> None:
    stranger = MarkedSubmission(learner="A", answers={"gone": None})
    with pytest.raises(KeyError):
        report(BANK, [stranger])


@settings(max_examples=20)
@given(st.integers(0, 120), st.integers(0, 10**6))
def test_the_order_of_scripts_does_not_matter(size: int, seed: int) -> None:
    submissions = class_of(BANK, [f"L{n}" for n in range(size)], seed)
    turned = Random(seed).sample(submissions, size)
    assert report(BANK, submissions) == report(BANK, turned)


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
        bool(one and one.certainty)
        for each in form.learners
        for one in each.submission.answers.values()
    )
