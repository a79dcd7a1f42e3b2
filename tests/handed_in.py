"""What learners hand in, made without an attempt."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quiz.engine.redaction import quiz_content_id, redact, redacted_answer
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz
from quiz.model.submission import Reply, Submission

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
"""When everything is handed in."""


def hand_in(
    quiz: Quiz, learner: str, answers: Mapping[str, Answer], /, **other: object
) -> Submission:
    """Return what a learner hands in who was asked all of a quiz."""
    replies = {
        redact(question, quiz.passage).id: Reply(
            answer=redacted_answer(question, answers[question.id]), at=NOON
        )
        for question in quiz.questions
        if question.id in answers
    }
    made = Submission(
        assignment="0123456789abcdef",
        quiz=quiz.id,
        version=quiz.version,
        fingerprint=quiz_content_id(quiz),
        learner=learner,
        begun=NOON - timedelta(minutes=20),
        ended=NOON,
        asked=tuple(redact(question, quiz.passage).id for question in quiz.questions),
        replies=replies,
        program="1.0",
    )
    return replace(made, **other)  # type: ignore[arg-type]
