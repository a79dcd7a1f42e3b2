"""The JSON Schemas that `quiz schema` writes, by what they are of."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from quiz.assignment import schema as class_files
from quiz.quizfile import schema as quiz_file
from quiz.report import data as report

_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "quiz": quiz_file.json_schema,
    "assignment": class_files.assignment,
    "result": class_files.result,
    "returned": class_files.returned,
    "regrading": class_files.regrading,
    "report": report.schema,
}


def schema_text(of: str) -> str:
    """Return the JSON Schema of a quiz or of a file of a class as text, no character hidden."""
    return json.dumps(_SCHEMAS[of](), indent=2) + "\n"
