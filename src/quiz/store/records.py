"""What is kept of an attempt: plain records, each of which may be written twice without harm."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from quiz.store.purpose import Purpose


@dataclass(frozen=True, slots=True)
class Planned:
    """A question as an attempt asks it."""

    question: str
    """Its id."""
    fingerprint: str
    """The fingerprint of its text and key."""
    layout: tuple[int, ...]
    """The order in which its parts are shown."""


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt was begun."""

    attempt: str
    """The attempt's key."""
    quiz: str
    """The quiz's id."""
    version: int
    """The quiz's version."""
    title: str
    """The quiz's title."""
    path: str | None
    """The file that the quiz was read from."""
    purpose: Purpose
    """What the attempt is for."""
    mode: str
    """When answers are explained."""
    form: str | None
    """Which form is asked: pre or post."""
    certainty: bool
    """Whether the learner is asked how sure they are."""
    seed: int
    """What the order was drawn from."""
    at: datetime
    """When."""
    plan: tuple[Planned, ...]
    """Its questions, in the order in which they are asked."""
    assignment: str | None = None
    """The id of the assignment that is taken, in an exercise."""
    learner: str | None = None
    """The learner's name or code, in an exercise."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question was answered."""

    attempt: str
    """The attempt's key."""
    quiz: str
    """The quiz's id."""
    version: int
    """The quiz's version."""
    question: str
    """The question's id."""
    fingerprint: str
    """The fingerprint of its text and key."""
    purpose: Purpose
    """What the attempt is for."""
    answer: Mapping[str, Any]
    """The answer as plain data."""
    fraction: float
    """The share of the points that it earned."""
    parts: tuple[bool, ...]
    """Whether each part of it is right."""
    scored: bool
    """Whether the question earns points at all."""
    certainty: int | None
    """How sure the learner said to be, from 1 to 3."""
    at: datetime
    """When."""

    @property
    def seal(self) -> int:
        """The checksum of all that is kept of the answer."""
        data = to_data(self) | {"fraction": float(self.fraction)}
        text = json.dumps(data, sort_keys=True, separators=(",", ":"))
        return zlib.crc32(text.encode())


@dataclass(frozen=True, slots=True)
class Moved:
    """The learner went to another question, flagged one or looked at the passage."""

    attempt: str
    """The attempt's key."""
    place: int
    """The index of the question on the screen."""
    flagged: tuple[int, ...]
    """Indices of the flagged questions."""
    looks: int
    """How often the passage was opened before an answer."""


@dataclass(frozen=True, slots=True)
class Replanned:
    """An attempt was taken up again after its quiz was edited."""

    attempt: str
    """The attempt's key."""
    plan: tuple[Planned, ...]
    """Its questions as they are now."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An attempt is over."""

    attempt: str
    """The attempt's key."""
    quiz: str
    """The quiz's id."""
    purpose: Purpose
    """What the attempt was for."""
    at: datetime
    """When."""
    result: Mapping[str, Any] | None
    """The result as plain data; None where the attempt was left unfinished."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """An exercise is to be handed in."""

    attempt: str
    """The attempt's key."""
    stem: str
    """What its result file is called, without its ending."""
    text: str
    """What its result file holds."""
    folder: str
    """The folder into which it goes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An exercise was handed in."""

    attempt: str
    """The attempt's key."""
    path: str
    """Its result file."""
    at: datetime
    """When."""


Record = Begun | Answered | Moved | Replanned | Ended | Submitted | Placed
"""Something to keep."""

_KINDS: Mapping[str, type[Record]] = {
    kind.__name__.lower(): kind
    for kind in (Begun, Answered, Moved, Replanned, Ended, Submitted, Placed)
}


def stamp(moment: datetime) -> str:
    """Return a time as text that sorts as the times do: ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """Return the time that `stamp` wrote."""
    return datetime.fromisoformat(text).astimezone(UTC)


def to_data(record: Record) -> dict[str, Any]:
    """Return a record as plain data that JSON can hold."""
    data = asdict(record)
    if "at" in data:
        data["at"] = stamp(data["at"])
    return {"what": type(record).__name__.lower(), **data}


def from_data(data: dict[str, Any]) -> Record:
    """Return the record that `to_data` made the data of.

    Raises:
        ValueError: the data are of no record.
    """
    try:
        fields = dict(data)
        kind = _KINDS[fields.pop("what")]
        if "at" in fields:
            fields["at"] = moment(fields["at"])
        if "purpose" in fields:
            fields["purpose"] = Purpose(fields["purpose"])
        if "plan" in fields:
            fields["plan"] = plan_from(fields["plan"])
        if "parts" in fields:
            fields["parts"] = tuple(map(bool, fields["parts"]))
        if "flagged" in fields:
            fields["flagged"] = tuple(map(int, fields["flagged"]))
        return kind(**fields)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"no record: {error}") from error


def plan_from(items: list[dict[str, Any]]) -> tuple[Planned, ...]:
    """Return a plan of its plain data."""
    return tuple(
        Planned(str(item["question"]), str(item["fingerprint"]), tuple(map(int, item["layout"])))
        for item in items
    )
