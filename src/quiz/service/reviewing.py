"""What is due, mixed: neighbours differ in quiz and topic, none gives another away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.service.values import Due

Asking = tuple[Quiz, Question]
"""A question and the quiz that it is of."""


def mixed(due: Iterable[Due], seed: int) -> tuple[Asking, ...]:
    """Return all that is due in the order in which to ask it; of a group only one question."""
    from quiz.engine.memory import interleave  # noqa: PLC0415  not needed to take a quiz

    asked = [asking for one in due for asking in _one_of_a_group(one)]
    rng = Random(seed)  # noqa: S311  an order
    return interleave(asked, rng, lambda a: a[0].id, lambda a: a[1].topic)


def _one_of_a_group(due: Due) -> Iterator[Asking]:
    """Yield the due questions; of a group the one that is due longest."""
    questions = due.quiz.named(set(due.questions))
    groups: set[str] = set()
    for question in (questions[id_] for id_ in due.questions):
        if question.group not in groups:
            yield due.quiz, question
        if question.group is not None:
            groups.add(question.group)
