"""How sure the learner was, in lines."""

from collections.abc import Iterable

from quiz.engine.certainty import Calibration, Certainty, calibration, mark
from quiz.engine.marks import BIASES, CERTAINTIES
from quiz.engine.session import Session
from quiz.engine.wording import points
from quiz.plain.lines import heading, wrap


def sureness(session: Session, width: int) -> list[str]:
    """Return the marks that certainty earned, and the table of certainty by right and wrong."""
    judged = [
        (response.certainty, response.fraction)
        for _, response in session.scored()
        if response and response.certainty
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
        yield from wrap(f"{right:>3} right, {wrong:>3} not", width, f"{CERTAINTIES[level]:<8}")
    if table.bias:
        yield from wrap(BIASES[table.bias], width)
