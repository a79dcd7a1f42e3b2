"""The seats of a class while it runs: who sits where, and what is answered from there."""

import hashlib
from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta

from quiz.engine.class_code import typed_code
from quiz.engine.snapshot import TakenSeat
from quiz.model.problem import QuizError
from quiz.model.seat import Seat, Vote
from quiz.model.submission import folded
from quiz.store.class_records import KeptClass

MOST_TRIES = 20
"""So many codes of no seat can be tried in a minute, by all together."""


class TooManyTries(QuizError):
    """Too many codes that were those of no seat."""


class Seats:
    """The seats of a class. What changes here is on disk already.

    A value that is handed out is never changed, so that reading needs to wait for nothing.
    """

    def __init__(self, kept: KeptClass) -> None:
        self._seats = {seat.id: seat for seat in kept.seats}
        self._tokens = dict(kept.tokens)
        self._votes: dict[int, dict[tuple[int, int], Vote]] = {id_: {} for id_ in self._seats}
        self._seen: dict[int, datetime] = {}
        self._tries: deque[datetime] = deque(maxlen=MOST_TRIES)
        for vote in kept.votes:
            self.vote(vote)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._seats)

    def __getitem__(self, id_: int) -> Seat:
        """Return a seat as it is now."""
        return self._seats[id_]

    def seats(self) -> tuple[Seat, ...]:
        """Return the seats, in the order in which they were taken."""
        return tuple(self._seats.values())

    def taken(self, id_: int) -> TakenSeat:
        """Return a seat with what is answered from there."""
        return TakenSeat(self._seats[id_], self._votes[id_], self._seen.get(id_))

    def all(self) -> Sequence[TakenSeat]:
        """Return every seat with what is answered from there."""
        return [self.taken(id_) for id_ in tuple(self._seats)]

    def names(self) -> set[str]:
        """Return every name that one more learner can't have, folded."""
        both = ((seat.name, seat.unnamed) for seat in self.seats())
        return {folded(name) for names in both for name in names}

    def codes(self) -> set[str]:
        """Return the codes of the seats."""
        return {seat.code for seat in self.seats()}

    def put(self, seat: Seat) -> None:
        """Add a seat, or one in the place of its earlier self."""
        self._votes.setdefault(seat.id, {})
        self._seats[seat.id] = seat

    def let_in(self, hash_: str, id_: int) -> None:
        """Add the hash of a token that stands for a seat."""
        self._tokens[hash_] = id_

    def vote(self, vote: Vote) -> None:
        """Add an answer, in the place of the one before."""
        self._votes[vote.seat] = self._votes[vote.seat] | {(vote.position, vote.round): vote}

    def by_token(self, token: str, now: datetime) -> Seat | None:
        """Return the seat of a token, and note that its learner is there; None for no token."""
        id_ = self._tokens.get(hashed(token))
        if id_ is None:
            return None
        self._seen[id_] = now
        return self._seats[id_]

    def by_code(self, typed: str, now: datetime) -> Seat | None:
        """Return the seat of a code that was typed; None where there is none.

        Raises:
            TooManyTries: too many such codes were typed within a minute.
        """
        full = len(self._tries) == MOST_TRIES
        if full and abs(now - self._tries[0]) < timedelta(minutes=1):  # clocks go back
            raise TooManyTries("Too many codes were tried. Wait a minute, then try again.")
        code = typed_code(typed)
        found = next((seat for seat in self.seats() if seat.code == code), None)
        if found is None:
            self._tries.append(now)
        return found


def hashed(token: str) -> str:
    """Return what is kept of a token: the token itself is only on the learner's device."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
