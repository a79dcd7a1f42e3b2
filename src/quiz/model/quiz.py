"""A quiz: a passage, and the questions that stand on it."""

from __future__ import annotations

from _collections_abc import Sequence  # that of collections.abc, without collections
from abc import abstractmethod
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from quiz.model.passage import Passage
from quiz.model.question import Note, Question, earns_points

Drawn = Literal["id", "kind", "topic", "skill", "group"]
"""A field that an attempt is drawn by."""

LONGEST_SITTING = 100
"""An attempt asks no more questions than that, unless more are asked for: they take an hour."""


class Status(StrEnum):
    """How a claim of the article stands against other sources."""

    OK = "ok"
    IMPRECISE = "imprecise"
    DATED = "dated"
    VAGUE = "vague"
    VIEW = "view"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that the article says, checked against other sources."""

    says: str
    """The claim, in a few words."""
    status: Status
    """ok, imprecise, dated, vague (can't be checked) or view (an opinion or advice)."""
    basis: str | None = None
    """What it was checked against."""
    unasked: str | None = None
    """Why no question asks about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Two sets of questions that share none, to ask before and after teaching."""

    pre: tuple[str, ...]
    """The ids of the questions asked before teaching."""
    post: tuple[str, ...]
    """The ids of the questions asked after it."""


class Distant(Sequence[Question]):
    """Questions that are fetched when they are asked for, each time anew."""

    @abstractmethod
    def each(self, field: Drawn) -> Sequence[Any]:
        """Return one field of every question, in their order, and fetch none of them."""

    @abstractmethod
    def fetch(self, places: Iterable[int]) -> tuple[Question, ...]:
        """Return the questions at some places, in the order of the places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A whole quiz file."""

    schema: Literal[1]
    """The version of this format: 1."""
    id: str
    """A short name of your own, in small letters, digits and hyphens. Never change it later."""
    title: str
    """What the learner sees in the list of quizzes."""
    language: str = "en"
    """The language of the quiz, as in en, fr or zh-Hans."""
    version: int = 1
    """Raise it by one when you hand out a changed quiz."""
    topics: Mapping[str, str]
    """The topics: a short name for each, and the words that the learner sees."""
    terms: tuple[str, ...] = ()
    """Hard words that plain language can't avoid; they count as familiar."""
    passage: Passage
    """The text that the quiz is about."""
    know: tuple[Note, ...] = ()
    """What to know beyond the passage: dated facts, shown with the result."""
    claims: Mapping[str, Claim] = field(default_factory=dict)
    """What the article says, claim by claim, under short ids."""
    forms: Forms | None = None
    """Which questions to ask before and which after teaching."""
    questions: Sequence[Question]
    """The questions."""

    def each(self, field: Drawn) -> Sequence[Any]:
        """Return one field of every question, in their order: cheap where there are thousands."""
        if isinstance(self.questions, Distant):
            return self.questions.each(field)
        return tuple(getattr(question, field) for question in self.questions)

    def at(self, places: Iterable[int]) -> tuple[Question, ...]:
        """Return the questions at some places, in the order of the places."""
        if isinstance(self.questions, Distant):
            return self.questions.fetch(places)
        return tuple(self.questions[place] for place in places)

    def named(self, ids: Collection[str]) -> dict[str, Question]:
        """Return the questions of some ids, by id and in their order; unknown ids are left out."""
        places = (place for place, id_ in enumerate(self.each("id")) if id_ in ids)
        return {question.id: question for question in self.at(places)}

    def question(self, id: str) -> Question | None:  # noqa: A002  the field's own name
        """Return the question of that id."""
        return self.named({id}).get(id)

    @property
    def scored(self) -> tuple[Question, ...]:
        """The questions that earn points."""
        return self.at(place for place, kind in enumerate(self.each("kind")) if earns_points(kind))

    @property
    def together(self) -> int:
        """How many questions go together in one attempt: of each group one."""
        groups = self.each("group")
        return groups.count(None) + len(set(groups) - {None})

    @property
    def longest_attempt(self) -> int:
        """How many questions one attempt asks at the most, unless more are asked for."""
        return min(self.together, LONGEST_SITTING)

    @property
    def minutes(self) -> int:
        """The minutes that the longest attempt takes, at 180 words or 1.5 questions a minute."""
        return max(1, round(self.passage.words() / 180 + self.longest_attempt * 2 / 3))
