"""One class in browsers while it runs: who sits in it, what they answer, and where it stands.

All of it is on disk before it counts. Writes take turns, from whatever thread they come; reading
waits for none of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from threading import RLock

from quiz.engine.lesson import Lesson
from quiz.engine.live_class import ClassState, Step, after, at_time, paused, settled, with_time
from quiz.engine.live_view import RoomView, SeatView, TeacherView
from quiz.engine.session import Session
from quiz.engine.snapshot import Snapshot, TakenSeat
from quiz.model.answer import Answer
from quiz.model.class_settings import ClassSettings
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.seat import Seat, Vote
from quiz.model.submission import folded, named
from quiz.service.class_names import unique
from quiz.service.class_results import write_results
from quiz.service.joining import new_seats, new_token
from quiz.service.seats import Seats, hashed
from quiz.store.class_records import KeptClass
from quiz.store.classes import ClassStore
from quiz.store.lock import Lock


class NotOpen(QuizError):
    """A question that takes no answer now, with why not."""


class LiveClass:
    """A class while it runs."""

    def __init__(
        self, kept: KeptClass, lesson: Lesson, store: ClassStore, lock: Lock, rng: Random
    ) -> None:
        self.on_change: list[Callable[[], None]] = []
        """Called after every change of the version or of a count, in the thread that changed it."""
        self.record = kept.record
        """What is kept of it."""
        self.lesson = lesson
        """Its quiz and its questions."""
        self._state = kept.record.state
        self._seats = Seats(kept)
        self._store = store
        self._lock = lock
        self._now = store.now
        self._rng = rng
        self._turn = RLock()

    @property
    def settings(self) -> ClassSettings:
        """What the teacher chose."""
        return self._state.settings

    @property
    def quiz(self) -> Quiz:
        """The quiz, as it was when the class began."""
        return self.lesson.quiz

    @property
    def code(self) -> str:
        """What the class is joined by, and taken up again by."""
        return self.record.code

    @property
    def state(self) -> ClassState:
        """Where it stands now."""
        return at_time(self._state, self._now())

    @property
    def notice(self) -> str | None:
        """What happened to the file of the classes that the teacher should know, in words."""
        return self._store.notice

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Its seats, in the order in which they were taken."""
        return self._seats.seats()

    def join(self, name: str | None) -> tuple[Seat, str]:
        """Return a new seat with its token.

        Raises:
            ClassFull, ClassOver, NoName, NotOnList, NameTaken: nobody can join so.
            StorageError: the seat can't be saved now.
        """
        (joined,) = self.join_all([name])
        if isinstance(joined, QuizError):
            raise joined
        return joined

    def join_all(self, names: Sequence[str | None]) -> list[tuple[Seat, str] | QuizError]:
        """Return a new seat with its token for each name, or why there is none; saved together.

        Raises:
            StorageError: they can't be saved now.
        """
        with self._turn:
            record = replace(self.record, state=self.state)
            joined = list(new_seats(names, self._seats, record, self._now(), self._rng))
            new = [(one[0], hashed(one[1])) for one in joined if isinstance(one, tuple)]
            if new:
                self._store.add_seats(self.code, new)
            for seat, hash_ in new:
                self._seats.put(seat)
                self._seats.let_in(hash_, seat.id)
        self._changed()
        return joined

    def seat_of(self, token: str) -> Seat | None:
        """Return the seat of a token, and note that its learner is there; None for no token."""
        return self._seats.by_token(token, self._now())

    def take_up(self, seat_code: str) -> tuple[Seat, str] | None:
        """Return the seat of a code with a new token; the old ones go on. None for no code.

        Raises:
            TooManyTries: too many codes were tried that are those of no seat.
            StorageError: the token can't be saved now.
        """
        with self._turn:
            seat = self._seats.by_code(seat_code, self._now())
            if seat is None:
                return None
            token = new_token()
            self._store.add_token(self.code, seat.id, hashed(token))
            self._seats.let_in(hashed(token), seat.id)
            return seat, token

    def session_of(self, seat: Seat) -> Session:
        """Return what was answered from a seat so far."""
        return self._snapshot().session(self._seats.taken(seat.id))

    def check(self, seat: Seat, position: int, answer: Answer, certainty: int | None) -> Vote:
        """Return an answer, given by the places that are shown, as it is to be saved.

        Raises:
            NotOpen: the question takes no answer from this seat now.
            ValueError, TypeError: it is no answer to the question.
        """
        taken, snapshot = self._seats.taken(seat.id), self._snapshot()
        if refused := snapshot.refusal(taken, position):
            raise NotOpen(refused)
        return snapshot.vote(taken, position, answer, certainty)

    def save(self, votes: Sequence[Vote]) -> list[Vote | NotOpen]:
        """Return each answer once all are on disk, or why its question was closed meanwhile.

        Raises:
            StorageError: they can't be saved now; none of them is.
        """
        with self._turn:
            saved = list(self._judged(votes))
            counting = [one for one in saved if isinstance(one, Vote)]
            if counting:
                self._store.save_votes(self.code, counting)
            for vote in counting:
                self._seats.vote(vote)
        self._changed()
        return saved

    def step(self, step: Step) -> ClassState:
        """Return where the class stands after a step; on disk by then.

        Raises:
            StorageError: it can't be saved now, and stands where it stood.
        """
        return self._move(lambda state, now: after(state, step, now))

    def note_time(self) -> ClassState:
        """Save that time ended the class, if it did: a clock that goes back won't open it again."""
        return self._move(lambda state, _: state)

    def pause(self) -> ClassState:
        """Return where the class stands with its timer paused, or going on again.

        Raises:
            StorageError: it can't be saved now.
        """
        return self._move(paused)

    def give_time(self, seconds: int, seat_id: int | None = None) -> None:
        """Give all more time for the question, or one seat more time for every question.

        Raises:
            KeyError: there is no such seat.
            StorageError: it can't be saved now.
        """
        if seat_id is None:
            self._move(lambda state, now: with_time(state, seconds, now))
            return
        with self._turn:
            seat = self._seats[seat_id]
            self._change(replace(seat, extra_seconds=seat.extra_seconds + seconds))

    def rename(self, seat_id: int, name: str) -> Seat:
        """Return a seat under another name; with a number where that is taken.

        Raises:
            KeyError: there is no such seat.
            NoName: that is no name.
            StorageError: it can't be saved now.
        """
        with self._turn:
            taken = self._seats.names() - {folded(self._seats[seat_id].name)}
            new = unique(named(name), taken)
            return self._change(replace(self._seats[seat_id], name=new, hidden=False))

    def hide(self, seat_id: int) -> Seat:
        """Return a seat with its name hidden, or shown again.

        Raises:
            KeyError: there is no such seat.
            StorageError: it can't be saved now.
        """
        with self._turn:
            seat = self._seats[seat_id]
            return self._change(replace(seat, hidden=not seat.hidden))

    def view(self, seat: Seat, position: int | None = None) -> SeatView:
        """Return what is to be seen from a seat now; at their own pace, of the question wanted."""
        return self._snapshot().seat_view(self._seats.taken(seat.id), position)

    def room(self) -> RoomView:
        """Return what the whole room may see now."""
        return self._snapshot().room_view(self.code, self._seats.all())

    def teacher(self, position: int | None = None) -> TeacherView:
        """Return what the teacher sees now; at the learners' own pace, of the question wanted."""
        return self._snapshot().teacher_view(self.code, self._seats.all(), position)

    def write_results(self, folder: Path) -> Path:
        """Write the results into a new folder, and return that; nothing can be undone then.

        Raises:
            NoResults: the class is not over, or nobody answered.
            StorageError: they can't be written now.
        """
        with self._turn:
            written = write_results(self.record, self._snapshot(), self._seats.all(), folder)
            self._change_state(lambda state, _: settled(state))  # from a thread: it tells nobody
            return written

    def close(self) -> None:
        """Leave the class as it stands: it can be taken up again by its code."""
        with self._turn:
            self._store.close()
            self._lock.release()

    def _judged(self, votes: Iterable[Vote]) -> Iterator[Vote | NotOpen]:
        """Yield each answer that was checked, or why it does not count any more."""
        snapshot, seats = self._snapshot(), dict[int, TakenSeat]()
        for vote in votes:
            taken = seats.get(vote.seat) or self._seats.taken(vote.seat)
            refused = snapshot.refusal(taken, vote.position)
            if refused or vote.round != snapshot.state.round:
                yield NotOpen(refused or "This question is closed.")
            else:
                counted = snapshot.beside(taken, vote)
                seats[vote.seat] = taken.with_vote(counted)
                yield counted

    def _move(self, change: Callable[[ClassState, datetime], ClassState]) -> ClassState:
        state = self._change_state(change)
        self._changed()
        return state

    def _change_state(self, change: Callable[[ClassState, datetime], ClassState]) -> ClassState:
        with self._turn:
            state = change(self.state, self._now())
            if state is not self._state:
                self._store.save_state(self.code, state)
                self._state = state
            return state

    def _change(self, seat: Seat) -> Seat:
        """Save a seat that changed; phones ask for it as there is a new version."""
        state = replace(self.state, version=self.state.version + 1)
        self._store.save_state(self.code, state, seat)
        self._state = state
        self._seats.put(seat)
        self._changed()
        return seat

    def _snapshot(self) -> Snapshot:
        now = self._now()
        return Snapshot(self.lesson, at_time(self._state, now), now)

    def _changed(self) -> None:
        for call in self.on_change:
            call()
