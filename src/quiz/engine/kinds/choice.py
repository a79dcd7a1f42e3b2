"""Options of which one is right."""

from quiz.engine.kinds.picking import OptionsKind
from quiz.model.question import Choice


class ChoiceKind(OptionsKind[Choice]):
    """Everything about a choice."""

    name = "choice"
    other_names = ("multiple choice", "multiple-choice", "single choice", "mc", "mcq")

    def miscounted(self, right: int, options: int) -> str | None:
        """Return what is wrong unless one is right."""
        if right == 0:
            return "no option is right: write `correct: true` on one of them"
        return (
            f"{right} options are right: leave one, or write `kind: choices`" if right > 1 else None
        )
