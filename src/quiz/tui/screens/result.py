"""What an attempt comes to: the score, by topic, and every question with its mark."""

from collections.abc import Iterable
from datetime import datetime
from itertools import starmap
from typing import ClassVar, Literal

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits, Static

from quiz.engine.dates import days_from
from quiz.engine.earning import earning
from quiz.engine.gain import gains
from quiz.engine.result import Result, result
from quiz.engine.wording import SKILLS, THIS_ARTICLE, count, meant, passage_views, percent, points
from quiz.model.notice import DISCLAIMER
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.tui.screens.base import PageScreen
from quiz.tui.widgets.explanation import note_text
from quiz.tui.widgets.lists import LinkList
from quiz.tui.widgets.question_list import QuestionList
from quiz.tui.widgets.tables import certainty_table, gain_table, score_line


class ResultScreen(PageScreen[int | Literal["again"] | None]):
    """Shows the result; gives back a question to look at, `again`, or nothing."""

    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "dismiss('again')", "Missed ones again", id="result.again"),
        Binding("escape", "leave('home')", "Home", id="result.leave"),
        Binding("escape", "leave('back')", "Back", id="result.back"),
    ]

    def __init__(self, service: Service, attempt: Attempt) -> None:
        super().__init__()
        self.service = service
        self.attempt = attempt
        self.quiz = attempt.session.quiz
        self.result: Result = result(attempt.session)
        self.title = self.quiz.title
        self.sub_title = "Practice, not scored" if attempt.is_retry else "Result"

    def page(self) -> Iterable[Widget]:
        """Yield the score, then every question."""
        if self.attempt.is_retry:
            total = self.result.total
            words = f"{total.right} of {count(total.asked, 'question')} right this time."
            yield Static(words, markup=False)
        else:
            yield self._score()
            yield from self._gain()
            yield from self._tables()
        yield _heading("Every question")
        yield QuestionList(self.attempt.session)
        yield from self._comes_back()
        if self.quiz.know:
            yield _heading("What to know beyond the passage")
        yield from (Static(note_text(note), classes="text") for note in self.quiz.know)
        yield Static(DISCLAIMER, classes="muted", markup=False)

    def on_mount(self) -> None:
        """Put the cursor on the first question, with the score in view."""
        self.query_one(QuestionList).focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the missed ones only where there are some; from an exercise there is a way back."""
        exercise = self.attempt.is_exercise
        match action, parameters:
            case "dismiss", ("again",):
                return not exercise and bool(self.attempt.session.missed())
            case "leave", (where,):
                return where == ("back" if exercise else "home")
        return True

    def action_leave(self, _where: str) -> None:
        """Go home, or back to where the answers of an exercise went."""
        self.dismiss()

    @on(LinkList.OptionSelected)
    def _opened(self, event: LinkList.OptionSelected) -> None:
        self.dismiss(event.option_index)

    def _score(self) -> Widget:
        total = self.result.total
        lines = [
            Content.assemble(
                (f"{points(total.points)} of {count(total.possible, 'point')}", "bold"),
                f", {total.right} of {total.asked} questions fully right",
            )
        ]
        if total.answered < total.asked:
            lines.append(Content(f"{total.asked - total.answered} not answered"))
        if said := meant(total.meant):
            lines.append(Content(said))
        lines.append(Content(passage_views(self.attempt.session.passage_views)))
        lines.append(Content.styled(THIS_ARTICLE, "$muted"))
        return Horizontal(Digits(percent(total.share)), Static(Content("\n").join(lines)))

    def _gain(self) -> Iterable[Widget]:
        if self.attempt.form != "post" or self.attempt.is_exercise:
            return
        before = self.service.history.before(self.quiz)
        if before and before.result:
            yield _heading("Before and after")
            yield gain_table(gains(before.result, self.result), self.quiz.topics)

    def _tables(self) -> Iterable[Widget]:
        topics = self.quiz.topics
        tables = (
            ("By topic", {topics[name]: score for name, score in self.result.by_topic.items()}),
            ("By skill", {SKILLS[n]: s for n, s in self.result.by_skill.items()}),
            ("By difficulty", {n.capitalize(): s for n, s in self.result.by_difficulty.items()}),
        )
        for title, rows in tables:
            if rows:
                yield _heading(title)
                yield from starmap(score_line, rows.items())
        if self.attempt.certainty:
            yield _heading("How sure you were")
            yield from certainty_table(self.attempt.session)
        yield _heading("How points are earned")
        words = earning(asked.question for asked in self.attempt.session.asked)
        yield Static("\n".join(words), markup=False)

    def _comes_back(self) -> Iterable[Widget]:
        if self.attempt.is_retry or self.attempt.is_exercise:
            return
        dates = self.service.reviews.comes_back(self.attempt)
        if dates:
            today = datetime.now().astimezone().date()
            yield _heading("When the questions come back")
            yield Static(days_from(today, dates.values()), markup=False)


def _heading(text: str) -> Widget:
    return Static(text, classes="heading", markup=False)
