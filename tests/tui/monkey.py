"""A monkey at the application: keys, clicks, pastes, resizes and suspensions, drawn from a seed.

    make monkeys
    python -m tests.tui.monkey --seeds 1-40 --events 1000

It opens the application again whenever it has closed it, over the same answers. After every few
events it looks at all screens: what is answered on them must be in the database, as it was first
answered, and the score on the screen must be the one that the database gives.
"""

import argparse
import asyncio
import json
import sqlite3
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

from textual import events
from textual.driver import Driver
from textual.pilot import Pilot
from textual.screen import Screen

import quiz.bank.shelf
from quiz.bank.reader import read
from quiz.desk import Desk, Purpose, Sitting
from quiz.engine.grading import grade
from quiz.engine.selection import Wanted
from quiz.engine.session import Mode
from quiz.engine.wording import count, points
from quiz.model.answer import Answer, from_data, to_data
from quiz.model.posed import Posed
from quiz.model.question import Question, scored
from quiz.model.text import first_forbidden
from quiz.start import Start
from quiz.store.journal import NAME
from quiz.tui.app import QuizApp
from quiz.tui.screens.ground import GroundScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.reviewed import ReviewedScreen
from quiz.tui.widgets.masthead import Masthead
from tests.tui.answering import RIGHT
from tests.tui.clock import Clock
from tests.tui.exercises import exercise, start
from tests.tui.hostile import HOSTILE
from tests.tui.learner import lines, plain

QUIZZES = Path(__file__).parent / "quizzes"
KEYS: Mapping[str, int] = {
    **dict.fromkeys("12345", 6),
    **dict.fromkeys("0 6789", 1),
    **dict.fromkeys("psfiohtarn?", 2),
    **dict.fromkeys("cyq", 1),
    **dict.fromkeys(("enter",), 50),
    **dict.fromkeys(("space", "down", "tab"), 8),
    **dict.fromkeys(("up", "left", "right"), 4),
    **dict.fromkeys(("escape",), 3),
    **dict.fromkeys(("shift+tab", "backspace", "delete", "home", "end", "pageup", "pagedown"), 1),
    **dict.fromkeys(("ctrl+c", "ctrl+z", "ctrl+p", "ctrl+a", "ctrl+v", "ctrl+u", "f1"), 1),
    **dict.fromkeys("é漢٣\N{COMBINING ACUTE ACCENT}", 1),
}
"""What is pressed, and how often in comparison."""
PASTES = (
    "6",
    "water",
    HOSTILE,
    "x" * 5_000,
    "\n" * 50,
    "\x1b[200~",
    "\ud800".encode(errors="replace").decode(),
)
SIZES = ((80, 24), (120, 40), (40, 15), (20, 5), (1, 1), (2, 60), (250, 3), (100, 30))
BURST = 6
"""So many events at the most before the application may work on them."""

Place = tuple[str, str]
"""A sitting's key and a question's id."""


class Monkey:
    """Someone who has never seen a computer, and what has to be true of what they did."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = Random(seed)
        self.folder = folder
        self.clock = Clock()
        self.bank = read(QUIZZES / "bees.yaml")
        self.events = 0
        self.lives = 0
        self.screens: Counter[str] = Counter()
        self.results = 0
        self.seen: dict[Place, Any] = {}
        self.last: deque[str] = deque(maxlen=60)

    async def live(self, most: int) -> None:
        """Play until so many events have been."""
        while self.events < most:
            self.lives += 1
            await self._life(most)

    async def _life(self, most: int) -> None:
        """Open the application, and play until it is closed."""
        with closing(Desk(self.folder, now=self.clock, seed=lambda: 7)) as desk:
            self._is_whole(desk)
            app = QuizApp(desk, self._start(desk))
            async with app.run_test(size=self.rng.choice(SIZES[:3]), notifications=True) as pilot:
                await pilot.pause()
                until = min(most, self.events + self.rng.randrange(200, 1_500))
                while self.events < until and app._exit is False:
                    await self._burst(app, pilot)
                app.exit()
            assert app.fault is None

    def _start(self, desk: Desk) -> Start:
        """Return any way to open it; most are short sittings, so that monkeys see results."""
        screen: Any = self.rng.choice(("home", "play", "play", "play", "review", "exercise"))
        if screen == "exercise":
            ids, with_key = self.rng.sample(sorted(RIGHT), 2), self.rng.random() < 0.5
            given = exercise(desk, self.folder.parent / "class", *ids, with_key=with_key)
            return start(given, self.rng.choice((None, "Ada")))
        return Start(
            screen=screen,
            bank=self.bank if screen == "play" else None,
            wanted=Wanted(count=self.rng.choice((None, 1, 2, 3))),
            mode=self.rng.choice((None, *Mode)),
            certainty=self.rng.choice((None, True)),
            skip_passage=self.rng.random() < 0.7,
            resume=self.rng.choice((None, True)),
        )

    async def _burst(self, app: QuizApp, pilot: Pilot[None]) -> None:
        """Do a few things at once, let the application work, and look at it."""
        for _ in range(self.rng.randrange(1, BURST + 1)):
            self.events += 1
            await self._act(app, pilot)
        idle = self.rng.random() < 0.3
        await _settle(app, pilot, idle=idle)
        if not app._exit:
            self._look(app, idle=idle)

    async def _act(self, app: QuizApp, pilot: Pilot[None]) -> None:
        act = self.rng.choices(*_ACTS)[0]
        said = act(self, app)
        self.last.append(f"{act.__name__[1:]} {said}")
        if act is Monkey._resize:
            await pilot.resize_terminal(*map(int, said.split()))

    def _press(self, app: QuizApp) -> str:
        key = self.rng.choices([*KEYS], [*KEYS.values()])[0]
        names = {" ": "space", "?": "question_mark"}
        letter = key if len(key) == 1 else " " if key == "space" else None
        app.post_message(events.Key(names.get(key, key), letter))
        return key

    def _quit(self, app: QuizApp) -> str:
        if self.rng.random() < 0.2:
            app.post_message(events.Key("ctrl+q", None))
        return "ctrl+q"

    def _click(self, app: QuizApp) -> str:
        x, y = self.rng.randrange(app.size.width), self.rng.randrange(app.size.height)
        button = self.rng.choice((1, 1, 1, 2, 3))
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            if self.rng.random() < 0.95:
                app.post_message(_mouse(kind, x, y, button))
        return f"{x} {y}"

    def _scroll(self, app: QuizApp) -> str:
        x, y = self.rng.randrange(app.size.width), self.rng.randrange(app.size.height)
        kind = self.rng.choice((events.MouseScrollUp, events.MouseScrollDown))
        app.post_message(_mouse(kind, x, y, 0))
        return f"{x} {y}"

    def _paste(self, app: QuizApp) -> str:
        text = self.rng.choice(PASTES)
        app.post_message(events.Paste(text))
        return repr(text[:20])

    def _resize(self, app: QuizApp) -> str:
        size = self.rng.choice(SIZES)
        if self.rng.random() < 0.5:
            size = (self.rng.randrange(1, 160), self.rng.randrange(1, 60))
        return f"{size[0]} {size[1]}"

    def _suspend(self, app: QuizApp) -> str:
        """Do what Ctrl-Z and `fg` make of the application; here is no terminal to leave."""
        app._suspend_signal()
        app.post_message(Driver.SignalResume())
        return ""

    def _blur(self, app: QuizApp) -> str:
        app.post_message(events.AppBlur())
        app.post_message(events.AppFocus())
        return ""

    def _wait(self, app: QuizApp) -> str:
        days = self.rng.choice((0, 1, 40, -400, 400))
        self.clock.move(days)
        return f"{days} days"

    def _look(self, app: QuizApp, *, idle: bool) -> None:
        """Hold what the screens show to what is on disk; what is drawn only where it is done."""
        assert app.fault is None
        screen = app.screen
        self.screens[type(screen).__name__] += 1
        if idle:
            assert not isinstance(screen, GroundScreen), f"{app.screen_stack} shows nothing"
            assert not [line for line in lines(screen) if first_forbidden(line)]
        for sitting in _sittings(app.screen_stack):
            for asked, attempt in zip(sitting.session.asked, sitting.session.attempts, strict=True):
                if attempt:
                    place = (sitting.key, asked.question.id)
                    data = json.loads(json.dumps(to_data(attempt.answer)))
                    assert self.seen.setdefault(place, data) == data, "the first answer stands"
        kept = self.kept()
        for place, data in self.seen.items():
            assert kept.get(place) == data, f"{place} is lost"
        if isinstance(screen, QuestionScreen | ResultScreen) and screen.sitting.exercise:
            return
        if isinstance(screen, ResultScreen) and screen.is_mounted and screen.query("Masthead"):
            self.results += 1
            _hold_result(screen, self._answers(screen.sitting, kept))
        elif isinstance(screen, QuestionScreen) and screen.query("Masthead"):
            _hold_head(screen, self._answers(screen.sitting, kept))

    def kept(self) -> dict[Place, Any]:
        """Return all answers as they lie in the database."""
        path = self.folder / NAME
        if not path.exists():
            return {}
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            if not connection.execute(
                "SELECT 1 FROM sqlite_master WHERE name = 'attempt'"
            ).fetchone():
                return {}
            rows = connection.execute(
                "SELECT key, question, answer FROM attempt JOIN sitting ON sitting.seq = sitting"
            )
            return {(key, question): json.loads(answer) for key, question, answer in rows}

    def _answers(self, sitting: Sitting, kept: Mapping[Place, Any]) -> dict[str, Answer]:
        return {
            question: from_data(data)
            for (key, question), data in kept.items()
            if key == sitting.key
        }

    def _is_whole(self, desk: Desk) -> None:
        """Hold the next program to finding everything, and to going on where this one stood."""
        found = self.kept()
        for place, data in self.seen.items():
            assert found.get(place) == data, f"{place} is lost"
        self.seen = found  # some were given just before the end, and never looked at
        sitting = desk.unfinished(self.bank)
        if sitting:
            for asked, attempt in zip(sitting.session.asked, sitting.session.attempts, strict=True):
                given = self.seen.get((sitting.key, asked.question.id))
                now = json.loads(json.dumps(to_data(attempt.answer))) if attempt else None
                assert now == given
        history = [(one.given.sitting, one.given.question) for one in desk.history()]
        assert set(history) <= set(found)
        assert len(set(history)) == len(history)
        assert not desk.notices()
        assert desk.trouble is None


Act = Callable[[Monkey, QuizApp], str]
_CHANCES: Mapping[Act, int] = {
    Monkey._press: 100,
    Monkey._click: 15,
    Monkey._scroll: 3,
    Monkey._paste: 3,
    Monkey._resize: 2,
    Monkey._suspend: 1,
    Monkey._blur: 1,
    Monkey._wait: 1,
    Monkey._quit: 1,
}
_ACTS = ([*_CHANCES], [*_CHANCES.values()])


async def _settle(app: QuizApp, pilot: Pilot[None], *, idle: bool) -> None:
    """Let the application work, until it is idle or ends."""
    for _ in range(200 if idle else 1):
        waits = asyncio.create_task(pilot.pause(None if idle else 0))
        while not waits.done() and not app._exit:
            await asyncio.sleep(0.002)
        if app._exit:
            waits.cancel()
            return
        waits.result()
        if not isinstance(app.screen, GroundScreen):
            return


def _mouse(kind: type[events.MouseEvent], x: int, y: int, button: int) -> events.MouseEvent:
    return kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)


def _sittings(stack: list[Screen[Any]]) -> list[Sitting]:
    """Return the sittings that screens hold."""
    found: list[Sitting] = []
    for screen in stack:
        if isinstance(screen, QuestionScreen | ResultScreen):
            found.append(screen.sitting)
        elif isinstance(screen, ReviewedScreen):
            found += screen.sittings
    return found


def _scored(sitting: Sitting) -> list[Question]:
    asked = [one.question for one in sitting.session.asked]
    return [one for one in asked if not isinstance(one, Posed) and scored(one)]


def _tally(sitting: Sitting, answers: Mapping[str, Answer]) -> tuple[float, int, int, int]:
    """Return points, possible points, how many are right and how many are asked."""
    bank = sitting.session.bank
    asked = _scored(sitting)
    shares = {
        question.id: grade(question, answers[question.id], bank.passage, bank.language).fraction
        for question in asked
        if question.id in answers
    }
    earned = sum(question.points * shares.get(question.id, 0.0) for question in asked)
    right = sum(share == 1 for share in shares.values())
    return earned, sum(question.points for question in asked), right, len(asked)


def _hold_result(screen: ResultScreen, answers: Mapping[str, Answer]) -> None:
    earned, possible, right, asked = _tally(screen.sitting, answers)
    if screen.sitting.purpose is Purpose.AGAIN:
        said = f"{right} of {count(asked, 'question')} right this time."
    else:
        said = f"{points(earned)} of {count(possible, 'point')}, {right} of {asked} questions"
    shown = "\n".join(plain(widget) for widget in screen.query("Static"))
    assert said in shown, f"{said!r} is not in {shown[:200]!r}"


def _hold_head(screen: QuestionScreen, answers: Mapping[str, Answer]) -> None:
    said = screen.query_one(Masthead).score
    if said.endswith(" right"):
        assert said == f"{_tally(screen.sitting, answers)[2]} right"
    elif said:
        assert said == f"{len(answers)} answered"


def run(seed: int, most: int) -> Monkey:
    """Let a monkey play over an empty folder, with the quizzes of these tests on the shelf.

    Raises:
        AssertionError: something isn't as it has to be; with the last things it did.
    """
    shipped = quiz.bank.shelf.shipped
    quiz.bank.shelf.shipped = lambda: QUIZZES
    try:
        with tempfile.TemporaryDirectory() as folder:
            monkey = Monkey(Path(folder) / "data", seed)
            try:
                asyncio.run(monkey.live(most))
            except BaseException as error:
                acts = "\n".join(monkey.last)
                error.add_note(f"seed {seed}, event {monkey.events}, life {monkey.lives}:\n{acts}")
                raise
            return monkey
    finally:
        quiz.bank.shelf.shipped = shipped


def main() -> int:
    """Let a monkey play for each seed, and say how it went; return 1 where one broke something."""
    parser = argparse.ArgumentParser(prog="python -m tests.tui.monkey")
    parser.add_argument("--seeds", default="1-20", help="the first and the last, as in 1-20")
    parser.add_argument("--events", type=int, default=1_000, help="of each")
    args = parser.parse_args()
    first, last = map(int, args.seeds.split("-"))
    began, broken = time.monotonic(), []
    total: Counter[str] = Counter()
    screens: Counter[str] = Counter()
    for seed in range(first, last + 1):
        try:
            monkey = run(seed, args.events)
        except Exception as error:  # whatever it is, the next seed is tried too
            broken.append(seed)
            sys.stderr.write(f"{error!r}\n" + "\n".join(getattr(error, "__notes__", ())) + "\n")
            continue
        screens += monkey.screens
        total.update(
            events=monkey.events,
            answers=len(monkey.seen),
            results=monkey.results,
            lives=monkey.lives,
        )
        sys.stderr.write(f"seed {seed}: {dict(total)}\n")
    report = {
        "seeds": args.seeds,
        "broken": broken,
        "minutes": round((time.monotonic() - began) / 60, 1),
        **total,
        "screens": dict(screens.most_common()),
    }
    sys.stdout.write(json.dumps(report, indent=2) + "\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
