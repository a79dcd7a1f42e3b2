"""How a class did in all: scores, figures, topics, certainty."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.analysis.class_report import Issue
from quiz.analysis.figure import Caution
from quiz.analysis.first_lines import first_lines
from quiz.analysis.form_report import BINS, FormReport
from quiz.analysis.named_figures import blanks, of_form
from quiz.analysis.wording import BIASES, CAUTIONS, FORMS, regraded, regraded_note
from quiz.engine.certainty import Calibration, Certainty
from quiz.engine.wording import CERTAINTIES, count, points
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.hanging_text import HangingText

_COLUMNS = 16


class ClassOverview(Vertical):
    """Shows one form of a report, without its questions and its learners."""

    def __init__(self, form: FormReport, issues: Sequence[Issue]) -> None:
        super().__init__()
        self.form = form
        self.issues = issues

    def compose(self) -> ComposeResult:
        """Lay out the parts."""
        form = self.form
        learners = count(len(form.learners), "learner")
        questions = count(len(form.questions), "question")
        yield Static(f"{FORMS[form.form]}: {learners}, {questions}", classes="title", markup=False)
        for line in first_lines(form, self.issues):
            lead = Content.styled(f"{line.label}: ", "bold")
            yield Static(Content.assemble(lead, line.text), markup=False, classes="first")
        if form.regraded:
            yield Static(regraded_note(form.regraded), classes="notice", markup=False)
        yield Static("Figures", classes="heading", markup=False)
        yield from self._figures()
        yield Static("Scores", classes="heading", markup=False)
        yield Static(_scores(form), markup=False)
        yield from self._topics()
        if form.calibration:
            yield Static("How sure, and how often right", classes="heading", markup=False)
            yield from _calibration(form.calibration)
        if form.caution is not Caution.STEADY:
            yield Static(CAUTIONS[form.caution], classes="notice -warning", markup=False)

    def _figures(self) -> Iterable[Static]:
        figures = of_form(self.form)
        shown = [one for one in figures if not one.figure.blank]
        width = max((len(one.name) for one in shown), default=0)
        for one in shown:
            line = Content.assemble((f"{one.name:<{width}}  ", "$muted"), (one.shown, "bold"))
            yield Static(line, markup=False)
        for blank in blanks(figures):
            yield Static(blank, classes="muted", markup=False)

    def _topics(self) -> Iterable[Static]:
        if self.form.topics:
            yield Static("Topics", classes="heading", markup=False)
        earned = [f"{points(topic.points)} of {topic.possible}" for topic in self.form.topics]
        width = max(map(len, earned), default=0)
        for topic, points_ in zip(self.form.topics, earned, strict=True):
            share = bar(topic.points / topic.possible if topic.possible else 0, 10)
            lead = Content.assemble(share, f"  {points_:>{width}}  ")
            over = (f"  {regraded(topic.regraded)}".rstrip(), "$muted")
            yield Static(HangingText([(lead, Content.assemble(topic.title, over))]))


def _scores(form: FormReport) -> Content:
    """Return how many learners reached which tenth of their points, the highest first."""
    most = max(form.scores)
    reached = [number for number, learners in enumerate(form.scores) if learners]
    rows = []
    for number in range(max(reached, default=-1), min(reached, default=0) - 1, -1):
        learners = form.scores[number]
        low, high = number * 100 // BINS, (number + 1) * 100 // BINS
        full = round(_COLUMNS * learners / most)
        cells = "▰" * max(full, int(learners > 0))
        row = Content.assemble(
            (f"{low:>3} to {high:>3}% ", "$muted"), f"{learners:>4}  ", (cells, "$primary")
        )
        rows.append(row)
    return Content("\n").join(rows)


def _calibration(made: Calibration) -> Iterable[Static]:
    for level in reversed(Certainty):
        right, wrong = made.right[level], made.wrong[level]
        share = right / (right + wrong) if right + wrong else 0
        lead = Content.assemble(f"{CERTAINTIES[level]:<7}", bar(share, 10), "  ")
        yield Static(HangingText([(lead, Content(f"{right} right, {wrong} not"))]))
    if made.bias:
        yield Static(BIASES[made.bias], classes="muted", markup=False)
