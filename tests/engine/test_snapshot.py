"""What is to be seen of a class, by whom and when."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import timedelta
from enum import Enum
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.lesson import Lesson
from quiz.engine.live_class import ClassState, Phase, Step, after
from quiz.engine.live_view import RoomView, SeatView
from quiz.engine.selection import QuestionFilter, select
from quiz.engine.snapshot import Snapshot, TakenSeat
from quiz.engine.terms import open_terms
from quiz.model.answer import Answer, TypedAnswer
from quiz.model.class_settings import ClassSettings, Explanations, Pace
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Quiz
from quiz.model.seat import Vote
from quiz.quizfile.reader import read
from tests.engine.live import NOON, at, lesson, seat, vote
from tests.engine.test_lesson import known
from tests.paper.build import BANK, rekeyed
from tests.support.answers import any_answer, right_answer, wrong_answer
from tests.support.files import BEES
from tests.support.made_up import weak_quizzes
from tests.with_answers import with_answers

BEGIN, OPEN, CLOSE, AGAIN, SHOW, NEXT, END, TALK, UNDO = Step
QUIZ = read(BEES)
LESSON = lesson(QUIZ)
SEEDS = st.integers(0, 10**6)
SETTINGS = st.builds(
    ClassSettings,
    pace=st.sampled_from(Pace),
    explanations=st.sampled_from(Explanations),
    certainty=st.booleans(),
    seconds=st.none() | st.just(60),
)
STEPS = st.lists(st.sampled_from(Step), max_size=12)


def of_kind(kind: str) -> int:
    return [one.kind for one in LESSON.shown].index(kind)


def votes_of(asked: Lesson, state: ClassState, id_: int, rng: Random) -> list[Vote]:
    """Return answers by lot to the questions that were open."""
    return [
        vote(at_, answer(asked, at_, rng), seat=id_, changes=rng.randrange(2), certainty=2)
        for at_ in range(state.opened)
        if rng.random() < 0.7
    ]


def answer(asked: Lesson, position: int, rng: Random) -> Answer:
    return known(any_answer(asked.question(position), asked.quiz, rng))


def moved(settings: ClassSettings, of: int, steps: Iterable[Step]) -> ClassState:
    state = ClassState(settings=settings, of=of)
    for step in steps:
        state = after(state, step, NOON)
    return state


def strings(value: object) -> Iterator[str]:
    """Yield every text in a value, however deep."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in strings(part))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (text for part in value for text in strings(part))


def secrets_of(quiz: Quiz, seats: Iterable[TakenSeat]) -> set[str]:
    """Return every text of the questions, and of the learners."""
    learners: list[Any] = [part for one in seats for part in (one.seat, *one.votes.values())]
    return {*strings([asdict(one) for one in (*quiz.questions, *learners)])}


def shown_of(asked: Lesson, view: SeatView | RoomView) -> list[str]:
    """Return the texts that may be in a view before the explanation."""
    quiz, question = asked.quiz, view.question
    allowed = [quiz.title, quiz.language, *strings(asdict(quiz.passage))]
    allowed += strings([asdict(term) for term in quiz.glossary])
    return [*allowed, *(strings(asdict(asked.shown[view.position])) if question else ())]


@settings(max_examples=150)
@given(weak_quizzes(), SEEDS, SETTINGS, STEPS, st.integers(0, 5))
def test_before_the_explanation_there_is_no_text_that_only_others_have(
    quiz: Quiz, seed: int, chosen: ClassSettings, steps: list[Step], wanted: int
) -> None:
    rng = Random(seed)
    asked = Lesson(quiz, select(quiz, QuestionFilter(), rng))
    state = moved(chosen, len(asked.asked), steps)
    seats = [
        seat(id_, *votes_of(asked, state, id_, rng), name=f"Zoë{id_}Ωm{id_}", code=f"ZQ{id_}X")
        for id_ in range(1, 5)
    ]
    snapshot = Snapshot(asked, state, NOON)
    mine = seats[0]
    views: list[SeatView | RoomView] = [snapshot.room_view("HHHKKK", seats)]
    views.append(snapshot.seat_view(mine, wanted))
    for view in views:
        if view.explained or (isinstance(view, RoomView) and view.distribution):
            continue
        allowed = [*shown_of(asked, view), mine.seat.name, mine.seat.code, "HHHKKK"]
        if isinstance(view, SeatView):
            allowed += strings(asdict(view.answer) if view.answer else ())
        secrets = secrets_of(quiz, seats)
        hidden = {one for one in secrets if not any(one in text for text in allowed)}
        found = [*strings(asdict(view) | {"result": None})]
        assert not [(one, text) for one in hidden for text in found if one in text]


@settings(max_examples=100)
@given(st.sampled_from([BANK, QUIZ]) | weak_quizzes(), SEEDS, SETTINGS, STEPS, st.integers(0, 12))
def test_another_key_leaves_what_is_to_be_seen_before_as_it_is(
    quiz: Quiz, seed: int, chosen: ClassSettings, steps: list[Step], wanted: int
) -> None:
    asked = Lesson(quiz, select(quiz, QuestionFilter(), Random(seed)))
    twins = [rekeyed(one) for one in asked.asked]
    twin = Lesson(replace(quiz, questions=tuple(map(with_answers, twins))), twins)
    state = moved(chosen, len(asked.asked), steps)
    seen = [_seen(one, state, seed, wanted) for one in (asked, twin)]
    assert seen[0] == seen[1]


def _seen(asked: Lesson, state: ClassState, seed: int, wanted: int) -> list[object]:
    """Return what is seen of a question at a seat without an answer, and in the room."""
    snapshot = Snapshot(asked, state, NOON)
    empty = snapshot.seat_view(seat(1), wanted)
    others = [seat(id_) for id_ in range(2, 4)]
    room = snapshot.room_view("HHHKKK", [seat(1), *others])
    explained = [empty.explained is not None, room.explained is not None]
    shown = [] if any(explained) else [room]
    return [*explained, *shown, *([] if empty.explained else [replace(empty, result=None)])]


@pytest.mark.parametrize(
    ("steps", "phase", "asks", "explained"),
    [
        ((), Phase.LOBBY, False, False),
        ((BEGIN,), Phase.READING, True, False),
        ((BEGIN, OPEN), Phase.OPEN, True, False),
        ((BEGIN, OPEN, CLOSE), Phase.CLOSED, True, False),
        ((BEGIN, OPEN, CLOSE, SHOW), Phase.SHOWN, True, True),
        ((BEGIN, OPEN, CLOSE, TALK), Phase.TALK, True, False),
        ((BEGIN, OPEN, CLOSE, SHOW, TALK), Phase.TALK, True, True),
        ((BEGIN, OPEN, CLOSE, SHOW, TALK, AGAIN), Phase.OPEN, True, False),
        ((BEGIN, OPEN, CLOSE, SHOW, NEXT), Phase.READING, True, False),
        ((BEGIN, OPEN, CLOSE, SHOW, UNDO), Phase.CLOSED, True, False),
        ((BEGIN, OPEN, END), Phase.ENDED, True, False),
        ((END,), Phase.ENDED, False, False),
    ],
)
def test_what_a_phone_and_the_room_see_in_each_phase(
    steps: tuple[Step, ...], phase: Phase, asks: bool, explained: bool
) -> None:
    snapshot = at(LESSON, *steps)
    for view in (snapshot.seat_view(seat()), snapshot.room_view("HHHKKK", [seat()])):
        assert view.phase is phase
        assert (view.question is not None, view.explained is not None) == (asks, explained)
        assert (view.passage is None) == (phase is Phase.LOBBY)
        assert view.of == len(LESSON.asked)


def test_the_room_sees_no_name_and_no_word_of_a_learner() -> None:
    position = of_kind("short")
    steps = [BEGIN, *[OPEN, CLOSE, SHOW, NEXT] * position, OPEN, CLOSE, SHOW]
    seats = [
        seat(1, vote(position, TypedAnswer(("rude",))), name="Ada"),
        seat(2, vote(position, right_answer(LESSON.question(position), QUIZ))),
        seat(3, name="Bob"),
    ]
    view = at(LESSON, *steps).room_view("HHHKKK", seats)
    assert (view.joined, view.answered) == (3, 2)
    assert not {"rude", "Ada", "Bob"} & set(strings(asdict(view)))
    (found,) = view.distribution
    assert [row.count for row in found.rows if row.right] == [1]
    assert (found.rows[-1].text, found.rows[-1].count) == ("Other answers", 1)


def test_the_teacher_sees_who_answered_what_and_why() -> None:
    question = LESSON.question(0)
    seats = [
        seat(1, vote(0, right_answer(question, QUIZ)), name="Ada"),
        seat(2, vote(0, wrong_answer(question, QUIZ)), name="Bob", hidden=True),
        seat(3, name="Cem"),
    ]
    before = at(LESSON, BEGIN, OPEN).teacher_view("HHHKKK", seats)
    assert (before.explained, before.distribution) == (None, ())
    assert (before.answered, before.joined) == (2, 3)
    view = at(LESSON, BEGIN, OPEN, CLOSE).teacher_view("HHHKKK", seats)
    assert [(one.name, one.shown, one.answered) for one in view.seats] == [
        ("Ada", "Ada", True),
        ("Bob", "Learner 2", True),
        ("Cem", "Cem", False),
    ]
    assert view.explained
    assert view.explained.explain == question.explain
    assert sum(row.count for row in view.distribution[0].rows) >= 1
    assert view.steps == (SHOW, END, TALK, UNDO)


def test_two_votes_stand_side_by_side_and_the_first_one_counts() -> None:
    question = LESSON.question(0)
    right, wrong = right_answer(question, QUIZ), wrong_answer(question, QUIZ)
    taken = seat(1, vote(0, wrong), vote(0, right, round=2))
    shown = at(LESSON, BEGIN, OPEN, CLOSE, TALK, AGAIN, CLOSE, SHOW)
    view = shown.teacher_view("HHHKKK", [taken])
    assert view.again
    assert view.distribution != view.again
    mine = shown.seat_view(taken).explained
    assert mine
    assert mine.feedback.verdict == "Right"
    session = at(LESSON, BEGIN, OPEN, END).session(taken)
    assert session.right == 0
    assert session.responses[0] is not None


def test_a_second_vote_begins_empty() -> None:
    taken = seat(1, vote(0, right_answer(LESSON.question(0), QUIZ)))
    assert at(LESSON, BEGIN, OPEN, CLOSE, TALK).seat_view(taken).answer is not None
    assert at(LESSON, BEGIN, OPEN, CLOSE, TALK, AGAIN).seat_view(taken).answer is None


def test_at_their_own_pace_learners_go_to_any_question() -> None:
    snapshot = at(LESSON, BEGIN, pace=Pace.OWN)
    seen = [snapshot.seat_view(seat(), wanted) for wanted in range(-1, 99)]
    assert {view.position for view in seen} == set(range(len(LESSON.asked)))
    assert all(view.takes_answer for view in seen)
    assert at(LESSON, BEGIN).seat_view(seat(), 3).position == 0


def test_an_answer_that_is_explained_at_once_counts() -> None:
    question = LESSON.question(0)
    snapshot = at(LESSON, BEGIN, pace=Pace.OWN, explanations=Explanations.AT_ONCE)
    taken = seat(1, vote(0, wrong_answer(question, QUIZ)))
    view = snapshot.seat_view(taken, 0)
    assert view.explained
    assert not view.takes_answer
    assert "counts" in (snapshot.refusal(taken, 0) or "")
    assert snapshot.seat_view(taken, 1).explained is None
    assert snapshot.seat_view(seat(2), 0).explained is None


def test_a_slip_is_put_right_before_it_is_explained() -> None:
    position = of_kind("number")
    slip = vote(position, TypedAnswer(("many",)))
    snapshot = at(LESSON, BEGIN, pace=Pace.OWN, explanations=Explanations.AT_ONCE)
    view = snapshot.seat_view(seat(1, slip), position)
    assert (view.second_go, view.explained) == (SecondGo.NOT_A_NUMBER, None)
    assert view.takes_answer
    again = snapshot.vote(seat(1, slip), position, slip.answer, None)
    assert again.changes == 1
    insisted = snapshot.seat_view(seat(1, again), position)
    assert insisted.second_go is None
    assert insisted.explained


def test_the_same_answer_once_more_is_no_change() -> None:
    snapshot = at(LESSON, BEGIN, OPEN, certainty=True)
    shown = LESSON.written(0, known(right_answer(LESSON.question(0), QUIZ)))
    first = snapshot.vote(seat(), 0, shown, 3)
    assert (first.changes, first.certainty) == (0, 3)
    assert snapshot.vote(seat(1, first), 0, shown, 3) == first
    assert snapshot.vote(seat(1, first), 0, shown, 2).changes == 1


def test_certainty_is_kept_where_it_is_asked_for() -> None:
    shown = LESSON.written(0, known(right_answer(LESSON.question(0), QUIZ)))
    assert at(LESSON, BEGIN, OPEN).vote(seat(), 0, shown, 3).certainty is None
    with pytest.raises(ValueError, match="4"):
        at(LESSON, BEGIN, OPEN, certainty=True).vote(seat(), 0, shown, 4)


@pytest.mark.parametrize(
    ("steps", "position", "said"),
    [
        ((), 0, "not open yet"),
        ((BEGIN,), 0, "not open yet"),
        ((BEGIN, OPEN), 1, "not open yet"),
        ((BEGIN, OPEN), -1, "not open yet"),
        ((BEGIN, OPEN, CLOSE), 0, "closed"),
        ((BEGIN, OPEN, CLOSE, SHOW, NEXT, OPEN), 0, "closed"),
        ((BEGIN, END), 0, "over"),
    ],
)
def test_why_a_question_takes_no_answer(steps: tuple[Step, ...], position: int, said: str) -> None:
    assert said in (at(LESSON, *steps).refusal(seat(), position) or "")


def test_one_learner_has_more_time() -> None:
    state = at(LESSON, BEGIN, OPEN, seconds=30).state
    late = Snapshot(LESSON, state, NOON + timedelta(seconds=40))
    assert late.refusal(seat(), 0) == "The time for this question is up."
    slow = seat(2, extra_seconds=60)
    assert late.refusal(slow, 0) is None
    assert late.seat_view(slow).seconds == 50


def test_the_result_is_of_what_was_explained() -> None:
    right = [vote(at_, right_answer(LESSON.question(at_), QUIZ)) for at_ in range(2)]
    steps = (BEGIN, OPEN, CLOSE, SHOW, NEXT, OPEN)
    view = at(LESSON, *steps, END).seat_view(seat(1, *right))
    assert view.result
    assert view.result.total.asked == 1
    assert at(LESSON, *steps).seat_view(seat(1, *right)).result is None
    assert at(LESSON, BEGIN, END).seat_view(seat(1)).result is None


def test_hard_words_are_told_that_answer_no_open_question(ketamine: Quiz) -> None:
    asked = lesson(ketamine)
    publics: list[PublicQuestion] = [one.public for one in asked.asked]
    view = at(asked, BEGIN, OPEN).seat_view(seat())
    assert view.terms == open_terms(ketamine.glossary, publics)
    assert at(asked, BEGIN, END, pace=Pace.OWN).seat_view(seat()).terms == ketamine.glossary
