"""What a class understood, as a page to open, to print and to hand to a colleague."""

from collections.abc import Mapping
from datetime import date

from quiz.analysis import answers, grid, named_figures, wording
from quiz.analysis.class_report import ClassReport
from quiz.analysis.first_lines import first_lines
from quiz.analysis.form_report import FormReport
from quiz.engine.dates import date_in_words
from quiz.engine.wording import CERTAINTIES, count, percent, points
from quiz.model.notice import DISCLAIMER
from quiz.pages import direction, page
from quiz.report import charts

_SECTIONS = {
    "scores": "Scores",
    "topics": "Topics",
    "questions": "Questions, the hardest first",
    "sure": "Sure but wrong",
    "each": "Every question",
    "learners": "Learners",
    "grid": "Learners by questions",
}


def to_page(report: ClassReport, today: date | None = None) -> str:
    """Return the report as one HTML page."""
    language = report.quiz.language
    return page(
        "quiz.report",
        "class.html",
        report=report,
        today=date_in_words(today) if today else None,
        title=f"Class report: {report.quiz.title}",
        language="en",
        is_english=report.quiz.english,
        quiz_language=language,
        quiz_direction=direction(language),
        meanings=wording.meanings(report),
        first_lines=first_lines,
        sections=_sections,
        numbers_of=_numbers,
        grids=grid,
        answers=answers,
        charts=charts,
        figures=named_figures,
        wording=wording,
        count=count,
        percent=percent,
        points=points,
        CERTAINTIES=CERTAINTIES,
        DISCLAIMER=DISCLAIMER,
    )


def _sections(form: FormReport) -> Mapping[str, str]:
    """Return the titles of the sections that a form has, by the end of their names."""
    return {name: title for name, title in _SECTIONS.items() if name != "sure" or form.calibration}


def _numbers(form: FormReport) -> Mapping[str, int]:
    return {each.question.id: number for number, each in enumerate(form.questions, 1)}
