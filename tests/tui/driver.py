"""A program for a terminal: a quiz is opened and a question answered, in words that are given."""

import sys
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from quiz.engine.selection import QuestionFilter
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.start import Start
from quiz.tui.app import QuizApp
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.setup import SetupScreen
from tests.support.files import BEES
from tests.tui.hostile import poisoned
from tests.tui.learner import Learner


def run(folder: str, text: str) -> None:
    """Open the bees with a text in every word of them, answer one question, and end."""
    quiz, wanted = poisoned(read(BEES), text), QuestionFilter(ids=frozenset({"queen"}))
    app = QuizApp(Service(Path(folder)), Start(screen="play", quiz=quiz, wanted=wanted))

    async def auto(pilot: Pilot[Any]) -> None:
        learner = Learner(app, pilot)
        await learner.at(SetupScreen)
        await learner.press("enter")
        await learner.at(ReadingScreen)
        app.notify(text, markup=False)
        await learner.press("enter")
        await learner.at(QuestionScreen)
        await learner.press("1", "enter")
        await learner.until_answered()
        await learner.settled()
        app.exit()

    app.run(auto_pilot=auto)


if __name__ == "__main__":
    run(*sys.argv[1:])
