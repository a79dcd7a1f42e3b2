"""A returned result as its file holds it, in JSON, and back."""

from collections.abc import Callable
from typing import Any

from quiz.assignment import file
from quiz.assignment.faults import checked
from quiz.assignment.returned_model import ReturnedFile
from quiz.assignment.submission_data import answer_of
from quiz.model import answer
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned, ReturnedAnswer

LARGEST = 8 * 1024 * 1024
"""Bytes that the file may have; one of 30 questions has about 60,000."""


def to_text(returned: Returned, source: str) -> str:
    """Return a returned result as the text of its file; the source is that of its quiz."""
    data = {
        "assignment": returned.assignment,
        "learner": returned.learner,
        "form": returned.form,
        "looks": returned.looks,
        "source": source,
        "answers": [_filled(_answer_data(one)) for one in returned.answers],
    }
    return file.written(file.RETURNED, _filled(data))


def from_bytes(data: bytes, read: Callable[[str], Quiz]) -> Returned:
    """Return the result that the bytes of a file hold; its quiz is read from its source.

    Raises:
        ValueError: they hold none; the first fault, as `where: what`.
    """
    found = checked(ReturnedFile, file.load(data, file.RETURNED))
    return Returned(
        assignment=found.assignment,
        learner=found.learner,
        form=found.form,
        looks=found.looks,
        quiz=read(found.source),
        answers=tuple(
            ReturnedAnswer(
                question=one.question,
                answer=answer_of(one.answer.model_dump()) if one.answer else None,
                certainty=one.certainty,
                given=one.given,
            )
            for one in found.answers
        ),
    )


def _answer_data(one: ReturnedAnswer) -> dict[str, Any]:
    return {
        "question": one.question,
        "answer": answer.to_data(one.answer) if one.answer else None,
        "certainty": one.certainty,
        "given": one.given,
    }


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}
