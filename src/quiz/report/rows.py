"""What a class did, as tables for a spreadsheet: a row an answer, and a row a learner."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from quiz.analysis.class_report import ClassReport
from quiz.analysis.form_report import FormReport
from quiz.analysis.grid import grid
from quiz.analysis.learner import Learner
from quiz.analysis.marked_answer import MarkedAnswer, Outcome, outcome
from quiz.analysis.question_report import QuestionReport
from quiz.engine.kinds import KINDS
from quiz.model.cell import defused
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line

Cell = str | int | float | None
"""What stands in a cell: a text, a number, or nothing."""

QUESTION = ("question", "topic", "skill", "difficulty", "kind", "asked")
"""The columns that say which question it is."""

ANSWERS = (
    *("learner", "form", *QUESTION),
    *("answer", "result", "share", "points", "possible", "certainty", "graded_over"),
)
"""The columns of the answers."""

LEARNERS = (
    *("learner", "form", "points", "possible", "share"),
    *("asked", "right", "partly", "wrong", "empty", "certainty_points", "graded_over"),
)
"""The columns of the learners."""


def answer_table(report: ClassReport) -> str:
    """Return CSV with a row for each learner and question; empty answers have one, too."""
    return table(ANSWERS, (row for form in report.forms for row in _answers(form, report.quiz)))


def learner_table(report: ClassReport) -> str:
    """Return CSV with a row for each learner and form."""
    rows = (_learner(one, form) for form in report.forms for one in form.learners)
    return table(LEARNERS, rows)


def grid_table(report: ClassReport) -> str:
    """Return CSV with a row for each learner and form, and a column for each question."""
    asked = {each.question.id: None for form in report.forms for each in form.by_facility}
    rows = (row for form in report.forms for row in _in_grid(form, asked))
    return table(("learner", "form", *asked), rows)


def _in_grid(form: FormReport, asked: Iterable[str]) -> Iterator[Sequence[Cell]]:
    made = grid(form)
    ids = [each.question.id for each in made.questions]
    for one in made.learners:
        became = dict(zip(ids, made.outcomes(one), strict=True))
        yield one.name, form.form, *(became.get(name, Outcome.NOT_ASKED) for name in asked)


def _answers(form: FormReport, quiz: Quiz) -> Iterator[Sequence[Cell]]:
    for one in form.learners:
        for each in form.questions:
            question = each.question
            if question.id in one.submission.answers:
                marked = one.submission.answers[question.id]
                kind = KINDS[question.kind]
                answer = kind.in_words(question, marked.answer, quiz) if marked else None
                yield (one.name, form.form, *of_quiz(question), answer, *_earned(each, marked))


def of_quiz(question: Question) -> tuple[Cell, ...]:
    """Return which question it is, in the columns of `QUESTION`."""
    level = question.difficulty
    return (question.id, question.topic, question.skill, level, question.kind, question.ask)


def _earned(each: QuestionReport, marked: MarkedAnswer | None) -> tuple[Cell, ...]:
    """Return result, share, points, those to be earned, certainty, and what the teacher gave."""
    possible = each.question.points if each.scored else None
    if marked is None:
        nothing = None if possible is None else 0
        return (Outcome.EMPTY, nothing, nothing, possible, None, None)
    over = "; ".join(credit or "key" for credit in marked.credits) or None
    if possible is None:
        return ("not scored", None, None, None, None, over)
    share = round(marked.fraction, 4)
    return (
        outcome(marked),
        share,
        round(marked.fraction * possible, 4),
        possible,
        marked.certainty,
        over,
    )


def _learner(one: Learner, form: FormReport) -> tuple[Cell, ...]:
    share = None if one.share is None else round(one.share, 4)
    points = (round(one.points, 4), one.possible, share)
    counts = (one.asked, one.right, one.partly, one.wrong, one.empty)
    return (one.name, form.form, *points, *counts, one.certainty_points, one.regraded)


def table(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows as CSV below their names; what a spreadsheet would run is made harmless."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows(map(_cell, row) for row in rows)
    return text.getvalue()


def _cell(value: Cell) -> Cell:
    return defused(clean_line(value)) if isinstance(value, str) else value
