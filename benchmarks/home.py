"""Homes for measured programs: an environment of its own each, with quizzes and a history."""

import atexit
import os
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from quiz.engine.result import Result, Score
from quiz.model.answer import TeachBackAnswer, TypedAnswer, to_data
from quiz.model.question import Question, fingerprint, scored
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from quiz.quizfile.shelf import shipped
from quiz.store.opening import connect
from quiz.store.purpose import Purpose
from quiz.store.records import AttemptRecord, PlannedQuestion, ResponseRecord
from quiz.store.writing import save

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
        with closing(connect(self.path / "data" / "quiz" / "answers.sqlite")) as connection:
            connection.execute("BEGIN")
            for attempt in _attempts(count):
                save(connection, attempt, (), 30)
            connection.execute("COMMIT")


def _attempts(count: int) -> Iterator[AttemptRecord]:
    quiz = read(shipped() / "ketamine.yaml")
    questions = list(islice(cycle(filter(scored, quiz.questions)), count))
    begun = datetime.now(UTC) - timedelta(days=400)
    total = Score(points=20, possible=SITTING, right=20, answered=SITTING, asked=SITTING)
    for number in range(0, count, SITTING):
        asked = questions[number : number + SITTING]
        id_, at = f"{number:016x}", begun + timedelta(minutes=number // SITTING)
        yield AttemptRecord(
            id=id_,
            quiz=quiz.id,
            version=quiz.version,
            title=quiz.title,
            path=None,
            purpose=Purpose.GRADED,
            mode="practice",
            form=None,
            certainty=False,
            seed=number,
            begun=at,
            plan=tuple(
                PlannedQuestion(each.id, fingerprint(each), (), scored=True) for each in asked
            ),
            position=0,
            flagged=(),
            passage_views=0,
            ended=at,
            result=Result(total, {}, {}, {}),
            responses=tuple(_response(quiz, id_, *one, at) for one in enumerate(asked, number)),
        )


def _response(
    quiz: Quiz, attempt: str, place: int, question: Question, at: datetime
) -> ResponseRecord:
    answer = TypedAnswer(("an answer",)) if place % 2 else TeachBackAnswer("an answer")
    return ResponseRecord(
        attempt=attempt,
        quiz=quiz.id,
        version=quiz.version,
        question=question.id,
        content_id=fingerprint(question),
        purpose=Purpose.GRADED,
        answer=to_data(answer),
        fraction=float(place % 5 > 0),
        parts=(place % 5 > 0,),
        scored=True,
        certainty=None,
        at=at,
    )
