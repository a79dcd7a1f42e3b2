"""The use cases that the doors share: open a quiz, take it, keep it, see what is due.

Any method of a desk may be called from any thread: calls that touch the disk take turns. Nothing
is opened before it is needed.
"""

from quiz.desk.desk import Desk
from quiz.desk.exercises import Delivered, Undelivered
from quiz.desk.sitting import Form, Purpose, Sitting
from quiz.desk.values import Due, Exercise, Kept, PastAnswer, PastSitting, Shelved, Unfinished

__all__ = [
    "Delivered",
    "Desk",
    "Due",
    "Exercise",
    "Form",
    "Kept",
    "PastAnswer",
    "PastSitting",
    "Purpose",
    "Shelved",
    "Sitting",
    "Undelivered",
    "Unfinished",
]
