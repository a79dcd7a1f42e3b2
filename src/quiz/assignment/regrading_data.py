"""What a teacher graded over, as a file beside the results of a class holds it, and back."""

from collections.abc import Iterable
from dataclasses import fields

from quiz.assignment import file
from quiz.assignment.faults import checked
from quiz.assignment.regrading_model import RegradingFile
from quiz.model.regrading import Regrade

LARGEST = 4 * 1024 * 1024
"""Bytes that the file may have; an answer takes about 200."""


def to_text(regrades: Iterable[Regrade]) -> str:
    """Return what was graded over as the text of a file."""
    answers = [
        {field.name: getattr(one, field.name) for field in fields(one)}
        | {"at": one.at.isoformat(timespec="seconds")}
        for one in regrades
    ]
    return file.written(file.REGRADING, {"answers": answers})


def from_bytes(data: bytes) -> tuple[Regrade, ...]:
    """Return what the bytes of a file say was graded over.

    Raises:
        ValueError: they hold nothing of the kind; the first fault, as `where: what`.
    """
    found = checked(RegradingFile, file.load(data, file.REGRADING))
    return tuple(Regrade(**dict(one)) for one in found.answers)
