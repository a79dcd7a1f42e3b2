"""Two programs at one database do each other no harm."""

import json
import subprocess
from collections import Counter
from pathlib import Path

from tests.support.numbers import write_quiz
from tests.support.terminal import QUIZ

COUNT = 60
"""Each of the two answers as many."""


def test_two_programs_take_one_quiz(tmp_path: Path) -> None:
    path = write_quiz(tmp_path / "numbers.yaml", COUNT)
    command = (*QUIZ, "play", "--plain", "--no-passage", "--count", str(COUNT), str(path))
    pipe = subprocess.PIPE
    programs = [
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in "ab"
    ]
    for program in programs:
        assert program.stdin
        program.stdin.write("1\n" * COUNT)
        program.stdin.flush()
    for program in programs:
        out, err = program.communicate()
        assert (program.returncode, err) == (0, "")
        assert f"100%\n{COUNT} of {COUNT} points" in out
        assert "can't be" not in out
    found = json.loads(subprocess.check_output([*QUIZ, "history", "--json"]))
    assert len({(one["attempt"], one["question"]) for one in found}) == len(found) == 2 * COUNT
    assert set(Counter(one["attempt"] for one in found).values()) == {COUNT}
