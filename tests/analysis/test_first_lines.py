"""What a teacher needs first: how the class did, what was not understood, who to talk to."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.first_lines import first_lines
from quiz.model.answer import ChoiceAnswer, TeachBackAnswer
from quiz.model.quiz import Quiz

from ..paper.build import BANK
from .build import class_of, took
from .test_moodle import form_of

HARD, EASY = "“Which one?” (0 of {} right)", "Of each question the class earned 70% of the points"
CLASSES = [
    # shares of each learner's questions, of one point each; then the three lines
    (
        ["1"],
        "1 learner earned 100% of the points.",
        f"{EASY} or more.",
        "Everyone earned 50% of the points or more.",
    ),
    (["0"], "1 learner earned 0% of the points.", HARD.format(1), "L0 (0 of 1 point)"),
    (
        ["11", "10", "00"],
        "3 learners earned 50% of the points on average, half of them 50% or more, from 0% to "
        "100%.",
        "“Which one?” (1 of 3 right); “Which one?” (2 of 3 right)",
        "L2 (0 of 2 points)",
    ),
    (
        ["hh", "1h"],
        "2 learners earned 62% of the points on average, half of them 62% or more, from 50% to "
        "75%.",
        "“Which one?” (0 of 2 right, 2 partly)",
        "Everyone earned 50% of the points or more.",
    ),
    (
        ["0000"] * 6,
        "6 learners earned 0% of the points on average, half of them 0% or more, from 0% to 0%.",
        f"{'; '.join([HARD.format(6)] * 3)}; and 1 more",
        "L0 (0 of 4 points); L1 (0 of 4 points); L2 (0 of 4 points); L3 (0 of 4 points); L4 (0 of "
        "4 points); and 1 more",
    ),
    (
        ["11"] * 6 + ["10"] + ["00"] * 3,
        "10 learners earned 65% of the points on average, half of them 100% or more, from 0% to "
        "100%.",
        "“Which one?” (6 of 10 right)",
        "L7 (0 of 2 points); L8 (0 of 2 points); L9 (0 of 2 points)",
    ),
    (
        ["1111111000", "1111111100", "1111111111"],
        "3 learners earned 83% of the points on average, half of them 80% or more, from 70% to "
        "100%.",
        "“Which one?” (1 of 3 right); “Which one?” (1 of 3 right); “Which one?” (2 of 3 right)",
        "Everyone earned 50% of the points or more.",
    ),
]
SHARES = {"0": Fraction(0), "1": Fraction(1), "h": Fraction(1, 2)}


@pytest.mark.parametrize(("rows", "did", "missed", "talk"), CLASSES)
def test_the_three_lines(rows: list[str], did: str, missed: str, talk: str) -> None:
    form = form_of([[SHARES[mark] for mark in row] for row in rows], [1] * len(rows[0]))
    assert [(line.label, line.text) for line in first_lines(form)] == [
        ("How the class did", did),
        ("What was not understood", missed),
        ("Who to talk to", talk),
    ]


def test_where_nothing_earns_points() -> None:
    (form,) = report(BANK, [took(BANK, "Ana", {"t": TeachBackAnswer("So.")})]).forms
    assert [line.text for line in first_lines(form)] == [
        "1 learner answered. No question earns points.",
        "No question earns points.",
        "No question earns points.",
    ]


def test_the_words_of_a_question_stand_on_one_line() -> None:
    asked = replace(BANK.questions[0], ask="Which\n one\tis  it?")
    quiz = replace(BANK, questions=(asked,))
    (form,) = report(quiz, [took(quiz, "Ana", {"c": ChoiceAnswer(frozenset({1}))})]).forms
    assert first_lines(form)[1].text == "“Which one is it?” (0 of 1 right)"


def named(made: ClassReport) -> set[str]:
    return {one.name for form in made.forms for one in first_lines(form, made.issues)[2].named}


def test_without_names_codes_are_who_to_talk_to(ketamine: Quiz) -> None:
    low = class_of(ketamine, ["Ana Lopez", "Ben Okafor", "Cleo"], ability=-9)
    absent = [
        Issue(kind=IssueKind.NO_RESULT, learner="Zoe Late"),
        Issue(kind=IssueKind.NO_RESULT, learner="Max", form="pre"),
        Issue(kind=IssueKind.LATE, learner="Cleo"),
    ]
    made = report(ketamine, low, absent)
    assert named(made) == {"Ana Lopez", "Ben Okafor", "Cleo", "Zoe Late"}
    assert first_lines(made.forms[0], made.issues)[2].text.endswith("; Zoe Late (no result)")
    hidden = anonymous(made, Random(1))
    codes = {f"Learner 0{n}" for n in range(1, 6)}
    assert named(hidden) < codes
    assert len(named(hidden)) == 4
    assert {*hidden.forms[0].talk_to} < named(hidden)
