"""The lists of a class: its questions, each with how it went, and who took which answer."""

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message

from quiz.analysis.answers import by_whom, commonest_wrong, credited, mark, text
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.response_counts import ResponseCount
from quiz.model.text import clean_line
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.lists import LinkList, RowList

_STYLES = {"✓": "$success", "✗": "$error", "◐": "$warning", " ": "$muted"}


class ClassQuestions(LinkList):
    """Lists questions in an order of their own."""

    class Asked(Message):
        """A question was opened."""

        def __init__(self, ids: Sequence[str], index: int) -> None:
            super().__init__()
            self.ids = ids
            self.index = index

    def __init__(
        self,
        questions: Sequence[QuestionReport],
        *,
        sure: bool = False,
        id: str | None = None,
    ) -> None:
        leads = [_sure(each) if sure else _earned(each) for each in questions]
        super().__init__([_question(each) for each in questions], leads, spaced=True, id=id)
        self.ids = [each.question.id for each in questions]
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


def _question(each: QuestionReport) -> Content:
    """Return the question, and below it the wrong answer that drew most."""
    ask = " ".join(each.question.ask.split())
    worst = commonest_wrong(each)
    if worst is None:
        return Content(ask)
    return Content.assemble(ask, (f"\n{worst.count} took: {short(text(worst))}", "$muted"))


_READ = 300
"""How many characters of an answer are read on the screen."""


def short(answer: str, most: int = 80) -> str:
    """Return an answer on one line, cut where it is long."""
    line = clean_line(answer)
    return line if len(line) <= most else f"{line[: most - 1]}…"


class ResponseList(RowList):
    """Answers, each with a mark, how many took it, and why it is right or wrong."""

    class Moved(Message):
        """The cursor is on another answer."""

        def __init__(self, row: ResponseCount) -> None:
            super().__init__()
            self.row = row

    def __init__(
        self, rows: Sequence[ResponseCount], asked: int, *, thirds: bool, part: int, typed: bool
    ) -> None:
        leads = [_lead(row, asked) for row in rows]
        super().__init__([_response(row, thirds=thirds) for row in rows], leads, spaced=True)
        self.responses = rows
        self.part = part
        """Which part of the question they answer, from 0."""
        self.typed = typed
        """Whether they are in the learners' own words."""
        self.joined = True

    def on_mount(self) -> None:
        """Say which answer the cursor is on when it moves, and when it comes here."""
        self.watch(self, "highlighted", self._say, init=False)
        self.watch(self, "has_focus", self._say, init=False)

    @property
    def response(self) -> ResponseCount | None:
        """The answer that the cursor is on."""
        return None if self.highlighted is None else self.responses[self.highlighted]

    def _say(self) -> None:
        if self.has_focus and self.response:
            self.post_message(self.Moved(self.response))


def _lead(row: ResponseCount, asked: int) -> Content:
    sign = mark(row)
    style = _STYLES[sign]
    filled = bar(row.count / asked if asked else 0, 8, style)
    return Content.assemble((f"{sign} ", f"bold {style}"), filled, f"{row.count:>4}  ")


def _response(row: ResponseCount, *, thirds: bool) -> Content:
    """Return an answer, who of the best and the weakest took it, and why it is right or wrong."""
    said = Content.styled(short(text(row), _READ), "bold" if row.right else "")
    length = len(clean_line(text(row)))
    if length > _READ:
        cut_off = f"Cut here: it has {length:,} characters. The page and the lines have them all."
        said = Content.assemble(said, (f"\n{cut_off}", "$muted"))
    if thirds and row.count:
        ends = f"{row.upper} of the upper third, {row.lower} of the lower"
        said = Content.assemble(said, (f"\n{ends}", "$muted"))
    if row.learners:
        said = Content.assemble(said, (f"\n{by_whom(row)}", "$muted"))
    if row.credit:
        said = Content.assemble(said, (f"\n{credited(row)}", "$warning"))
    return Content.assemble(said, (f"\n{row.why}", "$muted")) if row.why else said
