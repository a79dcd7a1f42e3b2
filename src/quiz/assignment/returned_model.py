"""The file of a returned result as pydantic reads it."""

from typing import Annotated, Literal

from pydantic import Field

from quiz.assignment.fields import Closed, Hex, Line, Text
from quiz.assignment.submission_data import MOST_QUESTIONS
from quiz.assignment.submission_model import Answer
from quiz.model.constraints import Id, Whole
from quiz.model.quiz import Form
from quiz.model.returned import WHOLE
from quiz.model.submission import LONGEST_NAME


class ReturnedAnswer(Closed):
    """A question that was asked, and what was answered."""

    question: Id
    """The id of the question in `source`."""
    answer: Answer | None = None
    """The answer, by the indices of `source`; left out where it was left empty."""
    certainty: Whole | None = Field(None, ge=1, le=3)
    """How sure the learner said to be, from 1 to 3."""
    given: Whole | None = Field(None, ge=0, le=WHOLE)
    """What the teacher gave in the place of the key, in thousandths of the question's points."""


class ReturnedFile(Closed):
    """The result of one learner, with the key, as a teacher returns it."""

    format: Literal["quiz returned"]
    """What the file is."""
    schema_version: Literal[1] = Field(alias="schema")
    """The version of this format."""
    assignment: Hex | None = None
    """The id of the assignment."""
    learner: Line = Field(max_length=LONGEST_NAME)
    """The learner's name or code."""
    form: Form | None = None
    """Which form of the quiz was asked."""
    looks: Whole = Field(0, ge=0, le=1_000_000)
    """How often the passage was opened before an answer."""
    source: Text
    """The quiz as far as this learner was asked it, with key and reasons, as a quiz file."""
    answers: Annotated[tuple[ReturnedAnswer, ...], Field(min_length=1, max_length=MOST_QUESTIONS)]
    """The questions in the order in which they were asked, each with its answer."""
