"""One learner of a class: each question with the answer, the key and the reason."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.learner import Learner, MarkedAnswer
from quiz.analysis.returning import returned_to
from quiz.engine.dates import local
from quiz.engine.feedback import feedback
from quiz.engine.kinds import KINDS
from quiz.engine.returning import session_of
from quiz.engine.session import Session
from quiz.engine.wording import CERTAINTIES, count, points
from quiz.model.question import Question
from quiz.tui.class_view import ClassView
from quiz.tui.screens.base import PageScreen
from quiz.tui.screens.class_base import NAMES, ClassScreen
from quiz.tui.widgets.explanation import Explanation, verdict_line


class ClassLearnerScreen(ClassScreen, PageScreen[None]):
    """Shows what one learner answered."""

    BINDINGS: ClassVar[list[BindingType]] = [
        NAMES,
        Binding("escape", "dismiss", "Back", id="class.leave"),
    ]

    def __init__(self, view: ClassView, learner: Learner) -> None:
        super().__init__(view)
        self.learner = learner
        """The learner, by name or by code as the view had it."""

    async def action_names(self) -> None:
        """Hide the names or show them, back where learners are listed: codes have another order."""
        self.view.hide_or_show()
        self.dismiss()

    def page(self) -> Iterable[Widget]:
        """Yield the questions in the order in which they were asked."""
        one = self.learner
        session = session_of(returned_to(self.view.report.quiz, one.submission))
        yield Static(one.name, classes="title", markup=False)
        earned = f"{points(one.points)} of {count(one.possible, 'point')}"
        yield Static(f"{earned}, {one.empty} not answered", markup=False)
        marked = one.submission.answers.values()
        for number, answer in enumerate(marked):
            yield from _question(session, number, answer)


def _question(session: Session, number: int, marked: MarkedAnswer | None) -> Iterable[Widget]:
    """Yield a question, what was answered, and what there is to say of that."""
    question, response = session.asked[number].with_answers, session.responses[number]
    if question is None:
        return
    if response and response.grade and marked:  # a name that is hidden in an answer is no fault
        response = replace(response, grade=replace(response.grade, fraction=marked.fraction))
    said = feedback(question, response, session.quiz)
    yield Static(Content.styled(f"{number + 1}. {question.ask}", "bold"), classes="heading")
    yield Static(verdict_line(said, question.points, response))
    yield Static("\n".join(_answered(question, session, marked)), markup=False)
    yield Explanation(question, session.quiz, said, reasons=True)


def _answered(question: Question, session: Session, marked: MarkedAnswer | None) -> Iterable[str]:
    kind = KINDS[question.kind]
    if marked is None:
        yield "Not answered"
    else:
        yield f"Answer: {kind.in_words(question, marked.answer, session.quiz)}"
    if question.scored:
        yield f"Right: {kind.key(question)}"
    if marked and marked.certainty:
        yield f"How sure: {CERTAINTIES[marked.certainty]}"  # type: ignore[index]
    if marked and marked.at:
        changed = f", changed {count(marked.changes, 'time')}" if marked.changes else ""
        yield f"Answered: {local(marked.at)}{changed}"
