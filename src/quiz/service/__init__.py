"""The use cases that the front ends share: open a quiz, take it, keep it, see what is due.

Any of it may be called from any thread: calls that touch the disk take turns.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Self

from platformdirs import user_config_path, user_data_path, user_state_path

from quiz.engine.drafts import standing
from quiz.engine.wording import count, percent
from quiz.model.problem import Problem, QuizError, UnreadableQuiz
from quiz.model.quiz import Quiz
from quiz.service.attempts import Attempts
from quiz.service.exercises import Exercises
from quiz.service.history import History, Summary
from quiz.service.library import Library
from quiz.service.reviews import Reviews
from quiz.store.records import AttemptRecord
from quiz.store.settings import Settings, read_settings
from quiz.store.store import Store


@dataclass(frozen=True, slots=True)
class Shelved:
    """A quiz on the shelf, as home lists it."""

    name: str
    """What it is called on the command line."""
    path: Path
    quiz: Quiz | None
    """None where the file can't be read."""
    problems: tuple[Problem, ...] = ()
    """Why the file can't be read."""
    summary: Summary = field(default_factory=Summary)
    due: int = 0
    """How many of its questions are due today."""
    unfinished: AttemptRecord | None = None
    """The attempt that can be taken up again."""

    known: tuple[int, int] = (0, 0)
    """How many of its questions are firmly known, and how many earn points."""
    shipped: bool = False
    """Whether it comes with the program, for everybody to read."""

    def length(self) -> Iterator[str]:
        """Yield how long it is, in words; nothing where it can't be read."""
        if self.quiz:
            yield count(len(self.quiz.questions), "question")
            yield f"about {count(self.quiz.minutes, 'minute')} a sitting"

    def standing(self) -> Iterator[str]:
        """Yield how it stands, in words; nothing where it can't be read."""
        if self.quiz is None:
            return
        if self.quiz.drafts:
            yield standing(self.quiz)
        left = self.unfinished and self.unfinished.answered
        if self.unfinished and left:
            yield f"stopped at {self.unfinished.answered} of {self.unfinished.asked} answered"
        if self.summary.last_share is not None:
            yield f"last score {percent(self.summary.last_share)}"
        elif not (left or self.due):
            yield "not started"
        if self.due:
            yield f"{self.due} due today"


_utc_now = partial(datetime.now, UTC)


def _any_seed() -> int:
    return int.from_bytes(os.urandom(4))


class Service:
    """All use cases over one data folder, each under its name; made once for a front end."""

    def __init__(
        self,
        folder: Path,
        *,
        elsewhere: tuple[Path, ...] = (),
        now: Callable[[], datetime] = _utc_now,
        seed: Callable[[], int] = _any_seed,
        settings: Settings = Settings(),
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.store = Store(folder, now, elsewhere, settings.longest_days)
        self.library = Library()
        self.attempts = Attempts(self.store, self.library, now, seed)
        self.reviews = Reviews(self.store, self.library, now, seed)
        self.history = History(self.store, self.library)
        self.exercises = Exercises(self.store, self.library, self.attempts, now, seed)

    @classmethod
    def at_home(cls) -> Self:
        """Return the service over the user's own data folder, with what the user has set.

        Raises:
            BadSettings: the settings can't be used.
        """
        found = read_settings(user_config_path("quiz", appauthor=False) / "settings.toml")
        elsewhere = (user_state_path("quiz", appauthor=False), _temporary())
        data = user_data_path("quiz", appauthor=False)
        return cls(data, elsewhere=elsewhere, settings=found)

    def shelf(self) -> tuple[Shelved, ...]:
        """Return every quiz on the shelf with how it stands, those too that can't be read."""
        return tuple(map(self._shelved, self.library.files()))

    def _shelved(self, path: Path) -> Shelved:
        try:
            quiz = self.library.open(str(path))
        except UnreadableQuiz as error:
            return Shelved(path.stem, path, None, error.problems)
        except QuizError:
            return Shelved(path.stem, path, None)
        return Shelved(
            name=path.stem,
            path=path,
            quiz=quiz,
            summary=self.history.summary(quiz),
            due=len(self.reviews.due_of(quiz)),
            unfinished=self.attempts.left(quiz),
            known=self.reviews.known(quiz),
            shipped=self.library.is_shipped(str(path)),
        )

    def close(self) -> None:
        """Try once more to keep what could not be kept, and let go of the history."""
        self.store.close()


def _temporary() -> Path:
    """Return the folder among the temporary files that is the user's own.

    `tempfile.gettempdir` would write a file to find it, and fail where the disk is full.
    """
    places = (os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return Path(next(filter(None, places), "/tmp"), f"quiz-{user}")  # noqa: S108  the store looks whose it is
