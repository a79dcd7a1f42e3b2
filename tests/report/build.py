"""Reports to show: of a class by hand, of one by lot, and of one that means harm."""

from functools import cache

from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.model.answer import ChoiceAnswer, TeachBackAnswer, TypedAnswer
from quiz.model.quiz import Quiz

from ..analysis.build import class_of, took
from ..paper.build import BANK

HOSTILE = (
    "<submission>alert(1)</submission>",
    "x]]><img src=x onerror=alert(1)>",
    "\x1b[31m\x1b]0;title\x07red",
    "\u202egnp.exe",
    "=HYPERLINK(1)",
    " @SUM(A1)",
    "Bob;=1+1",
    "Quo\"te's & Co",
    "\ud800half",
    "a\nb\tc",
    "Ann " * 60,
)
"""Names, and answers, that would do harm if they were taken at their word."""

ISSUES = (
    Issue(kind=IssueKind.DAMAGED, source="<b>ana.json", detail="Line 3 is cut off."),
    Issue(kind=IssueKind.SECOND_RESULT, source="ben-2.json", learner="L1"),
    Issue(kind=IssueKind.NO_RESULT, learner="Zoe Late"),
)


@cache
def small() -> ClassReport:
    """Return the report of four learners."""
    right, wrong = ChoiceAnswer(frozenset({0})), ChoiceAnswer(frozenset({1}))
    submissions = [
        took(BANK, "Ana", {"c": right, "sh": TypedAnswer(("rain",)), "s": None}, certainty=3),
        took(BANK, "Ben", {"c": wrong, "sh": TypedAnswer(("Snow",)), "s": wrong}, certainty=3),
        took(BANK, "Cleo", {"c": wrong, "sh": TypedAnswer(("snow.",)), "s": wrong}, certainty=1),
        took(BANK, "Dan", {"c": right, "sh": TypedAnswer(("hail",)), "s": right}),
    ]
    return report(BANK, submissions, ISSUES)


@cache
def hostile() -> ClassReport:
    """Return the report of a class whose names, answers and files mean harm."""
    submissions = [
        took(BANK, name, {"sh": TypedAnswer((name,)), "t": TeachBackAnswer(name, frozenset({0}))})
        for name in HOSTILE
    ]
    return report(
        BANK,
        [*submissions, *class_of(BANK, [f"L{n}" for n in range(40)])],
        [Issue(kind=IssueKind.DAMAGED, source=name, detail=name) for name in HOSTILE],
    )


def whole(quiz: Quiz, size: int = 40) -> ClassReport:
    """Return the report of a class by lot that took all of a quiz."""
    return report(quiz, class_of(quiz, [f"Learner {n}" for n in range(size)]), ISSUES)


def twice(quiz: Quiz, size: int = 40) -> ClassReport:
    """Return the report of a class by lot before and after teaching."""
    names = [f"Learner {n}" for n in range(size)]
    before = class_of(quiz, names, 1, "pre", ability=-0.5)
    return report(quiz, before + class_of(quiz, names[2:], 2, "post", ability=1.5))
