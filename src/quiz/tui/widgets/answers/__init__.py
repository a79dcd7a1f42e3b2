"""How each kind of question is answered on the screen: what takes the answer, what to do."""

from collections.abc import Mapping

from quiz.model.public_question import PublicQuestion
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.answers.choice import ChoiceWidget
from quiz.tui.widgets.answers.cloze import ClozeWidget
from quiz.tui.widgets.answers.locate import LocateWidget
from quiz.tui.widgets.answers.match import MatchWidget
from quiz.tui.widgets.answers.order import OrderWidget
from quiz.tui.widgets.answers.teach_back import TeachBackWidget
from quiz.tui.widgets.answers.typed import TypedWidget

ANSWER_WIDGETS: Mapping[str, tuple[type[AnswerWidget], str]] = {
    "choice": (ChoiceWidget, "Pick one"),
    "choices": (ChoiceWidget, "Pick {pick}"),
    "statement": (ChoiceWidget, "True, false, or not stated in the passage?"),
    "number": (TypedWidget, "Type a number"),
    "short": (TypedWidget, "Type a word or two"),
    "cloze": (ClozeWidget, "Fill the blanks"),
    "order": (OrderWidget, "Put them in order"),
    "match": (MatchWidget, "Match each line{spare}"),
    "locate": (LocateWidget, "Find the sentence in the passage"),
    "teach-back": (TeachBackWidget, "In your own words, not scored"),
}
"""For each kind the widget that takes its answer, and what to do in a few words."""


def instruction(question: PublicQuestion) -> str:
    """Return what to do with a question, in a few words."""
    spare = "; one choice is left over" if len(question.parts) > len(question.lefts) else ""
    return ANSWER_WIDGETS[question.kind][1].format(pick=question.pick, spare=spare)
