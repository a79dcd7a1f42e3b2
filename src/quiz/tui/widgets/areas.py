"""Where each kind of question is answered, imported when one of that kind is asked."""

from __future__ import annotations

# ruff: noqa: PLC0415
from quiz.model.public_question import Kind
from quiz.tui.widgets.answer_area import AnswerArea


def area_of(kind: Kind) -> type[AnswerArea]:
    """Return where a kind is answered; locate, which needs the passage too, is not among them."""
    match kind:
        case "number" | "short":
            from quiz.tui.widgets.typing_area import TypingArea

            return TypingArea
        case "cloze":
            from quiz.tui.widgets.cloze_area import ClozeArea

            return ClozeArea
        case "order":
            from quiz.tui.widgets.ordering_area import OrderingArea

            return OrderingArea
        case "match":
            from quiz.tui.widgets.matching_area import MatchingArea

            return MatchingArea
        case "teach-back":
            from quiz.tui.widgets.teaching_area import TeachingArea

            return TeachingArea
    from quiz.tui.widgets.picking_area import PickingArea

    return PickingArea
