"""What an attempt comes to: the score, by topic, and every question with its mark."""

from collections.abc import Iterable
from datetime import datetime
from itertools import starmap
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits, Static

from quiz.engine.gain import gains
from quiz.engine.result import Result, Score, result
from quiz.engine.wording import THIS_ARTICLE, count, passage_views, percent, points
from quiz.model.notice import DISCLAIMER
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.widgets.certainty_table import CertaintyTable
from quiz.tui.widgets.day import days
from quiz.tui.widgets.explanation import note_text
from quiz.tui.widgets.gain_table import GainTable
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.link_list import LinkList
from quiz.tui.widgets.page import turn_page
from quiz.tui.widgets.question_list import QuestionList
from quiz.tui.widgets.tally_line import tally_line
from quiz.tui.widgets.title_bar import TitleBar


class ResultScreen(QuizScreen[int | Literal["again"] | None]):
    """Shows the result; gives back a question to look at, `again`, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "again", "Missed ones again", id="result.again"),
        Binding("space", "page", "More", id="result.page"),
        Binding("escape", "leave", "Home", id="result.leave"),
        Binding("escape", "go_back", "Back", id="result.back"),
    ]

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(self, service: Service, attempt: Attempt) -> None:
        super().__init__()
        self.service = service
        """Knows when questions come back."""
        self.attempt = attempt
        """The finished attempt."""
        self.result: Result = result(attempt.session)
        """What it comes to."""
        self.exercise = attempt.exercise
        """Whether it is one for a class, that the history knows nothing of."""

    def compose(self) -> ComposeResult:
        """Lay out the result."""
        head = TitleBar()
        head.title, head.place = self.attempt.session.quiz.title, self._purpose()
        yield head
        with VerticalScroll(id="sheet", can_focus=False), Vertical(id="column"):
            if self.attempt.practice:
                yield Static(self._practised(), markup=False)
            else:
                yield from self._score()
                yield from self._gain()
                yield from self._tables()
                yield from self._certainty()
            yield Static("Every question", classes="heading", markup=False)
            yield QuestionList(self.attempt.session)
            yield from self._comes_back()
            yield from self._beyond()
            yield Static(DISCLAIMER, classes="small", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Put the cursor on the first question, with the score in view."""
        self.query_one(QuestionList).focus(scroll_visible=False)

    def _practised(self) -> str:
        total = self.result.total
        return f"{total.right} of {count(total.asked, 'question')} right this time."

    def _purpose(self) -> str:
        return "Practice, not scored" if self.attempt.practice else "Result"

    def _score(self) -> Iterable[Horizontal]:
        total = self.result.total
        yield Horizontal(
            Digits(percent(total.share)),
            Static(self._words(total), id="words", markup=False),
            id="score",
        )

    def _words(self, total: Score) -> Content:
        lines = [
            Content.assemble(
                (f"{points(total.points)} of {count(total.possible, 'point')}", "bold"),
                f", {total.right} of {total.asked} questions fully right",
            )
        ]
        if total.answered < total.asked:
            lines.append(Content(f"{total.asked - total.answered} not answered"))
        lines.append(Content(passage_views(self.attempt.session.passage_views)))
        lines.append(Content.styled(THIS_ARTICLE, "$muted"))
        return Content("\n").join(lines)

    def _gain(self) -> Iterable[Widget]:
        if self.attempt.form != "post" or self.exercise:
            return
        before = self.service.history.before(self.attempt.session.quiz)
        if before and before.result:
            yield Static("Before and after", classes="heading", markup=False)
            found = gains(before.result, self.result)
            yield GainTable(found, self.attempt.session.quiz.topics)

    def _certainty(self) -> Iterable[Widget]:
        if self.attempt.certainty:
            yield Static("How sure you were", classes="heading", markup=False)
            yield CertaintyTable(self.attempt.session)

    def _tables(self) -> Iterable[Widget]:
        topics = self.attempt.session.quiz.topics
        tables = (
            ("By topic", {topics[name]: tally for name, tally in self.result.by_topic.items()}),
            ("By skill", {n.capitalize(): t for n, t in self.result.by_skill.items()}),
            ("By difficulty", {n.capitalize(): t for n, t in self.result.by_difficulty.items()}),
        )
        for heading, rows in tables:
            if rows:
                yield Static(heading, classes="heading", markup=False)
                yield from starmap(tally_line, rows.items())

    def _comes_back(self) -> Iterable[Static]:
        if self.attempt.practice or self.exercise:
            return
        dates = self.service.reviews.comes_back(self.attempt)
        if dates:
            today = datetime.now().astimezone().date()
            yield Static("When the questions come back", classes="heading", markup=False)
            yield Static(days(dates.values(), today), markup=False)

    def _beyond(self) -> Iterable[Static]:
        know = self.attempt.session.quiz.know
        if know:
            yield Static("What to know beyond the passage", classes="heading", markup=False)
            for note in know:
                yield Static(note_text(note), classes="note", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the missed ones only where there are some; from an exercise there is a way back."""
        del parameters
        match action:
            case "again":
                return not self.exercise and bool(self.attempt.session.missed())
            case "leave":
                return not self.exercise
            case "go_back":
                return self.exercise
        return True

    @on(LinkList.OptionSelected)
    def _opened(self, event: LinkList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def action_again(self) -> None:
        """Go through the missed ones again."""
        self.dismiss("again")

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self.query_one("#sheet", VerticalScroll))

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss(None)

    def action_go_back(self) -> None:
        """Go back to where the answers went."""
        self.dismiss(None)
