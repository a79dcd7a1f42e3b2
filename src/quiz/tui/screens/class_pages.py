"""Pages on a class: its learners, what they gained between forms, and what did not fit."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.answers import matched
from quiz.analysis.change import Change, Pair
from quiz.analysis.class_report import Issue
from quiz.analysis.learner import Learner
from quiz.analysis.named_figures import as_percent, of_change
from quiz.analysis.wording import (
    CODES,
    FIRST_ATTEMPTS,
    ISSUES,
    KEEP,
    MEANINGS,
    regraded,
    regraded_note,
)
from quiz.engine.wording import points
from quiz.model.text import clean_line
from quiz.tui.class_view import ClassView
from quiz.tui.screens.class_base import heading
from quiz.tui.screens.class_learner import ClassLearnerScreen
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.hanging_text import HangingText
from quiz.tui.widgets.lists import LinkList

_WIDEST = 24
"""Cells that a name has room for, so that what stands behind it starts below each other."""


def learners(view: ClassView) -> Iterable[Widget]:
    """Yield a line for each learner."""
    found = view.form.learners if view.form else ()
    yield LearnerList(view, found)
    yield Static(CODES if view.hidden else KEEP, classes="muted -spaced", markup=False)


class LearnerList(LinkList):
    """Learners, of whom enter opens one."""

    def __init__(self, view: ClassView, found: Sequence[Learner]) -> None:
        names = [Content.styled(one.name, "bold") for one in found]
        room = min(max((name.cell_length for name in names), default=0), _WIDEST)
        lines = [_learner(*pair, room) for pair in zip(found, names, strict=True)]
        super().__init__([text for _, text in lines], [lead for lead, _ in lines])
        self.view = view
        self.learners = found

    def use(self, index: int) -> None:
        """Open a learner."""
        self.app.push_screen(ClassLearnerScreen(self.view, self.learners[index]))


def _learner(one: Learner, name: Content, room: int) -> tuple[Content, Content]:
    """Return a learner's points before the name, and the counts behind it, below each other."""
    earned = f"{points(one.points)} of {one.possible}"
    counts = ", ".join(
        f"{number} {word}"
        for number, word in (
            (one.right, "right"),
            (one.partly, "partly right"),
            (one.wrong, "wrong"),
            (one.empty, "empty"),
        )
        if number
    )
    lead = Content.assemble(bar(one.share or 0, 4), f" {earned:>10}  ")
    if one.regraded:
        counts = f"{counts}; {regraded(one.regraded)}"
    gap = " " * max(room - name.cell_length, 0)
    return lead, Content.assemble(name, gap, (f"  {counts}", "$muted"))


def issues(view: ClassView) -> Iterable[Widget]:
    """Yield files, learners and answers that do not fit, each with the reason."""
    found = view.report.issues
    title = f"What did not fit: {len(found)}" if found else "All that was handed in counts."
    yield Static(title, classes="title", markup=False)
    yield Static(HangingText([*map(_issue, found)]))
    yield Static(FIRST_ATTEMPTS, classes="muted", markup=False)


def _issue(issue: Issue) -> tuple[Content, Content]:
    what = ", ".join(clean_line(one) for one in (issue.learner, issue.source) if one)
    words = f"\n{ISSUES[issue.kind]}. {clean_line(issue.detail)}".rstrip() + "\n"
    return Content.styled("– ", "$muted"), Content.assemble((what, "bold"), words)


def gain(view: ClassView) -> Iterable[Widget]:
    """Yield the figures of those who took both forms, and each learner before and after."""
    change = view.report.change
    if change is None:
        return
    yield Static("Before and after", classes="title", markup=False)
    yield Static(matched(change), markup=False)
    if change.regraded:
        yield Static(regraded_note(change.regraded), classes="notice", markup=False)
    if change.pairs:
        yield from _figures(change)
        yield heading("Each learner")
        yield Static(HangingText([*map(_pair, change.pairs)]))


def _figures(change: Change) -> Iterable[Widget]:
    for one in of_change(change):
        what = Content.assemble((f"{one.name}: ", "bold"), one.why_blank or one.shown)
        if one.name in MEANINGS and not one.figure.blank:
            what = Content.assemble(what, (f"\n{MEANINGS[one.name]}", "$muted"))
        yield Static(what)


def _pair(pair: Pair) -> tuple[Content, Content]:
    figures = f"  {as_percent(pair.before):>4} → {as_percent(pair.after):>4}  "
    lead = Content.assemble(bar(pair.before, 5), " ", bar(pair.after, 5), figures)
    return lead, Content(pair.learner)
