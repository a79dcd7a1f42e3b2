"""A quiz as the text of a quiz file: in JSON, which is YAML too."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from quiz.model.quiz import Quiz


def to_text(quiz: Quiz) -> str:
    """Return a quiz as the text of a file that is read as that quiz; what is empty is left out."""
    return json.dumps(asdict(quiz, dict_factory=_filled), indent=1, ensure_ascii=False)


def _filled(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if value not in (None, (), {})}
