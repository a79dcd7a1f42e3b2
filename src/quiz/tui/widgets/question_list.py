"""The questions of an attempt, each with its mark."""

from textual.content import Content

from quiz.engine.feedback import verdict
from quiz.engine.session import Session
from quiz.tui.widgets.explanation import mark
from quiz.tui.widgets.lists import LinkList


class QuestionList(LinkList):
    """Lists the questions; marks tell right from wrong only where that may be told."""

    def __init__(self, session: Session) -> None:
        indices = range(len(session.asked))
        super().__init__(
            [" ".join(asked.question.ask.split()) for asked in session.asked],
            [_lead(session, index) for index in indices],
        )


def _lead(session: Session, index: int) -> Content:
    """Return the mark, the number and the flag of a question."""
    question, response = session.asked[index].question, session.responses[index]
    told_mark = mark(verdict(question, response))
    sign = (
        told_mark
        if session.answers_revealed or response is None
        else Content.styled("•", "bold $primary")
    )
    flag = "⚑" if index in session.flagged else " "
    return Content.assemble(sign, (f" {index + 1:>2} {flag} ", "$muted"))
