"""The key of what an attempt asks, for tests that know there is one."""

from quiz.engine.session import Presented
from quiz.model.question import Question


def with_answers(asked: Presented) -> Question:
    """Return the question with its key."""
    assert asked.with_answers is not None
    return asked.with_answers
