"""The file of an assignment as pydantic reads it: each question with what its kind needs."""

from typing import Annotated, Literal

from pydantic import Field

from quiz.assignment.fields import (
    Closed,
    Hex,
    Moment,
    Text,
    Version,
)
from quiz.assignment.submission_data import MOST_QUESTIONS
from quiz.model.constraints import Flag, Id, Language, Whole
from quiz.model.quiz import Form
from quiz.model.text import INNER_FOLDER

Ask = Annotated[Text, Field(max_length=2_000)]
Part = Annotated[Text, Field(max_length=500)]
Options = Annotated[tuple[Part, ...], Field(min_length=2, max_length=9)]
MostWords = Annotated[Whole, Field(ge=1, le=500)] | None
Items = Annotated[tuple[Part, ...], Field(min_length=2, max_length=20)]


class _Question(Closed):
    id: Hex
    """The question's name."""
    ask: Ask
    """The question, or in a statement the statement itself."""
    points: Whole = Field(1, ge=1, le=100)
    """What a full answer earns."""


class ChoiceQuestion(_Question):
    """One of several options is right."""

    kind: Literal["choice"]
    """How it is answered."""
    parts: Options
    """What answers refer to by index: options, items, words of a word bank, right sides."""
    shuffle: Flag = True
    """Whether the options may be shown in any order."""


class ChoicesQuestion(_Question):
    """Several options are right."""

    kind: Literal["choices"]
    """How it is answered."""
    parts: Annotated[tuple[Part, ...], Field(min_length=3, max_length=9)]
    """What answers refer to by index: options, items, words of a word bank, right sides."""
    shuffle: Flag = True
    """Whether the options may be shown in any order."""
    pick: Whole = Field(ge=2, le=9)
    """How many options to pick."""


class StatementQuestion(_Question):
    """A statement is true, false or not stated."""

    kind: Literal["statement"]
    """How it is answered."""


class NumberQuestion(_Question):
    """A number is typed."""

    kind: Literal["number"]
    """How it is answered."""
    unit: Text | None = Field(None, max_length=50)
    """Shown behind the field of a number."""


class ShortQuestion(_Question):
    """A word or a few are typed."""

    kind: Literal["short"]
    """How it is answered."""
    most_words: MostWords = None
    """How many words the longest right answer has: a longer one gets a second go."""


class ClozeQuestion(_Question):
    """Blanks in a sentence are filled."""

    kind: Literal["cloze"]
    """How it is answered."""
    text: Ask
    """The sentence of a cloze, with three underscores (___) for each blank."""
    parts: Annotated[tuple[Part, ...], Field(max_length=40)] = ()
    """What answers refer to by index: options, items, words of a word bank, right sides."""
    most_words: MostWords = None
    """How many words the longest right answer has: a longer one gets a second go."""


class OrderQuestion(_Question):
    """Items are put in order."""

    kind: Literal["order"]
    """How it is answered."""
    parts: Items
    """What answers refer to by index: options, items, words of a word bank, right sides."""


class MatchQuestion(_Question):
    """Left sides are paired with right sides."""

    kind: Literal["match"]
    """How it is answered."""
    lefts: Items
    """What is given in a match, each to be paired with one of the parts."""
    parts: Annotated[tuple[Part, ...], Field(min_length=3, max_length=21)]
    """What answers refer to by index: options, items, words of a word bank, right sides."""


class LocateQuestion(_Question):
    """A sentence of the passage is picked."""

    kind: Literal["locate"]
    """How it is answered."""


class TeachBackQuestion(_Question):
    """Something is explained in one's own words."""

    kind: Literal["teach-back"]
    """How it is answered."""


Question = (
    ChoiceQuestion
    | ChoicesQuestion
    | StatementQuestion
    | NumberQuestion
    | ShortQuestion
    | ClozeQuestion
    | OrderQuestion
    | MatchQuestion
    | LocateQuestion
    | TeachBackQuestion
)
"""A question of any kind, without its key."""


class Passage(Closed):
    """A text to read."""

    title: Text = Field(max_length=200)
    """The heading above the passage."""
    source: Text = Field(max_length=500)
    """Where the passage comes from, shown under its title."""
    text: Text = Field(max_length=50_000)
    """The passage itself. An empty line begins a new paragraph."""


class Definition(Closed):
    """A hard word that is explained."""

    term: Text = Field(max_length=100)
    """The word, as it stands in the passage or in a question."""
    means: Text = Field(max_length=2_000)
    """What it means, in plain words."""
    source: Text = Field(max_length=2_000)
    """Where a reader can look that up."""


class Terms(Closed):
    """How a class is to take a quiz."""

    mode: Literal["practice", "test"]
    """When answers are explained; without the key they never are."""
    count: Whole | None = Field(None, ge=1, le=100_000)
    """How many of the questions each learner is asked; left out for all."""
    seed: Whole | None = Field(None, ge=0, lt=10**18)
    """The seed of the order, the same for all; left out for another one for each learner."""
    form: Form | None = None
    """Which form of the quiz it is."""
    certainty: Flag = False
    """Whether learners are asked how sure they are."""
    instructions: Text | None = Field(None, max_length=5_000)
    """What the teacher says before the first question."""
    until: Moment | None = None
    """Until when to hand in, with a time zone."""
    folder: str | None = Field(None, max_length=1_000, pattern=INNER_FOLDER)
    """Where to hand in: a folder inside that of the file, as results/7b; left out for beside it."""


class AssignmentFile(Closed):
    """A quiz as it is handed out to a class."""

    format: Literal["quiz assignment"]
    """What the file is."""
    schema_version: Literal[1] = Field(alias="schema")
    """The version of this format."""
    id: Hex
    """16 hex digits, new for each handing out."""
    quiz: Id
    """The id of the quiz."""
    version: Version
    """The version of the quiz."""
    fingerprint: Hex
    """16 hex digits that change when what the quiz asks changes; those of the whole quiz."""
    title: Text = Field(max_length=200)
    """The title of the quiz."""
    language: Language
    """The language of the quiz."""
    terms: Terms
    """How to take it."""
    passage: Passage
    """The text that the questions are about."""
    questions: Annotated[
        tuple[Annotated[Question, Field(discriminator="kind")], ...],
        Field(min_length=1, max_length=MOST_QUESTIONS),
    ]
    """The questions without their key, each under its content id."""
    glossary: Annotated[tuple[Definition, ...], Field(max_length=1_000)] = ()
    """Hard words that are explained, but for those whose meaning may answer a question."""
    source: Text | None = None
    """The quiz file as its author wrote it, where the key was to go along."""
