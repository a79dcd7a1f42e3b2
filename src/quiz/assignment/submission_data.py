"""A submission as plain data, which a result file holds as JSON, and back.

The checksum is against damage: it is made of all the rest, and anyone can make it.
"""

import hashlib
import json
from datetime import datetime
from typing import Any

from quiz.assignment import file, shape
from quiz.assignment.shape import Node
from quiz.model import answer
from quiz.model.submission import LONGEST_NAME, Reply, Submission

LARGEST = 2 * 1024 * 1024
"""Bytes that a result file may have; one of 30 answers has about 6,000."""
LONGEST_TEXT = 20_000
"""Characters of one typed answer."""
MOST_QUESTIONS = 2_000
"""Questions that one learner may be asked."""

HEX: Node = {"type": "string", "pattern": "^[0-9a-f]{16}$"}
"""The shape of a name that the program made."""
QUIZ = shape.text(64, "^[a-z0-9][a-z0-9-]*$")
"""The shape of the id of a quiz."""
VERSION = shape.whole(1, 1_000_000)
"""The shape of the version of a quiz."""
_MOST_PARTS = 1_000
_INDEX = shape.whole(0, _MOST_PARTS - 1)
_SENTENCE = shape.whole(0, 100_000)


def _way(name: str, **parts: Node) -> Node:
    return shape.fields({"way": {"type": "string", "const": name}, **parts})


ANSWER = shape.variants(
    _way("picked", options=shape.several(_INDEX, _MOST_PARTS, unique=True)),
    _way("typed", texts=shape.several(shape.typed(LONGEST_TEXT), 20, 1)),
    _way("ordered", items=shape.several(_INDEX, _MOST_PARTS, unique=True)),
    _way("matched", rights=shape.several({**_INDEX, "type": ["integer", "null"]}, _MOST_PARTS)),
    _way("located", sentence=_SENTENCE),
    _way(
        "taught",
        text=shape.typed(LONGEST_TEXT),
        ticked=shape.several(_INDEX, _MOST_PARTS, unique=True),
    ),
)
"""The shape of an answer."""

REPLY = shape.fields({"answer": ANSWER, "at": shape.MOMENT}, {"certainty": shape.whole(1, 3)})
"""The shape of a reply."""

SUBMISSION = shape.fields(
    {
        "assignment": HEX,
        "quiz": QUIZ,
        "version": VERSION,
        "fingerprint": HEX,
        "learner": shape.line(LONGEST_NAME),
        "way": shape.one_of("program", "paper"),
        "begun": shape.MOMENT,
        "ended": shape.MOMENT,
        "looks": shape.whole(0, 1_000_000),
        "asked": shape.several(HEX, MOST_QUESTIONS, 1, unique=True),
        "replies": shape.mapping(HEX, REPLY, MOST_QUESTIONS),
        "program": shape.line(40),
        "checksum": HEX,
    },
    {"form": shape.one_of("pre", "post")},
)
"""The shape of a submission."""


def to_text(submission: Submission) -> str:
    """Return a submission as the text of a result file."""
    return file.written(file.RESULT, to_data(submission))


def from_bytes(data: bytes) -> Submission:
    """Return the submission that the bytes of a result file hold.

    Raises:
        ValueError: they hold none; the first fault, in words.
    """
    return from_data(file.load(data, file.RESULT))


def to_data(submission: Submission) -> dict[str, Any]:
    """Return a submission as plain data that JSON can hold, with its checksum."""
    data = {
        "assignment": submission.assignment,
        "quiz": submission.quiz,
        "version": submission.version,
        "fingerprint": submission.fingerprint,
        "learner": submission.learner,
        **({"form": submission.form} if submission.form else {}),
        "way": submission.way,
        "begun": submission.begun.isoformat(timespec="seconds"),
        "ended": submission.ended.isoformat(timespec="seconds"),
        "looks": submission.looks,
        "asked": list(submission.asked),
        "replies": {mark: _reply_data(reply) for mark, reply in submission.replies.items()},
        "program": submission.program,
    }
    return data | {"checksum": checksum(data)}


def from_data(data: object) -> Submission:
    """Return the submission that `to_data` made the data of.

    Raises:
        ValueError: they are of none, or their checksum is another; the first fault as
            `where: what`.
    """
    shape.check(data, SUBMISSION)
    assert isinstance(data, dict)  # noqa: S101  checked above
    rest = {name: value for name, value in data.items() if name != "checksum"}
    if data["checksum"] != checksum(rest):
        raise ValueError("checksum: the file is damaged, or was edited")
    for mark in rest["replies"].keys() - set(rest["asked"]):
        raise ValueError(f"replies.{mark}: this question was not asked")
    replies = {mark: _reply(reply) for mark, reply in rest["replies"].items()}
    moments = {name: datetime.fromisoformat(rest[name]) for name in ("begun", "ended")}
    return Submission(**rest | moments | {"asked": tuple(rest["asked"]), "replies": replies})


def checksum(data: dict[str, Any]) -> str:
    """Return 16 hex digits of the SHA-256 of data, whatever the order of their names."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _reply_data(reply: Reply) -> dict[str, Any]:
    data = {"answer": answer.to_data(reply.answer), "at": reply.at.isoformat(timespec="seconds")}
    return data if reply.certainty is None else data | {"certainty": reply.certainty}


def _reply(data: dict[str, Any]) -> Reply:
    at = datetime.fromisoformat(data["at"])
    return Reply(answer=answer.from_data(data["answer"]), at=at, certainty=data.get("certainty"))
