"""What a teacher hands out."""

from datetime import UTC, datetime, timedelta

import pytest

from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def assignment(
    terms: AssignmentSettings, questions: int = 3, source: str | None = None
) -> Assignment:
    return Assignment(
        id="0" * 16,
        quiz="tea",
        version=1,
        fingerprint="1" * 16,
        title="Tea",
        language="en",
        passage=Passage(title="Tea", source="Ours", text="Tea is hot."),
        terms=terms,
        questions=tuple(
            PublicQuestion(id=str(n), kind="short", ask="What?") for n in range(questions)
        ),
        source=source,
    )


def test_unless_more_is_said_it_is_a_test_of_all_questions() -> None:
    assert AssignmentSettings() == AssignmentSettings(
        mode="test",
        count=None,
        seed=None,
        form=None,
        certainty=False,
        instructions=None,
        until=None,
        folder=None,
    )


@pytest.mark.parametrize(("count", "asks"), [(None, 3), (2, 2), (3, 3), (9, 3)])
def test_a_learner_is_asked_as_many_as_there_are(count: int | None, asks: int) -> None:
    assert assignment(AssignmentSettings(count=count)).asks == asks


def test_the_key_goes_along_with_the_source() -> None:
    assert not assignment(AssignmentSettings()).with_answers
    assert assignment(AssignmentSettings(), source="schema: 1").with_answers


@pytest.mark.parametrize(
    ("until", "late"),
    [(None, False), (NOON, False), (NOON - timedelta(seconds=1), True), (datetime.max, False)],
)
def test_when_it_is_too_late(until: datetime | None, late: bool) -> None:
    until = until and until.replace(tzinfo=UTC)
    assert assignment(AssignmentSettings(until=until)).late(NOON) is late
