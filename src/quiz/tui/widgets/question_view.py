"""A question as it stands: its stem, its answer, and what is said of it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widgets import Input, Static, TextArea

from quiz.engine.certainty import Certainty
from quiz.engine.drafts import MARK
from quiz.engine.feedback import Feedback, feedback
from quiz.engine.session import Session
from quiz.engine.wording import FIRST_LINE_KEPT, MEANT, earned_for_certainty, once_more
from quiz.model.answer import Answer
from quiz.model.span import Span
from quiz.tui.widgets.answers import ANSWER_WIDGETS, instruction
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.certainty_rows import CertaintyRows
from quiz.tui.widgets.explanation import Explanation, verdict_line
from quiz.tui.widgets.hard_words import underlined
from quiz.tui.widgets.inputs import Field, Typing
from quiz.tui.widgets.lists import ChoiceList
from quiz.tui.widgets.page_scroll import PageScroll


class QuestionView(PageScroll):
    """Draws one question of an attempt."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "type", "Type", id="question.type"),
    ]

    hinted: var[bool] = var(default=False, toggle_class="-hinted", bindings=True)
    """Whether the hint is shown."""
    missing: var[str] = var("", toggle_class="-missing")
    """What to do before the answer can be confirmed; it goes with the question."""

    def __init__(self, session: Session, *, notice: str = "") -> None:
        super().__init__()
        self.session = session
        self.notice = notice
        """What stands above the first question until it is answered."""
        self.answer: AnswerWidget | None = None
        """Where the question is answered; nothing while it is drawn anew."""
        self._ask = Content()
        self._draft = ""

    @property
    def feedback(self) -> Feedback | None:
        """What is said of the answer, once it may be."""
        session, question = self.session, self.session.current.with_answers
        if question is None or not session.shows_explanation:
            return None
        return feedback(question, session.response, session.quiz)

    @property
    def evidence(self) -> tuple[Span, ...]:
        """What of the passage proves the answer, once that may be said."""
        session, question = self.session, self.session.current.with_answers
        return session.quiz.evidence(question) if question and session.shows_explanation else ()

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        session, said = self.session, self.feedback
        self._ask = underlined(Content.styled(session.question.ask, "bold"), session.quiz.glossary)
        question = session.current.with_answers
        self._draft = MARK if question and session.quiz.is_draft(question) else ""
        if self.notice and not session.response:
            yield Static(self.notice, classes="aside passing", markup=False)
        yield Static(self._stem(), id="stem", markup=False)
        if session.question.hint:
            hint = f"Hint: {session.question.hint}"
            yield Static(hint, id="hint", classes="aside", markup=False)
        if _said(session):
            yield self._verdict(said)
        if session.response and session.response.meant:
            yield Static(MEANT, classes="aside", markup=False)
        if session.second_go:
            yield Static(
                once_more(session.second_go, session.current.public),
                classes="aside passing",
                markup=False,
            )
        self.answer = self._answer_widget(said)
        yield self.answer
        if session.takes_answer and session.response and session.response.certainty:
            yield CertaintyRows(session.response.certainty)
        yield from self._explanation(said)
        yield Static(id="missing", markup=False)
        self.set_class(not _said(session) and self.answer.LONG, "-long")

    def show(self, session: Session) -> None:
        """Show an attempt as it stands: an answer to the question in place, all else anew."""
        before, self.session, self.missing = self.session, session, ""
        first = before.current is session.current and not _said(before) and _said(session)
        if first and not session.takes_answer and self.answer and self.answer.is_mounted:
            self._explain(self.answer)
        elif _look(before) != _look(session):
            self.answer = None
            self.refresh(recompose=True)

    @on(ChoiceList.Picked)
    @on(Input.Changed)
    @on(TextArea.Changed)
    def _changed(self) -> None:
        """Say no longer what was missing."""
        self.missing = ""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Bring what is typed into sight, with the words to choose from where both have room."""
        for shown in (*self.query(".words"), event.input):
            self.call_after_refresh(shown.scroll_visible, animate=False, immediate=True)

    @on(AnswerWidget.Incomplete)
    def _incomplete(self, event: AnswerWidget.Incomplete) -> None:
        self.missing = event.missing

    @on(Field.Cut)
    def _cut(self) -> None:
        self.missing = FIRST_LINE_KEPT

    def watch_missing(self) -> None:
        """Say what is missing at the foot, where it is in sight."""
        for line in self.query("#missing").results(Static):
            line.update(self.missing)

    def watch_hinted(self) -> None:
        """Bring the hint into sight, unless the question is just being drawn."""
        for hint in self.query("#hint") if self.hinted else ():
            self.call_after_refresh(hint.scroll_visible, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to type only where that can be done."""
        if action == "type":
            field = self.answer.field() if self.answer else None
            return self.has_focus and isinstance(field, Typing)
        return super().check_action(action, parameters)

    def action_type(self) -> None:
        """Go back into the field."""
        field = self.answer.field() if self.answer else None
        if field:
            field.focus(scroll_visible=False)

    def ask_certainty(self, draft: Answer) -> None:
        """Ask how sure the learner is of an answer that is not marked yet."""
        if self.answer:
            self.answer.settle(draft, None)
        self.mount(CertaintyRows(classes="passing"))
        self.call_after_refresh(self.focus_answer)

    @property
    def _asking(self) -> CertaintyRows | None:
        return next(iter(self.query(CertaintyRows)), None)

    @property
    def certainty(self) -> Certainty | None:
        """How sure the learner says to be, where that is asked and picked."""
        return self._asking.certainty if self._asking else None

    @property
    def enter_does(self) -> str | None:
        """The action of enter: to pick where nothing is picked, else to answer."""
        if self._asking and self.answer and self.answer.locked:
            return "answer" if self.certainty else "pick"
        return self.answer.enter_does if self.answer else None

    @property
    def changed(self) -> bool:
        """Whether what stands here is no answer that was given: none was, or another one."""
        answer, response = self.answer, self.session.response
        if response is None or (answer and answer.locked):
            return True
        if answer is None or not answer.is_mounted:
            return False
        return (answer.answer(), self.certainty) != (response.answer, response.certainty)

    def pick(self) -> None:
        """Pick what is under the cursor."""
        asking = self._asking if self.answer and self.answer.locked else self.answer
        if asking:
            asking.pick()

    def _explain(self, answer: AnswerWidget) -> None:
        """Say in place what there is to say of an answer."""
        said, response = self.feedback, self.session.response
        self.remove_class("-long")
        self.query(".passing").remove()
        self.query_one("#stem", Static).update(self._stem())
        self.mount(self._verdict(said), before=answer)
        answer.settle(response.answer if response else None, said)
        self.mount(*self._explanation(said))
        self.scroll_home(animate=False, immediate=True)
        self.focus_answer()

    async def recompose(self) -> None:
        """Draw anew from the top, with the focus where the answer goes."""
        await super().recompose()
        self.scroll_home(animate=False)
        self.focus_answer()

    def on_mount(self) -> None:
        """Take the first answer, with the focus where it goes."""
        self.focus_answer()

    def focus_answer(self) -> None:
        """Put the focus where the learner goes on."""
        for certainties in self.query("CertaintyRows.passing ChoiceList").results(ChoiceList):
            certainties.focus(scroll_visible=False)
            self.call_after_refresh(certainties.scroll_visible, animate=False)
            return
        field = (self.answer.field() if self.answer else None) or self
        if self.session.response and not self.session.tried and isinstance(field, Typing):
            field = self  # letters are keys, and enter goes on, until the field is gone to
        if not field.has_focus:
            field.focus(scroll_visible=False)

    def _stem(self) -> Content:
        """Return what to do, after the answer the topic, whose words may give it away; the stem."""
        question, quiz = self.session.current.with_answers, self.session.quiz
        if question and self.session.shows_explanation:
            head = quiz.topics.get(question.topic, question.topic)
        else:
            head = instruction(self.session.current.public)
        between = "  " if self._draft and head else ""
        return Content.assemble(
            (self._draft, "bold $warning"), (f"{between}{head}", "$muted"), "\n", self._ask
        )

    def _verdict(self, said: Feedback | None) -> Static:
        """Return what an answer came to, where that is said."""
        session = self.session
        line = CHANGEABLE if session.takes_answer else ANSWERED
        if said:
            line = verdict_line(said, session.question.points, session.response)
            if session.response and session.response.certainty:
                earned = earned_for_certainty(session.response) or ""
                line = Content.assemble(line, "\n", (earned, "$muted"))
        return Static(line, id="verdict")

    def _answer_widget(self, said: Feedback | None) -> AnswerWidget:
        session, presented = self.session, self.session.current
        given = session.tried or (session.response.answer if session.response else None)
        widget, _ = ANSWER_WIDGETS[presented.question.kind]
        return widget(presented, session.quiz, given, said, locked=not session.takes_answer)

    def _explanation(self, said: Feedback | None) -> Iterable[Explanation]:
        question = self.session.current.with_answers
        if said and question and self.answer:
            yield Explanation(question, self.session.quiz, said, reasons=not self.answer.EXPLAINS)


ANSWERED = Content.assemble(("• Answered", "bold $primary"), "   Your answer is kept.")
"""What is said of an answer that isn't explained."""
CHANGEABLE = Content.assemble(
    ("• Answered", "bold $primary"), "   You can change it until you hand in."
)
"""What is said of it while it can be changed."""


def _said(session: Session) -> bool:
    """Return whether something is said of the answer, or of there being none."""
    return session.response is not None or session.shows_explanation


def _look(session: Session) -> tuple[object, ...]:
    """Return what the look of the question on the screen depends on."""
    return session.current, session.response, session.shows_explanation, session.tried
