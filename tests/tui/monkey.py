"""A monkey at the application: keys, clicks, pastes, resizes and suspensions, drawn from a seed.

    make monkeys
    python -m tests.tui.monkey --seeds 1-40 --events 1000

It opens the application again whenever it has closed it, over the same answers. After every few
events it looks at all screens: what is answered on them must be in the database, as it was first
answered, and the score on the screen must be the one that the database gives. What was handed in
must be a file that holds every answer.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from traceback import format_exception
from typing import Any

from textual import events
from textual.driver import Driver
from textual.pilot import Pilot
from textual.screen import Screen

import quiz.quizfile.shelf
import quiz.tui.screens
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.assignment import AssignmentSettings
from quiz.model.text import first_forbidden
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.start import Start
from quiz.tui.app import QuizApp
from quiz.tui.screens.blank import BlankScreen
from quiz.tui.screens.question import QuestionScreen
from tests.tui import recount
from tests.tui.answering import RIGHT, WRONG, keys
from tests.tui.clock import Clock
from tests.tui.exercises import as_redacted, exercise, start
from tests.tui.hostile import HOSTILE
from tests.tui.learner import lines
from tests.tui.modules import modules
from tests.tui.test_class import small, twice

QUIZZES = Path(__file__).parent / "quizzes"
KEYS: Mapping[str, int] = {
    **dict.fromkeys("12345", 6),
    **dict.fromkeys("0 6789", 1),
    **dict.fromkeys("psfiohtarneldg?", 2),
    **dict.fromkeys("cyq", 1),
    **dict.fromkeys(("enter",), 50),
    **dict.fromkeys(("space", "down", "tab"), 8),
    **dict.fromkeys(("up", "left", "right"), 4),
    **dict.fromkeys(("escape",), 5),
    **dict.fromkeys(("shift+tab", "backspace", "delete", "home", "end", "pageup", "pagedown"), 1),
    **dict.fromkeys(
        ("ctrl+c", "ctrl+z", "ctrl+y", "f7", "ctrl+p", "ctrl+a", "ctrl+v", "ctrl+u", "f1"), 1
    ),
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
OPENINGS = ("home", "play", "play", "review", "exercise", "exercise", "class")
"""How it is opened."""
SENSIBLE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("SetupScreen", "ReadingScreen", "QuestionScreen", "ExerciseIntroScreen"), ("enter",)
    ),
    "HomeScreen": ("enter", "enter", "r", "y"),
    "HistoryScreen": ("enter", "escape"),
    "ResultScreen": ("a", "enter", "escape"),
    "LearnerNameScreen": ("Z", "enter"),
    "SubmittedScreen": ("enter", "r", "escape"),
    "ConfirmSubmitScreen": ("enter", "escape"),
    "ClassReportScreen": ("enter", *"ldgfn"),
    "ClassQuestionScreen": ("enter", "left", "right", "escape"),
}
"""What one presses on a screen who knows it; on all others, what leads back."""


class Monkey:
    """Someone who has never seen a computer, and what has to be true of what they did."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.rng = Random(seed)
        self.folder = folder
        self.clock = Clock()
        self.quiz = read(QUIZZES / "bees.yaml")
        self.events = 0
        self.lives = 0
        self.screens: Counter[str] = Counter()
        self.modes: Counter[str] = Counter()
        self.acts: Counter[str] = Counter()
        self.scores = 0
        self.handed_in = 0
        self.seen: dict[recount.Place, Any] = {}
        self.last: deque[str] = deque(maxlen=60)
        self._waits: asyncio.Task[None] | None = None

    async def live(self, most: int) -> None:
        """Play until so many events have been."""
        while self.events < most:
            self.lives += 1
            await self._life(most)
        with closing(Service(self.folder, now=self.clock)) as service:
            self._is_whole(service)

    async def _life(self, most: int) -> None:
        """Open the application, and play until it is closed."""
        with closing(Service(self.folder, now=self.clock, seed=lambda: 7)) as service:
            self._is_whole(service)
            app = QuizApp(service, self._start(service))
            async with app.run_test(size=self.rng.choice(SIZES[:3]), notifications=True) as pilot:
                await pilot.pause()
                until = min(most, self.events + self.rng.randrange(100, 700))
                while self.events < until and app._exit is False:
                    await self._burst(app, pilot)
                app.exit()
            if self._waits:
                self._waits.cancel()  # not before: that would cancel what is being closed
                self._waits = None
            assert app.fault is None

    def _start(self, service: Service) -> Start:
        """Return any way to open it."""
        screen: Any = self.rng.choice(OPENINGS)
        if screen == "class":
            return Start(screen="class", report=self.rng.choice((small, twice))())
        if screen == "exercise":
            return self._exercise(service)
        if screen == "review":
            self.clock.move(40)
        return Start(
            screen=screen,
            quiz=self.quiz if screen == "play" else None,
            wanted=QuestionFilter(count=self.rng.choice((None, 1, 2, 3, 5))),
            mode=self.rng.choice((None, *Mode)),
            certainty=self.rng.choice((None, True)),
            skip_passage=self.rng.random() < 0.7,
            resume=self.rng.choice((None, True)),
        )

    def _exercise(self, service: Service) -> Start:
        """Return an exercise, at times for a folder that is not there."""
        folder, ids = self.folder.parent / "class", self.rng.sample(sorted(RIGHT), 2)
        if not (folder / "away").exists():
            (folder / "results").mkdir(parents=True, exist_ok=True)
        mode: Any = self.rng.choice(("practice", "test"))
        certainty = self.rng.random() < 0.3
        terms = AssignmentSettings(seed=5, mode=mode, certainty=certainty, folder="results")
        given = exercise(service, folder, *ids, terms=terms, with_key=self.rng.random() < 0.5)
        if self.rng.random() < 0.3:
            self._move(folder)
        return start(given, self.rng.choice((None, "Ada")))

    def _move(self, folder: Path) -> None:
        """Take the folder for results away, or bring it back."""
        there, away = folder / "results", folder / "away"
        if there.exists():
            there.rename(away)
        elif away.exists():
            away.rename(there)

    async def _burst(self, app: QuizApp, pilot: Pilot[None]) -> None:
        """Do a few things at once, let the application work, and look at it."""
        for _ in range(self.rng.randrange(1, BURST + 1)):
            self.events += 1
            await self._act(app, pilot)
        idle = self.rng.random() < 0.3
        self._waits = await _settle(app, pilot, idle=idle)
        if not app._exit:
            self._look(app, idle=idle)

    async def _act(self, app: QuizApp, pilot: Pilot[None]) -> None:
        act = self.rng.choices(*_ACTS)[0]
        said = act(self, app)
        self.acts[act.__name__[1:]] += 1
        self.last.append(f"{act.__name__[1:]} {said}")
        if act is Monkey._resize:
            await pilot.resize_terminal(*map(int, said.split()))

    def _press(self, app: QuizApp) -> str:
        key = self.rng.choices([*KEYS], [*KEYS.values()])[0]
        _type(app, key)
        return key

    def _know(self, app: QuizApp) -> str:
        """Do what someone who knows the program would do: chance alone seldom gets anywhere."""
        screen = app.screen
        if isinstance(screen, QuestionScreen) and not (screen.session.response or screen.covered):
            asked = screen.session.asked[screen.session.position]
            known, name = self.rng.choice((RIGHT, RIGHT, WRONG)), asked.question.id
            answer = known[name] if name in known else as_redacted(name, known)
            pressed = [*keys(asked, answer), "enter"]
        else:
            pressed = [self.rng.choice(SENSIBLE.get(type(screen).__name__, ("escape",)))]
        for key in pressed:
            _type(app, key)
        return " ".join(pressed)

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

    def _lose(self, app: QuizApp) -> str:
        """Take away where results are handed in to, or bring it back."""
        del app
        self._move(self.folder.parent / "class")
        return ""

    def _look(self, app: QuizApp, *, idle: bool) -> None:
        """Hold what the screens show to what is on disk; what is drawn only where it is done."""
        assert app.fault is None
        screen = app.screen
        self.screens[type(screen).__name__] += 1
        if idle:
            assert not isinstance(screen, BlankScreen), f"{app.screen_stack} shows nothing"
            assert not [line for line in lines(screen) if first_forbidden(line)]
        for place, data in recount.shown(app.screen_stack):
            assert self.seen.setdefault(place, data) == data, "the first answer stands"
        kept = recount.kept(self.folder)
        for place, data in self.seen.items():
            assert kept.get(place) == data, f"{place} is lost"
        if isinstance(screen, QuestionScreen):
            self.modes[screen.session.mode] += 1
        self.scores += recount.hold_score(screen, kept) is not None

    def _is_whole(self, service: Service) -> None:
        """Hold the next program to finding everything, and to going on where this one stood."""
        found = recount.kept(self.folder)
        for place, data in self.seen.items():
            assert found.get(place) == data, f"{place} is lost"
        self.seen = dict(found)  # some were given just before the end, and never looked at
        attempt = service.attempts.unfinished(self.quiz)
        if attempt:
            for asked, response in zip(
                attempt.session.asked, attempt.session.responses, strict=True
            ):
                given = self.seen.get((attempt.key, asked.question.id))
                assert (recount.as_data(response.answer) if response else None) == given
        history = [(one.given.attempt, one.given.question) for one in service.history.answers()]
        assert set(history) <= set(found)
        assert len(set(history)) == len(history)
        assert not service.notices()
        assert service.trouble is None
        self._is_handed_in()

    def _is_handed_in(self) -> None:
        """Hold every file that was handed in to what the database says, and to the answers."""
        handed = list(recount.handed_in(self.folder))
        for one in handed:
            path = one.path if one.path.exists() else one.path.parents[1] / "away" / one.path.name
            written = json.loads(path.read_text(encoding="utf-8"))
            assert written == one.submission
            assert len(written["replies"]) == sum(key == one.key for key, _ in self.seen)
        self.handed_in = len(handed)


Act = Callable[[Monkey, QuizApp], str]
_CHANCES: Mapping[Act, int] = {
    Monkey._press: 100,
    Monkey._know: 40,
    Monkey._click: 15,
    Monkey._scroll: 3,
    Monkey._paste: 3,
    Monkey._resize: 2,
    Monkey._suspend: 1,
    Monkey._blur: 1,
    Monkey._wait: 1,
    Monkey._lose: 1,
    Monkey._quit: 1,
}
_ACTS = ([*_CHANCES], [*_CHANCES.values()])


def _type(app: QuizApp, key: str) -> None:
    names = {" ": "space", "?": "question_mark"}
    letter = key if len(key) == 1 else " " if key == "space" else None
    app.post_message(events.Key(names.get(key, key), letter))


async def _settle(app: QuizApp, pilot: Pilot[None], *, idle: bool) -> "asyncio.Task[None] | None":
    """Let the application work until it is idle, or ends; return what waits for its end then."""
    for _ in range(200 if idle else 1):
        waits = asyncio.create_task(pilot.pause(None if idle else 0))
        while not waits.done() and not app._exit:
            await asyncio.sleep(0.002)
        if app._exit:
            return waits
        waits.result()
        if not isinstance(app.screen, BlankScreen):
            return None
    return None


def _mouse(kind: type[events.MouseEvent], x: int, y: int, button: int) -> events.MouseEvent:
    return kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y)


def run(seed: int, most: int) -> Monkey:
    """Let a monkey play over an empty folder, with the quizzes of these tests on the shelf.

    Raises:
        AssertionError: something isn't as it has to be; with the last things it did.
    """
    shipped = quiz.quizfile.shelf.shipped
    quiz.quizfile.shelf.shipped = lambda: QUIZZES
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
        quiz.quizfile.shelf.shipped = shipped


def main() -> int:
    """Let a monkey play for each seed, and say how it went.

    Returns 1 where one broke something, or where they never saw some screen.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.tui.monkey")
    parser.add_argument("--seeds", default="1-40", help="the first and the last, as in 1-40")
    parser.add_argument("--events", type=int, default=1_000, help="of each")
    args = parser.parse_args()
    first, last = map(int, args.seeds.split("-"))
    began, broken, monkeys = time.monotonic(), [], []
    for seed in range(first, last + 1):
        try:
            monkeys.append(run(seed, args.events))
        except (Exception, asyncio.CancelledError) as error:  # the next seed is tried too
            broken.append(seed)
            sys.stderr.write("".join(format_exception(error)))
            continue
        so_far = _summed(monkeys)
        said = ", ".join(f"{so_far[what]} {what}" for what in ("events", "answers", "scores"))
        sys.stderr.write(f"seed {seed}: so far {said}\n")
    report = {
        "seeds": args.seeds,
        "broken": broken,
        "minutes": round((time.monotonic() - began) / 60, 1),
        **_summed(monkeys),
    }
    sys.stdout.write(json.dumps(report, indent=2) + "\n")
    return 1 if broken or report["never seen"] else 0


def _summed(monkeys: list[Monkey]) -> dict[str, Any]:
    """Return what they did and saw."""
    screens, modes, acts = (
        sum((getattr(monkey, what) for monkey in monkeys), Counter[str]())
        for what in ("screens", "modes", "acts")
    )
    ours = {kind.__name__ for kind in modules(quiz.tui.screens, Screen)} - _BASES
    return {
        **{
            what: sum(getattr(monkey, what) for monkey in monkeys)
            for what in ("events", "lives", "scores", "handed_in")
        },
        "answers": sum(len(monkey.seen) for monkey in monkeys),
        "modes": dict(modes.most_common()),
        "acts": dict(acts.most_common()),
        "screens": dict(screens.most_common()),
        "never seen": sorted(ours - set(screens)),
    }


_BASES = {"ClassBase", "QuizModal", "QuizScreen"}
"""Screens that only others are made of."""


if __name__ == "__main__":
    sys.exit(main())
