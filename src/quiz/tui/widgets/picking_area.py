"""Options to pick: the answer area of choice, choices and statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz.model.answer import Answer, Picked
from quiz.tui.widgets.list_area import ListArea
from quiz.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator


class PickingArea(ListArea):
    """Shows the options in the order of the sitting."""

    @property
    def rows(self) -> Rows:
        """The options."""
        return self.query_one(Rows)

    def new_rows(self) -> Rows:
        """Return the options."""
        rows = Rows(
            self.asked.shown,
            several=self.question.kind == "choices",
            picked=self._picked(),
            locked=self.locked,
            spaced=True,
        )
        rows.remarks = dict(self._remarks())
        return rows

    def mark(self) -> None:
        """Say what there is to say below the options."""
        self.rows.tell(self._picked(), dict(self._remarks()))

    def draft(self) -> Answer | str:
        """Return the picked options; for one option the one under the cursor serves."""
        rows = self.rows
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
