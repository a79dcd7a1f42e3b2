"""Two programs at one database do each other no harm."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.kill.numbers import history
from tests.kill.quizzes import write_quiz

COUNT = 500
"""Each of the two answers as many: a thousand in all."""
PLAY = (
    *(sys.executable, "-m", "quiz", "play", "--plain", "--no-passage"),
    *("--count", str(COUNT)),
)
"""How each of them is begun."""


@pytest.mark.parametrize("names", [("first", "second"), ("same", "same")])
def test_a_thousand_answers(names: tuple[str, str], tmp_path: Path) -> None:
    paths = [write_quiz(tmp_path / f"{name}.yaml", COUNT) for name in names]
    programs = [
        subprocess.Popen(
            [*PLAY, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for path in paths
    ]
    for program in programs:
        assert program.stdin
        program.stdin.write("1\n" * COUNT)
        program.stdin.flush()
    said = [program.communicate() for program in programs]
    assert [program.returncode for program in programs] == [0, 0]
    for out, errors in said:
        assert errors == ""
        assert f"100%\n{COUNT} of {COUNT} points" in out
        assert "can't be" not in out
    answers, errors = history()
    assert errors == ""
    found = Counter((one["quiz"], one["attempt"], one["question"]) for one in answers)
    assert set(found.values()) == {1}
    assert len(found) == 2 * COUNT
    assert Counter(quiz for quiz, _, _ in found) == Counter(names * COUNT)
    assert len({attempt for _, attempt, _ in found}) == 2
