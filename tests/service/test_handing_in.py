"""Handing in survives a kill at any step, two programs at once, a full disk, a read-only folder."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from signal import SIGKILL

import pytest

from quiz.assignment.assignment_data import to_text
from quiz.assignment.submission_data import from_bytes
from quiz.engine.assigning import assign
from quiz.engine.selection import QuestionFilter
from quiz.model.answer import TypedAnswer
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.service.exercises import Delivered, Undelivered
from tests.support.files import BEES, ROOT

QUIZ = read(BEES)
TYPED = QuestionFilter(kinds=frozenset({"number", "short"}))


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Return the folder in which the file for the class lies, and into which results go."""
    (tmp_path / "room" / "results").mkdir(parents=True)
    made = assign(QUIZ, TYPED, AssignmentSettings(folder="results"), id="0" * 16, rng=Random(1))
    (tmp_path / "room" / "exercise.json").write_text(to_text(made))
    return tmp_path / "room"


def opened(service: Service, room: Path) -> Assignment:
    made = service.library.open_any(str(room / "exercise.json"))
    assert isinstance(made, Assignment)
    return made


def answered(service: Service, made: Assignment, learner: str = "Ada") -> Attempt:
    """Answer every question, and stop before handing in."""
    attempt = service.exercises.start(made, learner)
    for _ in attempt.session.asked:
        attempt = service.attempts.save(attempt, *attempt.session.answer(TypedAnswer(("4",))))
        attempt = service.attempts.save(attempt, attempt.session.onward())
    return attempt


def visible(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Callable[[Path, Path, int], int]]:
    """Return what hands in until a step, in a program of its own."""
    if not hasattr(os, "fork"):
        pytest.skip("this system can't fork")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.service.handing_in"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as driver:

        def run(data: Path, path: Path, step: int) -> int:
            assert driver.stdin
            assert driver.stdout
            driver.stdin.write(f"{data} {path} {step}\n")
            driver.stdin.flush()
            return int(driver.stdout.readline())

        yield run
        assert driver.stdin
        driver.stdin.close()


def test_a_kill_in_the_middle_loses_nothing_and_makes_no_second_file(
    tmp_path: Path, room: Path, killed: Callable[[Path, Path, int], int]
) -> None:
    before, results = tmp_path / "before", room / "results"
    service = Service(before)
    count = len(answered(service, opened(service, room)).session.asked)
    service.close()
    step = status = 0
    while status != 0 or step == 0:
        step += 3
        for path in results.iterdir():
            path.unlink()
        data = tmp_path / f"data-{step}"
        shutil.copytree(before, data)
        status = killed(data, room / "exercise.json", step)
        assert status in {0, -SIGKILL}
        for whole in visible(results):
            assert len(from_bytes(whole.read_bytes()).replies) == count
        service = Service(data)
        made = opened(service, room)
        for _ in range(2):
            attempt = service.exercises.unfinished(made, "Ada")
            if attempt:
                assert attempt.session.answered == count
                service.exercises.hand_in(made, attempt)
            for one in service.exercises.taken():
                assert isinstance(service.exercises.deliver(one), Delivered)
        (found,) = visible(results)
        assert len(from_bytes(found.read_bytes()).replies) == count
        service.close()
        shutil.rmtree(data)
    assert step > 30


def test_two_programs_that_hand_in_at_once_make_one_file_each(
    tmp_path: Path, room: Path, home: Path
) -> None:
    results = room / "results"
    results.rmdir()
    service = Service(home / "data" / "quiz")
    made = opened(service, room)
    for number in range(12):
        service.exercises.hand_in(made, answered(service, made, f"Learner {number}"))
    service.close()
    results.mkdir()
    command = [sys.executable, "-m", "quiz", "hand-in"]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in "ab"]
    for one in both:
        out, err = one.communicate()
        assert (one.returncode, out.count(b"handed in"), err) == (0, 12, b"")
    learners = [from_bytes(path.read_bytes()).learner for path in results.iterdir()]
    assert sorted(learners) == sorted(f"Learner {number}" for number in range(12))


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """Mount something at a folder, or skip the test."""
    try:
        subprocess.run(["mount", *options, str(folder)], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only root may mount a file system")
    yield
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_said_and_leaves_no_piece(tmp_path: Path, room: Path) -> None:
    results, service = room / "results", Service(tmp_path / "data")
    made = opened(service, room)
    attempt = answered(service, made)
    with mounted(results, "-t", "tmpfs", "-o", "size=64k", "tmpfs"):
        filler = results / "filler"
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while file.write(b"x" * 512):
                pass
        assert service.exercises.hand_in(made, attempt) == Undelivered(
            "the disk is full", saved=True
        )
        assert list(results.iterdir()) == [filler]
        filler.write_bytes(b"x" * 40_000)
        (waits,) = service.exercises.taken()
        assert service.exercises.deliver(waits) == Delivered(results / "bees-Ada.json")
        assert len(list(results.iterdir())) == 2


def test_a_folder_that_can_only_be_read_is_said(tmp_path: Path, room: Path) -> None:
    results, service = room / "results", Service(tmp_path / "data")
    made = opened(service, room)
    attempt = answered(service, made)
    with mounted(results, "-t", "tmpfs", "-o", "ro", "tmpfs"):
        says = Undelivered(f"{results} can't be written in", saved=True)
        assert service.exercises.hand_in(made, attempt) == says
    assert service.exercises.hand_in(made, attempt) == Delivered(results / "bees-Ada.json")


def test_without_room_for_the_history_it_is_handed_in_all_the_same(
    tmp_path: Path, room: Path
) -> None:
    data = tmp_path / "data"
    data.write_text("no folder")
    service = Service(data, elsewhere=(tmp_path / "elsewhere",))
    made = opened(service, room)
    attempt = answered(service, made)
    assert not attempt.saved
    assert service.exercises.hand_in(made, attempt) == Delivered(room / "results" / "bees-Ada.json")
    assert service.exercises.hand_in(made, attempt) == Delivered(room / "results" / "bees-Ada.json")
    result = from_bytes((room / "results" / "bees-Ada.json").read_bytes())
    assert len(result.replies) == len(result.asked)


def test_what_waits_elsewhere_is_handed_in_later(tmp_path: Path, room: Path) -> None:
    """Neither the history nor the folder can be written in: a file among the temporary ones can."""
    data, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    data.write_text("no folder")
    (room / "results").rmdir()
    service = Service(data, elsewhere=(elsewhere,))
    made = opened(service, room)
    done = service.exercises.hand_in(made, answered(service, made))
    assert done == Undelivered(f"{room / 'results'} is not there", saved=False)
    service.close()
    data.unlink()
    (room / "results").mkdir()
    later = Service(data, elsewhere=(elsewhere,))
    (waits,) = later.exercises.taken()
    assert later.exercises.deliver(waits) == Delivered(room / "results" / "bees-Ada.json")
    assert len(from_bytes((room / "results" / "bees-Ada.json").read_bytes()).replies)


def test_an_exercise_from_a_stranger_can_add_one_result_and_no_more(
    tmp_path: Path, room: Path
) -> None:
    """Inside its own folder: nothing is written over, through a link, or under another name."""
    private, victim = room / "private", tmp_path / "victim.txt"
    (private / "bees-Ada-4.json").mkdir(parents=True)
    victim.write_text("mine")
    (private / "bees-Ada.json").symlink_to(victim)
    (private / "bees-Ada-2.json").symlink_to(tmp_path / "new")
    (private / "bees-Ada-3.json").write_text("my own")
    before = {path: path.lstat().st_mtime_ns for path in tmp_path.rglob("*")}
    made = assign(QUIZ, TYPED, AssignmentSettings(folder="private"), id="0" * 16, rng=Random(1))
    (room / "exercise.json").write_text(to_text(replace(made, title="../../x", version=9)))
    service = Service(tmp_path / "data")
    hostile = opened(service, room)
    done = service.exercises.hand_in(hostile, answered(service, hostile, "../../Ada"))
    assert done == Delivered(private / "bees-Ada-5.json")
    service.close()
    there = {path for path in tmp_path.rglob("*") if "data" not in path.parts}
    assert there - set(before) == {private / "bees-Ada-5.json"}
    assert victim.read_text() == "mine"
    assert (private / "bees-Ada-3.json").read_text() == "my own"
    assert not (tmp_path / "new").exists()
