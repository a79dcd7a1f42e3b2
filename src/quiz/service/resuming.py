"""Finding the attempt that can be taken up again."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Connection

from quiz.store.journal import Journal
from quiz.store.records import Begun
from quiz.store.running import KeptAttempt


def kept_attempt(
    journal: Journal,
    wanted: Callable[[Begun], bool],
    on_disk: Callable[[Connection], KeptAttempt | None],
) -> KeptAttempt | None:
    """Return the open attempt that is wanted: off the disk, or what still waits to get there."""
    waiting = None if journal.write() else journal.running(wanted)
    if waiting:
        return waiting
    kept = journal.read(on_disk, None)
    if kept:
        journal.adopt(kept.begun.attempt, (kept.begun, *kept.answers, kept.moved))
    return kept
