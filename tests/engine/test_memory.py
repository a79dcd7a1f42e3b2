"""When questions come back."""

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.certainty import Certainty
from quiz.engine.kinds.base import Grade
from quiz.engine.memory import (
    FIRM_DAYS,
    Memory,
    Rating,
    firmly_known,
    interleave,
    rating,
    remember,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
AGAIN, HARD, GOOD = Rating.AGAIN, Rating.HARD, Rating.GOOD


@pytest.mark.parametrize(
    ("fraction", "certainty", "expected"),
    [
        (1, None, GOOD),
        (1, Certainty.HIGH, GOOD),
        (1, Certainty.MEDIUM, GOOD),
        (1, Certainty.LOW, HARD),
        (0.99, Certainty.HIGH, AGAIN),
        (0.5, None, AGAIN),
        (0, Certainty.LOW, AGAIN),
        (0, None, AGAIN),
    ],
)
def test_ratings(fraction: float, certainty: Certainty | None, expected: Rating) -> None:
    assert rating(Grade(fraction, ()), certainty) is expected
    assert rating(Grade(0, ()), certainty, meant=True) is rating(Grade(1, ()), certainty)


def study(ratings: list[Rating], longest_days: int = 36_500) -> tuple[list[int], Memory]:
    """Answer whenever the question is due; return the days in between, and the memory."""
    memory = remember(None, ratings[0], NOON, longest_days)
    days = [(memory.due - NOON).days]
    for rated in ratings[1:]:
        memory = remember(memory, rated, memory.due, longest_days)
        days.append((memory.due - memory.last_review).days)
    return days, memory


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ([GOOD] * 6, [2, 11, 46, 163, 497, 1346]),
        ([HARD] * 6, [1, 3, 7, 12, 18, 25]),
        ([AGAIN] * 4, [1, 1, 1, 1]),
        ([AGAIN, GOOD, GOOD, GOOD], [1, 2, 6, 17]),
        ([GOOD, GOOD, AGAIN, GOOD, GOOD], [2, 11, 2, 5, 12]),
        ([HARD, GOOD, GOOD, HARD], [1, 5, 17, 37]),
    ],
)
def test_intervals(ratings: list[Rating], expected: list[int]) -> None:
    assert study(ratings)[0] == expected


@pytest.mark.parametrize(
    ("longest", "expected"),
    [(1, [1, 1, 1, 1]), (10, [2, 10, 10, 10]), (30, [2, 11, 30, 30]), (10**9, [2, 11, 46, 163])],
)
def test_the_longest_interval(longest: int, expected: list[int]) -> None:
    assert study([GOOD] * 4, longest)[0] == expected


def test_no_interval_runs_out_of_the_calendar() -> None:
    memory = remember(Memory(1e9, 5, NOON, NOON - 30 * DAY), GOOD, NOON, 10**9)

    assert memory.due - NOON == 36_500 * DAY


def test_a_month_is_the_longest_unless_the_user_sets_it() -> None:
    _, memory = study([GOOD] * 6)

    assert remember(memory, GOOD, memory.due).due - memory.due == 30 * DAY


@pytest.mark.parametrize("longest", [0, -1])
def test_an_interval_below_a_day_is_refused(longest: int) -> None:
    with pytest.raises(ValueError, match=str(longest)):
        remember(None, GOOD, NOON, longest)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        remember(None, GOOD, datetime(2026, 3, 1))


def test_any_time_zone_becomes_utc() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=9)))
    memory = remember(remember(None, GOOD, there), GOOD, there + 2 * DAY)

    assert memory == remember(remember(None, GOOD, NOON), GOOD, NOON + 2 * DAY)
    assert memory.last_review.tzinfo is UTC
    assert memory.due.tzinfo is UTC


def test_the_same_answers_give_the_same_memory() -> None:
    assert study([GOOD, HARD, AGAIN, GOOD]) == study([GOOD, HARD, AGAIN, GOOD])


@pytest.mark.parametrize(("hours", "days"), [(0, 0), (8, 0), (13, 1), (23, 1), (24, 1), (35, 1)])
def test_a_review_an_hour_early_counts_as_the_day_it_is(hours: int, days: int) -> None:
    memory = remember(None, HARD, NOON)
    early = remember(memory, GOOD, NOON + timedelta(hours=hours))

    assert early.stability == remember(memory, GOOD, NOON + days * DAY).stability
    assert early.last_review == NOON + timedelta(hours=hours)


def test_practice_on_one_day_makes_nothing_firm() -> None:
    memory = remember(None, GOOD, NOON)
    for minute in range(100):
        memory = remember(memory, GOOD, NOON + timedelta(minutes=minute))

    assert memory.stability < FIRM_DAYS


@pytest.mark.parametrize("back", [timedelta(seconds=1), DAY, 400 * DAY, 30_000 * DAY])
def test_a_clock_that_goes_back_counts_as_no_time(back: timedelta) -> None:
    memory = remember(remember(None, GOOD, NOON), GOOD, NOON + 2 * DAY)
    earlier = memory.last_review - back
    again = remember(memory, GOOD, earlier)

    assert again.stability == remember(memory, GOOD, memory.last_review).stability
    assert again.last_review == earlier
    assert DAY <= again.due - earlier <= 30 * DAY


def test_what_was_forgotten_comes_back_before_what_was_known() -> None:
    _, memory = study([GOOD, GOOD])
    days = [remember(memory, rated, memory.due, 400).due for rated in (AGAIN, HARD, GOOD)]

    assert days == sorted(set(days))


@given(
    st.lists(
        st.tuples(
            st.sampled_from([AGAIN, HARD, GOOD]),
            st.timedeltas(timedelta(days=-400), timedelta(days=400)),
        ),
        min_size=1,
        max_size=30,
    ),
    st.integers(1, 400),
)
def test_whatever_the_clock_does_a_question_comes_back(
    answers: list[tuple[Rating, timedelta]], longest: int
) -> None:
    memory, now = None, NOON
    for rated, gone in answers:
        now += gone
        memory = remember(memory, rated, now, longest)

        assert memory.last_review == now
        assert DAY <= memory.due - now <= longest * DAY
        assert memory.stability > 0
        assert 1 <= memory.difficulty <= 10


@pytest.mark.parametrize(
    ("stability", "days", "expected"),
    [
        (21, 0, True),
        (21, 21, True),
        (21, 21.01, False),
        (20.9, 0, False),
        (100, 99, True),
        (100, 101, False),
        (100, -5, True),
    ],
)
def test_firmly_known(stability: float, days: float, expected: bool) -> None:
    memory = Memory(stability, 5, NOON + DAY, NOON)

    assert firmly_known(memory, NOON + days * DAY) is expected


@pytest.mark.parametrize("stability", [21.0, 46.3, 400.0])
def test_firmly_known_ends_where_fsrs_gives_nine_in_ten(stability: float) -> None:
    from fsrs import Card, Scheduler, State

    card = Card(1, State.Review, None, stability, 5.0, NOON, NOON)
    memory = Memory(stability, 5, NOON, NOON)
    for days in range(int(stability) - 2, int(stability) + 4):
        now = NOON + days * DAY
        assert firmly_known(memory, now) == (
            Scheduler().get_card_retrievability(card, now) >= 0.9 - 1e-12
        )


def test_one_wrong_answer_ends_firm_knowledge() -> None:
    _, memory = study([GOOD] * 6)
    assert firmly_known(memory, memory.last_review)

    assert not firmly_known(remember(memory, AGAIN, memory.due), memory.due)


DECAY = 0.1542
"""How fast FSRS 6 lets the chance of a right answer fall."""


class Learner:
    """Someone who forgets as FSRS supposes."""

    def __init__(self, questions: int, seed: int) -> None:
        self.rng = Random(seed)
        self.memories: dict[int, Memory | None] = dict.fromkeys(range(questions))
        self.asked: Counter[int] = Counter()

    def answers(self, question: int, now: datetime) -> None:
        memory = self.memories[question]
        chance = 0.5
        if memory:
            days = max(0.0, (now - memory.last_review) / DAY)
            chance = (1 + (0.9 ** (-1 / DECAY) - 1) * days / memory.stability) ** -DECAY
        right = self.rng.random() < chance
        sure = self.rng.choice([None, *Certainty])
        grade = Grade(float(right), (right,))
        self.memories[question] = remember(memory, rating(grade, sure), now)
        self.asked[question] += 1

    def due(self, now: datetime) -> list[int]:
        return [
            q
            for q, memory in self.memories.items()
            if memory is None or memory.due.date() <= now.date()
        ]

    def firm(self, now: datetime) -> int:
        return sum(firmly_known(memory, now) for memory in self.memories.values() if memory)


@pytest.mark.parametrize("seed", range(3))
def test_a_year_of_study(seed: int) -> None:
    learner, load, firm = Learner(30, seed), [], []
    for day in range(365):
        now = NOON + day * DAY + timedelta(minutes=learner.rng.randrange(-300, 300))
        due = learner.due(now)
        load.append(len(due))
        for question in due:
            learner.answers(question, now)
        firm.append(learner.firm(now))

    assert load[0] == 30
    assert sum(load[:30]) > 2 * sum(load[-30:])
    assert sum(load[-30:]) >= 30
    assert firm[0] == firm[7] == 0
    assert firm[-1] >= 20
    assert min(learner.asked.values()) >= 365 // 30
    assert max(learner.asked.values()) < 100


def test_a_year_in_which_the_clock_jumps() -> None:
    learner, now = Learner(10, 5), NOON
    for day in range(365):
        now = NOON + day * DAY
        if day in (100, 200):
            now += 20_000 * DAY
        if day == 300:
            now -= 3_000 * DAY
        for question in range(10) if day in (101, 201, 301) else learner.due(now):
            learner.answers(question, now)

    assert all(memory and memory.due <= now + 30 * DAY for memory in learner.memories.values())
    assert learner.firm(now) > 0


ITEMS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=14)


def clashes(kinds: list[str]) -> int:
    return sum(one == other for one, other in pairwise(kinds))


@given(ITEMS, st.integers())
def test_neighbours_differ_wherever_that_is_possible(
    items: list[tuple[str, str]], seed: int
) -> None:
    mixed = interleave(items, Random(seed), lambda item: item[0], lambda item: item[1])
    most = max(Counter(quiz for quiz, _ in items).values(), default=0)

    assert Counter(mixed) == Counter(items)
    assert clashes([quiz for quiz, _ in mixed]) == max(0, 2 * most - len(items) - 1)


@given(st.lists(st.sampled_from("xyz"), max_size=14), st.integers())
def test_topics_alternate_within_one_quiz(topics: list[str], seed: int) -> None:
    mixed = interleave(topics, Random(seed), lambda _: "quiz", lambda topic: topic)
    most = max(Counter(topics).values(), default=0)

    assert clashes(list(mixed)) == max(0, 2 * most - len(topics) - 1)


def test_the_same_seed_mixes_alike_and_others_do_not() -> None:
    items = range(12)

    assert interleave(items, Random(1), lambda n: n % 3) == interleave(
        items, Random(1), lambda n: n % 3
    )
    assert len({interleave(items, Random(seed), lambda n: n % 3) for seed in range(50)}) == 50


def test_without_a_kind_it_is_a_shuffle() -> None:
    assert {interleave("abc", Random(seed)) for seed in range(100)} == {
        tuple(order) for order in ("abc", "acb", "bac", "bca", "cab", "cba")
    }
