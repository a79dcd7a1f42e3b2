"""A question as it stands: stem, answer, and what is said of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.reactive import var

from quiz.model.quiz import Quiz
from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.areas import area_of
from quiz.tui.widgets.page import turn_page
from quiz.tui.widgets.question_lines import above, below
from quiz.tui.widgets.shown import Shown
from quiz.tui.widgets.telling import Telling


class QuestionView(VerticalScroll, inherit_bindings=False):
    """Draws one question of an attempt; left and right are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", "Scroll up", show=False, id="view.up"),
        Binding("down", "scroll_down", "Scroll down", show=False, id="view.down"),
        Binding("space", "page", "More", id="view.page"),
    ]

    shown: var[Shown | None] = var(None, init=False)
    """What is drawn."""
    hinted: var[bool] = var(default=False, init=False)
    """Whether the hint is shown."""

    def __init__(self, quiz: Quiz, *, notice: str = "") -> None:
        super().__init__()
        self.notice = notice
        """What stands above the question until it is answered."""
        self.quiz = quiz
        """The quiz."""
        self.drawn: Shown | None = None
        """What stands on the screen; nothing while it is drawn anew."""
        self.area: AnswerArea | None = None
        """Where the question is answered; nothing while it is drawn anew."""

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        shown = self.shown
        if shown is None:
            return
        self.area = self._new_area(shown)
        self.area.frame(self._telling(self.area, shown))
        yield self.area
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
            self.area = None
            self.refresh(recompose=True)

    async def recompose(self) -> None:
        """Draw anew from the top, with the focus where the answer goes."""
        self.drawn, drawing = None, self.shown
        await super().recompose()
        self.drawn = drawing
        self.scroll_home(animate=False)
        self.focus_answer()

    def watch_hinted(self) -> None:
        """Show the hint, or not."""
        if self.area and self.shown:
            self.area.frame(self._telling(self.area, self.shown))
            self.area.draw_above()

    def _tell(self, area: AnswerArea, shown: Shown) -> None:
        area.tell(self._telling(area, shown))
        for asking in self.query("CertaintyRows"):
            asking.remove()
        self.drawn = shown
        self.scroll_home(animate=False, immediate=True)
        self.focus_answer()

    def focus_answer(self) -> None:
        """Put the focus where the learner goes on."""
        unsure = self.shown is not None and self.shown.unsure
        for asking in self.query("CertaintyRows") if unsure else ():
            asking.query("Rows").focus()
            self.call_after_refresh(asking.scroll_visible, animate=False)
            return
        field = (self.area.field() if self.area else None) or self
        if not field.has_focus:
            field.focus(scroll_visible=False)

    def _telling(self, area: AnswerArea, shown: Shown) -> Telling:
        """Return what stands around an answer, and what is told of it."""
        said, quiz = shown.feedback(self.quiz), self.quiz
        notice = self.notice if shown.waits else ""
        return Telling(
            shown,
            said,
            tuple(above(shown, said, quiz, notice=notice, hinted=self.hinted)),
            area.told_rows(shown.answer, said),
            tuple(below(shown.asked, said, quiz, reasons=not area.EXPLAINS)),
        )

    def _new_area(self, shown: Shown) -> AnswerArea:
        question, answer, said = shown.asked.public, shown.answer, shown.feedback(self.quiz)
        locked = not shown.waits or shown.unsure
        if question.kind == "locate":
            from quiz.tui.widgets.locating_area import LocatingArea  # noqa: PLC0415

            return LocatingArea(shown.asked, answer, self.quiz, locked=locked, feedback=said)
        return area_of(question.kind)(shown.asked, answer, locked=locked, feedback=said)
