"""How long texts and lists may be, and what they are made of: for the reader and the schema."""

from collections.abc import Mapping
from typing import Any

Bound = Mapping[str, Any]
"""Keywords of a pydantic core schema."""

_ID: Bound = {"pattern": "^[a-z0-9][a-z0-9-]*$", "max_length": 64}
_LABEL: Bound = {"pattern": "^[A-Za-z0-9][A-Za-z0-9_-]*$", "max_length": 64}

TEXT: Bound = {"max_length": 500}
"""What holds for a text that is not named below."""
TEXTS: Mapping[str, Bound] = {
    "Quiz.id": _ID,
    "Quiz.title": {"max_length": 200},
    "Quiz.language": {"pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "max_length": 35},
    "Quiz.terms": {"max_length": 100},
    "Passage.title": {"max_length": 200},
    "Passage.text": {"max_length": 50_000},
    "Note.text": {"max_length": 2_000},
    "Note.as_of": {"pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"},
    "Claim.basis": {"max_length": 2_000},
    "Claim.unasked": {"max_length": 2_000},
    "_Common.id": _ID,
    "_Common.ask": {"max_length": 2_000},
    "_Common.explain": {"max_length": 2_000},
    "_Common.evidence": {"max_length": 2_000},
    "_Common.hint": {"max_length": 2_000},
    "_Common.group": _ID,
    "Cloze.text": {"max_length": 2_000},
    "Number.unit": {"max_length": 50},
}
"""What holds for the texts of a field."""
KEY: Bound = {"max_length": 64}
"""What holds for a key of a mapping that is not named below."""
KEYS: Mapping[str, Bound] = {"Quiz.topics": _ID, "Quiz.claims": _LABEL}
"""What holds for the keys of a mapping that names things."""
COUNT = (0, 1_000)
"""How few and how many values a list or mapping holds that is not named below."""
COUNTS: Mapping[str, tuple[int, int]] = {
    "Quiz.topics": (1, 100),
    "Quiz.questions": (1, 100_000),
    "Forms.pre": (1, 1_000),
    "Forms.post": (1, 1_000),
    "_Common.evidence": (0, 20),
    "_Common.waive": (0, 50),
    "Choice.options": (2, 9),
    "Choices.options": (3, 9),
    "Number.reject": (0, 100),
    "Short.accept": (1, 500),
    "Short.reject": (0, 100),
    "Gap.accept": (1, 500),
    "Gap.reject": (0, 100),
    "Cloze.gaps": (1, 20),
    "Cloze.words": (0, 20),
    "Order.items": (2, 20),
    "Match.pairs": (2, 20),
    "Locate.reject": (0, 20),
    "TeachBack.checklist": (1, 20),
}
"""How few and how many values a list or mapping holds."""
NUMBERS: Mapping[str, Bound] = {
    "Quiz.version": {"ge": 1, "le": 1_000_000},
    "_Common.points": {"ge": 1, "le": 100},
    "Number.tolerance": {"ge": 0},
}
"""What holds for the numbers of a field."""
