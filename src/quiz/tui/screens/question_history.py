"""The past of one question."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.certainty import Certainty
from quiz.engine.dates import local
from quiz.engine.feedback import Verdict, of_fraction
from quiz.engine.wording import CERTAINTIES
from quiz.model.question import Question
from quiz.store.records import ResponseRecord
from quiz.tui.screens.base import QuizModal
from quiz.tui.widgets.explanation import STYLES, mark


class QuestionHistoryScreen(QuizModal[None]):
    """Lists the answers to a question as it is now, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss", "Close", id="question_history.close", show=False),
    ]

    def __init__(self, question: Question, answers: tuple[ResponseRecord, ...]) -> None:
        super().__init__()
        self.question = question
        self.answers = answers

    def body(self) -> Iterable[Widget]:
        """Yield the answers."""
        yield Static(self.question.ask, classes="title", markup=False)
        if not self.answers:
            yield Static("Not answered yet.", markup=False)
        yield from (Static(_line(past)) for past in reversed(self.answers))


def _line(past: ResponseRecord) -> Content:
    """Return when an answer was given, how it was marked, and how sure the learner was."""
    verdict = of_fraction(past.fraction)
    share = f", {past.fraction:.2f}" if verdict is Verdict.PARTLY else ""
    sure = f", how sure: {CERTAINTIES[Certainty(past.certainty)]}" if past.certainty else ""
    kind = {"review": ", in a review", "retry": ", in practice"}.get(past.purpose, "")
    words = (f" {verdict}{share}", STYLES[verdict])
    when = (f"  {local(past.at)}", "$muted")
    return Content.assemble(mark(verdict), words, sure, kind, when)
