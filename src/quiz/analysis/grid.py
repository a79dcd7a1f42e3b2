"""A class at a glance: learners by questions, those first who and which went worst."""

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.analysis.form_report import FormReport
from quiz.analysis.learner import Learner
from quiz.analysis.marked_answer import Outcome, outcome
from quiz.analysis.question_report import QuestionReport

MARKS = {
    Outcome.RIGHT: "✓",
    Outcome.PARTLY: "◐",
    Outcome.WRONG: "✗",
    Outcome.EMPTY: "–",
    Outcome.NOT_ASKED: " ",
}
"""The sign for each outcome."""
LEGEND = (
    "✓ right, ◐ partly right, ✗ wrong, – empty. Who earned least and what went worst come first."
)


@dataclass(frozen=True, slots=True)
class Grid:
    """Learners by scored questions."""

    questions: Sequence[QuestionReport]
    """The scored questions, those first of whose points the class earned the least."""
    numbers: Sequence[int]
    """Their places in the quiz as it was asked, from 1."""
    learners: Sequence[Learner]
    """The learners, those first who earned the smallest share of their points."""

    def outcomes(self, learner: Learner) -> list[Outcome]:
        """Return what became of each question, in their order."""
        answers = learner.submission.answers
        return [
            outcome(answers[each.question.id]) if each.question.id in answers else Outcome.NOT_ASKED
            for each in self.questions
        ]


def grid(form: FormReport) -> Grid:
    """Return the grid of a form."""
    learners = sorted(form.learners, key=lambda one: 1.0 if one.share is None else one.share)
    places = {each.question.id: place for place, each in enumerate(form.questions, 1)}
    hardest = form.by_facility
    return Grid(hardest, [places[each.question.id] for each in hardest], learners)
