"""The history for other programs: rows, JSON, and CSV that no spreadsheet runs."""

import csv
import io
import json
from collections.abc import Callable, Iterable
from typing import Any

from quiz.model.cell import defused
from quiz.model.text import clean_line
from quiz.store.records import ResponseRecord
from quiz.store.writing import stamp, to_data


def row(answer: ResponseRecord) -> dict[str, Any]:
    """Return an answer as names and plain values; its time is in UTC."""
    return {
        "number": answer.number,
        "at": stamp(answer.at),
        "quiz": answer.quiz,
        "version": answer.version,
        "question": answer.question,
        "fingerprint": answer.content_id,
        "attempt": answer.attempt,
        "purpose": answer.purpose.value,
        "answer": to_data(answer.answer),
        "share": answer.fraction if answer.scored else None,
        "certainty": answer.certainty,
        "meant": answer.meant,
        "changes": answer.changes,
    }


COLUMNS = (
    *("number", "at", "quiz", "version", "question", "fingerprint"),
    *("attempt", "purpose", "answer", "share", "certainty", "meant", "changes", "asked"),
)
"""The names of the columns, in their order."""


Words = Callable[[ResponseRecord], tuple[str, str]]
"""Says of an answer what was asked, and the answer, in words."""


def cells(answer: ResponseRecord, words: Words) -> tuple[str, ...]:
    """Return an answer as a row of a table: one line of clean text a column."""
    asked, said = words(answer)
    return tuple(map(_cell, {**row(answer), "asked": asked, "answer": said}.values()))


def to_json(answers: Iterable[ResponseRecord]) -> str:
    """Return answers as a JSON list of objects."""
    return json.dumps([row(answer) for answer in answers], indent=2)


def to_csv(answers: Iterable[ResponseRecord], words: Words) -> str:
    """Return answers as CSV with a heading, in words; what a spreadsheet would run is defused."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([defused(cell) for cell in cells(answer, words)] for answer in answers)
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return clean_line(str(value)).replace(";", ",")  # where some spreadsheets split a line
