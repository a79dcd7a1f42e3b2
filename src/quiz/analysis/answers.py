"""What was answered, in the words that every way of showing a class shares."""

from collections.abc import Sequence

from quiz.analysis.change import Change
from quiz.analysis.figure import FEWEST
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.response_counts import ResponseCount
from quiz.analysis.wording import CREDITS, LEFT_OPEN, regraded
from quiz.engine.wording import count
from quiz.model.regrading import Credit
from quiz.model.text import clean_line

LISTED = 12
"""How many orders and sentences are listed; what was typed is listed whole."""


def text(row: ResponseCount) -> str:
    """Return an answer in words."""
    return LEFT_OPEN if row.text is None else row.text


def mark(row: ResponseCount) -> str:
    """Return the sign for right, half right and wrong; a space where there is none."""
    if row.credit is Credit.HALF:
        return "◐"
    return {True: "✓", False: "✗", None: " "}[row.right]


def credited(row: ResponseCount) -> str:
    """Return what the teacher gave for an answer, in words; nothing where the key decides."""
    return f"Graded over: {CREDITS[row.credit]}" if row.credit else ""


def counted(each: QuestionReport) -> str:
    """Return how many were right, partly right, wrong, empty and changed, in words."""
    asked = count(each.asked, "learner")
    changed = f"; {each.changed} changed their answer" if each.changed else ""
    if not each.scored:
        given = f"; {each.regraded} of them have points" if each.regraded else ""
        return f"Not scored, {each.asked - each.empty} of {asked} answered{given}{changed}"
    partly = f"{each.partly} partly right, " if each.partly else ""
    over = f"; {regraded(each.regraded)}" if each.regraded else ""
    wrong = f"{each.wrong} wrong, {each.empty} empty"
    return f"{each.right} right, {partly}{wrong}, of {asked}{over}{changed}"


def right_of(each: QuestionReport) -> str:
    """Return how many of those who were asked were right, and how many were partly, in words."""
    partly = f", {each.partly} partly" if each.partly else ""
    return f"{each.right} of {each.asked} right{partly}"


def matched(change: Change) -> str:
    """Return how many took both forms, and how many did better the second time, in words."""
    stayed = len(change.pairs) - change.rose - change.fell
    return (
        f"{count(len(change.pairs), 'learner')} took both forms: {change.rose} did better the "
        f"second time, {change.fell} did worse, {stayed} did the same. {change.only_before} took "
        f"only the first form, {change.only_after} only the second."
    )


def by_whom(row: ResponseCount) -> str:
    """Return who gave an answer in their own words; nothing where that is not counted."""
    return f"By {', '.join(map(clean_line, row.learners))}" if row.learners else ""


def cut(rows: Sequence[ResponseCount]) -> tuple[Sequence[ResponseCount], str]:
    """Return the first rows, all right ones and all graded over, and what is left out, in words."""
    shown = [row for place, row in enumerate(rows) if place < LISTED or row.right or row.credit]
    left = len(rows) - len(shown)
    if left == 0:
        return rows, ""
    by = sum(row.count for row in rows) - sum(row.count for row in shown)
    return shown, f"{count(left, 'other answer')}, given {count(by, 'time')} in all"


def commonest_wrong(each: QuestionReport) -> ResponseCount | None:
    """Return the wrong answer that most took; None where nobody took one."""
    rows = (row for table in each.tables for row in table.rows if row.right is False and row.count)
    return max(rows, key=lambda row: row.count, default=None)


def flags(each: QuestionReport) -> list[str]:
    """Return what makes a question worth a look before its learners are blamed.

    Where figures are unstable, a negative discrimination says something only if its whole interval
    lies below 0.
    """
    found = []
    discrimination, facility = each.discrimination, each.facility.value
    ends = discrimination.interval if discrimination.unstable else None
    highest = ends[1] if ends else discrimination.value
    if highest is not None and highest < 0:
        found.append("those who did well on the other questions did worse on this one.")
    enough = each.facility.learners >= FEWEST
    if enough and facility is not None and each.guess and facility <= each.guess:
        found.append("the class earned no more than answering by lot would.")
    return found
