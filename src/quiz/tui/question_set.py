"""The sets of questions that a quiz can be asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.model.quiz import Form, Quiz


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A set of questions to ask for."""

    label: str
    """What it is called."""
    count: int | None = None
    """How many at the most."""
    form: Form | None = None
    """The form that it is."""


def question_sets(quiz: Quiz, wanted: int | None) -> Iterable[QuestionSet]:
    """Yield the sets of a quiz: all, some, the number that was asked for, and its forms."""
    longest, together = quiz.longest_attempt, quiz.together
    yield QuestionSet(
        f"Full quiz ({together} questions)" if longest == together else f"{longest} of {together}"
    )
    for most in sorted({n for n in (20, 10, 5, wanted) if n}, reverse=True):
        if most < quiz.longest_attempt or most == wanted:
            yield QuestionSet(str(most), most)
    if quiz.forms:
        yield QuestionSet(f"Pretest ({len(quiz.forms.pre)} questions)", form="pre")
        yield QuestionSet(f"Posttest ({len(quiz.forms.post)} questions)", form="post")
