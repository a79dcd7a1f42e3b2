"""A submission as a result file holds it, in JSON, and back.

The checksum is against damage: it is made of all the rest, and anyone can make it.
"""

import hashlib
import json
from dataclasses import fields
from typing import Any

from quiz.assignment import file
from quiz.model import answer
from quiz.model.submission import Reply, Submission

_SETS = {"options", "checked"}
"""What an answer holds in no order."""
LARGEST = 2 * 1024 * 1024
"""Bytes that a result file may have; one of 30 answers has about 6,000."""
LONGEST_TEXT = 20_000
"""Characters of one typed answer."""
MOST_QUESTIONS = 2_000
"""Questions that one learner may be asked."""


def to_text(submission: Submission) -> str:
    """Return a submission as the text of a result file."""
    data = {field.name: getattr(submission, field.name) for field in fields(submission)} | {
        "begun": submission.begun.isoformat(timespec="seconds"),
        "ended": submission.ended.isoformat(timespec="seconds"),
        "asked": list(submission.asked),
        "replies": {name: _reply_data(reply) for name, reply in submission.replies.items()},
    }
    if submission.form is None:
        del data["form"]
    return file.written(file.RESULT, data | {"checksum": checksum(data)})


def from_bytes(data: bytes) -> Submission:
    """Return the submission that the bytes of a result file hold.

    Raises:
        ValueError: they hold none, or were changed since; the first fault, as `where: what`.
    """
    # pydantic takes its time, and is not needed to hand in
    from quiz.assignment import faults, submission_model

    found = file.load(data, file.RESULT)
    result = faults.checked(submission_model.ResultFile, found)
    if result.checksum != checksum(found):
        raise ValueError("checksum: the file is damaged, or was edited")
    for name in result.replies.keys() - set(result.asked):
        raise ValueError(f"replies.{name}: this question was not asked")
    values = {field.name: getattr(result, field.name) for field in fields(Submission)}
    replies = {
        name: Reply(
            answer=answer_of(reply.answer.model_dump()),
            at=reply.at,
            certainty=reply.certainty,
            changes=reply.changes,
        )
        for name, reply in result.replies.items()
    }
    return Submission(**values | {"replies": replies})


def answer_of(data: dict[str, Any]) -> answer.Answer:
    """Return an answer from its plain data."""
    given: dict[str, Any] = {
        name: frozenset(part) if name in _SETS else part for name, part in data.items()
    }
    return answer.WAYS[data["way"]](**given)


def checksum(data: dict[str, Any]) -> str:
    """Return 16 hex digits of the SHA-256 of what a file says, whatever the order of its names."""
    said = {name: data[name] for name in data.keys() - {"format", "schema", "checksum"}}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _reply_data(reply: Reply) -> dict[str, Any]:
    data = {
        "answer": answer.to_data(reply.answer),
        "at": reply.at.isoformat(timespec="seconds"),
        "changes": reply.changes,
    }
    return data if reply.certainty is None else data | {"certainty": reply.certainty}
