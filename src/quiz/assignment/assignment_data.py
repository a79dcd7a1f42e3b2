"""An assignment as the file for a class holds it, in JSON, and back."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any, get_args

from quiz.assignment import file
from quiz.assignment.assignment_model import AssignmentFile, Question
from quiz.assignment.faults import checked
from quiz.engine.kinds import KINDS
from quiz.engine.redaction import content_id
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Term

LARGEST = 4 * 1024 * 1024
"""Bytes that the file of an assignment may have; one of 30 questions has about 20,000."""
_BY_KIND = {get_args(one.model_fields["kind"].annotation)[0]: one for one in get_args(Question)}


def to_text(assignment: Assignment) -> str:
    """Return an assignment as the text of a file; what is as ever is left out."""
    data = {field.name: getattr(assignment, field.name) for field in fields(assignment)} | {
        "terms": _terms_data(assignment.terms),
        "passage": asdict(assignment.passage),
        "questions": [_question_data(question) for question in assignment.questions],
        "glossary": [asdict(term) for term in assignment.glossary],
    }
    for name in ("glossary", "source"):
        if not data[name]:
            del data[name]
    return file.written(file.ASSIGNMENT, data)


def from_bytes(data: bytes) -> Assignment:
    """Return the assignment that the bytes of a file hold.

    Raises:
        ValueError: they hold none; the first fault, as `where: what`.
    """
    found = checked(AssignmentFile, file.load(data, file.ASSIGNMENT))
    passage = Passage(**dict(found.passage))
    values = {field.name: getattr(found, field.name) for field in fields(Assignment)} | {
        "terms": AssignmentSettings(**dict(found.terms)),
        "passage": passage,
        "questions": tuple(_questions(found.questions, passage)),
        "glossary": tuple(Term(**dict(one)) for one in found.glossary),
    }
    return Assignment(**values)


def _terms_data(terms: AssignmentSettings) -> dict[str, Any]:
    data = asdict(terms) | {"until": terms.until.isoformat() if terms.until else None}
    return {name: value for name, value in data.items() if value is not None and value is not False}


def _question_data(question: PublicQuestion) -> dict[str, Any]:
    shape = _BY_KIND[question.kind]
    values = {name: getattr(question, name) for name in shape.model_fields}
    data: dict[str, Any] = shape.model_construct(**values).model_dump(exclude_defaults=True)
    return data


def _questions(found: tuple[Question, ...], passage: Passage) -> Iterator[PublicQuestion]:
    seen: set[str] = set()
    for index, one in enumerate(found):
        question, where = _question(one), f"questions[{index}]"
        if question.id != content_id(question, passage):
            raise ValueError(f"{where}.id: not that of this question: the file was changed")
        if question.id in seen:
            raise ValueError(f"{where}.id: the same question twice")
        if fault := _fault(question):
            raise ValueError(f"{where}.{fault}")
        seen.add(question.id)
        yield question


def _question(found: Question) -> PublicQuestion:
    return PublicQuestion(**{**KINDS[found.kind].fixed, **dict(found)})


def _fault(question: PublicQuestion) -> str | None:
    """Return what can't be in a question whose parts have the right shape."""
    if 1 < question.pick >= len(question.parts):
        return "pick: not fewer than there are parts"
    if question.text is not None and not 1 <= question.blanks <= 20:
        return "text: not from 1 to 20 blanks (___)"
    if question.lefts and len(question.parts) <= len(question.lefts):
        return "parts: not more than there are lefts"
    return None
