"""Killed at every step of an attempt in the application, nothing answered is lost."""

from pathlib import Path
from random import Random
from signal import SIGINT, SIGKILL

import pytest

from quiz.quizfile.reader import read
from tests.kill.kept import on_disk
from tests.kill.numbers import Numbers
from tests.kill.program import Nursery
from tests.kill.quizzes import write_quiz
from tests.kill.screen_learner import ScreenLearner


def test_nothing_answered_is_lost(nursery: Nursery, data: Path, tmp_path: Path) -> None:
    path = write_quiz(tmp_path / "small.yaml", 3)
    quiz = read(path)
    learner = ScreenLearner(nursery, quiz, path, Random(3), data=data, scratch=tmp_path)
    learner.take()
    assert set(learner.kills) == ScreenLearner.MOMENTS
    assert learner.kept.given


@pytest.mark.parametrize("words", ["", "Choose a quiz"])
def test_killed_at_home_it_changes_nothing(
    words: str, nursery: Nursery, numbers: Numbers, data: Path, tmp_path: Path
) -> None:
    program = numbers.begin()
    numbers.answer(program, 0, 1)
    program.signal(SIGKILL)
    home = nursery.start()
    home.hear_words(words)
    assert home.signal(SIGKILL) == -SIGKILL
    assert on_disk(data, numbers.quiz, tmp_path) == numbers.after(2)


class Interrupted(ScreenLearner):
    """Takes the quiz while other programs interrupt it."""

    SIGNAL = SIGINT
    ENDS = frozenset({130, -SIGINT, 0})  # a shell takes the first two for one


def test_interrupted_anywhere_it_leaves_the_terminal(
    nursery: Nursery, data: Path, tmp_path: Path
) -> None:
    path = write_quiz(tmp_path / "small.yaml", 3)
    quiz = read(path)
    learner = Interrupted(nursery, quiz, path, Random(4), data=data, scratch=tmp_path)
    learner.take()
    assert set(learner.kills) == ScreenLearner.MOMENTS
