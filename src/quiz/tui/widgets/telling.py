"""What an answer changes on the screen."""

from __future__ import annotations

from typing import NamedTuple

from quiz.engine.feedback import Feedback
from quiz.tui.widgets.hung import Hung
from quiz.tui.widgets.shown import Shown


class Telling(NamedTuple):
    """What is said around an answer and of it, in lines."""

    shown: Shown
    """The question with its answer."""
    said: Feedback | None
    """What is said of the answer, once it may be."""
    above: tuple[Hung, ...]
    """The question, and what its answer came to."""
    rows: tuple[Hung, ...] | None
    """What stands in the place of the rows of a list; None where they stay."""
    below: tuple[Hung, ...]
    """The explanation."""
