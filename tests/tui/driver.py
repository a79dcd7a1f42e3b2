"""Programs for a terminal: a tour of all screens, and a crash on purpose."""

import os
import sys
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

import quiz.cli
from quiz.check.report.checked import Checked
from quiz.model.answer import TeachBackAnswer, TypedAnswer
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from quiz.service import Service, Shelved
from quiz.service.library import Library
from quiz.start import Start
from quiz.tui.app import QuizApp
from quiz.tui.screens.reading import ReadingScreen
from tests.tui.answering import WRONG
from tests.tui.clock import Clock
from tests.tui.hostile import hostile_report, hostile_shelf, poisoned
from tests.tui.learner import Learner
from tests.tui.tour import tour

BEES = Path(__file__).parent / "quizzes" / "bees.yaml"


class TouredDesk(Service):
    """A service with a shelf and a trouble of its own."""

    def __init__(self, folder: Path, clock: Clock, quiz: Quiz, text: str) -> None:
        super().__init__(folder, now=clock, seed=lambda: 7)
        self.text = text
        self.quiz = quiz

    def shelf(self) -> tuple[Shelved, ...]:
        """Return a shelf of hostile names."""
        return hostile_shelf(self.quiz, self.text)

    def look(self, path: Path) -> Checked:
        """Return a report in hostile words."""
        return hostile_report(self.quiz, f"{path} {self.text}")

    @property
    def trouble(self) -> str | None:
        """A trouble in hostile words."""
        return self.text


def take_tour(folder: str, text: str, *kinds: str) -> int:
    """Go through every screen, and end."""
    quiz = poisoned(read(BEES), text)
    clock = Clock()
    service = TouredDesk(Path(folder), clock, quiz, text)
    Library.find_again = lambda *_: quiz  # type: ignore[method-assign]
    app = QuizApp(service, Start(seed=5))
    answers = WRONG | {
        "honey": TypedAnswer((text,)),
        "cool": TypedAnswer((text, text)),
        "swarm": TeachBackAnswer(text),
    }

    async def auto(pilot: Pilot[Any]) -> None:
        async def look(stop: str) -> None:
            if stop in {"home", "reviewed"}:
                app.notify(text, markup=False)
            await pilot.pause(0)
            app.clear_notifications()

        await tour(Learner(app, pilot), look, answers, clock, kinds)
        app.exit()

    app.run(auto_pilot=auto)
    service.close()
    return app.return_code or 0


def crash() -> None:
    """Open a quiz in an application that breaks on its second screen."""

    def broken(self: ReadingScreen) -> None:
        raise RuntimeError("broken on purpose")

    ReadingScreen.compose = broken  # type: ignore[method-assign,assignment]
    sys.argv = ["quiz", "play", str(BEES)]
    quiz.cli.run()


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    if sys.argv[1] == "crash":
        crash()
    sys.exit(take_tour(*sys.argv[2:]))
