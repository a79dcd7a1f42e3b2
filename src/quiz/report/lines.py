"""What a class understood, as lines for a terminal."""

from collections.abc import Iterator

from quiz.analysis.answers import LISTED, commonest_wrong, matched, text
from quiz.analysis.change import Change
from quiz.analysis.class_report import ClassReport, Issue
from quiz.analysis.figure import Caution
from quiz.analysis.first_lines import first_lines
from quiz.analysis.form_report import BINS, FormReport
from quiz.analysis.named_figures import as_percent, blanks, common_blanks, of_change, of_form
from quiz.analysis.wording import (
    BIASES,
    CAUTIONS,
    CODES,
    FIRST_ATTEMPTS,
    FORMS,
    ISSUES,
    KEEP,
    SURE_AND_WRONG,
    meanings,
    regraded,
    regraded_note,
)
from quiz.engine.certainty import Calibration, Certainty
from quiz.engine.wording import CERTAINTIES, count, points
from quiz.model.notice import DISCLAIMER
from quiz.report.layout import Layout
from quiz.report.question_lines import question_lines


def lines(report: ClassReport, *, width: int = 80, colour: bool = False) -> Iterator[str]:
    """Yield the report line by line: what a teacher needs first, every form, what did not fit."""
    layout = Layout(width, colour=colour)
    yield from (layout.pen(line, "bold") for line in layout.wrap(report.quiz.title))
    yield from _first(report, layout)
    yield from layout.wrap(CODES if report.anonymous else KEEP)
    if not report.forms:
        yield from ("", "There is no result that counts.")
    for form in report.forms:
        yield from _form(form, layout)
    if report.change:
        yield from _change(report.change, layout)
    yield from _issues(report.issues, layout)
    yield from _meanings(report, layout) if report.forms else ()
    yield ""
    yield from layout.wrap(FIRST_ATTEMPTS)
    yield from layout.wrap(DISCLAIMER)


def _first(report: ClassReport, layout: Layout) -> Iterator[str]:
    """Yield the first lines of each form, the latest first."""
    for form in reversed(report.forms):
        if len(report.forms) > 1:
            yield from ("", layout.pen(FORMS[form.form], "bold"))
        for line in first_lines(form, report.issues):
            yield from layout.wrap(f"{line.label}: {line.text}")
    yield from [""] if report.forms else ()


def _form(form: FormReport, layout: Layout) -> Iterator[str]:
    asked = count(len(form.questions), "question")
    learners = count(len(form.learners), "learner")
    yield from layout.heading(f"{FORMS[form.form]}: {learners}, {asked}")
    if form.caution is not Caution.STEADY:
        yield from layout.wrap(CAUTIONS[form.caution], "! ", "warning")
    if form.regraded:
        yield from layout.wrap(regraded_note(form.regraded), "! ", "warning")
    yield from _scores(form, layout)
    yield from _topics(form, layout)
    if form.calibration:
        yield from _sure(form, layout)
        yield from _calibration(form.calibration, layout)
    yield from layout.heading("Questions, the hardest first")
    common = common_blanks(form)
    for line in common:
        yield from (*layout.wrap(line), "")
    for each in (*form.by_facility, *(one for one in form.questions if not one.scored)):
        yield from (*question_lines(each, layout, common), "")
    yield from list(layout.heading("Learners"))[1:]
    yield from _learners(form, layout)


def _scores(form: FormReport, layout: Layout) -> Iterator[str]:
    yield from layout.heading("Scores")
    for number, learners in enumerate(form.scores):
        low, high = number * 100 // BINS, (number + 1) * 100 // BINS
        yield f"{low:>3} to {high:>3}%: {count(learners, 'learner')}"
    figures = of_form(form)
    for one in figures:
        yield from layout.wrap(f"{one.name}: {one.shown}") if not one.figure.blank else ()
    for line in blanks(figures):
        yield from layout.wrap(line)


def _topics(form: FormReport, layout: Layout) -> Iterator[str]:
    yield from layout.heading("Topics") if form.topics else ()
    for topic in form.topics:
        share = topic.share.value
        figure = "" if share is None else f"{as_percent(share)}, "
        earned = f"{points(topic.points)} of {count(topic.possible, 'point')}"
        over = f"; {regraded(topic.regraded)}" if topic.regraded else ""
        yield from layout.wrap(f"{topic.title}: {figure}{earned}{over}")


def _sure(form: FormReport, layout: Layout) -> Iterator[str]:
    yield from layout.heading("Sure but wrong")
    if not form.sure_and_wrong:
        yield "Nobody was sure of a wrong answer."
        return
    yield from layout.wrap(SURE_AND_WRONG)
    for each in form.sure_and_wrong[:LISTED]:
        high, medium = each.sure_and_wrong
        yield from layout.wrap(each.question.ask, f"{high + medium:>4}  ")
        yield from layout.wrap(f"{high} of them highly sure", " " * 6)
        if worst := commonest_wrong(each):
            yield from layout.wrap(f"Wrong answer of most: {text(worst)} ({worst.count})", " " * 6)


def _calibration(made: Calibration, layout: Layout) -> Iterator[str]:
    yield from layout.heading("How sure, and how often right")
    for level in reversed(Certainty):
        right, wrong = made.right[level], made.wrong[level]
        yield from layout.wrap(
            f"{right} right, {wrong} not fully right", f"{CERTAINTIES[level]:<6}  "
        )
    yield from layout.wrap(BIASES[made.bias]) if made.bias else ()


def _learners(form: FormReport, layout: Layout) -> Iterator[str]:
    rows: list[tuple[str, ...]] = [("", "points", "right", "partly", "wrong", "empty")]
    if form.regraded:
        rows = [(*rows[0], "graded over")]
    for one in form.learners:
        numbers = map(str, (one.right, one.partly, one.wrong, one.empty))
        earned = f"{points(one.points)} of {one.possible}"
        over = (str(one.regraded),) if form.regraded else ()
        rows.append((one.name, earned, *numbers, *over))
    yield from layout.columns(rows)


def _change(change: Change, layout: Layout) -> Iterator[str]:
    yield from layout.heading("Before and after")
    yield from layout.wrap(matched(change))
    if change.regraded:
        yield from layout.wrap(regraded_note(change.regraded), "! ", "warning")
    for one in of_change(change) if change.pairs else ():
        yield from layout.wrap(f"{one.name}: {one.why_blank or one.shown}")
    rows = [("", "before", "after")]
    rows += [(one.learner, as_percent(one.before), as_percent(one.after)) for one in change.pairs]
    yield from layout.columns(rows) if change.pairs else ()


def _meanings(report: ClassReport, layout: Layout) -> Iterator[str]:
    yield from layout.heading("What the figures mean")
    for name, meaning in meanings(report).items():
        yield from layout.wrap(f"{name}: {meaning}")


def _issues(issues: tuple[Issue, ...], layout: Layout) -> Iterator[str]:
    yield from layout.heading(f"What did not fit: {len(issues)}")
    if not issues:
        yield "All that was handed in counts."
    for issue in issues:
        what = ", ".join(filter(None, (issue.source, issue.learner)))
        yield from layout.wrap(f"{what}: {ISSUES[issue.kind]}. {issue.detail}", "- ")
