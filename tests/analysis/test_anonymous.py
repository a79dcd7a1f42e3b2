"""Without names: a code for each learner, and nothing of a name in anything that was typed."""

from dataclasses import replace
from random import Random

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.hider import HIDDEN
from quiz.analysis.learner import MarkedSubmission
from quiz.model.answer import Answer, TeachBackAnswer, TypedAnswer
from quiz.model.quiz import Quiz

from ..paper.build import BANK
from .build import class_of, marked, took


def names_of(made: ClassReport) -> set[str]:
    return {one.name for form in made.forms for one in form.learners}


def test_codes_are_the_same_before_and_after_and_where_files_are_listed() -> None:
    names = [f"Ana{n}" for n in range(12)]
    submissions = class_of(BANK, names) + [
        replace(one, form="post", learner=one.learner.upper()) for one in class_of(BANK, names)
    ]
    issues = [
        Issue(kind=IssueKind.SECOND_RESULT, source="ana3.json", learner="ANA3", detail="See Ana3."),
        Issue(kind=IssueKind.NO_RESULT, learner="Zoe"),
        Issue(kind=IssueKind.DAMAGED, source="zoe.json", detail="zoe.json is cut off."),
    ]
    named = report(BANK, submissions, issues)
    made = anonymous(named, Random(1))
    assert made.anonymous
    first, second = (form.learners for form in made.forms)
    assert {one.name for one in first} == {one.name for one in second}
    assert len(names_of(made)) == 12
    by_points = {one.submission.answers["c"]: one.name for one in first}
    assert (
        by_points == {one.submission.answers["c"]: one.name for one in second}
        or len(by_points) < 12
    )
    damaged, second_result, absent = made.issues
    assert (damaged.learner, damaged.source) == (None, "file 1")
    assert damaged.detail == "file 1 is cut off."
    assert second_result.learner in names_of(made)
    assert (second_result.source, second_result.detail) == ("file 2", f"See {HIDDEN}.")
    assert absent.learner not in names_of(made)
    assert (absent.source, absent.detail) == (None, "")


def test_the_order_of_the_files_tells_nothing() -> None:
    names = [f"Ana{n:02}" for n in range(12)]
    issues = [Issue(kind=IssueKind.LATE, source=f"{name}.json", learner=name) for name in names]
    issues += [
        Issue(kind=IssueKind.DAMAGED, source=f"x{n}.json", detail=f"Line {n}.") for n in range(9)
    ]
    named = report(BANK, class_of(BANK, names), issues)
    made = anonymous(named, Random(1)).issues
    late = [issue.learner for issue in made if issue.kind is IssueKind.LATE]
    assert late == [f"Learner {n:02}" for n in range(1, 13)]
    damaged = [issue for issue in made if issue.kind is IssueKind.DAMAGED]
    assert [issue.source for issue in damaged] == [f"file {n}" for n in range(1, 10)]
    assert [issue.detail for issue in damaged] != [f"Line {n}." for n in range(9)]


def test_a_learner_keeps_the_answers_under_the_code() -> None:
    named = report(BANK, class_of(BANK, ["Ana", "Ben", "Cleo"]))
    made = anonymous(named, Random(4))
    old = sorted((one.points, one.right) for one in named.forms[0].learners)
    new = sorted((one.points, one.right) for one in made.forms[0].learners)
    assert old == new
    assert sorted(names_of(made)) == ["Learner 01", "Learner 02", "Learner 03"]


def test_the_order_in_which_was_asked_tells_nothing() -> None:
    ana, ben = class_of(BANK, ["Ana", "Ben"])
    turned = replace(ben, answers={name: ben.answers[name] for name in reversed([*ben.answers])})
    made = anonymous(report(BANK, [ana, turned]), Random(1))
    first, second = made.submissions
    assert len(ana.answers) > 1
    assert [*first.answers] == [*second.answers]


def test_codes_are_dealt_by_lot() -> None:
    named = report(BANK, class_of(BANK, [f"Ana{n}" for n in range(30)]))

    def order(seed: int) -> list[float]:
        return [one.points for one in anonymous(named, Random(seed)).forms[0].learners]

    assert order(1) == order(1)
    assert order(1) != order(2)


def test_names_in_typed_answers_are_gone(ketamine: Quiz) -> None:
    given: dict[str, Answer | None] = {
        "sh": TypedAnswer(("Ana likes snow",)),
        "t": TeachBackAnswer("I, Ana, say so.", frozenset({1})),
    }
    made = anonymous(report(BANK, [took(BANK, "Ana", given)]), Random(1))
    assert "Ana" not in repr(made)
    teach_back = made.forms[0].learners[0].submission.answers["t"]
    assert teach_back is not None
    assert teach_back.answer == TeachBackAnswer(f"I, {HIDDEN}, say so.", frozenset({1}))


def test_marks_stay_as_they_were() -> None:
    short = next(question for question in BANK.questions if question.id == "sh")
    right = marked(BANK, short, TypedAnswer(("Drops",)))
    named = report(BANK, [MarkedSubmission(learner="Mr Drops", answers={"sh": right})])
    (one,) = anonymous(named, Random(1)).forms[0].learners
    assert one.right == 1
