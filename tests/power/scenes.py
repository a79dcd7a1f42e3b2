"""What is done while the power may go, and what must be there when it is back."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from quiz.bank import copies
from quiz.bank.opening import open_quiz
from quiz.bank.reader import read
from quiz.desk import Desk
from quiz.engine.selection import Wanted, select
from quiz.model.answer import Picked
from quiz.store import waiting
from quiz.store.database import connect
from quiz.store.journal import NAME
from quiz.store.migrations import MIGRATIONS, version
from quiz.store.records import Answered
from tests.kill.quizzes import write_quiz
from tests.power.disk import Cut, Disk, Event, Said
from tests.power.trace import quiz, record
from tests.store.schemas import EVERY

COUNT = 6
SEED = 3
EXPLAINED = "Look at line"
"""Words that come with the explanation of each answer: from then on it has to be on disk."""

Check = Callable[[Path, str], None]
"""Looks at the folder after the power was cut; is told what had been said by then."""


@dataclass(frozen=True)
class Scene:
    """A run of the program."""

    name: str
    """What it is about."""
    folder: Path
    """What can be lost lies below it."""
    start: dict[str, bytes]
    """What lay there before, safe."""
    events: list[Event]
    """What the program did."""
    check: Check
    """What must hold after a cut."""

    def points(self) -> list[int]:
        """Return after how many events the power can go: every number that differs on disk."""
        changes = [n for n, event in enumerate(self.events, 1) if not isinstance(event, Said)]
        return [0, *changes, len(self.events)]

    def cut(self, point: int, cut: Cut, rng: Random) -> None:
        """Cut the power, and look at what is left.

        Raises:
            AssertionError: something that was said to be kept is lost, or can't be used.
        """
        disk = Disk()
        for path, data in self.start.items():
            disk.hold(path, data)
        said = ""
        for event in self.events[:point]:
            disk.take(event)
            said += event.text if isinstance(event, Said) else ""
        try:
            with TemporaryDirectory() as folder:
                _lay_out(disk.after(cut, rng), self.folder, Path(folder))
                self.check(Path(folder), said)
        except BaseException as error:
            error.add_note(f"{self.name}, after {point} of {len(self.events)} events, {cut}")
            raise


def _lay_out(files: Mapping[str, bytes], folder: Path, at: Path) -> None:
    """Write what is left of a folder to another place; shared memory is no file after a cut."""
    for path, data in files.items():
        if not path.endswith("-shm"):
            there = at / Path(path).relative_to(folder)
            there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            there.write_bytes(data)


def scenes(home: Path) -> Iterator[Scene]:
    """Yield every scene, recorded in a home of its own.

    Raises:
        CannotWatch: the machine doesn't allow it.
    """
    for make in (_answers, _no_database, _migration, _copy):
        place = home / make.__name__.strip("_")
        place.mkdir()
        yield make(place)


def _env(home: Path) -> dict[str, str]:
    names = ("CONFIG", "DATA", "CACHE", "STATE")
    return {"HOME": str(home), "TMPDIR": str(home)} | {
        f"XDG_{name}_HOME": str(home / name.lower()) for name in names
    }


def _playing(path: Path) -> list[str]:
    return quiz("play", str(path), "--plain", "--no-passage", f"--seed={SEED}")


_LINES = "".join(f"{place % 2 + 1}\n" for place in range(COUNT))


def _expected(path: Path) -> list[tuple[str, Picked]]:
    """Return the answers that are given, in their order."""
    asked = select(read(path), Wanted(), Random(SEED))
    return [(one.question.id, Picked(frozenset({place % 2}))) for place, one in enumerate(asked)]


def _answers(home: Path) -> Scene:
    """An answer that was explained is there, and the file is whole."""
    path = write_quiz(home / "numbers.yaml", COUNT)
    folder = home / "data" / "quiz"
    expected = _expected(path)

    def check(at: Path, said: str) -> None:
        with closing(Desk(at)) as desk:
            given = [
                (one.given.question, Picked(frozenset(one.given.answer["options"])))
                for one in desk.history()
            ]
            assert not desk.notices()
            assert desk.trouble is None
            assert given == expected[: len(given)]
            assert len(given) >= said.count(EXPLAINED)
            sitting = desk.unfinished(read(path))
            assert len(given) in {0, COUNT} or (sitting and sitting.session.answered == len(given))

    events = record(_playing(path), _LINES, folder, home / "log", _env(home))
    assert sum(event.text.count(EXPLAINED) for event in events if isinstance(event, Said)) == COUNT
    return Scene("answers", folder, {}, events, check)


def _no_database(home: Path) -> Scene:
    """Where no database can be made, an answer that was explained waits in a file."""
    path = write_quiz(home / "numbers.yaml", COUNT)
    expected = [question for question, _ in _expected(path)]
    (home / "data").mkdir()
    (home / "data" / "quiz").write_text("no folder")
    folder = home / "state" / "quiz"

    def check(at: Path, said: str) -> None:
        files = waiting.files((at,))
        found = [record for file in files for record in waiting.get(file)[0]]
        given = [record.question for record in found if isinstance(record, Answered)]
        assert all(waiting.get(file)[1] for file in files)
        assert given == expected[: len(given)]
        ended = "100%" in said or "50%" in said
        assert len(given) >= said.count(EXPLAINED) or ended

    events = record(_playing(path), _LINES, folder, home / "log", _env(home))
    return Scene("answers without a database", folder, {}, events, check)


def _migration(home: Path) -> Scene:
    """A file of the first version is one of the first or of today's, with all that was in it."""
    folder = home / "data" / "quiz"
    folder.mkdir(parents=True, mode=0o700)
    old = folder / NAME
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(EVERY[1].replace("{seal}", "0"))
    old.chmod(0o600)
    start = {str(old): old.read_bytes()}
    rows = _rows(old)

    def check(at: Path, _said: str) -> None:
        with closing(sqlite3.connect(at / NAME)) as connection:
            assert version(connection) in {1, len(MIGRATIONS)}
        with closing(connect(at / NAME, "today")) as connection:
            assert version(connection) == len(MIGRATIONS)
        assert _rows(at / NAME) == rows

    events = record(quiz("due", "--json"), "", folder, home / "log", _env(home))
    assert any(not isinstance(event, Said) for event in events)
    return Scene("migration", folder, start, events, check)


def _rows(path: Path) -> Sequence[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        columns = "key, quiz, version, purpose, mode, begun, plan, place, flagged, looks"
        return [
            *connection.execute(f"SELECT {columns} FROM sitting ORDER BY seq"),
            *connection.execute("SELECT * FROM attempt ORDER BY seq"),
            *connection.execute("SELECT * FROM memory"),
            *connection.execute("SELECT * FROM quiz"),
        ]


def _copy(home: Path) -> Scene:
    """The compiled copy of a quiz is whole, or is none."""
    path = write_quiz(home / "numbers.yaml", COUNT)
    bank = read(path)
    folder = home / "cache" / "quiz" / "quizzes"

    def check(at: Path, _said: str) -> None:
        with patch.object(copies, "_folder", lambda: str(at)):
            found = copies.find(path)
            assert found is None or tuple(found.questions) == bank.questions
            assert tuple(open_quiz(path).questions) == bank.questions

    events = record(quiz("play", str(path), "--plain"), "q\n", folder, home / "log", _env(home))
    assert any(not isinstance(event, Said) for event in events)
    return Scene("compiled copy", folder, {}, events, check)
