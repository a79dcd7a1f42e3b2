"""What a class understood, as lines for a terminal."""

from collections.abc import Iterable, Iterator

from quiz.analysis.answers import LISTED, commonest_wrong, matched, text
from quiz.analysis.change import Change
from quiz.analysis.class_report import ClassReport, Issue
from quiz.analysis.figure import Caution
from quiz.analysis.form_report import BINS, FormReport
from quiz.analysis.named_figures import NamedFigure, as_percent, of_change, of_form
from quiz.analysis.wording import (
    BIASES,
    BLANKS,
    CAUTIONS,
    CODES,
    FIRST_ATTEMPTS,
    FORMS,
    ISSUES,
    KEEP,
    MEANINGS,
    OF_CHANGE,
    OF_CLASS,
    OF_QUESTION,
    OF_SMALL_CLASS,
    SURE_AND_WRONG,
    THIRDS,
)
from quiz.engine.certainty import Calibration, Certainty
from quiz.engine.wording import CERTAINTIES, count, points
from quiz.model.notice import DISCLAIMER
from quiz.report.layout import Layout
from quiz.report.question_lines import question_lines


def lines(report: ClassReport, *, width: int = 80, colour: bool = False) -> Iterator[str]:
    """Yield the report line by line: every form of the quiz, the gain, and what did not fit."""
    layout = Layout(width, colour=colour)
    yield from (layout.pen(line, "bold") for line in layout.wrap(report.quiz.title))
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


def _form(form: FormReport, layout: Layout) -> Iterator[str]:
    asked = count(len(form.questions), "question")
    learners = count(len(form.learners), "learner")
    yield from layout.heading(f"{FORMS[form.form]}: {learners}, {asked}")
    if form.caution is not Caution.STEADY:
        yield from layout.wrap(CAUTIONS[form.caution], "! ", "warning")
    yield from _scores(form, layout)
    yield from _topics(form, layout)
    if form.calibration:
        yield from _sure(form, layout)
        yield from _calibration(form.calibration, layout)
    yield from layout.heading("Questions, the hardest first")
    for each in (*form.by_facility, *(one for one in form.questions if not one.scored)):
        yield from question_lines(each, layout)
        yield ""
    yield from list(layout.heading("Learners"))[1:]
    yield from _learners(form, layout)


def _scores(form: FormReport, layout: Layout) -> Iterator[str]:
    yield from layout.heading("Scores")
    for number, learners in enumerate(form.scores):
        low, high = number * 100 // BINS, (number + 1) * 100 // BINS
        yield f"{low:>3} to {high:>3}%: {count(learners, 'learner')}"
    yield from _figures(of_form(form), layout)


def _figures(named: Iterable[NamedFigure], layout: Layout) -> Iterator[str]:
    """Yield figures line by line; nothing of what the warning above has explained."""
    for one in named:
        if one.figure.blank and one.figure.learners:
            continue
        yield from layout.wrap(f"{one.name}: {one.shown}")


def _topics(form: FormReport, layout: Layout) -> Iterator[str]:
    yield from layout.heading("Topics") if form.topics else ()
    for topic in form.topics:
        share = topic.share.value
        figure = "" if share is None else f"{as_percent(share)}, "
        earned = f"{points(topic.points)} of {count(topic.possible, 'point')}"
        yield from layout.wrap(f"{topic.title}: {figure}{earned}")


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
    for one in form.learners:
        numbers = map(str, (one.right, one.partly, one.wrong, one.empty))
        rows.append((one.name, f"{points(one.points)} of {one.possible}", *numbers))
    yield from layout.columns(rows)


def _change(change: Change, layout: Layout) -> Iterator[str]:
    yield from layout.heading("Before and after")
    yield from layout.wrap(matched(change))
    if change.before.blank:
        yield from layout.wrap(f"No figures: {BLANKS[change.before.blank]}.")
    else:
        for one in of_change(change):
            yield from layout.wrap(f"{one.name}: {one.why_blank or one.shown}")
    rows = [("", "before", "after")]
    rows += [(one.learner, as_percent(one.before), as_percent(one.after)) for one in change.pairs]
    yield from layout.columns(rows) if change.pairs else ()


def _meanings(report: ClassReport, layout: Layout) -> Iterator[str]:
    """Yield what the figures mean that the report has."""
    names = [*OF_SMALL_CLASS]
    if any(form.caution is not Caution.COUNTS for form in report.forms):
        names = [*OF_CLASS, *OF_QUESTION, *THIRDS]
    if report.change and report.change.gain.blank is None:
        names += OF_CHANGE
    yield from layout.heading("What the figures mean")
    for name in names:
        yield from layout.wrap(f"{name}: {MEANINGS[name]}")


def _issues(issues: tuple[Issue, ...], layout: Layout) -> Iterator[str]:
    yield from layout.heading(f"What did not fit: {len(issues)}")
    if not issues:
        yield "All that was handed in counts."
    for issue in issues:
        what = ", ".join(filter(None, (issue.source, issue.learner)))
        yield from layout.wrap(f"{what}: {ISSUES[issue.kind]}. {issue.detail}", "- ")
