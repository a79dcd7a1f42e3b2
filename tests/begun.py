"""A sitting that the history knows of, though nothing was answered yet."""

from typing import Any

from quiz.engine.selection import Wanted
from quiz.model.bank import Bank
from quiz.service import Desk, Sitting


def begun(desk: Desk, bank: Bank, wanted: Wanted, **how: Any) -> Sitting:  # noqa: ANN401
    """Return a new sitting that is kept on disk, as it is once its first question is read."""
    sitting = desk.draw(bank, wanted, **how)
    return desk.keep(sitting, sitting.session)
