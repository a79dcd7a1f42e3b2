"""The whole ketamine quiz, taken by a script."""

import io
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from quiz.engine.selection import Presented, QuestionFilter
from quiz.engine.session import Mode
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Number,
    Order,
    Short,
    Statement,
    TeachBack,
    how_many,
)
from quiz.model.quiz import Quiz
from quiz.plain.app import run
from quiz.service import Service
from quiz.start import Start
from tests.begun import begun
from tests.support.answers import right_answer, typed_lines
from tests.with_answers import with_answers

SEED = 7


def attempt(quiz: Quiz, folder: Path) -> tuple[Presented, ...]:
    """Return the questions as the seed asks them."""
    service = Service(folder / "plan")
    asked = begun(service, quiz, QuestionFilter(), mode=Mode.PRACTICE, seed=SEED).session.asked
    service.close()
    return asked


def shown(asked: Presented, indices: list[int]) -> list[str]:
    return [str(asked.option_order.index(index) + 1) for index in indices]


def right(asked: Presented, quiz: Quiz) -> list[str]:
    """Return the lines that a learner types who knows it all."""
    return typed_lines(asked, right_answer(with_answers(asked), quiz))


def wrong(asked: Presented, quiz: Quiz) -> tuple[list[str], Fraction]:
    """Return the lines of a learner who has much of it wrong, and the points that they earn."""
    points = asked.question.points
    match with_answers(asked):
        case Choice() | Statement() as question:
            lure = next(i for i, option in enumerate(question.options) if not option.correct)
            return shown(asked, [lure]), Fraction(0)
        case Choices() as question:
            key = next(i for i, option in enumerate(question.options) if option.correct)
            return shown(asked, [key]), Fraction(points, how_many(question))
        case Number():
            return ["7"], Fraction(0)
        case Short():
            return ["nothing of it"], Fraction(0)
        case Cloze(gaps=gaps):
            words = [gaps[0].accept[0], *("zzz" for _ in gaps[1:])]
            return ["; ".join(words)], Fraction(points, len(gaps))
        case Order(items=items):
            return [" ".join(shown(asked, list(reversed(range(len(items))))))], Fraction(0)
        case Locate(quotes=quotes):
            sentences = range(len(quiz.passage.sentences(quiz.language)))
            holders = {s for quote in quotes for s in quiz.passage.sentences_of(quote)}
            return [str(next(s for s in sentences if s not in holders) + 1)], Fraction(0)
        case _:
            return right(asked, quiz), Fraction(points)


def take(quiz: Quiz, lines: list[str], folder: Path, mode: Mode = Mode.PRACTICE) -> str:
    service, out = Service(folder / "taken"), io.StringIO()
    start = Start(screen="play", quiz=quiz, seed=SEED, mode=mode)
    run(service, start, io.StringIO("".join(f"{line}\n" for line in lines)), out)
    service.close()
    return out.getvalue()


def possible(asked: tuple[Presented, ...]) -> int:
    return sum(a.question.points for a in asked if not isinstance(a.question, TeachBack))


@pytest.mark.parametrize("mode", Mode)
def test_whoever_knows_it_all_gets_all_points(ketamine: Quiz, tmp_path: Path, mode: Mode) -> None:
    asked = attempt(ketamine, tmp_path)
    lines = [line for one in asked for line in right(one, ketamine)]
    said = take(ketamine, lines, tmp_path, mode)
    assert f"\n100%\n{possible(asked)} of {possible(asked)} points" in said
    assert "Not quite" not in said


def test_every_other_answer_earns_what_it_should(ketamine: Quiz, tmp_path: Path) -> None:
    asked = attempt(ketamine, tmp_path)
    answers = [wrong(one, ketamine) for one in asked]
    earned = sum(
        (
            points
            for one, (_, points) in zip(asked, answers, strict=True)
            if not isinstance(one.question, TeachBack)
        ),
        Fraction(0),
    )
    said = take(ketamine, [line for lines, _ in answers for line in lines], tmp_path)
    assert 0 < earned < possible(asked)
    figure = f"{float(earned):.1f}".removesuffix(".0")
    assert (
        f"\n{round(earned / possible(asked) * 100)}%\n{figure} of {possible(asked)} points" in said
    )


def test_a_script_takes_it_as_a_program_of_its_own(ketamine: Quiz, tmp_path: Path) -> None:
    asked = attempt(ketamine, tmp_path)
    lines = "".join(f"{line}\n" for one in asked for line in right(one, ketamine))
    command = [sys.executable, "-m", "quiz", "play", "ketamine", "--seed", str(SEED)]
    done = subprocess.run(command, input=lines.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"100%\n{possible(asked)} of {possible(asked)} points" in done.stdout.decode()
    assert b"\x1b" not in done.stdout
