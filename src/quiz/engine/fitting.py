"""Whether an answer is one to a question at all: this needs no key."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion


def check(question: PublicQuestion, answer: Answer, passage: Passage, language: str = "en") -> None:
    """Refuse what is no answer to the question.

    Raises:
        TypeError: the question can't be answered in that way.
        ValueError: the answer names a part that the question hasn't, or leaves one out.
    """
    parts = len(question.parts)
    match question.kind, answer:
        case (("choice" | "choices" | "statement"), ChoiceAnswer(options)):
            _within(options, parts)
        case (("number" | "short"), TypedAnswer((_,))):
            pass
        case "cloze", TypedAnswer(texts):
            _as_many(texts, question.gaps, "gaps")
        case "order", OrderAnswer(items):
            _within(items, parts)
            if len(set(items)) < len(items):
                raise ValueError(f"not an order: {items}")
        case "match", MatchAnswer(rights):
            _as_many(rights, len(question.lefts), "pairs")
            _within((right for right in rights if right is not None), parts)
        case "locate", LocateAnswer(sentence):
            _within((sentence,), len(passage.sentences(language)))
        case "teach-back", TeachBackAnswer(ticked=ticked):
            _within(ticked, parts)
        case _:
            raise TypeError(f"no answer to a {question.kind} question: {answer}")


def _within(indices: Iterable[int], parts: int) -> None:
    for index in indices:
        if not 0 <= index < parts:
            raise ValueError(f"there is no part {index} of {parts}")


def _as_many(given: tuple[object, ...], wanted: int, what: str) -> None:
    if len(given) != wanted:
        raise ValueError(f"{len(given)} answers to {wanted} {what}")
