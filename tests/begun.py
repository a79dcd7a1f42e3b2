"""An attempt that the history knows of, though nothing was answered yet."""

from typing import Any

from quiz.engine.selection import QuestionFilter
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.service.attempt import Attempt


def begun(service: Service, quiz: Quiz, wanted: QuestionFilter, **how: Any) -> Attempt:
    """Return a new attempt that is kept on disk, as it is once its first question is read."""
    attempt = service.attempts.start(quiz, wanted, **how)
    return service.attempts.save(attempt, attempt.session)
