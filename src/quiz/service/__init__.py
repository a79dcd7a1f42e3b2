"""The use cases that the doors share: open a quiz, take it, keep it, see what is due.

Any method of a desk may be called from any thread: calls that touch the disk take turns. Nothing
is opened or imported before it is needed.
"""

from __future__ import annotations

from importlib import import_module

from quiz.service.attempt import Attempt, Form, Purpose
from quiz.service.desk import Desk
from quiz.service.exercises import Delivered, Undelivered
from quiz.service.values import Due, Exercise, Kept, PastAnswer, PastAttempt, Shelved, Unfinished

__all__ = [
    "Attempt",
    "Delivered",
    "Desk",
    "Due",
    "Exercise",
    "Form",
    "Kept",
    "PastAnswer",
    "PastAttempt",
    "Purpose",
    "Shelved",
    "Undelivered",
    "Unfinished",
]

_WHERE = {
    "Desk": "desk",
    **dict.fromkeys(("Delivered", "Undelivered"), "exercises"),
    **dict.fromkeys(("Form", "Purpose", "Attempt"), "attempt"),
}


def __getattr__(name: str) -> object:
    """Import what is asked for, and no more: a start needs a small part of all this."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE.get(name, 'values')}"), name)
