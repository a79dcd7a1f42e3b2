"""Homes for measured programs: an environment of its own each, with quizzes and a history."""

import atexit
import os
import sys
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from quiz.model.answer import TeachBackAnswer, TypedAnswer, to_data
from quiz.model.question import fingerprint, scored
from quiz.quizfile.reader import read
from quiz.quizfile.shelf import shipped
from quiz.store.database import connect
from quiz.store.purpose import Purpose
from quiz.store.records import Answered, Begun, Ended, Planned
from quiz.store.wholeness import vouch
from quiz.store.writing import write

QUIZ = str(Path(sys.executable).with_name("quiz"))
"""The command, as it is installed."""
SITTING = 25
"""Answers of an attempt in a long history."""


class Home:
    """An empty home folder."""

    def __init__(self, name: str) -> None:
        self.path = Path(mkdtemp(prefix=f"quiz-bench-{name}-"))
        """Where it is; it is gone when all is measured."""
        atexit.register(rmtree, self.path, ignore_errors=True)
        parts = ("CONFIG", "DATA", "CACHE", "STATE")
        folders = {f"XDG_{part}_HOME": part.lower() for part in parts}
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.path),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            **{variable: str(self.path / part) for variable, part in folders.items()},
        }
        """The environment of a program at home there."""

    def file(self, name: str, text: str) -> str:
        """Write a file into the home, and return its path."""
        path = self.path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def remember(self, count: int) -> None:
        """Fill the history with so many answers to the first quiz, as the program would."""
        path = self.path / "data" / "quiz" / "answers.sqlite"
        day = f"{datetime.now(UTC):%Y-%m-%d}"
        connection = connect(path, day)
        connection.execute("BEGIN")
        for record in _records(count):
            write(connection, record, 30)
        connection.execute("COMMIT")
        connection.close()
        vouch(path, day)


def _records(count: int) -> list[Begun | Answered | Ended]:
    quiz = read(shipped() / "ketamine.yaml")
    questions = list(islice(cycle(filter(scored, quiz.questions)), count))
    records: list[Begun | Answered | Ended] = []
    begun = datetime.now(UTC) - timedelta(days=400)
    total = {
        "points": 20.0,
        "possible": SITTING,
        "right": 20,
        "answered": SITTING,
        "asked": SITTING,
    }
    result = {"total": total, "by_topic": {}, "by_skill": {}, "by_difficulty": {}}
    for number in range(0, count, SITTING):
        asked = questions[number : number + SITTING]
        key, at = f"{number:016x}", begun + timedelta(minutes=number // SITTING)
        planned = tuple(Planned(each.id, fingerprint(each), ()) for each in asked)
        records.append(
            Begun(
                *(key, quiz.id, quiz.version, quiz.title, None, Purpose.FIRST, "practice", None),
                *(False, number, at, planned),
            )
        )
        for place, question in enumerate(asked):
            worth = float((number + place) % 5 > 0)
            answer = to_data(
                TypedAnswer(("an answer",)) if place % 2 else TeachBackAnswer("an answer")
            )
            records.append(
                Answered(
                    *(key, quiz.id, quiz.version, question.id, fingerprint(question)),
                    *(Purpose.FIRST, answer, worth, (bool(worth),), True, None, at),
                )
            )
        records.append(Ended(key, quiz.id, Purpose.FIRST, at, result))
    return records
