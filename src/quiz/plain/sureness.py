"""How sure the learner was, in lines."""

from collections.abc import Iterable

from quiz.engine.certainty import Calibration, Certainty, Leaning, calibration, mark
from quiz.engine.session import Session
from quiz.plain.lines import heading, points, wrap

NAMES = {Certainty.LOW: "low", Certainty.MEDIUM: "medium", Certainty.HIGH: "high"}
"""What each certainty is called."""
EXPLAINED = (
    "After each answer you say how sure you are: 1 low, 2 medium, 3 high. A right answer earns "
    "1, 2 or 3 marks. A wrong one costs 0, 2 or 6. So say 3 only when you are quite sure. Your "
    "plain score stays as it is."
)
"""What is said before the first question."""
_LEANINGS = {
    Leaning.TOO_SURE: "You were more sure than you were right.",
    Leaning.FITTING: "How sure you were fits how often you were right.",
    Leaning.TOO_UNSURE: "You were right more often than you were sure.",
}


def sureness(session: Session, width: int) -> list[str]:
    """Return the marks that certainty earned, and the table of certainty by right and wrong."""
    judged = [
        (attempt.certainty, attempt.grade.fraction)
        for _, attempt in session.scored()
        if attempt and attempt.certainty
    ]
    if not judged:
        return []
    earned = sum(mark(certainty, fraction) for certainty, fraction in judged)
    most = len(judged) * mark(Certainty.HIGH, 1)
    said = f"{points(earned)} of {points(most)} marks for how sure you were"
    table = calibration(judged)
    return [*heading("How sure you were", width), *wrap(said, width), *_table(table, width)]


def _table(table: Calibration, width: int) -> Iterable[str]:
    for level in Certainty:
        right, wrong = table.right[level], table.wrong[level]
        yield from wrap(f"{right:>3} right, {wrong:>3} not", width, f"{NAMES[level]:<8}")
    if table.leaning:
        yield from wrap(_LEANINGS[table.leaning], width)
