"""Where a class stands after each step, in each phase."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.live_class import (
    EN_ROUTE,
    MOST_UNDONE,
    ClassState,
    Phase,
    Step,
    after,
    at_time,
    paused,
    settled,
    with_time,
)
from quiz.model.class_settings import ClassSettings, Explanations, Pace
from tests.engine.live import NOON, stands

BEGIN, OPEN, CLOSE, AGAIN, SHOW, NEXT, END, TALK, UNDO = Step
LED = {
    Phase.LOBBY: ((), {BEGIN: Phase.READING, END: Phase.ENDED}),
    Phase.READING: ((BEGIN,), {OPEN: Phase.OPEN, END: Phase.ENDED}),
    Phase.OPEN: ((BEGIN, OPEN), {CLOSE: Phase.CLOSED, END: Phase.ENDED}),
    Phase.CLOSED: (
        (BEGIN, OPEN, CLOSE),
        {SHOW: Phase.SHOWN, TALK: Phase.TALK, END: Phase.ENDED},
    ),
    Phase.SHOWN: (
        (BEGIN, OPEN, CLOSE, SHOW),
        {TALK: Phase.TALK, NEXT: Phase.READING, END: Phase.ENDED},
    ),
    Phase.TALK: (
        (BEGIN, OPEN, CLOSE, TALK),
        {AGAIN: Phase.OPEN, SHOW: Phase.SHOWN, END: Phase.ENDED},
    ),
    Phase.ENDED: ((BEGIN, END), {}),
}
"""The steps that bring each phase about, and where each step leads from there."""
OWN_LED = {
    Phase.LOBBY: ((), {BEGIN: Phase.OPEN, END: Phase.ENDED}),
    Phase.OPEN: ((BEGIN,), {SHOW: Phase.SHOWN, END: Phase.ENDED}),
    Phase.SHOWN: ((BEGIN, SHOW), {END: Phase.ENDED}),
    Phase.ENDED: ((BEGIN, END), {}),
}
"""The same at the learners' own pace, where the teacher shows the explanations."""
OWN: dict[str, Any] = {"pace": Pace.OWN, "explanations": Explanations.WHEN_SHOWN}
STEPS = st.lists(st.sampled_from(Step), max_size=30)
SETTINGS = st.builds(
    ClassSettings,
    pace=st.sampled_from(Pace),
    explanations=st.sampled_from(Explanations),
    seconds=st.none() | st.integers(1, 300),
)


@pytest.mark.parametrize("step", [one for one in Step if one is not UNDO])
@pytest.mark.parametrize("phase", LED)
def test_each_step_from_each_phase(phase: Phase, step: Step) -> None:
    steps, led = LED[phase]
    state = stands(*steps)
    assert state.phase is phase
    assert after(state, step, NOON).phase is led.get(step, phase)
    assert (step in state.steps) == (step in led)
    if step not in led:
        assert after(state, step, NOON) is state


@pytest.mark.parametrize("step", [one for one in Step if one is not UNDO])
@pytest.mark.parametrize("phase", OWN_LED)
def test_each_step_from_each_phase_at_the_learners_own_pace(phase: Phase, step: Step) -> None:
    steps, led = OWN_LED[phase]
    state = stands(*steps, **OWN)
    assert state.phase is phase
    assert after(state, step, NOON).phase is led.get(step, phase)


@pytest.mark.parametrize("explanations", [Explanations.AT_ONCE, Explanations.AT_END])
def test_what_is_explained_anyway_is_not_shown(explanations: Explanations) -> None:
    assert SHOW not in stands(BEGIN, pace=Pace.OWN, explanations=explanations).steps


def test_a_question_is_talked_about_once() -> None:
    state = stands(BEGIN, OPEN, CLOSE, TALK, AGAIN, CLOSE, SHOW)
    assert (state.round, TALK in state.steps) == (2, False)
    state = after(state, NEXT, NOON)
    assert (state.position, state.round) == (1, 1)


@pytest.mark.parametrize(
    ("steps", "usual"),
    [
        ((), BEGIN),
        ((BEGIN,), OPEN),
        ((BEGIN, OPEN), CLOSE),
        ((BEGIN, OPEN, CLOSE), SHOW),
        ((BEGIN, OPEN, CLOSE, TALK), AGAIN),
        ((BEGIN, OPEN, CLOSE, SHOW), NEXT),
    ],
)
def test_the_usual_step_comes_first(steps: tuple[Step, ...], usual: Step) -> None:
    assert stands(*steps).steps[0] is usual


def test_after_the_last_question_the_usual_step_is_the_end() -> None:
    assert stands(BEGIN, OPEN, CLOSE, SHOW, of=1).steps[0] is END


def test_there_is_no_question_after_the_last() -> None:
    assert NEXT not in stands(BEGIN, OPEN, CLOSE, SHOW, of=1).steps


@given(SETTINGS, STEPS)
def test_undo_gives_back_the_state_before_under_a_new_version(
    settings: ClassSettings, steps: list[Step]
) -> None:
    state = ClassState(settings=settings, of=3)
    for step in steps:
        new = after(state, step, NOON)
        assert (new.version > state.version) == (new is not state)
        if step is not UNDO and new is not state:
            back = after(new, UNDO, NOON)
            assert _stands(back) == _stands(state)
            assert back.version > new.version
        state = new


def _stands(state: ClassState) -> tuple[object, ...]:
    return state.phase, state.position, state.round, state.opened, state.shown, state.ends is None


def test_the_end_can_be_undone_until_the_results_are_written() -> None:
    state = stands(BEGIN, OPEN, END)
    assert after(state, UNDO, NOON).phase is Phase.OPEN
    written = settled(state)
    assert (written.phase, written.steps) == (Phase.ENDED, ())
    assert after(written, UNDO, NOON) is written


def test_so_many_steps_can_be_undone_and_no_more() -> None:
    state = stands(BEGIN, OPEN, CLOSE, *[SHOW, TALK] * MOST_UNDONE)
    for _ in range(MOST_UNDONE):
        state = after(state, UNDO, NOON)
    assert UNDO not in state.steps
    assert END in state.steps


@pytest.mark.parametrize(
    ("steps", "takes", "explains"),
    [
        ((), set(), set()),
        ((BEGIN,), set(), set()),
        ((BEGIN, OPEN), {0}, set()),
        ((BEGIN, OPEN, CLOSE), set(), set()),
        ((BEGIN, OPEN, CLOSE, SHOW), set(), {0}),
        ((BEGIN, OPEN, CLOSE, SHOW, TALK), set(), {0}),
        ((BEGIN, OPEN, CLOSE, SHOW, TALK, AGAIN), {0}, set()),
        ((BEGIN, OPEN, CLOSE, TALK), set(), set()),
        ((BEGIN, OPEN, CLOSE, SHOW, NEXT), set(), {0}),
        ((BEGIN, OPEN, CLOSE, SHOW, NEXT, OPEN), {1}, {0}),
        ((BEGIN, OPEN, CLOSE, SHOW, UNDO), set(), set()),
        ((BEGIN, OPEN, CLOSE, SHOW, NEXT, OPEN, END), set(), {0}),
        ((END,), set(), set()),
    ],
)
def test_which_questions_take_answers_and_which_are_explained(
    steps: tuple[Step, ...], takes: set[int], explains: set[int]
) -> None:
    state = stands(*steps)
    assert {at for at in range(3) if state.takes_answers(at)} == takes
    assert {*state.explained} == explains


@pytest.mark.parametrize(
    ("explanations", "steps", "explains"),
    [
        (Explanations.AT_ONCE, (BEGIN,), 0),
        (Explanations.AT_ONCE, (BEGIN, END), 3),
        (Explanations.AT_END, (BEGIN,), 0),
        (Explanations.AT_END, (BEGIN, END), 3),
        (Explanations.AT_END, (END,), 0),
        (Explanations.WHEN_SHOWN, (BEGIN, SHOW), 3),
        (Explanations.WHEN_SHOWN, (BEGIN, END), 0),
        (Explanations.WHEN_SHOWN, (BEGIN, SHOW, END), 3),
    ],
)
def test_what_is_explained_to_all_at_the_learners_own_pace(
    explanations: Explanations, steps: tuple[Step, ...], explains: int
) -> None:
    state = stands(*steps, pace=Pace.OWN, explanations=explanations)
    assert len(state.explained) == explains


def test_at_the_learners_own_pace_every_question_takes_answers() -> None:
    assert all(map(stands(BEGIN, pace=Pace.OWN).takes_answers, range(3)))


def test_a_class_ends_by_itself() -> None:
    state = stands(BEGIN, pace=Pace.OWN, until=NOON + timedelta(hours=1))
    assert at_time(state, NOON + timedelta(minutes=59)) is state
    over = at_time(state, NOON + timedelta(hours=1))
    assert (over.phase, over.version) == (Phase.ENDED, state.version + 1)
    assert at_time(over, NOON + timedelta(hours=2)) is over


def test_the_timer_runs_from_the_opening() -> None:
    assert stands(BEGIN, seconds=60).seconds_left(NOON) is None
    state = stands(BEGIN, OPEN, seconds=60)
    assert state.seconds_left(NOON + timedelta(seconds=20)) == 40
    assert state.seconds_left(NOON + timedelta(seconds=20), extra=30) == 70
    assert state.seconds_left(NOON + timedelta(seconds=99)) == 0
    assert stands(BEGIN, OPEN, CLOSE, seconds=60).seconds_left(NOON) is None
    assert stands(BEGIN, seconds=60, pace=Pace.OWN).seconds_left(NOON) is None


def test_what_is_on_its_way_when_the_time_is_up_still_comes() -> None:
    state = stands(BEGIN, OPEN, seconds=60)
    up = NOON + timedelta(seconds=60) + EN_ROUTE
    assert not state.is_up(up)
    assert state.is_up(up + timedelta(seconds=1))
    assert not state.is_up(up + timedelta(seconds=1), extra=30)
    assert not stands(BEGIN, OPEN).is_up(up + timedelta(days=1))


def test_a_timer_is_paused_and_given_more_time() -> None:
    state = paused(stands(BEGIN, OPEN, seconds=60), NOON + timedelta(seconds=20))
    later = NOON + timedelta(minutes=5)
    assert (state.paused, state.seconds_left(later), state.is_up(later)) == (True, 40, False)
    state = with_time(state, 30, later)
    assert (state.paused, state.seconds_left(later)) == (True, 70)
    state = paused(state, later)
    assert (state.paused, state.seconds_left(later)) == (False, 70)
    assert with_time(state, 30, later).seconds_left(later) == 100
    assert (
        with_time(state, 30, later + timedelta(hours=1)).seconds_left(later + timedelta(hours=1))
        == 30
    )


def test_without_a_timer_nothing_is_paused() -> None:
    state = stands(BEGIN, OPEN)
    assert paused(state, NOON) is state
    assert with_time(state, 30, NOON) is state
