"""One learner of a class: each question with the answer, the key and the reason."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.analysis.learner import Learner
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.engine.certainty import Certainty
from quiz.engine.dates import local
from quiz.engine.feedback import Feedback, feedback
from quiz.engine.kinds import KINDS, grade
from quiz.engine.session import Response
from quiz.engine.wording import CERTAINTIES, count, points
from quiz.model.question import Question
from quiz.model.quiz import Quiz
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
        one, quiz = self.learner, self.view.report.quiz
        yield Static(one.name, classes="title", markup=False)
        earned = f"{points(one.points)} of {count(one.possible, 'point')}"
        yield Static(f"{earned}, {one.empty} not answered", markup=False)
        for number, (name, marked) in enumerate(one.submission.answers.items(), 1):
            yield from _question(number, quiz.by_id[name], marked, quiz)


def _question(
    number: int, question: Question, marked: MarkedAnswer | None, quiz: Quiz
) -> Iterable[Widget]:
    """Yield a question, what was answered, and what there is to say of that."""
    response = _response(question, marked, quiz) if marked else None
    said = feedback(question, response, quiz)
    yield Static(Content.styled(f"{number}. {question.ask}", "bold"), classes="heading")
    yield Static(verdict_line(said, question.points, response))
    lines = (*answered(question, marked, quiz), *_reasons(said))
    if lines:
        yield Static("\n".join(lines), markup=False)
    yield Explanation(question, quiz, said, reasons=False)


def _response(question: Question, marked: MarkedAnswer, quiz: Quiz) -> Response:
    """Return an answer with the points that it has in the report.

    A teacher may have given others than the key, and a name may be hidden in it.
    """
    earned = replace(grade(question, marked.answer, quiz), fraction=marked.fraction)
    return Response(marked.answer, earned)


def answered(question: Question, marked: MarkedAnswer | None, quiz: Quiz) -> Iterable[str]:
    """Yield the answer and the key, how sure the learner was, and when that was given."""
    if marked:
        yield f"Answer: {KINDS[question.kind].in_words(question, marked.answer, quiz)}"
    if question.scored:
        yield f"Right: {KINDS[question.kind].key(question)}"
    if marked and marked.certainty:
        yield f"How sure: {CERTAINTIES[Certainty(marked.certainty)]}"
    if marked and marked.at:
        changed = f", changed {count(marked.changes, 'time')}" if marked.changes else ""
        yield f"Answered: {local(marked.at)}{changed}"


def _reasons(said: Feedback) -> Iterable[str]:
    """Yield why the answer is right or wrong, in the author's words."""
    return (f"Reason: {one.why}" for one in said.reasons if one.yours and one.why)
