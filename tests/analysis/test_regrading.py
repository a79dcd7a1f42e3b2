"""Marking over: what a teacher gives for an answer counts for all who gave it, until undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport, IssueKind, report
from quiz.analysis.marking import content_id
from quiz.analysis.offers import offers
from quiz.analysis.regrading import regraded
from quiz.model.answer import Answer, ChoiceAnswer, TeachBackAnswer, TypedAnswer
from quiz.model.regrading import Credit, Regrade

from ..paper.build import BANK, QUESTIONS
from .build import class_of, took

FULL, HALF, NONE = Credit
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
BY_ID = {question.id: question for question in QUESTIONS}
CLASS = class_of(BANK, [f"L{number}" for number in range(12)])


def over(name: str, answer: str, points: Credit, blank: int = 1, **other: object) -> Regrade:
    """Return that all who gave an answer are given so many points."""
    one = Regrade(
        quiz=BANK.id,
        question=content_id(BY_ID[name], BANK),
        blank=blank,
        answer=answer,
        points=points,
        at=NOON,
    )
    return replace(one, **other)  # type: ignore[arg-type]


def typed(*texts: str) -> TypedAnswer:
    return TypedAnswer(texts)


GIVEN: list[tuple[str, Answer, Sequence[Regrade], float, bool]] = [
    ("sh", typed("Snow."), [over("sh", "snow", FULL)], 1, True),
    ("sh", typed("  SNÓW"), [over("sh", "Snow", HALF)], 0.5, True),
    ("sh", typed("rain"), [over("sh", "rain", NONE)], 0, True),
    ("sh", typed("snow"), [over("sh", "snow", NONE)], 0, False),
    ("sh", typed("hail"), [over("sh", "snow", FULL)], 0, False),
    ("sh", typed("raim"), [over("sh", "raim", FULL)], 1, True),
    ("n", typed("20"), [over("n", " 20.0", FULL)], 1, True),
    ("n", typed("twenty"), [over("n", "20", HALF)], 0.5, True),
    ("n", typed("12"), [over("n", "12", HALF)], 0.5, True),
    ("cl", typed("slept", "night"), [over("cl", "slept", FULL)], 1, True),
    ("cl", typed("slept", "night"), [over("cl", "slept", FULL, 2)], 0.5, False),
    ("cl", typed("slept", "year"), [over("cl", "year", HALF, 2)], 0.25, True),
    ("cl", typed("rained", "night"), [over("cl", "night", NONE, 2)], 0.5, True),
    ("cl", typed("slept", ""), [over("cl", "slept", FULL, 3)], 0, False),
    ("cg", typed("socks"), [over("cg", "socks", FULL)], 1, True),
    (
        "t",
        TeachBackAnswer("Clouds, then drops."),
        [over("t", "clouds then drops", HALF)],
        0.5,
        True,
    ),
    ("t", TeachBackAnswer("Nothing"), [over("t", "Nothing", NONE)], 0, True),
    ("sh", typed("snow"), [over("sh", "snow", FULL), over("sh", "snow", HALF)], 0.5, True),
    (
        "sh",
        typed("snow"),
        [over("sh", "snow", FULL, at=NOON + timedelta(hours=1)), over("sh", "snow", NONE)],
        1,
        True,
    ),
    ("sh", typed("snow"), [over("sh", "snow", FULL, quiz="other")], 0, False),
    ("c", ChoiceAnswer(frozenset({1})), [over("c", "Hail", FULL)], 0, False),
]


@pytest.mark.parametrize(("name", "answer", "regrades", "fraction", "changed"), GIVEN)
def test_what_is_given_counts_for_the_same_text(
    name: str, answer: Answer, regrades: Sequence[Regrade], fraction: float, changed: bool
) -> None:
    by_key = report(BANK, [took(BANK, "Ana", {name: answer}), took(BANK, "Ben", {name: answer})])
    made = regraded(by_key, regrades)
    (form,) = made.forms
    for one in form.learners:
        marked = one.submission.answers[name]
        assert marked
        assert (marked.fraction, marked.regraded) == (fraction, changed)
    assert form.regraded == form.questions[0].regraded == 2 * changed
    assert form.learners[0].regraded == changed
    assert form.topics[0].regraded == 2 * changed if form.topics else not form.questions[0].scored
    if form.questions[0].scored:
        assert form.questions[0].facility.value == fraction == form.mean.value


def test_a_certain_answer_that_is_accepted_was_certain_and_right() -> None:
    by_key = report(BANK, [took(BANK, "Ana", {"sh": typed("snow")}, certainty=3)])
    assert by_key.forms[0].sure_and_wrong
    assert by_key.forms[0].learners[0].certainty_points == -6
    made = regraded(by_key, [over("sh", "snow", FULL)])
    assert not made.forms[0].sure_and_wrong
    assert made.forms[0].learners[0].certainty_points == 3


def test_a_teach_back_counts_once_every_text_has_its_points() -> None:
    texts = {"Ana": "Clouds.", "Ben": "Drops.", "Cleo": "clouds"}
    answers: dict[str, dict[str, Answer]] = {
        name: {"t": TeachBackAnswer(text), "sh": typed("rain")} for name, text in texts.items()
    }
    by_key = report(
        BANK,
        [
            *(took(BANK, *pair) for pair in answers.items()),
            took(BANK, "Dan", {"t": None, "sh": None}),
        ],
    )
    some = regraded(by_key, [over("t", "Clouds", HALF)])
    assert [one.possible for one in some.forms[0].learners] == [1] * 4
    assert not some.forms[0].regraded
    (each,) = (one for one in some.forms[0].questions if one.question.id == "t")
    assert not each.scored
    assert [(row.text, row.credit, row.count) for row in each.tables[0].rows] == [
        ("Clouds.", HALF, 2),
        ("Drops.", None, 1),
    ]
    whole = regraded(by_key, [over("t", "Clouds", HALF), over("t", "drops", FULL)])
    learners = whole.forms[0].learners
    assert [(one.points, one.possible) for one in learners] == [(1.5, 2), (2, 2), (1.5, 2), (0, 2)]
    (each,) = (one for one in whole.forms[0].questions if one.question.id == "t")
    assert (each.right, each.partly, each.wrong, each.empty) == (1, 2, 0, 1)
    assert each.facility.value == 0.5
    assert regraded(whole, []) == by_key


def test_every_figure_that_is_changed_says_so() -> None:
    before = [took(BANK, name, {"n": typed("12")}, "pre") for name in ("Ana", "Ben", "Cleo")]
    after = [took(BANK, name, {"sh": typed("snow")}, "post") for name in ("Ana", "Ben")]
    made = regraded(report(BANK, [*before, *after]), [over("sh", "snow", FULL)])
    pre, post = made.forms
    assert (pre.regraded, post.regraded) == (0, 2)
    assert made.change
    assert made.change.regraded == 2
    assert [topic.regraded for topic in post.topics] == [2]


def test_what_was_graded_over_of_a_changed_question_is_said() -> None:
    by_key = report(BANK, [took(BANK, "Ana", {"sh": typed("snow")})])
    gone = over("sh", "snow", FULL, question="0" * 16)
    made = regraded(by_key, [gone, replace(gone, quiz="other")])
    (issue,) = made.issues
    assert (issue.kind, issue.detail) == (
        IssueKind.CHANGED_REGRADE,
        "That is 1 answer that was graded over.",
    )
    assert regraded(made, []) == by_key


def test_names_are_hidden_in_what_was_graded_over() -> None:
    by_key = report(BANK, [took(BANK, "Zoltan", {"sh": typed("Zoltan's rain")})])
    made = anonymous(regraded(by_key, [over("sh", "Zoltan's rain", FULL)]), Random(1))
    assert "Zoltan" not in repr(made.forms)
    assert made.forms[0].questions[0].tables[0].rows[0].credit is FULL
    assert made.forms[0].regraded == 1


def every_text(made: ClassReport) -> list[tuple[str, int, str]]:
    return [
        (each.question.id, place + 1, row.text)
        for form in made.forms
        for each in form.questions
        for place, table in enumerate(each.tables)
        for row in table.rows
        if table.typed and row.text
    ]


BY_KEY = report(BANK, CLASS)
SOME = st.lists(st.tuples(st.sampled_from(every_text(BY_KEY)), st.sampled_from(Credit)))


@given(SOME)
def test_graded_over_and_undone_is_as_it_was(
    picked: list[tuple[tuple[str, int, str], Credit]],
) -> None:
    regrades = [over(name, text, points, blank) for (name, blank, text), points in picked]
    made = regraded(BY_KEY, regrades)
    assert regraded(made, regrades) == made
    assert regraded(made, []) == BY_KEY
    named = {(name, blank, text): points for (name, blank, text), points in picked}
    shown = {
        (each.question.id, place + 1, row.text): row.credit
        for each in made.forms[0].questions
        for place, table in enumerate(each.tables)
        for row in table.rows
        if row.credit
    }
    assert shown == named


OFFERED: list[tuple[str, Answer, Regrade, tuple[str, ...], bool]] = [
    ("sh", typed("snow"), over("sh", "snow", FULL), ("# accept", '- "snow"'), True),
    ("sh", typed('a "b"\\'), over("sh", 'a "b"\\', FULL), ("# accept", r'- "a \"b\"\\"'), True),
    (
        "cl",
        typed("rained", "year"),
        over("cl", "year", FULL, 2),
        ("# blanks[1].accept", '- "year"'),
        True,
    ),
    (
        "sh",
        typed("rain"),
        over("sh", "rain", NONE),
        ("# reject", '- text: "rain"', '  why: "Say here why it is not right."'),
        True,
    ),
    (
        "cl",
        typed("rained", "year"),
        over("cl", "rained", NONE),
        ("# blanks[0].reject", '- text: "rained"', '  why: "Say here why it is not right."'),
        True,
    ),
    (
        "n",
        typed("20"),
        over("n", "20", NONE),
        ("# reject", '- text: "20"', '  why: "Say here why it is not right."'),
        True,
    ),
    (
        "n",
        typed("20"),
        over("n", "20", FULL),
        ("A quiz has no list for it: look at the answer, or at how far off one may be.",),
        False,
    ),
    (
        "sh",
        typed("snow"),
        over("sh", "snow", HALF),
        ("A quiz has no half points: nothing to take over.",),
        False,
    ),
    (
        "t",
        TeachBackAnswer("So"),
        over("t", "So", FULL),
        ("The points are for this class alone: a quiz gives none for it.",),
        False,
    ),
]


@pytest.mark.parametrize(("name", "answer", "regrade", "lines", "is_yaml"), OFFERED)
def test_it_is_offered_to_the_author(
    name: str, answer: Answer, regrade: Regrade, lines: tuple[str, ...], is_yaml: bool
) -> None:
    made = regraded(report(BANK, [took(BANK, "Ana", {name: answer})]), [regrade])
    (offer,) = offers(made)
    assert (offer.lines, offer.is_yaml) == (lines, is_yaml)
