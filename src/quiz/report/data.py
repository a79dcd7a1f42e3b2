"""What a class understood, as JSON: the values of the report under the names of their fields."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum, StrEnum
from typing import Any

from quiz.analysis.report import ClassReport
from quiz.analysis.script import Marked, Script
from quiz.model.answer import Answer, to_data
from quiz.model.question import KINDS
from quiz.model.quiz import Quiz

FORMAT = "quiz class report"
"""What a file says to be."""
VERSION = 1
"""The version of the format."""
ABOUT_QUIZ = ("id", "title", "version", "language")
"""What is said of the quiz."""
ABOUT_QUESTION = ("id", "kind", "topic", "skill", "difficulty", "points", "ask")
"""What is said of a question."""
SOUND = 9
"""Decimals of a number."""

_QUESTIONS = tuple(KINDS.values())


def to_json(report: ClassReport) -> str:
    """Return the report as JSON, all in ASCII; `schema.schema()` says what stands in it."""
    data = {"format": FORMAT, "schema": VERSION, **plain(report)}
    return json.dumps(data, ensure_ascii=True, indent=2, allow_nan=False) + "\n"


def plain(value: object) -> Any:  # noqa: ANN401  whatever JSON can hold
    """Return a value of a report as plain data.

    A quiz and a question are told in short, a script is its learner's answers, an answer is as in a
    result file, and a class has its fields.
    """
    match value:
        case Quiz():
            return {name: plain(getattr(value, name)) for name in ABOUT_QUIZ}
        case Script():
            return {"learner": value.learner, "answers": _answers(value)}
        case Enum() | StrEnum():
            return value.value
        case float():
            return round(value, SOUND)
        case Mapping():
            return {str(plain(key)): plain(one) for key, one in value.items()}
        case tuple():
            return [plain(one) for one in value]
    if isinstance(value, _QUESTIONS):
        return {name: plain(getattr(value, name)) for name in ABOUT_QUESTION}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _answers(script: Script) -> dict[str, Any]:
    return {name: _marked(one) for name, one in script.marked.items()}


def _marked(marked: Marked | None) -> dict[str, Any] | None:
    if marked is None:
        return None
    answer: Answer = marked.answer
    return {
        "answer": to_data(answer),
        "fraction": round(marked.fraction, SOUND),
        "certainty": marked.certainty,
    }
