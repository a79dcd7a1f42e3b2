"""An attempt that isn't over, of its records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from quiz.store.records import Answered, Begun, Ended, Moved, Record, Replanned


@dataclass(frozen=True, slots=True)
class KeptAttempt:
    """An attempt as it is kept."""

    begun: Begun
    """How it was begun, with its questions as they were last planned."""
    moved: Moved
    """Where it stands."""
    answers: tuple[Answered, ...]
    """Its answers, in the order in which they were given."""


def latest(records: Sequence[Record], wanted: Callable[[Begun], bool]) -> KeptAttempt | None:
    """Return the latest attempt among records that is wanted and isn't over."""
    over = {record.attempt for record in records if isinstance(record, Ended)}
    begun = [
        record
        for record in records
        if isinstance(record, Begun) and record.attempt not in over and wanted(record)
    ]
    return _of(records, max(begun, key=lambda one: one.at)) if begun else None


def _of(records: Sequence[Record], begun: Begun) -> KeptAttempt:
    moved = Moved(begun.attempt, 0, (), 0)
    answers: dict[tuple[str, str], Answered] = {}
    for record in records:
        if record.attempt != begun.attempt:
            continue
        match record:
            case Answered():
                answers.setdefault((record.question, record.fingerprint), record)
            case Moved():
                moved = record
            case Replanned():
                begun = replace(begun, plan=record.plan)
    return KeptAttempt(begun, moved, tuple(answers.values()))
