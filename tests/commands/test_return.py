"""`quiz return`, and what a learner opens."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest

from quiz.assignment.submission_data import to_text
from quiz.model.answer import TypedAnswer
from quiz.model.assignment import Assignment
from quiz.quizfile.reader import read
from quiz.service import Service
from tests.commands.conftest import Run
from tests.handed_in import hand_in
from tests.report.build import HOSTILE
from tests.report.test_page import Page
from tests.support.answers import any_answer
from tests.support.files import BEES

QUIZ = read(BEES)
NAMES = ("Ada L.", "ada l", "../../etc/passwd", "Zoë <b>", "=1+1")


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "room"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def handed(names: Sequence[str] = NAMES, assignment: str = "0123456789abcdef") -> None:
    """Hand in as a class does."""
    rng = Random(1)
    Path("results").mkdir()
    for place, name in enumerate(names):
        answers = {one.id: any_answer(one, QUIZ, rng) for one in QUIZ.questions[1:]}
        made = hand_in(QUIZ, name, answers, looks=place, assignment=assignment)
        Path(f"results/{place}.json").write_text(to_text(made))


def give_back(run: Run, *argv: str) -> tuple[int, str, str]:
    return run("return", "results", "--quiz", str(BEES), "-o", "back", *argv)


def test_each_learner_gets_a_page_and_a_file(run: Run, room: Path) -> None:
    handed()
    before = {path: path.read_bytes() for path in (room / "results").iterdir()}
    code, out, err = give_back(run)
    assert (code, out) == (0, "")
    assert "Written: back, with a page and a file for each of 5 results" in err
    made = {path.name for path in Path("back").iterdir()}
    names = {
        f"bees-{name}"
        for name in (
            "Ada-L-returned-2",
            "ada-l-returned",
            "etc-passwd-returned",
            "Zoë-b-returned",
            "1-1-returned",
        )
    }
    assert made == {"all.html", *(f"{name}{end}" for name in names for end in (".html", ".json"))}
    assert {path: path.read_bytes() for path in (room / "results").iterdir()} == before
    assert {path.name for path in room.iterdir()} == {"results", "back"}
    everybody = Page(Path("back/all.html").read_text(encoding="utf-8")).text
    for name in NAMES:
        assert name in everybody
    own = Path("back/bees-etc-passwd-returned.html").read_text(encoding="utf-8")
    assert "../../etc/passwd" in own
    assert not any(name in Page(own).text for name in ("Ada L.", "Zoë <b>", "=1+1"))


def test_a_learner_looks_at_it_and_the_history_knows_nothing(run: Run) -> None:
    handed()
    give_back(run)
    code, out, _ = run("play", "--plain", "back/bees-Ada-L-returned-2.json")
    assert code == 0
    assert "Your result, Ada L." in out
    assert "Explanations" in out
    assert "What to know" in out or "medical advice" in out
    assert "Choose" not in out
    service = Service.at_home()
    assert service.exercises.taken() == []
    assert service.history.attempts(QUIZ) == ()
    service.close()


def test_a_report_takes_nothing_returned_for_a_result(run: Run) -> None:
    handed()
    give_back(run)
    words = ("report", "results", "back", "--quiz", str(BEES), "--plain")
    assert "All that was handed in counts." in run(*words)[1]
    code, out, _ = run("report", "back/bees-ada-l-returned.json", "--quiz", str(BEES), "--plain")
    assert code == 1
    assert "returned to a learner" in " ".join(out.split())


def test_all_or_nothing(run: Run, room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed()
    fsync, left = os.fsync, iter(range(9))

    def full(handle: int) -> None:
        if next(left, None) is None:
            raise OSError(28, "No space left on device")
        fsync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        code, _, err = give_back(run)
    assert code == 1
    assert "back can't be written: No space left on device." in err
    assert [path.name for path in room.iterdir()] == ["results"]


def taken(room: Path) -> None:
    (room / "back").mkdir()
    (room / "back" / "mine.txt").write_text("mine")


def linked(room: Path) -> None:
    (room / "elsewhere").mkdir()
    (room / "back").symlink_to(room / "elsewhere")


def spoiled(room: Path) -> None:
    for path in (room / "results").iterdir():
        path.write_text("{}")


@pytest.mark.parametrize(
    ("before", "argv", "end"),
    [
        (taken, (), (2, "There is something in back already. Name a new folder.")),
        (linked, (), (2, "There is something in back already.")),
        (lambda room: (room / "back").write_text("mine"), (), (2, "There is something in back")),
        (lambda room: (room / "back").mkdir(), (), (0, "Written: back")),
        (lambda _: None, ("-o", "no/back"), (2, "There is no folder to make no/back in.")),
        (lambda _: None, ("--form", "pre"), (1, "There is no result that counts in results.")),
        (lambda room: (room / "results/x.json").write_text("{}"), (), (1, "1 thing did not fit")),
        (spoiled, (), (1, "did not fit: `quiz report` lists them.")),
    ],
)
def test_where_it_may_go(
    run: Run,
    room: Path,
    before: Callable[[Path], object],
    argv: tuple[str, ...],
    end: tuple[int, str],
) -> None:
    code, says = end
    handed()
    before(room)
    there = {path for path in room.rglob("*") if path.name == "mine.txt"}
    found = give_back(run, *argv)
    assert found[0] == code
    assert says in found[2]
    assert {path for path in room.rglob("*") if path.name == "mine.txt"} == there
    assert not [path for path in room.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda text: text[:-40], "cut off"),
        (lambda text: text.replace('"learner": "Ada"', '"learner": "A\\u001b[31m"'), "U+001B"),
        (lambda text: text.replace("bees", "be es"), "source"),
        (lambda text: text.replace('"question": "', '"question": "x'), "answers: not one for each"),
        (lambda text: text.replace('"way": "typed"', '"way": "shouted"'), "no way that is known"),
        (lambda text: text.replace('"looks": 0', '"looks": 1e9'), "no whole number"),
    ],
)
def test_a_strangers_file_is_refused(run: Run, damage: Callable[[str], str], says: str) -> None:
    handed(["Ada"])
    give_back(run)
    text = Path("back/bees-Ada-returned.json").read_text(encoding="utf-8")
    assert damage(text) != text
    Path("x.json").write_text(damage(text), encoding="utf-8")
    code, out, err = run("play", "--plain", "x.json")
    assert (code, out) == (3, "")
    assert says in err
    assert "\x1b" not in err


@pytest.mark.parametrize("option", [("--new",), ("--learner", "Ada"), ("--mode", "test")])
def test_it_is_only_looked_at(run: Run, option: tuple[str, ...]) -> None:
    handed(["Ada"])
    give_back(run)
    code, _, err = run("play", "--plain", "back/bees-Ada-returned.json", *option)
    assert code == 2
    assert f"Leave out {option[0]}: this is a result, to be looked at." in err


def test_hostile_names_and_answers(run: Run) -> None:
    typed = {one.id: one for one in QUIZ.questions if one.kind in {"short", "number"}}
    Path("results").mkdir()
    names = [name for name in HOSTILE if name.isprintable() and len(name) < 100]
    for place, name in enumerate(names):
        made = hand_in(QUIZ, name, {id_: TypedAnswer((name,)) for id_ in typed})
        Path(f"results/{place}.json").write_text(to_text(made))
    assert give_back(run)[0] == 0
    assert len(list(Path("back").iterdir())) == 2 * len(names) + 1
    for path in Path("back").glob("*.html"):
        page = Page(path.read_text(encoding="utf-8"))
        assert not page.all("img", "script", "submission")
    for path in Path("back").glob("*.json"):
        assert run("play", "--plain", str(path))[0] == 0


@pytest.mark.parametrize("where", ["", "results"])
def test_the_exercise_shows_what_was_returned(run: Run, room: Path, where: str) -> None:
    words = ("assign", str(BEES), "-o", "exercise.json", "--hand-in-to", "results")
    assert run(*words)[0] == 0
    made = Service.at_home().library.open_any("exercise.json")
    assert isinstance(made, Assignment)
    handed(["Ada", "Ben"], made.id)
    give_back(run)
    (room / "back/bees-Ada-returned.json").rename(room / where / "bees-Ada-returned.json")
    for name, shows in (("Ben", False), ("Ada", True)):
        _, out, _ = run("play", "--plain", "exercise.json", "--learner", name)
        assert ("Your result, Ada" in out) is shows
    assert (
        "Your result" not in run("play", "--plain", "exercise.json", "--learner", "Ada", "--new")[1]
    )
    another = run("assign", str(BEES), "-o", "exercise.json", "--force")
    assert another[0] == 0
    out = run("play", "--plain", "exercise.json", "--learner", "Ada")[1]
    assert "Your result" not in out


def test_what_was_returned_is_forgotten(run: Run, room: Path) -> None:
    handed(["Ada", "Ben"])
    give_back(run)
    back = room / "back"
    (back / "mine.txt").write_text("mine")
    (back / "x-returned.json").write_text("{}")
    (back / "y-returned.json").symlink_to(room / "results" / "0.json")
    run("list")
    before = {path.name for path in back.iterdir()}
    assert run("forget", "ketamine", "--yes", "--returned", "back")[0] == 0
    assert {path.name for path in back.iterdir()} == before
    code, _, err = run("forget", str(BEES), "--yes", "--returned", "back")
    assert code == 0
    assert "Deleted: what was returned of 2 results." in err
    assert {path.name for path in back.iterdir()} == {
        "mine.txt",
        "x-returned.json",
        "y-returned.json",
    }
    assert len(list((room / "results").iterdir())) == 2


def test_with_the_last_result_its_folder_goes(run: Run, room: Path) -> None:
    handed(["Ada"])
    give_back(run)
    assert run("forget", "--all", "--yes", "--returned", "back")[0] == 0
    assert {path.name for path in room.iterdir()} == {"results"}


def test_what_the_teacher_gave_counts(run: Run) -> None:
    (short,) = [one for one in QUIZ.questions if one.kind == "short"][:1]
    Path("results").mkdir()
    for name, text in (("Ada", "pollen"), ("Ben", "wax")):
        made = hand_in(QUIZ, name, {short.id: TypedAnswer((text,))})
        Path(f"results/{name}.json").write_text(to_text(made))
    about = ("--question", short.id, "--answer", "pollen", "--points", "half")
    assert run("regrade", "results", "--quiz", str(BEES), *about)[0] == 0
    give_back(run)
    says = "Your teacher gave this answer 0.5 of 1 point."
    for name, given in (("Ada", True), ("Ben", False)):
        text = Page(Path(f"back/bees-{name}-returned.html").read_text(encoding="utf-8")).text
        assert (says in text) is given
        _, out, _ = run("play", "--plain", f"back/bees-{name}-returned.json")
        assert (says in out) is given
        assert ("0.5 of" in out) is given
