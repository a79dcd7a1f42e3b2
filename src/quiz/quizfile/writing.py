"""A quiz as the text of a quiz file: as a person writes it, or in JSON, which is YAML too."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.quizfile import yaml_writer

_FIRST = ("id", "kind", "draft", "topic", "skill", "ask")
"""The keys that a question begins with; those of its kind follow."""
_LAST = ("evidence", "explain", "difficulty", "hint", "points", "group", "note", "claims", "waive")
_APART = frozenset({"topics", "terms", "passage", "know", "claims", "forms"})
"""The keys of a quiz before which a line is left empty."""
_LINE = 98
"""Characters of a line of the passage, which stands two further right."""


def to_text(quiz: Quiz) -> str:
    """Return a quiz as the text of a file that is read as that quiz; what is empty is left out."""
    return json.dumps(as_data(quiz), indent=1, ensure_ascii=False)


def head_to_yaml(quiz: Quiz) -> str:
    """Return what stands before the questions of a quiz, as a person writes it."""
    return "".join(_head(quiz))


def question_to_yaml(question: Question | Mapping[str, Any]) -> str:
    """Return a question, or its data, as one of the list of a quiz; its first line has a hyphen."""
    return yaml_writer.to_text([as_data(question)])


def as_data(value: Any) -> Any:
    """Return a part of a quiz as plain data, as its file holds it."""
    if is_dataclass(value):
        return {name: as_data(getattr(value, name)) for name in _names(value)}
    if isinstance(value, Mapping):
        return {name: as_data(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [*map(as_data, value)]
    return str(value) if isinstance(value, StrEnum) else value


def _head(quiz: Quiz) -> Iterator[str]:
    data = as_data(replace(quiz, questions=()))
    del data["questions"]
    if quiz.passage.text:
        data["passage"]["text"] = _in_lines(quiz.passage.text)
    for key, value in data.items():
        yield "\n" * (key in _APART) + yaml_writer.to_text({key: value})


def _names(value: Any) -> Iterator[str]:
    """Yield the fields that have to be said, in the order in which a person says them."""
    said = [each.name for each in fields(value) if _is_said(value, each)]
    if not isinstance(value, Question):
        return iter(said)
    own = (name for name in said if name not in {*_FIRST, *_LAST})
    return (name for name in (*_FIRST, *own, *_LAST) if name in said)


def _is_said(value: object, field: Field[Any]) -> bool:
    """Return whether a field is other than if the file did not name it."""
    usual = field.default if field.default_factory is MISSING else field.default_factory()
    return field.name == "kind" or getattr(value, field.name) != usual


def _in_lines(text: str) -> str:
    """Return a passage in lines that fit a page, as it is read back from."""
    wrapper = textwrap.TextWrapper(_LINE, break_long_words=False, break_on_hyphens=False)
    return "\n\n".join(map(wrapper.fill, text.split("\n\n"))) + "\n"
