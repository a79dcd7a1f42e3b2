"""The results of a class in browsers, read by the commands that read those of any class."""

from pathlib import Path

import pytest

from quiz.engine.live_class import Step
from quiz.model.answer import TypedAnswer
from quiz.model.class_settings import Names, Pace
from quiz.service.classes import Classes
from tests.commands.conftest import Run
from tests.service.live import answered, begun, right
from tests.support.files import BEES


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """Return the results of Ada, who got all right, and of a learner whose name was hidden."""
    live = begun(Classes(tmp_path / "data"), Step.BEGIN, pace=Pace.OWN, names=Names.OWN)
    (ada, _), (bob, _) = live.join("Ada"), live.join("Bob")
    for position in range(live.state.of):
        answered(live, ada, position, right(live, position))
    short = [one.kind for one in live.lesson.shown].index("short")
    answered(live, bob, short, TypedAnswer(("a strange thing",)))
    live.hide(bob.id)
    live.step(Step.END)
    written = live.write_results(tmp_path / "results")
    live.close()
    return written


def test_a_report_reads_them(results: Path, run: Run) -> None:
    done = run("report", str(results), "--quiz", str(BEES))
    assert (done.code, done.err) == (0, "")
    assert "Ada" in done.out
    assert "Learner 2" in done.out
    assert "Bob" not in done.out
    assert "a strange thing" in done.out


def test_a_typed_answer_is_graded_over(results: Path, run: Run) -> None:
    argv = ("--question", "honey", "--answer", "a strange thing", "--points", "full")
    assert run("regrade", str(results), "--quiz", str(BEES), *argv).code == 0
    done = run("report", str(results), "--quiz", str(BEES))
    assert "Graded over: full points" in done.out


def test_each_learner_gets_a_result_back(results: Path, tmp_path: Path, run: Run) -> None:
    done = run("return", str(results), "--quiz", str(BEES), "-o", str(tmp_path / "back"))
    assert done.code == 0
    assert "for each of 2 results" in done.err
