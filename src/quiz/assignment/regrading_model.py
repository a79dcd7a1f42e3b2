"""The file of what was graded over, as pydantic reads it."""

from typing import Annotated, Literal

from pydantic import Field

from quiz.assignment.fields import Closed, Hex, Moment
from quiz.assignment.submission_model import Typed
from quiz.model.constraints import Id, Whole
from quiz.model.regrading import MOST, Credit


class GradedOver(Closed):
    """What all are given who gave one answer."""

    quiz: Id
    """The id of the quiz."""
    question: Hex
    """The content id of the question, as in a result file."""
    blank: Whole = Field(1, ge=1, le=20)
    """Which blank of the question, from 1."""
    answer: Typed = Field(min_length=1)
    """The answer; others that count as the same text are given the same."""
    points: Credit
    """What it is worth: all of the points, half of them, or none."""
    at: Moment
    """When that was decided, with a time zone."""


class RegradingFile(Closed):
    """What a teacher graded over in the results of a class."""

    format: Literal["quiz regrading"]
    """What the file is."""
    schema_version: Literal[1] = Field(alias="schema")
    """The version of this format."""
    answers: Annotated[tuple[GradedOver, ...], Field(max_length=MOST)]
    """The answers that are graded over. Of two entries on one answer the later one counts."""
