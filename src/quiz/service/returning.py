"""Giving something back to a class: the file for each learner, and its name."""

from collections.abc import Collection

from quiz.assignment import returned_data
from quiz.assignment.placing import returned_stem
from quiz.model.returned import Returned
from quiz.quizfile.writing import to_text


def as_file(returned: Returned) -> bytes:
    """Return the file that the learner's program opens."""
    return returned_data.to_text(returned, to_text(returned.quiz)).encode()


def file_stem(returned: Returned, taken: Collection[str]) -> str:
    """Return a name for a learner's files, without an ending; the taken ones are in small letters.

    Names that differ in capitals alone are the same to many systems: the second gets a number.
    """
    name = returned_stem(returned.quiz.id, returned.form, returned.learner)
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name}-{number}"
    return free
