"""What is to be seen of a class: from one seat, in the room, and by the teacher."""

from dataclasses import dataclass
from datetime import datetime

from quiz.engine.distribution import Distribution
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.lesson import Explained
from quiz.engine.live_class import Phase, Step
from quiz.engine.result import Result
from quiz.model.answer import Answer
from quiz.model.class_settings import Pace
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Term


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatView:
    """What is to be seen from one seat. A key can be nowhere but in `explained`."""

    version: int
    pace: Pace
    phase: Phase
    round: int
    title: str
    language: str
    position: int
    """The index of the question."""
    of: int
    """How many questions there are."""
    question: PublicQuestion | None
    """The question under its number, its parts in the order in which they are shown."""
    takes_answer: bool
    """Whether it can be answered now, or its answer changed."""
    answer: Answer | None
    """The answer from this seat, by the places of the parts as they are shown."""
    certainty: int | None
    """How sure the learner said to be, from 1 to 3."""
    asks_certainty: bool
    """Whether the learner is asked how sure they are."""
    second_go: SecondGo | None
    """Why the answer may be given once more."""
    explained: Explained | None
    """What is said of the question; None while it may not be said."""
    passage: Passage | None
    """The passage; None in the lobby."""
    terms: tuple[Term, ...]
    """The hard words whose meaning may be told."""
    answered: tuple[int, ...]
    """The indices of the questions with an answer from this seat."""
    name: str
    """The learner's own name."""
    seat_code: str
    """What takes up the seat on another device."""
    seconds: int | None
    """How many seconds are left to answer; None without a timer."""
    paused: bool
    """Whether the timer is paused."""
    result: Result | None
    """What the answers come to, of the questions that were explained; None before the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """What the whole room may see: no name, and no answer in a learner's own words."""

    version: int
    pace: Pace
    phase: Phase
    round: int
    title: str
    language: str
    code: str
    """What the class is joined by."""
    position: int
    of: int
    question: PublicQuestion | None
    joined: int
    """How many have a seat."""
    answered: int
    """How many have answered the question; at the learners' own pace, all questions."""
    seconds: int | None
    paused: bool
    explained: Explained | None
    """The explanation, with no answer in it; None while it may not be said."""
    passage: Passage | None
    distribution: tuple[Distribution, ...]
    """What was answered, once it is explained; in the vote before a talk."""
    again: tuple[Distribution, ...]
    """What was answered in the vote after it; empty where there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLine:
    """A learner, as the teacher sees them."""

    id: int
    name: str
    """The name as it was given, though it is hidden."""
    shown: str
    """The name as it may be seen in the room."""
    hidden: bool
    answered: bool
    """Whether the question has an answer; at the learners' own pace, all of them."""
    count: int
    """How many questions have an answer."""
    extra_seconds: int
    seen: datetime | None
    """When the learner was last heard of; None where not since the program began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherView:
    """What the teacher sees."""

    version: int
    pace: Pace
    phase: Phase
    round: int
    title: str
    code: str
    position: int
    of: int
    question: PublicQuestion | None
    steps: tuple[Step, ...]
    """The steps that can be taken now, the usual one first."""
    joined: int
    answered: int
    """How many have answered the question; at the learners' own pace, all questions."""
    seats: tuple[SeatLine, ...]
    seconds: int | None
    paused: bool
    explained: Explained | None
    """The key, the reasons and the evidence; None while the question is answered."""
    distribution: tuple[Distribution, ...]
    """What was answered, in the vote before a talk; empty while the question is answered."""
    again: tuple[Distribution, ...]
    """What was answered in the vote after it; empty where there was none."""
