"""What a check found, as a page of its own: to open, print and hand to a colleague."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from quiz.check.coverage import Sentence
from quiz.check.finding import Finding
from quiz.check.report.checked import Checked, left_to_do, placed
from quiz.check.report.tables import balance, written
from quiz.check.report.tally import tally
from quiz.engine.wording import count
from quiz.model.text import clean, clean_line
from quiz.pages import page

AROUND = 60
"""The characters that are shown before and after the offending words."""


def to_page(files: Iterable[Checked]) -> str:
    """Return the report on all files as one HTML page."""
    checked = list(files)
    quizzes = [each.inspection.quiz for each in checked if each.inspection]
    return page(
        "quiz.report",
        "check.html",
        files=checked,
        title=", ".join(quiz.title for quiz in quizzes) or "quiz check",
        language=next((quiz.language for quiz in quizzes), "en"),
        balance=balance,
        count=count,
        left_to_do=left_to_do,
        placed=placed,
        quoted=_quoted,
        sentence_state=_sentence_state,
        tally=tally,
        with_code=_with_code,
        written=written,
    )


def _sentence_state(sentence: Sentence) -> tuple[str, str, str]:
    """Return the class, the sign and the words for whether a sentence is covered."""
    if not sentence.states:
        return "asks", "?", "States nothing"
    return ("covered", "✓", "Covered") if sentence.questions else ("open", "✗", "Not covered")


def _quoted(finding: Finding) -> tuple[Markup, Markup, Markup]:
    """Return what stands before the offending words, the words, and what stands behind."""
    start, end = finding.span or (0, 0)
    _, _, before = finding.text[:start].rpartition("\n")
    after, _, _ = finding.text[end:].partition("\n")
    before = f"…{before[-AROUND:]}" if len(before) > AROUND else before
    after = f"{after[:AROUND]}…" if len(after) > AROUND else after
    # escaped here, since a template would take away the spaces beside the words
    return escape(clean(before)), escape(clean(finding.text[start:end])), escape(clean(after))


def _with_code(text: str) -> Markup:
    """Return the text with what stands in backticks as code."""
    escaped = str(escape(clean_line(text)))
    return Markup(re.sub("`([^`]+)`", r"<code>\1</code>", escaped))  # noqa: S704
