"""What is done to the program before it runs, so that it fails on purpose; for `nursery.py`."""

from typing import NoReturn

from textual.screen import Screen

import quiz.tui.screens
from quiz.plain.question_loop import QuestionLoop
from quiz.tui.app import QuizApp
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.widgets.question_view import QuestionView
from tests.tui.modules import modules

WORDS = "broken on purpose \x1b]0;OWNED\x07"
"""What the faults say."""


def fail(*_: object, **__: object) -> NoReturn:
    """Fail, whatever is asked for."""
    raise RuntimeError(WORDS)


def screen(name: str) -> None:
    """Let the key for the next colors open a screen that breaks as it is drawn."""
    (kind,) = (one for one in modules(quiz.tui.screens, Screen) if one.__name__ == name)

    def open_it(app: QuizApp) -> None:
        kind.compose = fail  # type: ignore[method-assign]
        broken = kind.__new__(kind)
        Screen.__init__(broken)
        app.push_screen(broken)

    QuizApp.action_next_theme = open_it  # type: ignore[method-assign,assignment]


def way(name: str) -> None:
    """Let the key for the next colors break the program in some other way."""

    async def in_worker() -> None:
        fail()

    def spoil_drawing(app: QuizApp) -> None:
        QuestionView._telling = fail  # type: ignore[method-assign]
        app.screen.query_one(QuestionView).refresh(recompose=True)

    def spoil_keeping(app: QuizApp) -> None:
        app.service.attempts.save = fail  # type: ignore[method-assign]
        assert isinstance(app.screen, QuestionScreen)
        app.screen.action_flag()

    ways = {
        "key": fail,
        "timer": lambda app: app.set_timer(0.01, fail),
        "worker": lambda app: app.run_worker(in_worker()),
        "thread": lambda app: app.run_worker(fail, thread=True),
        "drawing": spoil_drawing,
        "keeping": spoil_keeping,
        "memory": lambda _: _raise(MemoryError()),
        "recursion": lambda _: _raise(RecursionError()),
    }
    QuizApp.action_next_theme = ways[name]  # type: ignore[method-assign]


def line(_: str) -> None:
    """Let the line door break at the explanation of an answer."""
    QuestionLoop._explain = fail  # type: ignore[method-assign]


def _raise(error: BaseException) -> NoReturn:
    raise error
