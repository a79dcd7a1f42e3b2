"""The questions of a class, each with how it went; enter opens one."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message

from quiz.analysis.answers import commonest_wrong, text
from quiz.analysis.question_report import QuestionReport
from quiz.model.text import clean_line
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.link_list import LinkList


class ClassQuestions(LinkList):
    """Lists questions in an order of their own."""

    class Asked(Message):
        """A question was opened."""

        def __init__(self, ids: Sequence[str], index: int) -> None:
            super().__init__()
            self.ids = ids
            """The ids of the questions of the list."""
            self.index = index
            """Which of them."""

    def __init__(
        self,
        questions: Sequence[QuestionReport],
        *,
        sure: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        leads = [_sure(each) if sure else _earned(each) for each in questions]
        super().__init__([_said(each) for each in questions], leads, spaced=True, id=id)
        self.ids = [each.question.id for each in questions]
        """The ids of the questions."""
        self.joined = True

    def on_resize(self) -> None:
        """Leave out the empty lines where there are few lines."""
        self.spaced = not self.screen.has_class("-short")
        self.draw()
        self.refresh(layout=True)

    def use(self, index: int) -> None:
        """Open a question."""
        self.post_message(self.Asked(self.ids, index))


def _earned(each: QuestionReport) -> Content:
    """Return how much of its points the class earned, and how many were fully right."""
    if not each.scored:
        return Content.styled("not scored      ", "$muted")
    return Content.assemble(bar(each.share, 6), f" {each.right:>4} right  ")


def _sure(each: QuestionReport) -> Content:
    return Content.styled(f"{sum(each.sure_and_wrong):>4} sure  ", "bold $warning")


def _said(each: QuestionReport) -> Content:
    """Return the question, and below it the wrong answer that drew most."""
    ask = " ".join(each.question.ask.split())
    worst = commonest_wrong(each)
    if worst is None:
        return Content(ask)
    return Content.assemble(ask, (f"\n{worst.count} took: {short(text(worst))}", "$muted"))


def short(answer: str, most: int = 80) -> str:
    """Return an answer on one line, cut where it is long."""
    line = clean_line(answer)
    return line if len(line) <= most else f"{line[: most - 1]}…"
