"""How sure the learner was, beside how right: marks, a small table, and what was sure and wrong."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.certainty import Certainty, calibration, mark, sure_and_wrong
from quiz.engine.selection import Presented
from quiz.engine.session import Response, Session
from quiz.engine.wording import BIASES, CERTAINTIES, points
from quiz.tui.widgets.hanging_text import HangingText


class CertaintyTable(Widget):
    """The certainty of an attempt's answers; what was sure and wrong comes first."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.judged = [(asked, response) for asked, response in session.scored() if response]
        """The scored questions that were answered."""

    def compose(self) -> ComposeResult:
        """Lay out what was sure and wrong, then the table."""
        for asked in self._sure_and_wrong():
            head = Content.styled("Sure, and not right: ", "bold $error")
            lead = Content.styled("✗ ", "bold $error")
            yield Static(HangingText((lead, head + asked.public.ask)))
        yield Static(Content("\n").join(self._table()), classes="table", markup=False)

    def _sure_and_wrong(self) -> Iterable[Presented]:
        return sure_and_wrong((a, t.certainty, t.fraction) for a, t in self.judged)

    def _table(self) -> Iterable[Content]:
        told = calibration((t.certainty, t.fraction) for _, t in self.judged)
        yield Content.styled(f"{'':8}{'right':>7}{'not':>7}", "$muted")
        for level in reversed(Certainty):
            right, wrong = told.right[level], told.wrong[level]
            yield Content(f"{CERTAINTIES[level]:8}{right:>7}{wrong:>7}")
        marks = sum(_mark(response) for _, response in self.judged)
        most = points(mark(Certainty.HIGH, 1) * told.judgements)
        yield Content(f"{points(marks)} of {most} marks for how sure you were")
        if told.bias:
            yield Content(BIASES[told.bias])


def _mark(response: Response) -> float:
    return mark(response.certainty, response.fraction)
