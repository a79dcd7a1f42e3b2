"""The whole ketamine quiz, taken by a script."""

import io
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from quiz.engine.kinds import grade
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Presented
from quiz.engine.wording import percent, points
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz
from quiz.plain.app import run
from quiz.service import Service
from quiz.start import Start
from tests.begun import begun
from tests.support.answers import any_answer, right_answer, typed_lines
from tests.with_answers import with_answers

SEED = 7
Pairs = Sequence[tuple[Presented, Answer]]


@pytest.fixture
def asked(ketamine: Quiz, tmp_path: Path) -> tuple[Presented, ...]:
    """Return the questions as the seed asks them."""
    service = Service(tmp_path / "plan")
    attempt = begun(service, ketamine, QuestionFilter(), mode=Mode.PRACTICE, seed=SEED)
    service.close()
    return attempt.session.asked


@pytest.fixture
def right(ketamine: Quiz, asked: tuple[Presented, ...]) -> Pairs:
    """Return the questions, each with its right answer."""
    return [(one, right_answer(with_answers(one), ketamine)) for one in asked]


def typed(pairs: Pairs) -> str:
    return "".join(f"{line}\n" for pair in pairs for line in typed_lines(*pair))


def score(pairs: Pairs, quiz: Quiz) -> str:
    """Return the line that says how many points some answers earn."""
    scored = [(with_answers(one), answer) for one, answer in pairs if one.public.scored]
    possible = sum(question.points for question, _ in scored)
    earned = sum(
        question.points * grade(question, answer, quiz).fraction for question, answer in scored
    )
    return f"\n{percent(earned / possible)}\n{points(earned)} of {possible} points"


def take(quiz: Quiz, lines: str, folder: Path, mode: Mode = Mode.PRACTICE) -> str:
    service, out = Service(folder / "taken"), io.StringIO()
    run(service, Start(screen="play", quiz=quiz, seed=SEED, mode=mode), io.StringIO(lines), out)
    service.close()
    return out.getvalue()


@pytest.mark.parametrize("mode", Mode)
def test_whoever_knows_it_all_gets_all_points(
    ketamine: Quiz, right: Pairs, tmp_path: Path, mode: Mode
) -> None:
    said = take(ketamine, typed(right), tmp_path, mode)
    assert score(right, ketamine).startswith("\n100%\n")
    assert score(right, ketamine) in said
    assert "Not quite" not in said


@pytest.mark.parametrize("lot", range(3))
def test_every_other_answer_earns_what_it_should(
    ketamine: Quiz, asked: tuple[Presented, ...], tmp_path: Path, lot: int
) -> None:
    rng = Random(lot)
    pairs = [(one, any_answer(with_answers(one), ketamine, rng)) for one in asked]
    assert score(pairs, ketamine) in take(ketamine, typed(pairs), tmp_path)


def test_a_script_takes_it_as_a_program_of_its_own(ketamine: Quiz, right: Pairs) -> None:
    command = [sys.executable, "-m", "quiz", "play", "ketamine", "--seed", str(SEED)]
    done = subprocess.run(command, input=typed(right), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert score(right, ketamine) in done.stdout
    assert "\x1b" not in done.stdout
