"""A result file as pydantic reads it."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from quiz.assignment.fields import (
    Closed,
    Hex,
    Index,
    Indices,
    Line,
    Moment,
    Version,
    unique,
)
from quiz.assignment.submission_data import LONGEST_TEXT, MOST_QUESTIONS
from quiz.model.constraints import Id, Whole
from quiz.model.quiz import Form
from quiz.model.submission import LONGEST_NAME

Typed = Annotated[str, Field(max_length=LONGEST_TEXT)]
"""What a learner wrote: it may be empty, and hold anything."""


class Picked(Closed):
    """Options of a choice, choices or statement."""

    way: Literal["picked"]
    """How it was answered."""
    options: Indices
    """Indices of the question's options."""


class Written(Closed):
    """Text for a number, a short answer or the blanks of a cloze."""

    way: Literal["typed"]
    """How it was answered."""
    texts: Annotated[tuple[Typed, ...], Field(min_length=1, max_length=20)]
    """One text a field, as it was typed."""


class Ordered(Closed):
    """Items of an order."""

    way: Literal["ordered"]
    """How it was answered."""
    items: Indices
    """Indices of the question's items, in the order in which the learner put them."""


class Matched(Closed):
    """Pairs of a match."""

    way: Literal["matched"]
    """How it was answered."""
    rights: Annotated[tuple[Index | None, ...], Field(max_length=1_000)]
    """For each left side the index into the question's rights; null where none was chosen."""


class Located(Closed):
    """A sentence of the passage."""

    way: Literal["located"]
    """How it was answered."""
    sentence: Whole = Field(ge=0, le=100_000)
    """The index of the sentence."""


class Taught(Closed):
    """An explanation in the learner's own words."""

    way: Literal["taught"]
    """How it was answered."""
    text: Typed
    """The explanation."""
    checked: Indices
    """Indices of the checklist's points that the learner finds in it."""


Answer = Annotated[
    Picked | Written | Ordered | Matched | Located | Taught, Field(discriminator="way")
]
"""An answer of any way of answering."""


class Reply(Closed):
    """An answer to one question."""

    answer: Answer
    """The answer, to the question as it was handed out."""
    at: Moment
    """When it was given, or last changed, with a time zone."""
    certainty: Whole | None = Field(None, ge=1, le=3)
    """How sure the learner said to be, from 1 to 3."""
    changes: Whole = Field(0, ge=0, le=1_000_000)
    """How often the learner had changed it before."""


class ResultFile(Closed):
    """The result file of one learner."""

    format: Literal["quiz result"]
    """What the file is."""
    schema_version: Literal[1] = Field(alias="schema")
    """The version of this format."""
    assignment: Hex
    """The id of the assignment."""
    quiz: Id
    """The id of the quiz."""
    version: Version
    """The version of the quiz."""
    fingerprint: Hex
    """16 hex digits that change when what the quiz asks changes; those of the whole quiz."""
    learner: Line = Field(max_length=LONGEST_NAME)
    """The learner's name or code, as it was typed."""
    form: Form | None = None
    """Which form of the quiz was asked."""
    way: Literal["program", "paper"]
    """How it was taken."""
    begun: Moment
    """When the learner began, with a time zone."""
    ended: Moment
    """When it was handed in, with a time zone."""
    looks: Whole = Field(ge=0, le=1_000_000)
    """How often the passage was opened before an answer."""
    asked: Annotated[
        tuple[Hex, ...],
        Field(min_length=1, max_length=MOST_QUESTIONS, json_schema_extra={"uniqueItems": True}),
        AfterValidator(unique),
    ]
    """The content ids of the questions that were asked, in the order in which they were."""
    replies: dict[Hex, Reply] = Field(
        max_length=MOST_QUESTIONS, json_schema_extra={"additionalProperties": False}
    )
    """The answers by the ids of their questions; what was left empty is not among them."""
    program: Line = Field(max_length=40)
    """The version of the program that wrote it."""
    checksum: Hex
    """The first 16 hex digits of the SHA-256 of all but format, schema and itself."""
