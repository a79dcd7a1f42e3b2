"""The figures of a class as tables for a spreadsheet: a row a question, and a row a figure."""

from collections.abc import Iterable, Iterator, Sequence

from quiz.analysis.class_report import ClassReport
from quiz.analysis.figure import Figure
from quiz.analysis.first_lines import first_lines
from quiz.analysis.form_report import FormReport
from quiz.analysis.named_figures import NamedFigure, blanks, of_change, of_form, of_question
from quiz.analysis.question_report import QuestionReport
from quiz.report.rows import QUESTION, Cell, of_quiz, table

_BESIDE = ("discrimination", "discriminative_efficiency", "effective_weight")
QUESTIONS = (
    *("form", *QUESTION, "points", "learners", "right", "partly", "wrong", "empty"),
    *("changed", "graded_over"),
    *("facility", "facility_low", "facility_high", "standard_deviation", "random_guess_score"),
    *(f"{name}{end}" for name in _BESIDE for end in ("", "_low", "_high")),
    *("intended_weight", "blank"),
)
"""The columns of the questions; the last says which figures are blank, and why."""

FIGURES = ("form", "figure", "value", "low", "high", "learners", "graded_over", "blank")
"""The columns of the figures of the class; the first rows are what a teacher needs first."""


def question_table(report: ClassReport) -> str:
    """Return CSV with a row for each form and question."""
    rows = (tuple(_question(each, form)) for form in report.forms for each in form.questions)
    return table(QUESTIONS, rows)


def figure_table(report: ClassReport) -> str:
    """Return CSV with a row for each figure of a form, the latest form first, then of the gain."""
    return table(FIGURES, _figures(report))


def _question(each: QuestionReport, form: FormReport) -> Iterator[Cell]:
    counts = each.right, each.partly, each.wrong, each.empty, each.changed, each.regraded
    yield from (form.form, *of_quiz(each.question), each.question.points, each.asked, *counts)
    guess = None if each.guess is None else round(each.guess, 4)
    yield from (*_numbers(each.facility), *_numbers(each.deviation)[:1], guess)
    for figure in (each.discrimination, each.efficiency, each.weight):
        yield from _numbers(figure)
    yield from _numbers(each.intended_weight)[:1]
    yield " ".join(blanks(of_question(each))) if each.scored else "not scored"


def _figures(report: ClassReport) -> Iterator[Sequence[Cell]]:
    for form in reversed(report.forms):
        for line in first_lines(form, report.issues):
            about = len(form.learners), form.regraded, None
            yield (form.form, line.label, line.text, None, None, *about)
        yield from _named(form.form, of_form(form), form.regraded)
    if report.change and report.change.pairs:
        yield from _named("change", of_change(report.change), report.change.regraded)


def _named(
    form: str | None, named: Iterable[NamedFigure], regraded: int
) -> Iterator[Sequence[Cell]]:
    for one in named:
        about = one.figure.learners, regraded, one.why_blank or None
        yield (form, one.name, *_numbers(one.figure), *about)


def _numbers(figure: Figure) -> tuple[Cell, Cell, Cell]:
    """Return a figure and the ends of its interval."""
    found = figure.value, *(figure.interval or (None, None))
    value, low, high = (None if each is None else round(each, 4) for each in found)
    return value, low, high
