"""The key of what an attempt asks, for tests that know there is one."""

from quiz.engine.selection import Asked
from quiz.model.question import Question


def keyed(asked: Asked) -> Question:
    """Return the question with its key."""
    assert asked.keyed is not None
    return asked.keyed
