"""A question as it stands: stem, answer, and what is said of it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, ClassVar

from textual._styles_cache import StylesCache
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var

from quiz.engine.wording import SPELLING
from quiz.model.value import dataclass
from quiz.tui.widgets.areas import area_of
from quiz.tui.widgets.hanging import BLANK, barred, hung
from quiz.tui.widgets.page import turn_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from quiz.engine.feedback import Feedback
    from quiz.engine.selection import Asked
    from quiz.engine.session import Attempt, Session
    from quiz.model.answer import Answer
    from quiz.model.bank import Bank
    from quiz.model.posed import Kind, Posed
    from quiz.tui.widgets.answer_area import AnswerArea
    from quiz.tui.widgets.hanging import Hung


@dataclass(frozen=True, slots=True)
class Shown:
    """What the view draws: a new value anew, an answer to what stands there in its place."""

    asked: Asked
    """The question as the sitting asks it."""
    attempt: Attempt | None
    """Its answer."""
    explained: bool
    """Whether the answer is explained."""
    draft: Answer | None
    """An answer that is not marked yet: to be respelled, or to be said how sure of."""
    respell: bool
    """Whether the draft was one slip from right."""
    unsure: bool
    """Whether it is asked how sure the learner is."""

    def answers(self, before: Shown) -> bool:
        """Return whether it is what stood there before, and now has its answer."""
        return before.waits and not self.waits and before.asked == self.asked

    @property
    def answer(self) -> Answer | None:
        """The answer that was given, or that waits to be."""
        return self.attempt.answer if self.attempt else self.draft

    @property
    def waits(self) -> bool:
        """Whether it waits for an answer."""
        return self.attempt is None and not self.explained

    @classmethod
    def of(cls, session: Session, draft: Answer | None) -> Shown:
        """Return what to draw of a sitting; a draft is an answer to be said how sure of."""
        return cls(
            asked=session.current,
            attempt=session.attempt,
            explained=session.explained,
            draft=draft or session.respell,
            respell=session.respell is not None,
            unsure=draft is not None,
        )


class QuestionView(VerticalScroll, inherit_bindings=False):
    """Draws one question of a sitting; left and right are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Scroll up", show=False, id="view.up"),
        Binding("down", "scroll_down", "Scroll down", show=False, id="view.down"),
        Binding("space", "page", "More", id="view.page"),
    ]

    DEFAULT_CSS: ClassVar[str] = """
    QuestionView {
        scrollbar-gutter: stable;
        AnswerArea { max-width: 90; padding-right: 1; }
        ListArea { padding-right: 0; }
        ListArea Hanging { padding-right: 1; }
        TypingArea, ClozeArea, LocatingArea { margin-bottom: 1; }
        TypingArea.-told .below, LocatingArea.-told .below { margin-top: 0; }
    }
    """

    shown: var[Shown | None] = var(None, init=False)
    """What is drawn."""
    hinted: var[bool] = var(default=False, init=False)
    """Whether the hint is shown."""

    def __init__(self, bank: Bank, *, notice: str = "") -> None:
        super().__init__()
        self.notice = notice
        """What stands above the question; it goes when the question is drawn anew without it."""
        self.bank = bank
        """The quiz."""
        self.drawn: Shown | None = None
        """What stands on the screen; nothing while it is drawn anew."""
        self.area: AnswerArea | None = None
        """Where the question is answered."""

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        shown = self.shown
        if shown is None:
            return
        said = self._feedback(shown)
        self.area = area = self._new_area(shown, said)
        area.above, area.below = tuple(self._above(shown, said)), self._below(area, said)
        yield area
        if shown.unsure:
            from quiz.tui.widgets.certainty_rows import CertaintyRows  # noqa: PLC0415

            yield CertaintyRows()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Scroll only where there is more than fits."""
        del parameters
        return action not in {"page", "scroll_up", "scroll_down"} or self.max_scroll_y > 0

    def action_page(self) -> None:
        """Scroll by one page, from the end back to the start."""
        turn_page(self)

    def on_mount(self) -> None:
        """Take the first answer, with the focus where it goes."""
        self.drawn = self.shown
        self.focus_answer()

    def watch_shown(self, before: Shown | None, shown: Shown) -> None:
        """Say in place what there is to say of an answer; draw all else anew."""
        if self.area and before and before == self.drawn and shown.answers(before):
            self._tell(self.area, shown)
        else:
            self.drawn = None
            self.refresh(recompose=True)

    async def recompose(self) -> None:
        """Draw anew from the top, with the focus where the answer goes."""
        self.drawn, drawing = None, self.shown
        await super().recompose()
        self.call_after_refresh(_let_go)
        self.drawn = drawing
        self.scroll_home(animate=False)
        self.focus_answer()

    def watch_hinted(self) -> None:
        """Show the hint, or not."""
        if self.area and self.shown and self.shown == self.drawn:
            self.area.ask(self._above(self.shown, self._feedback(self.shown)))

    def _tell(self, area: AnswerArea, shown: Shown) -> None:
        said = self._feedback(shown)
        area.above, area.below = tuple(self._above(shown, said)), self._below(area, said)
        area.tell(shown.answer, said)
        for asking in self.query("CertaintyRows"):
            asking.remove()
        self.drawn = shown
        self.scroll_home(animate=False)
        self.focus_answer()

    def focus_answer(self) -> None:
        """Put the focus where the learner goes on."""
        unsure = self.shown is not None and self.shown.unsure
        for asking in self.query("CertaintyRows") if unsure else ():
            asking.query("Rows").focus()
            self.call_after_refresh(asking.scroll_visible, animate=False)
            return
        field = self.area.field() if self.area else None
        (field or self).focus(scroll_visible=False)

    def _feedback(self, shown: Shown) -> Feedback | None:
        keyed = shown.asked.keyed
        if keyed is None or not shown.explained:
            return None
        from quiz.engine.feedback import feedback  # noqa: PLC0415  once there is an answer

        return feedback(keyed, shown.attempt, self.bank.passage, self.bank.language)

    def _new_area(self, shown: Shown, said: Feedback | None) -> AnswerArea:
        question, answer = shown.asked.posed, shown.answer
        locked = not shown.waits or shown.unsure
        if question.kind == "locate":
            from quiz.tui.widgets.locating_area import LocatingArea  # noqa: PLC0415

            return LocatingArea(shown.asked, answer, self.bank, locked=locked, feedback=said)
        return area_of(question.kind)(shown.asked, answer, locked=locked, feedback=said)

    def _above(self, shown: Shown, said: Feedback | None) -> Iterator[Hung]:
        """Yield the question, and what its answer came to."""
        question = shown.asked.posed
        if self.notice:
            yield from (barred("$secondary", self.notice), BLANK)
        yield hung("", Content.styled(self._head(shown), "$muted"))
        yield from (hung("", Content.styled(question.ask, "bold")), BLANK)
        if self.hinted and question.hint:
            yield from (barred("$secondary", f"Hint: {question.hint}"), BLANK)
        if not shown.waits:
            yield from (hung("", _verdict(shown, said)), BLANK)
        if shown.respell:
            yield from (barred("$secondary", SPELLING), BLANK)

    def _below(self, area: AnswerArea, said: Feedback | None) -> tuple[Hung, ...]:
        """Return the explanation, once it may be given."""
        keyed = area.asked.keyed
        if said is None or keyed is None:
            return ()
        from quiz.tui.widgets.explanation import explanation  # noqa: PLC0415

        return tuple(explanation(keyed, self.bank, said, reasons=not area.EXPLAINS))

    def _head(self, shown: Shown) -> str:
        """Return what to do, and after the answer the topic: its words may give the answer away."""
        keyed = shown.asked.keyed
        if keyed is None or not shown.explained:
            return instruction(shown.asked.posed)
        return self.bank.topics.get(keyed.topic, keyed.topic)


def _verdict(shown: Shown, said: Feedback | None) -> Content:
    """Return what an answer came to, where that is said."""
    if said is None:
        return ANSWERED if shown.attempt else Content("")
    from quiz.tui.widgets.explanation import verdict_line  # noqa: PLC0415

    return verdict_line(said.verdict, shown.asked.posed.points, shown.attempt)


ANSWERED = Content.assemble(("• Answered", "bold $primary"), "   Your answer is kept.")
"""What is said of an answer that isn't explained."""


def _let_go() -> None:
    """Let go of the widgets that were drawn before, which a cache of Textual's holds on to."""
    StylesCache.get_inner_outer.cache_clear()
    gc.collect()


INSTRUCTIONS: dict[Kind, str] = {
    "choice": "Pick one",
    "statement": "True, false, or not stated in the passage?",
    "number": "Type a number",
    "short": "Type a word or two",
    "cloze": "Fill the gaps",
    "order": "Put them in order",
    "match": "Match each line; one choice is left over",
    "locate": "Find the sentence in the passage",
    "teach-back": "In your own words, not scored",
}
"""What to do, in a few words."""


def instruction(question: Posed) -> str:
    """Return what to do with a question, in a few words."""
    return f"Pick {question.pick}" if question.kind == "choices" else INSTRUCTIONS[question.kind]
