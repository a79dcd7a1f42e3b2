"""Killed at every step of an attempt in the line door, nothing answered is lost."""

from pathlib import Path
from random import Random
from signal import SIGINT

import pytest

from quiz.model.quiz import Quiz
from tests.kill.line_learner import LineLearner
from tests.kill.program import BEES, Nursery

ROUNDS = 8
"""Each kills at every moment once: more than 200 kills in all."""


def test_the_rounds_are_hundreds_of_kills() -> None:
    assert ROUNDS * len(LineLearner.MOMENTS) >= 200


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_nothing_answered_is_lost(
    seed: int, nursery: Nursery, bees: Quiz, data: Path, tmp_path: Path
) -> None:
    learner = LineLearner(nursery, bees, BEES, Random(seed), data=data, scratch=tmp_path)
    learner.take()
    assert set(learner.kills) == LineLearner.MOMENTS
    assert learner.kept.given


class Interrupted(LineLearner):
    """Takes the quiz while it is interrupted, as by Ctrl-C."""

    SIGNAL = SIGINT
    ENDS = frozenset({130, -SIGINT, 0})  # a shell takes the first two for one


def test_interrupted_anywhere_it_ends_as_a_shell_expects(
    nursery: Nursery, bees: Quiz, data: Path, tmp_path: Path
) -> None:
    learner = Interrupted(nursery, bees, BEES, Random(99), data=data, scratch=tmp_path)
    learner.take()
    assert set(learner.kills) == LineLearner.MOMENTS
