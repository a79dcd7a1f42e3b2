"""The how-to page for a class, followed word by word: every command on it runs, in its order."""

import re
import shlex
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.assignment.submission_data import from_bytes
from quiz.commands.paper import drawn
from quiz.commands.parser import parser
from quiz.model.answer import TypedAnswer
from quiz.quizfile.reader import read
from tests.classroom.model import Said, Simulated, simulated
from tests.classroom.room import Room, typed
from tests.classroom.seat import Reader

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "how-to" / "run-an-exercise-in-class.md"
ON_COMPUTERS, ON_PAPER = 3, 3
ZIPPED = "7b-submissions.zip"


def commands() -> Iterator[tuple[str, ...]]:
    """Yield the commands of the page, without what is said behind them."""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        found = re.match(r" {4,}quiz (.+?)(?: {2,}\S.*)?$", line)
        if found:
            yield tuple(shlex.split(found[1]))


class Teacher:
    """Someone who follows the page."""

    def __init__(self, room: Room, known: Simulated) -> None:
        self.room = room
        self.known = known
        self.said: dict[tuple[str, ...], str] = {}

    def follow(self, argv: tuple[str, ...]) -> None:
        """Do what a line of the page says."""
        do: Mapping[str, Callable[[tuple[str, ...]], str]] = {
            "play": self._play,
            "mark": self._mark,
            "report": self._report,
            "return": self._return,
            "forget": lambda argv: self.room.run(*argv, lines=["y"]),
        }
        self.said[argv] = do[argv[0]](argv) if argv[0] in do else self.room.run(*argv)

    def _play(self, argv: tuple[str, ...]) -> str:
        if "exercise.json" not in argv:
            return self.room.run(*argv)
        said = ""
        for learner in self.known.learners[:ON_COMPUTERS]:
            reader = Reader(self.known.quiz, self.known.said[learner], learner)
            said += self.room.run(*argv, reader=reader)
        return said

    def _mark(self, argv: tuple[str, ...]) -> str:
        sheets = drawn(parser().parse_args(argv), self.known.quiz)
        learners = self.known.learners[ON_COMPUTERS:]
        lines = []
        for learner, sheet in zip(learners, sheets, strict=False):
            lines += [learner, sheet.letter, *typed(self.known, learner, sheet)]
        return self.room.run(*argv, lines=lines)

    def _return(self, argv: tuple[str, ...]) -> str:
        said = self.room.run(*argv)
        return said + " ".join(sorted(path.name for path in Path(argv[-1]).iterdir()))

    def _report(self, argv: tuple[str, ...]) -> str:
        if argv[1] == ZIPPED:
            shutil.make_archive(Path(ZIPPED).stem, "zip", "results")
        return self.room.run(*argv, code=1 if "--roster" in argv else 0)


@pytest.fixture
def teacher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Teacher:
    """Return a teacher in an empty folder, with the folder of results and the list of the class."""
    known = simulated(read(ROOT / "questions" / "ketamine.yaml"), ON_COMPUTERS + ON_PAPER, 2)
    short = {"glutamate": Said(TypedAnswer(("Glu",)), 0, 1)}
    unforeseen = {learner: {**known.said[learner], **short} for learner in known.learners[:2]}
    known = replace(known, said={**known.said, **unforeseen})
    monkeypatch.chdir(tmp_path)
    assert "Make the folder before the class begins" in PAGE.read_text(encoding="utf-8")
    Path("results").mkdir()
    Path("class-7b.txt").write_text("\n".join([*known.learners, "7b-99"]))
    return Teacher(Room(monkeypatch), known)


def test_the_page_can_be_followed_word_by_word(teacher: Teacher, tmp_path: Path) -> None:
    assert Counter(argv[0] for argv in commands()) == {
        "assign": 2,
        "play": 2,
        "return": 1,
        "hand-in": 4,
        "print": 2,
        "mark": 1,
        "report": 7,
        "regrade": 2,
        "forget": 1,
    }
    for argv in commands():
        teacher.follow(argv)
    results = sorted((tmp_path / "results").glob("[!.]*"))
    learners = [from_bytes(path.read_bytes()).learner for path in results]
    assert learners == list(teacher.known.learners)
    # what was graded over was forgotten
    made = {path.name for path in tmp_path.iterdir() if path.is_file()} - {"class-7b.txt", ZIPPED}
    assert made == {
        *("exercise.json", "practice.json", "sheets.html", "key.html"),
        *("class.html", "class.csv", "for-colleagues.html"),
        *("class-learners.csv", "class-grid.csv", "class-questions.csv", "class-figures.csv"),
    }
    in_lines = teacher.said["report", "results", "--quiz", "ketamine", "--plain"]
    assert f"The class: {ON_COMPUTERS + ON_PAPER} learners" in in_lines
    assert "All that was handed in counts." in in_lines
    with_list = next(said for argv, said in teacher.said.items() if "--roster" in argv)
    assert "7b-99: On the list of the class, and no result." in " ".join(with_list.split())
    for learner in teacher.known.learners:
        assert learner in Path("class.html").read_text(encoding="utf-8")
        assert learner not in Path("for-colleagues.html").read_text(encoding="utf-8")
    own = teacher.said["play", "returned/ketamine-7b-01-returned.json"]
    assert "Your result, 7b-01" in own
    assert "The passage says:" in own
    assert "Your teacher gave this answer 1 of 1 point." in own
    names = [f"ketamine-{learner}-returned" for learner in teacher.known.learners]
    files = [f"{name}.{end}" for name in names for end in ("html", "json")]
    back = teacher.said["return", "results", "--quiz", "ketamine", "-o", "returned"]
    assert back.split() == ["all.html", *files]
    assert not Path("returned").exists()  # that was forgotten, too
    marked = teacher.said["mark", "ketamine", "--versions", "3", "-o", "results"]
    assert f"{ON_PAPER} learners are done." in marked
