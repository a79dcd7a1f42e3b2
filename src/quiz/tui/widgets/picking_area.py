"""Options to pick: the answer area of choice, choices and statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from quiz.model.answer import Answer, Picked
from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult


class PickingArea(AnswerArea):
    """Shows the options in the order of the sitting."""

    EXPLAINS: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """List the options."""
        yield Rows(
            self.asked.shown,
            several=self.question.kind == "choices",
            picked=self._picked(),
            locked=self.locked,
            remarks=dict(self._remarks()),
            classes="-spaced",
        )

    def draw_told(self) -> None:
        """Say what there is to say below the options."""
        self.query_one(Rows).tell(self._picked(), dict(self._remarks()))

    def field(self) -> Rows:
        """Return the list; once it is locked it leaves its keys to what is around it."""
        return self.query_one(Rows)

    def draft(self) -> Answer | str:
        """Return the picked options; for one option the one under the cursor serves."""
        rows = self.query_one(Rows)
        if not rows.picked and not rows.several:
            rows.action_pick_highlighted()
        wanted = self.question.pick
        if len(rows.picked) != wanted:
            return f"Pick {wanted}. You have picked {len(rows.picked)}."
        return Picked(frozenset(self.asked.layout[place] for place in rows.picked))

    def _picked(self) -> list[int]:
        given = self.given.options if isinstance(self.given, Picked) else frozenset()
        return [place for place, index in enumerate(self.asked.layout) if index in given]

    def _remarks(self) -> Iterator[tuple[int, Content]]:
        """Yield for each option why it is right or wrong, once that may be said."""
        if self.feedback is None:
            return
        from quiz.tui.widgets.explanation import stand, stand_mark  # noqa: PLC0415

        for reason in self.feedback.reasons:
            if reason.index is not None:
                head = stand_mark(reason) + stand(reason) if reason.right or reason.yours else ""
                remark = Content.assemble(head, reason.why or "")
                yield self.asked.layout.index(reason.index), remark
