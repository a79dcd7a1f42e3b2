"""From a key to its explanation a reader opens few files."""

import asyncio
import sys
from pathlib import Path
from types import FrameType

from textual import events

import quiz
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.widgets.explanation import Explanation
from tests.tui.learner import learning, open_attempt

SOURCE = Path(quiz.__file__).parent
MOST = 14


async def test_a_key_is_explained_in_few_files(service: Service, bees: Quiz) -> None:
    """From the key until the disk has the answer and Textual the explanation, to paint it."""
    files = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        path = Path(frame.f_code.co_filename)
        if event == "call" and path.is_relative_to(SOURCE):
            files.add(str(path.relative_to(SOURCE)))

    async with learning(service, open_attempt(service, bees, "queen", "weeks")) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.go_to("queen")
        await learner.press("1")
        learner.app.post_message(events.Key("enter", "\r"))
        sys.setprofile(note)
        try:
            while not screen.query(Explanation):
                await asyncio.sleep(0)
        finally:
            sys.setprofile(None)
    assert len(files) <= MOST, sorted(files)
