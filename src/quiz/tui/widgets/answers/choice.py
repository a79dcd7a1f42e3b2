"""Options to pick: how choice, choices and statement are answered."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from quiz.model.answer import Answer, ChoiceAnswer
from quiz.tui.widgets.answers.base import AnswerWidget
from quiz.tui.widgets.explanation import stand, stand_mark
from quiz.tui.widgets.lists import ChoiceList


class ChoiceWidget(AnswerWidget):
    """The options in the order of the attempt; each says in its place why it is right or wrong."""

    EXPLAINS: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the options, with what there is to say of them."""
        choices = ChoiceList(
            self.presented.shown,
            several=self.question.pick > 1,
            picked=self._picked(),
            locked=self.locked,
            spaced=True,
        )
        if self.feedback:
            self._settle(choices)
        yield choices

    def draw_settled(self) -> None:
        """Say in its place what there is to say of each option."""
        self._settle(self.query_one(ChoiceList))

    def _settle(self, choices: ChoiceList) -> None:
        """Say in its place what there is to say of each option; the right ones stand out."""
        place = self.presented.option_order.index
        reasons = self.feedback.reasons if self.feedback else ()
        right = [place(r.index) for r in reasons if r.right and r.index is not None]
        choices.settle(self._picked(), dict(self._remarks()), right if self.feedback else None)

    @property
    def enter_does(self) -> str | None:
        """The action of enter: to pick while too few are picked, and not the one at the cursor."""
        for choices in self.query(ChoiceList):
            wanting = len(choices.picked) < self.question.pick
            return "pick" if wanting and choices.highlighted not in choices.picked else "answer"
        return None

    def pick(self) -> None:
        """Pick the option under the cursor."""
        self.query_one(ChoiceList).action_select()

    def answer(self) -> Answer | str:
        """Return the picked options."""
        picked, wanted = self.query_one(ChoiceList).picked, self.question.pick
        if len(picked) != wanted:
            return f"Pick {wanted}. You have picked {len(picked)}."
        return ChoiceAnswer(frozenset(self.presented.option_order[place] for place in picked))

    def _picked(self) -> list[int]:
        given = self.given.options if isinstance(self.given, ChoiceAnswer) else ()
        return [place for place, at in enumerate(self.presented.option_order) if at in given]

    def _remarks(self) -> Iterator[tuple[int, Content]]:
        """Yield for each option why it is right or wrong."""
        for reason in self.feedback.reasons if self.feedback else ():
            if reason.index is not None:
                head = stand_mark(reason) + stand(reason) if reason.right or reason.yours else ""
                remark = Content.assemble(head, reason.why or "")
                remark = remark if reason.why else remark.rstrip(": ")
                yield self.presented.option_order.index(reason.index), remark
