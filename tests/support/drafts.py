"""Finished quizzes made into drafts."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from quiz.model.question import Locate, Question
from quiz.model.quiz import Quiz


def bare(quiz: Quiz) -> Quiz:
    """Return a quiz as a draft without topics, reasons, explanations and evidence."""
    return replace(quiz, draft=True, topics={}, questions=tuple(map(_bare, quiz.questions)))


def _bare(question: Question) -> Question:
    evidence = question.evidence if isinstance(question, Locate) else ()
    return replace(_unexplained(question), topic="", skill=None, explain="", evidence=evidence)  # type: ignore[no-any-return]


def _unexplained(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(map(_unexplained, part))
    if not is_dataclass(part):
        return part
    kept = {each.name: _unexplained(getattr(part, each.name)) for each in fields(part)}
    if "why" in kept:
        kept["why"] = {} if isinstance(kept["why"], dict) else None
    return replace(part, **kept)  # type: ignore[type-var]
