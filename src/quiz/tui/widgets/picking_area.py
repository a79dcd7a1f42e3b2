"""Options to pick: the answer area of choice, choices and statement."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quiz.engine.feedback import Feedback
from quiz.model.answer import Answer, ChoiceAnswer
from quiz.tui.widgets.hung import Hung
from quiz.tui.widgets.list_area import ListArea
from quiz.tui.widgets.rows import Rows


class PickingArea(ListArea[Rows]):
    """Shows the options in the order of the attempt."""

    def new_rows(self) -> Rows:
        """Return the options."""
        return Rows(
            self.asked.shown,
            several=self.question.kind == "choices",
            picked=self._picked(self.given),
            locked=self.locked,
            spaced=True,
        )

    def told_rows(
        self, answer: Answer | None, feedback: Feedback | None
    ) -> tuple[Hung, ...] | None:
        """Return the options with what there is to say of each."""
        if feedback is None:
            return None
        return tuple(self.rows.told_of(self._picked(answer), dict(self._remarks(feedback))))

    def draw_told(self) -> None:
        """Show what was picked, whatever was pressed since."""
        self.rows.set_reactive(Rows.picked, self._picked(self.given))
        super().draw_told()

    def draft(self) -> Answer | str:
        """Return the picked options; for one option the one under the cursor serves."""
        rows, wanted = self.rows, self.question.pick
        picked = rows.picked if rows.picked or rows.several else {rows.cursor}
        if len(picked) != wanted:
            return f"Pick {wanted}. You have picked {len(picked)}."
        return ChoiceAnswer(frozenset(self.asked.option_order[place] for place in picked))

    def _picked(self, answer: Answer | None) -> frozenset[int]:
        given = answer.options if isinstance(answer, ChoiceAnswer) else ()
        return frozenset(
            place for place, index in enumerate(self.asked.option_order) if index in given
        )

    def _remarks(self, feedback: Feedback) -> Iterator[tuple[int, Content]]:
        """Yield for each option why it is right or wrong."""
        from quiz.tui.widgets.explanation import stand, stand_mark  # noqa: PLC0415

        for reason in feedback.reasons:
            if reason.index is not None:
                head = stand_mark(reason) + stand(reason) if reason.right or reason.yours else ""
                remark = Content.assemble(head, reason.why or "")
                yield self.asked.option_order.index(reason.index), remark
