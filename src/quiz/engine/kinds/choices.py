"""Options of which several are right."""

from math import comb

from quiz.engine.kinds.base import Grade
from quiz.engine.kinds.picking import OptionsKind, how_many
from quiz.model.question import Choices
from quiz.model.quiz import Quiz


class ChoicesKind(OptionsKind[Choices]):
    """Everything about choices."""

    name = "choices"
    other_names = ("multiple answers", "multiple response", "multi-select")
    earns = "Where you pick several options, a wrong pick takes back a right one."

    def share(self, picked: tuple[bool, ...], right: int) -> float:
        """Return max(0, (right - wrong) / number right)."""
        return max(0.0, (picked.count(True) - picked.count(False)) / right)

    def tally(self, question: Choices, grade: Grade) -> str | None:
        """Return how many picks are right, and that wrong ones take as many back."""
        right, wrong = grade.parts.count(True), grade.parts.count(False)
        if not (right and wrong):
            return None
        takes = "a wrong pick takes one" if wrong == 1 else f"{wrong} wrong picks take {wrong}"
        return f"{right} of {how_many(question)} right, {takes} back"

    def guess(self, question: Choices, quiz: Quiz) -> float:
        """Return the mean of max(0, (right - wrong) / number right) over all picks of as many.

        Moodle gives none where several options are right; here their number is said.
        """
        right = how_many(question)
        wrong = len(question.options) - right
        earned = (
            comb(right, taken) * comb(wrong, right - taken) * max(0, 2 * taken - right)
            for taken in range(right + 1)
        )
        return sum(earned) / right / comb(right + wrong, right)

    def miscounted(self, right: int, options: int) -> str | None:
        """Return what is wrong unless two or more are right, and one is wrong."""
        if right < 2:
            return "fewer than two options are right: mark more, or write `kind: choice`"
        return "every option is right: write at least one wrong one" if right == options else None
