"""An assignment as plain data, which the file for a class holds as JSON, and back."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any

from quiz.assignment import file, shape
from quiz.assignment.shape import Node
from quiz.assignment.submission_data import HEX, MOST_QUESTIONS, QUIZ, VERSION
from quiz.engine.redaction import content_id
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.model.question import VERDICTS

LARGEST = 4 * 1024 * 1024
"""Bytes that the file of an assignment may have; one of 30 questions has about 20,000."""
MOST_SEED = 10**18
"""A seed is smaller than that."""

_PART = shape.text(500)
_ASK = shape.text(2_000)
_COMMON = {"id": HEX, "ask": _ASK}
_POINTS = {"points": shape.whole(1, 100)}


def _kind(name: str, required: Node, optional: Node | None = None) -> Node:
    constant = {"kind": {"type": "string", "const": name}}
    return shape.fields({**constant, **_COMMON, **required}, {**_POINTS, **(optional or {})})


QUESTION = shape.variants(
    _kind("choice", {"parts": shape.several(_PART, 9, 2)}, {"shuffle": shape.TRUTH}),
    _kind(
        "choices",
        {"parts": shape.several(_PART, 9, 3), "pick": shape.whole(2, 9)},
        {"shuffle": shape.TRUTH},
    ),
    _kind("statement", {}),
    _kind("number", {}, {"unit": shape.text(50)}),
    _kind("short", {}),
    _kind("cloze", {"text": _ASK}, {"parts": shape.several(_PART, 40)}),
    _kind("order", {"parts": shape.several(_PART, 20, 2)}),
    _kind(
        "match",
        {"lefts": shape.several(_PART, 20, 2), "parts": shape.several(_PART, 21, 3)},
    ),
    _kind("locate", {}),
    _kind("teach-back", {}),
)
"""The shape of a question without its key: what its kind needs, and no more."""

PASSAGE = shape.fields(
    {"title": shape.text(200), "source": shape.text(500), "text": shape.text(50_000)}
)
"""The shape of the passage."""

TERMS = shape.fields(
    {"mode": shape.one_of("practice", "test")},
    {
        "count": shape.whole(1, 100_000),
        "seed": shape.whole(0, MOST_SEED - 1),
        "form": shape.one_of("pre", "post"),
        "certainty": shape.TRUTH,
        "instructions": shape.text(5_000),
        "until": shape.MOMENT,
        "folder": shape.line(1_000),
    },
)
"""The shape of how it is to be taken."""

ASSIGNMENT = shape.fields(
    {
        "id": HEX,
        "quiz": QUIZ,
        "version": VERSION,
        "fingerprint": HEX,
        "title": shape.text(200),
        "language": shape.text(35, "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
        "terms": TERMS,
        "passage": PASSAGE,
        "questions": shape.several(QUESTION, MOST_QUESTIONS, 1),
    },
    {"source": {"type": "string", "maxLength": LARGEST, "format": "a quiz file"}},
)
"""The shape of an assignment."""


def to_text(assignment: Assignment) -> str:
    """Return an assignment as the text of a file."""
    return file.written(file.ASSIGNMENT, to_data(assignment))


def from_bytes(data: bytes) -> Assignment:
    """Return the assignment that the bytes of a file hold.

    Raises:
        ValueError: they hold none; the first fault, in words.
    """
    return from_data(file.load(data, file.ASSIGNMENT))


def to_data(assignment: Assignment) -> dict[str, Any]:
    """Return an assignment as plain data that JSON can hold; what is as ever is left out."""
    passage = assignment.passage
    data = {
        "id": assignment.id,
        "quiz": assignment.quiz,
        "version": assignment.version,
        "fingerprint": assignment.fingerprint,
        "title": assignment.title,
        "language": assignment.language,
        "terms": _terms_data(assignment.terms),
        "passage": {"title": passage.title, "source": passage.source, "text": passage.text},
        "questions": [_question_data(question) for question in assignment.questions],
    }
    return data if assignment.source is None else data | {"source": assignment.source}


def from_data(data: object) -> Assignment:
    """Return the assignment that `to_data` made the data of.

    Raises:
        ValueError: they are of none; the first fault as `where: what`.
    """
    shape.check(data, ASSIGNMENT)
    assert isinstance(data, dict)  # noqa: S101  checked above
    passage = Passage(**data["passage"])
    questions = tuple(_questions(data["questions"], passage))
    return Assignment(
        **data | {"passage": passage, "terms": _terms(data["terms"]), "questions": questions}
    )


def _terms_data(terms: AssignmentSettings) -> dict[str, Any]:
    data = {field.name: getattr(terms, field.name) for field in fields(AssignmentSettings)}
    data["until"] = terms.until.isoformat() if terms.until else None
    return {name: value for name, value in data.items() if value is not None and value is not False}


def _terms(data: dict[str, Any]) -> AssignmentSettings:
    until = data.get("until")
    return AssignmentSettings(**data | {"until": datetime.fromisoformat(until) if until else None})


def _question_data(question: PublicQuestion) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": question.kind, "id": question.id, "ask": question.ask}
    values = {
        "text": question.text,
        "lefts": list(question.lefts),
        "parts": [] if question.kind == "statement" else list(question.parts),
        "unit": question.unit,
    }
    data |= {name: value for name, value in values.items() if value}
    if question.kind == "choices":
        data["pick"] = question.pick
    if question.kind in {"choice", "choices"} and not question.shuffle:
        data["shuffle"] = False
    return data if question.points == 1 else data | {"points": question.points}


def _questions(items: list[dict[str, Any]], passage: Passage) -> Iterator[PublicQuestion]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        question, where = _question(item), f"questions[{index}]"
        if question.id != content_id(question, passage):
            raise ValueError(f"{where}.id: not that of this question: the file was changed")
        if question.id in seen:
            raise ValueError(f"{where}.id: the same question twice")
        if fault := _fault(question):
            raise ValueError(f"{where}.{fault}")
        seen.add(question.id)
        yield question


def _question(item: dict[str, Any]) -> PublicQuestion:
    parts = tuple(VERDICTS.values()) if item["kind"] == "statement" else item.get("parts", ())
    lists = {"parts": tuple(parts), "lefts": tuple(item.get("lefts", ()))}
    shuffled = item["kind"] not in {"statement", "teach-back"}
    return PublicQuestion(**{"shuffle": shuffled} | item | lists)


def _fault(question: PublicQuestion) -> str | None:
    """Return what can't be in a question whose parts have the right shape."""
    if question.kind == "choices" and question.pick >= len(question.parts):
        return "pick: not fewer than there are parts"
    if question.kind == "cloze" and not 1 <= question.gaps <= 20:
        return "text: not from 1 to 20 gaps (___)"
    if question.kind == "match" and len(question.parts) <= len(question.lefts):
        return "parts: not more than there are lefts"
    return None
