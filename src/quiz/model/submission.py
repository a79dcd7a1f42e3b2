"""What one learner hands in: the answers as they were given, and nothing of what they are worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from unicodedata import normalize

from quiz.model.answer import Answer
from quiz.model.problem import QuizError
from quiz.model.quiz import Form
from quiz.model.text import REPLACEMENT, clean_line, seen, without_joiners

LONGEST_NAME = 100
"""Characters of a learner's name or code."""


class NoName(QuizError):
    """A learner's name or code that can't be used."""


def named(typed: str) -> str:
    """Return a learner's name or code as it is written: on one line, nothing hidden in it.

    Raises:
        NoName: nothing is left of it, or it is too long.
    """
    name = clean_line(seen(typed))
    if not folded(name).strip(REPLACEMENT):
        raise NoName("Type your name, or the code that your teacher gave you.")
    if len(name) > LONGEST_NAME:
        raise NoName(f"A name or a code has at most {LONGEST_NAME} characters.")
    return name


def folded(learner: str) -> str:
    """Return a learner's name or code as it is compared: case, accents' form and spaces aside."""
    seen = without_joiners(clean_line(learner))
    return "".join(normalize("NFKC", normalize("NFKC", seen).casefold()).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to one question."""

    answer: Answer
    """The answer, to the question as it was handed out."""
    at: datetime
    """When it was given, or last changed, with a time zone."""
    certainty: int | None = None
    """How sure the learner said to be, from 1 to 3."""
    changes: int = 0
    """How often the learner had changed it before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """The result file of one learner."""

    assignment: str
    """The id of the assignment."""
    quiz: str
    """The id of the quiz."""
    version: int
    """The version of the quiz."""
    fingerprint: str
    """16 hex digits that change when what the quiz asks changes; those of the whole quiz."""
    learner: str
    """The learner's name or code, as it was typed."""
    form: Form | None = None
    """Which form of the quiz was asked."""
    way: Literal["program", "paper"] = "program"
    """How it was taken."""
    begun: datetime
    """When the learner began, with a time zone."""
    ended: datetime
    """When it was handed in, with a time zone."""
    looks: int = 0
    """How often the passage was opened before an answer."""
    asked: tuple[str, ...]
    """The content ids of the questions that were asked, in the order in which they were."""
    replies: Mapping[str, Reply]
    """The answers by the content ids of their questions; what was left empty is not among them."""
    program: str
    """The version of the program that wrote it."""
