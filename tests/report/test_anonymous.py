"""Without names: nothing of a name in the bytes of any output."""

import json
import re
from random import Random

import pytest

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.model.answer import TeachBackAnswer, TypedAnswer
from quiz.model.quiz import Quiz
from quiz.report.data import to_json
from quiz.report.figure_rows import figure_table
from quiz.report.lines import lines
from quiz.report.page import to_page
from quiz.report.rows import answer_table, learner_table

from ..analysis.build import class_of

NAMES = ["Quillonna Vandersteen", "Zbigniew O'Tarkovsky", "Éloïse Þórsdóttir", "山本五十六さん"]
TELLING = ["quillonna", "vandersteen", "zbigniew", "tarkovsky", "loïse", "þórsdóttir", "山本"]
OUTPUTS = {
    "lines": lambda made: "\n".join(lines(made)),
    "page": to_page,
    "answers": answer_table,
    "learners": learner_table,
    "figures": figure_table,
    "json": to_json,
}


def named(quiz: Quiz) -> ClassReport:
    """Return a report in which names stand wherever they can."""
    submissions = class_of(quiz, [f"Pupil{n}" for n in range(30)])
    typed = next(question.id for question in quiz.questions if question.kind == "short")
    told = next(question.id for question in quiz.questions if question.kind == "teach-back")
    for name in NAMES:
        says = MarkedAnswer(answer=TypedAnswer((f"{name.upper()} says so",)), fraction=0)
        tells = MarkedAnswer(
            answer=TeachBackAnswer(f"I am {name}, or {name.split()[0].lower()}."), fraction=0
        )
        submissions.append(MarkedSubmission(learner=name, answers={typed: says, told: tells}))
        submissions.append(MarkedSubmission(learner=name, form="pre", answers={typed: says}))
        submissions.append(MarkedSubmission(learner=name, form="post", answers={typed: says}))
    issues = [
        Issue(
            kind=IssueKind.SECOND_RESULT,
            source=f"{name.lower()}.json",
            learner=name,
            detail=f"{name} handed in twice, see {name.lower()}.json.",
        )
        for name in NAMES
    ]
    return report(quiz, submissions, issues)


@pytest.mark.parametrize("output", OUTPUTS)
def test_nothing_of_a_name_is_left(ketamine: Quiz, output: str) -> None:
    shown = OUTPUTS[output](anonymous(named(ketamine), Random(7)))
    escaped = shown.casefold() if output != "json" else _read(shown).casefold()
    for part in TELLING:
        assert part.casefold() not in escaped, part
    assert "pupil1" not in escaped
    assert re.search(r"learner \d\d", escaped)


@pytest.mark.parametrize("output", OUTPUTS)
def test_the_names_were_there_before(ketamine: Quiz, output: str) -> None:
    shown = OUTPUTS[output](named(ketamine))
    escaped = shown if output != "json" else _read(shown)
    assert "Vandersteen" in escaped
    assert "山本" in escaped


def _read(text: str) -> str:
    """Return JSON with its characters as they are read."""
    return json.dumps(json.loads(text), ensure_ascii=False)
