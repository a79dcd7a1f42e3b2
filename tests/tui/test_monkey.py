"""A monkey at the application, for a moment; `make monkeys` lets many play for an hour."""

import pytest

from tests.tui.monkey import run


@pytest.mark.parametrize("seed", [2, 3])
def test_a_monkey_breaks_nothing(seed: int) -> None:
    monkey = run(seed, 250)
    assert monkey.events >= 250
    assert monkey.seen
    assert monkey.screens["QuestionScreen"] > 0
