"""A class whose program is killed in the middle of a spike, or whose disk is full."""

import subprocess
import sys
from pathlib import Path

import pytest

from quiz.model.problem import QuizError
from quiz.service.classes import Classes
from tests.kill.class_writer import LEARNERS
from tests.kill.conftest import fill
from tests.service.live import OPENED, answered, begun, classes, killed, right, seen
from tests.support.files import ROOT

WRITER = (sys.executable, "-m", "tests.kill.class_writer")


@pytest.mark.parametrize("lines", [1, 40, 901])
def test_no_confirmed_answer_is_lost_by_a_kill(lines: int, tmp_path: Path) -> None:
    with subprocess.Popen(
        [*WRITER, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout
        code = writer.stdout.readline().strip()
        told = [writer.stdout.readline() for _ in range(lines)]
        writer.kill()
        told += writer.stdout.readlines()
    live = Classes(tmp_path).resume(code)
    assert len(live.seats) == LEARNERS
    confirmed = dict(_read(line) for line in told if line.endswith("\n"))
    for (seat, position), (changes, answer) in confirmed.items():
        response = live.session_of(live.seats[seat - 1]).responses[position]
        assert response
        assert response.changes >= changes
        if response.changes == changes:
            assert repr(response.answer) == answer


def _read(line: str) -> tuple[tuple[int, int], tuple[int, str]]:
    seat, position, changes, answer = line.rstrip("\n").split(" ", 3)
    return (int(seat), int(position)), (int(changes), answer)


def test_a_class_goes_on_when_there_is_room_again(small_disk: Path) -> None:
    of = classes(small_disk)
    live = begun(of, *OPENED)
    joined = [live.join(None) for _ in range(3)]
    answered(live, joined[0][0], 0, right(live))
    before = seen(live)
    filler = fill(small_disk)
    with pytest.raises(QuizError, match="the disk is full"):
        live.join_all([None] * 900)
    assert seen(live) == before
    filler.unlink()
    answered(live, joined[1][0], 0, right(live))
    assert live.teacher().answered == 2
    after = seen(live)
    assert seen(killed(of, live)) == after
