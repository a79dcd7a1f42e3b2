"""A monkey at the application: keys, clicks, pastes and sizes, drawn from a seed."""

import json
from random import Random

import pytest
from textual import events
from textual.pilot import Pilot

from quiz.cli import main
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.start import Start
from quiz.tui.app import QuizApp
from quiz.tui.screens.question import QuestionScreen
from tests.tui.hostile import HOSTILE

KEYS = (
    *("enter",) * 30,
    *("1", "2", "3", "4", "space", "down", "tab") * 4,
    *"psfiohtarneldgcy?06é漢",
    *("up", "left", "right", "escape", "shift+tab", "backspace", "home", "end", "pagedown"),
    *("ctrl+z", "ctrl+a", "ctrl+v", "ctrl+p", "f7", "f1"),
)
"""What is pressed; what stands there often is pressed often."""
PASTES = ("6", "water", HOSTILE, "x" * 5_000, "\n" * 50)
SIZES = ((80, 24), (120, 40), (40, 15), (20, 5), (1, 1), (250, 3))
EVENTS = 320


class Monkey:
    """Someone who has never seen a computer."""

    def __init__(self, app: QuizApp, pilot: Pilot[None], rng: Random) -> None:
        self.app, self.pilot, self.rng = app, pilot, rng
        self.seen: set[tuple[str, str]] = set()

    async def play(self) -> None:
        """Do a few things at once, again and again, until the application is left."""
        for _ in range(EVENTS // 4):
            for _ in range(4):
                await self._act()
            await self.pilot.pause(0)
            if self.app.return_code is not None:
                return
            self._look()

    async def _act(self) -> None:
        chance = self.rng.random()
        if chance < 0.85:
            key = self.rng.choice(KEYS)
            letter = key if len(key) == 1 else " " if key == "space" else None
            self.app.post_message(events.Key({"?": "question_mark"}.get(key, key), letter))
        elif chance < 0.95:
            self._click()
        elif chance < 0.98:
            self.app.post_message(events.Paste(self.rng.choice(PASTES)))
        else:
            await self.pilot.resize_terminal(*self.rng.choice(SIZES))

    def _click(self) -> None:
        x, y = self.rng.randrange(self.app.size.width), self.rng.randrange(self.app.size.height)
        for kind in (events.MouseDown, events.MouseUp):
            at = kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
            self.app.post_message(at)

    def _look(self) -> None:
        assert self.app.fatal_error is None
        for screen in self.app.screen_stack:
            if isinstance(screen, QuestionScreen):
                session = screen.session
                self.seen |= {
                    (screen.attempt.id, asked.question.id)
                    for asked, response in zip(session.asked, session.responses, strict=True)
                    if response
                }


async def test_a_monkey_breaks_nothing(bees: Quiz, capsys: pytest.CaptureFixture[str]) -> None:
    rng = Random(3)
    seen: set[tuple[str, str]] = set()
    for start in (Start(screen="play", quiz=bees, skip_passage=True), Start()):
        service = Service.at_home()
        app = QuizApp(service, start)
        async with app.run_test(size=(80, 24)) as pilot:
            monkey = Monkey(app, pilot, rng)
            await monkey.play()
            app.exit()
        assert app.fatal_error is None
        service.close()
        seen |= monkey.seen
    main(["history", "--json"])
    found = [(one["attempt"], one["question"]) for one in json.loads(capsys.readouterr().out)]
    assert len(found) == len(set(found))
    assert seen <= set(found)
    assert len(seen) > 10
