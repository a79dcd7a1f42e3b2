"""What one learner gained."""

import pytest

from quiz.engine.gain import gains
from quiz.engine.result import Result, Score


def tally(points: float, possible: int) -> Score:
    return Score(points, possible, int(points), possible, possible)


def outcome(**topics: Score) -> Result:
    total = tally(
        sum(topic.points for topic in topics.values()),
        sum(topic.possible for topic in topics.values()),
    )
    return Result(total, topics, {}, {})


def test_the_gain_is_the_difference_of_the_shares() -> None:
    before = outcome(uses=tally(1, 4), risks=tally(2, 2))
    after = outcome(uses=tally(4, 5), risks=tally(0, 2))
    found = gains(before, after)

    assert found.by_topic["uses"].raw == pytest.approx(0.8 - 0.25)
    assert found.by_topic["risks"].raw == -1
    assert found.total.raw == pytest.approx(4 / 7 - 3 / 6)
    assert (found.total.before, found.total.after) == (before.total, after.total)


def test_topics_keep_their_order_and_need_both_attempts() -> None:
    before = outcome(uses=tally(1, 1), approval=tally(1, 1), risks=tally(0, 1))
    after = outcome(risks=tally(1, 1), uses=tally(1, 1), other=tally(1, 1))

    assert list(gains(before, after).by_topic) == ["uses", "risks"]


def test_nothing_to_earn_is_no_gain() -> None:
    assert gains(outcome(), outcome()).total.raw == 0
