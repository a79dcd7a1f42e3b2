"""Joining a class: who may, under which name, and with which codes."""

import secrets
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from random import Random

from quiz.engine.class_code import SEAT_LENGTH, new_code
from quiz.engine.live_class import Phase
from quiz.model.problem import QuizError
from quiz.model.seat import Seat
from quiz.model.submission import folded
from quiz.service.class_names import name_for
from quiz.service.seats import Seats
from quiz.store.class_records import ClassRecord


class ClassFull(QuizError):
    """A class in which every seat is taken."""


class ClassOver(QuizError):
    """A class that nobody can join any more."""


def new_seats(
    names: Iterable[str | None], seats: Seats, record: ClassRecord, now: datetime, rng: Random
) -> Iterator[tuple[Seat, str] | QuizError]:
    """Yield a seat and its token for each name that was typed, or why there is none."""
    taken, codes = seats.names(), seats.codes()
    for typed in names:
        try:
            name = _name(typed, record, taken, len(codes), rng)
        except QuizError as refused:
            yield refused
            continue
        code = new_code(SEAT_LENGTH, codes, rng)
        taken.add(folded(name))
        codes.add(code)
        yield Seat(id=len(codes), name=name, code=code, joined=now), new_token()


def new_token() -> str:
    """Return what makes a device known as one of a seat: 24 bytes that nobody can guess."""
    return secrets.token_urlsafe(24)


def _name(
    typed: str | None, record: ClassRecord, taken: Collection[str], joined: int, rng: Random
) -> str:
    settings = record.state.settings
    if record.state.phase is Phase.ENDED:
        raise ClassOver("The class is over.")
    if joined >= settings.seats:
        raise ClassFull("The class is full. Tell your teacher.")
    return name_for(settings.names, typed, taken, record.roster, rng)
