"""A question, its answer and its explanation: the heart of the program."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var

from quiz.engine.session import Response, Session
from quiz.model.answer import Answer
from quiz.model.text import clean
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.tui.screens.confirm_submit import ConfirmSubmitScreen
from quiz.tui.screens.overview import OverviewScreen
from quiz.tui.screens.question_keys import ASKING, KEYS
from quiz.tui.screens.terms import SessionScreen
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.passage import PassagePane
from quiz.tui.widgets.question_view import QuestionView
from quiz.tui.widgets.title_bar import TitleBar


def _not_begun() -> Attempt:
    raise LookupError("a question screen is made with an attempt")


class QuestionScreen(SessionScreen[Attempt]):
    """Holds an attempt; its widgets draw it, and each answer gives a new one.

    It gives the attempt back when its result is asked for, and when the learner leaves.
    """

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    attempt: var[Attempt] = var(_not_begun, init=False, bindings=True)
    """The attempt as it stands, kept on disk."""
    draft: var[Answer | None] = var(None, init=False, bindings=True)
    """An answer that waits for the learner to say how sure they are."""
    reading: var[bool] = var(default=False, init=False, toggle_class="-reading", bindings=True)
    """Whether the passage is open."""

    def __init__(
        self,
        service: Service,
        attempt: Attempt,
        place: tuple[int, int] | None = None,
        *,
        notice: str = "",
    ) -> None:
        super().__init__()
        self.place = place
        """Where in a review the attempt stands, from 1, and how many there are."""
        self.service = service
        self.set_reactive(QuestionScreen.attempt, attempt)
        self._told: str | None = None
        self._head, self._keys = TitleBar(), KeyFooter()
        self._view = QuestionView(attempt.session, notice=notice)
        self._pane = PassagePane(attempt.session.quiz, terms=attempt.session.quiz.glossary)

    @property
    def session(self) -> Session:
        """The attempt's session."""
        return self.attempt.session

    def compose(self) -> ComposeResult:
        """Lay out head, passage, question and keys."""
        yield from (self._head, self._pane, self._view, self._keys)

    def on_mount(self) -> None:
        """Draw the attempt."""
        self._draw_head()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Put a new attempt on disk while its first question is read."""
        if self.attempt.is_new:
            self.attempt = self.service.attempts.save(self.attempt, self.session)
        self._tell_trouble()

    def save(self, session: Session, response: Response | None = None) -> None:
        """Put a step of the attempt on disk, with the response made in it, then on the screen."""
        moved = session.position != self.session.position
        if self.session.finished:
            attempt = replace(self.attempt, session=session)
        else:
            attempt = self.service.attempts.save(self.attempt, session, response)
        if moved or response:
            self.draft = None
        if moved:
            self._view.notice = ""
            self._view.hinted = False
            self.reading = False
        self.attempt = attempt
        self._tell_trouble()
        if response and session.shows_explanation and self.has_class("-wide"):
            self.reading = True

    def _tell_trouble(self) -> None:
        """Say once why answers can't be saved, and what happened to the history."""
        trouble = self.service.store.trouble
        if trouble and trouble != self._told:
            self.notify(clean(trouble), severity="warning", markup=False, timeout=12)
        self._told = trouble
        for notice in self.service.store.notices():
            self.notify(clean(notice), markup=False, timeout=12)

    def watch_attempt(self) -> None:
        """Draw the attempt."""
        self._view.show(self.session)
        self._pane.lit = self._view.evidence if self.reading else ()
        self._draw_head()

    def watch_draft(self) -> None:
        """Ask how sure the learner is of a draft."""
        if self.draft:
            self._view.ask_certainty(self.draft)

    def _draw_head(self) -> None:
        session, head = self.session, self._head
        flag = "⚑ " * (session.position in session.flagged)
        at, count = self.place or (session.position + 1, len(session.asked))
        answered, right = session.answered, session.right
        head.title, head.place = session.quiz.title, f"{flag}{at} of {count}"
        head.share = (at - (not answered) if self.place else answered) / count
        head.score = f"{right} right" if session.answers_revealed else f"{answered} answered"
        saved = "saved ✓" if answered else ""
        self._keys.status = saved if self.attempt.saved or self.attempt.is_new else "not saved !"

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys that make sense now."""
        if action == "explain":
            return super().check_action(action, parameters)
        if self.covered:
            return action not in ASKING
        if action in {"fold", "close_passage", "leave"}:
            return action == ("close_passage" if self.reading else "leave")
        session = self.session
        waiting = session.response is None and not session.finished
        match action:
            case "pick" | "keep" | "answer" | "onward" | "finish" | "close" | "hand_in":
                return action == self._what_enter_does()
            case "end":
                return self.attempt.is_handed_in and not session.finished
            case "skip":
                return waiting and (len(session.open) > 1 or self.attempt.is_handed_in)
            case "hint":
                return (
                    session.takes_answer and bool(session.question.hint) and not self._view.hinted
                )
            case "mean":
                return self.attempt.can_be_meant
            case "flag":
                return not session.finished
        return True

    def _what_enter_does(self) -> str | None:
        """Return the action of the key that goes on."""
        session = self.session
        if session.finished:
            return "finish"
        if session.takes_answer and self._view.changed:
            return self._view.enter_does
        if session.open:
            return "onward"
        if self.place:
            return "close"
        return "hand_in" if self.attempt.is_handed_in else "finish"

    def action_pick(self) -> None:
        """Pick what is under the cursor, where nothing is picked."""
        self._view.pick()

    action_keep = action_pick

    def action_answer(self) -> None:
        """Confirm the answer, or how sure the learner is of it."""
        if self.draft:
            self.save(*self.session.answer(self.draft, self._view.certainty))
        elif self._view.answer:
            self._view.answer.submit()

    def action_onward(self) -> None:
        """Go to the next question without an answer."""
        self.save(self.session.onward())

    def action_skip(self) -> None:
        """Go on without an answer; from the only question left, to handing in."""
        if len(self.session.open) == 1:
            self.action_hand_in()
        else:
            self.action_onward()

    def action_finish(self) -> None:
        """Go to the result."""
        if not self.session.finished:
            self.save(self.session.finish())
        self.dismiss(self.attempt)

    action_close = action_finish

    def action_hand_in(self) -> None:
        """Hand in, if that is meant."""
        self.app.push_screen(ConfirmSubmitScreen(self.session), self._end)

    action_end = action_hand_in

    def _end(self, meant: bool | None) -> None:
        if meant:
            self.action_finish()

    def action_step(self, step: int) -> None:
        """Go to the question before or after."""
        self.save(self.session.go(self.session.position + step))

    def action_flag(self) -> None:
        """Set the flag of the question, or take it away."""
        self.save(self.session.flag())

    def action_mean(self) -> None:
        """Say that the answer was meant as the right one, or take that back."""
        self.attempt = self.service.attempts.mean(self.attempt)
        self._tell_trouble()

    def action_hint(self) -> None:
        """Show the hint."""
        self._view.hinted = True

    def action_passage(self) -> None:
        """Open the passage, or fold it away; a look before an answer is counted."""
        self.reading = not self.reading
        if self.reading:
            self.save(self.session.look())

    def action_overview(self) -> None:
        """List all questions, to go to one."""
        self.app.push_screen(OverviewScreen(self.session), self._go)

    def _go(self, index: int | None) -> None:
        if index is not None:
            self.save(self.session.go(index))

    def action_fold(self) -> None:
        """Fold the passage away."""
        self.reading = False

    action_close_passage = on_typing_left = action_fold

    def action_leave(self) -> None:
        """Leave the attempt."""
        self.dismiss(self.attempt)

    @property
    def covered(self) -> bool:
        """Whether the passage covers the question."""
        return self.reading and not self.has_class("-wide")

    def watch_reading(self) -> None:
        """Open the passage at what is lit, and put the focus on what is to be read or answered."""
        self._pane.lit = self._view.evidence if self.reading else ()
        self._pane.call_after_refresh(self._pane.show_lit)
        if self.covered:
            self._pane.focus(scroll_visible=False)
        elif self.reading or not self.focused or self.focused is self._pane:
            self.call_after_refresh(self._view.focus_answer)

    @on(AnswerWidget.Submitted)
    def _submitted(self, event: AnswerWidget.Submitted) -> None:
        if event.widget.locked or event.widget is not self._view.answer:
            return  # a second press, or a question that has gone: it answers nothing unseen
        if not self._view.changed:
            self.call_later(self.run_action, self._what_enter_does())
            return
        certainty = self._view.certainty
        session, response = self.session.answer(event.answer, certainty)
        asked = self.attempt.certainty and self.session.question.scored and not certainty
        if asked and response:
            self.draft = event.answer
        else:
            self.save(session, response)
