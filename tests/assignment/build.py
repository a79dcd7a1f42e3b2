"""What a class is handed and hands in, made small."""

from datetime import UTC, datetime, timedelta, timezone

from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.submission import Reply, Submission

HOUR = timezone(timedelta(hours=1))
BEGUN = datetime(2026, 11, 30, 9, 0, tzinfo=HOUR)
ANSWERS: tuple[Answer, ...] = (
    ChoiceAnswer(frozenset({2, 0})),
    TypedAnswer(("2019", "")),
    OrderAnswer((2, 0, 1)),
    MatchAnswer((1, None)),
    LocateAnswer(3),
    TeachBackAnswer("In my own words,\nin two lines.", frozenset({1})),
)
MARKS = tuple(f"{number:016x}" for number in range(len(ANSWERS) + 1))


def submission(learner: str = "Ada") -> Submission:
    """Return a submission with an answer of every way, and a question left empty."""
    replies = {
        mark: Reply(answer=answer, at=BEGUN + timedelta(minutes=place), certainty=place % 4 or None)
        for place, (mark, answer) in enumerate(zip(MARKS, ANSWERS, strict=False))
    }
    return Submission(
        assignment="0123456789abcdef",
        quiz="tea",
        version=2,
        fingerprint="fedcba9876543210",
        learner=learner,
        form="pre",
        begun=BEGUN,
        ended=datetime(2026, 11, 30, 8, 20, tzinfo=UTC),
        looks=3,
        asked=MARKS,
        replies=replies,
        program="1.2.3",
    )
