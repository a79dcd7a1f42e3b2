"""The JSON Schemas (draft 2020-12) of the files of a class: those that the program checks by."""

from typing import Any

from quiz.assignment.assignment_model import AssignmentFile
from quiz.assignment.fields import Closed
from quiz.assignment.regrading_model import RegradingFile
from quiz.assignment.returned_model import ReturnedFile
from quiz.assignment.submission_model import ResultFile


def assignment() -> dict[str, Any]:
    """Return the JSON Schema of the file of an assignment."""
    return _schema(AssignmentFile)


def result() -> dict[str, Any]:
    """Return the JSON Schema of a result file."""
    return _schema(ResultFile)


def returned() -> dict[str, Any]:
    """Return the JSON Schema of a result that a teacher returned."""
    return _schema(ReturnedFile)


def regrading() -> dict[str, Any]:
    """Return the JSON Schema of the file of what a teacher graded over."""
    return _schema(RegradingFile)


def _schema(model: type[Closed]) -> dict[str, Any]:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
