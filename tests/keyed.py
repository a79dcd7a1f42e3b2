"""The key of what an attempt asks, for tests that know there is one."""

from quiz.engine.selection import Presented
from quiz.model.question import Question


def keyed(asked: Presented) -> Question:
    """Return the question with its key."""
    assert asked.keyed is not None
    return asked.keyed
