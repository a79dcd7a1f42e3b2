"""A class at one moment, and what is to be seen of it: by whom, and when what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from quiz.engine.certainty import Certainty
from quiz.engine.distribution import Distribution, distribution, in_public
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.lesson import Lesson
from quiz.engine.live_class import ClassState, Phase
from quiz.engine.live_view import RoomView, SeatLine, SeatView, TeacherView
from quiz.engine.result import Result, result
from quiz.engine.session import Mode, Response, Session
from quiz.model.answer import Answer
from quiz.model.class_settings import Explanations, Pace
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.model.seat import Seat, Vote, Votes


class TakenSeat(NamedTuple):
    """A seat with what is answered from there."""

    seat: Seat
    votes: Votes
    seen: datetime | None = None
    """When the learner was last heard of."""

    def with_vote(self, vote: Vote) -> TakenSeat:
        """Return the seat with one more answer, in the place of the one before."""
        return self._replace(votes={**self.votes, (vote.position, vote.round): vote})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A class at one moment."""

    lesson: Lesson
    state: ClassState
    now: datetime

    @property
    def own_pace(self) -> bool:
        """Whether each learner goes at their own pace."""
        return self.state.settings.pace is Pace.OWN

    def refusal(self, taken: TakenSeat, position: int) -> str | None:
        """Return why a question takes no answer from a seat, in a sentence; None where it does."""
        state = self.state
        if state.phase is Phase.ENDED:
            return "The class is over."
        if not 0 <= position < state.of or not state.takes_answers(position):
            closed = 0 <= position < state.opened
            return "This question is closed." if closed else "This question is not open yet."
        if state.is_up(self.now, taken.seat.extra_seconds):
            return "The time for this question is up."
        vote = taken.votes.get((position, state.round))
        if vote and self._explains_at_once and not self.second_go(vote):
            return "You have answered this question already, and the first answer counts."
        return None

    def vote(self, taken: TakenSeat, position: int, answer: Answer, certainty: int | None) -> Vote:
        """Return an answer, given by the places that are shown, beside those before from its seat.

        Raises:
            TypeError: the question can't be answered in that way.
            ValueError: the answer names a part that the question hasn't, or leaves one out.
        """
        sure = certainty if self.state.settings.certainty else None
        vote = Vote(
            seat=taken.seat.id,
            position=position,
            round=self.state.round,
            answer=self.lesson.read(position, answer),
            at=self.now,
            certainty=None if sure is None else int(Certainty(sure)),
        )
        return self.beside(taken, vote)

    def beside(self, taken: TakenSeat, vote: Vote) -> Vote:
        """Return an answer with how often it was changed, given those before from its seat."""
        before = taken.votes.get((vote.position, vote.round))
        if before is None:
            return vote
        same = (before.answer, before.certainty) == (vote.answer, vote.certainty)
        insists = same and self.second_go(before) is not None
        return before if same and not insists else replace(vote, changes=before.changes + 1)

    def second_go(self, vote: Vote) -> SecondGo | None:
        """Return why an answer may be given once more: only a first one may."""
        return None if vote.changes else self.lesson.second_go(vote.position, vote.answer)

    def explained(self, taken: TakenSeat) -> Sequence[int]:
        """Return the places of the questions that are explained at a seat."""
        places = {*self.state.explained}
        if self._explains_at_once:
            places |= {vote.position for vote in taken.votes.values() if not self.second_go(vote)}
        return sorted(places)

    def session(self, taken: TakenSeat) -> Session:
        """Return the answers from a seat as an attempt at a test: those of the first vote count."""
        responses = (taken.votes.get((position, 1)) for position in range(self.state.of))
        return Session(
            quiz=self.lesson.quiz,
            asked=self.lesson.asked,
            responses=tuple(self._response(vote) if vote else None for vote in responses),
            mode=Mode.TEST,
            position=self.state.position,
            finished=self.state.phase is Phase.ENDED,
        )

    def seat_view(self, taken: TakenSeat, wanted: int | None = None) -> SeatView:
        """Return what is to be seen from a seat, of the question wanted where that is free."""
        state, lesson, seat, at = self.state, self.lesson, taken.seat, self._position(wanted)
        vote = self._vote(taken, at) if self._asks else None
        explained = self.explained(taken)
        given = vote.answer if vote else None
        return SeatView(
            version=state.version,
            pace=state.settings.pace,
            phase=state.phase,
            round=state.round,
            title=lesson.quiz.title,
            language=lesson.quiz.language,
            position=at,
            of=state.of,
            question=self._question(at),
            takes_answer=self.refusal(taken, at) is None,
            answer=lesson.written(at, given) if given else None,
            certainty=vote.certainty if vote else None,
            asks_certainty=state.settings.certainty and lesson.shown[at].scored,
            second_go=self.second_go(vote) if vote and state.takes_answers(at) else None,
            explained=lesson.explained(at, given) if at in explained and self._asks else None,
            passage=self._passage,
            terms=lesson.terms(explained),
            answered=tuple(sorted({place for place, _ in taken.votes})),
            name=seat.name,
            seat_code=seat.code,
            seconds=state.seconds_left(self.now, seat.extra_seconds),
            paused=state.paused,
            result=self._result(taken, explained) if state.phase is Phase.ENDED else None,
        )

    def room_view(self, code: str, seats: Sequence[TakenSeat]) -> RoomView:
        """Return what the whole room may see."""
        state, lesson, at = self.state, self.lesson, self._position(None)
        asks = self._asks and not self.own_pace
        explained = asks and at in state.explained
        return RoomView(
            version=state.version,
            pace=state.settings.pace,
            phase=state.phase,
            round=state.round,
            title=lesson.quiz.title,
            language=lesson.quiz.language,
            code=code,
            position=at,
            of=state.of,
            question=self._question(at) if asks else None,
            joined=len(seats),
            answered=sum(map(self._has_answered, seats)),
            seconds=state.seconds_left(self.now),
            paused=state.paused,
            explained=lesson.explained(at, None) if explained else None,
            passage=self._passage,
            distribution=in_public(self._drawn(seats, at, 1)) if explained else (),
            again=in_public(self._drawn(seats, at, 2)) if explained else (),
        )

    def teacher_view(
        self, code: str, seats: Sequence[TakenSeat], wanted: int | None = None
    ) -> TeacherView:
        """Return what the teacher sees, of the question wanted where that is free."""
        state, at = self.state, self._position(wanted)
        answering = state.phase in {Phase.READING, Phase.OPEN} and not self.own_pace
        told = self._asks and not answering
        lines = tuple(map(self._line, seats))
        return TeacherView(
            version=state.version,
            pace=state.settings.pace,
            phase=state.phase,
            round=state.round,
            title=self.lesson.quiz.title,
            code=code,
            position=at,
            of=state.of,
            question=self._question(at),
            steps=state.steps,
            joined=len(seats),
            answered=sum(line.answered for line in lines),
            seats=lines,
            seconds=state.seconds_left(self.now),
            paused=state.paused,
            explained=self.lesson.explained(at, None) if told else None,
            distribution=self._drawn(seats, at, 1) if told else (),
            again=self._drawn(seats, at, 2) if told else (),
        )

    @property
    def _explains_at_once(self) -> bool:
        return self.own_pace and self.state.settings.explanations is Explanations.AT_ONCE

    @property
    def _asks(self) -> bool:
        """Whether there is a question to be seen: not in the lobby, nor after an end in it."""
        ended = self.state.phase is Phase.ENDED
        return self.state.opened > 0 if ended else self.state.phase is not Phase.LOBBY

    @property
    def _passage(self) -> Passage | None:
        return None if self.state.phase is Phase.LOBBY else self.lesson.quiz.passage

    def _question(self, position: int) -> PublicQuestion | None:
        return self.lesson.shown[position] if self._asks else None

    def _position(self, wanted: int | None) -> int:
        """Return which question is seen: the class's; one that was open where that is free."""
        state, ended = self.state, self.state.phase is Phase.ENDED
        if not (ended or self.own_pace):
            return state.position
        at = state.position if wanted is None else wanted
        return min(max(at, 0), max(state.opened, 1) - 1)

    def _vote(self, taken: TakenSeat, position: int) -> Vote | None:
        """Return the answer that is seen: that of the vote which runs, else the last one."""
        runs = self.state.takes_answers(position) and self.state.round == 2
        first = None if runs else taken.votes.get((position, 1))
        return taken.votes.get((position, 2), first)

    def _response(self, vote: Vote) -> Response:
        certainty = None if vote.certainty is None else Certainty(vote.certainty)
        grade = self.lesson.grade(vote.position, vote.answer)
        return Response(vote.answer, grade, certainty, changes=vote.changes)

    def _result(self, taken: TakenSeat, explained: Sequence[int]) -> Result | None:
        """Return what the answers come to, of the questions that were explained."""
        if not explained:
            return None
        session = self.session(taken)
        asked = tuple(session.asked[at] for at in explained)
        responses = tuple(session.responses[at] for at in explained)
        return result(Session(session.quiz, asked, responses, Mode.TEST, finished=True))

    def _drawn(
        self, seats: Sequence[TakenSeat], position: int, round_: int
    ) -> tuple[Distribution, ...]:
        """Return what was answered in a vote; nothing where there was no second one."""
        votes = [vote for taken in seats if (vote := taken.votes.get((position, round_)))]
        if round_ > 1 and not votes:
            return ()
        return distribution(self.lesson, position, [vote.answer for vote in votes])

    def _has_answered(self, taken: TakenSeat) -> bool:
        if self.own_pace:
            return len(taken.votes) == self.state.of
        return (self.state.position, self.state.round) in taken.votes

    def _line(self, taken: TakenSeat) -> SeatLine:
        seat = taken.seat
        return SeatLine(
            id=seat.id,
            name=seat.name,
            shown=seat.shown,
            hidden=seat.hidden,
            answered=self._has_answered(taken),
            count=len({position for position, _ in taken.votes}),
            extra_seconds=seat.extra_seconds,
            seen=taken.seen,
        )
