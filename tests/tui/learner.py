"""A learner at the application: looks at the screen, presses keys, clicks on words."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from types import MappingProxyType
from typing import Any, TypeVar

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input, OptionList

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Presented, Session
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.start import Start
from quiz.tui.app import QuizApp
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.lists import RowList
from quiz.tui.widgets.question_view import QuestionView
from tests.begun import begun

TRIES = 400
"""How often a condition is looked at before it is given up."""

AnyScreen = TypeVar("AnyScreen", bound=Screen[Any])


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the application work until the condition holds.

    Raises:
        AssertionError: it never does; with what stands on the screen.
    """
    for response in range(TRIES):
        await pilot.pause(None if response else 0)
        if condition():
            return
    screen = "\n".join(lines(pilot.app.screen))
    raise AssertionError(f"it never came; {pilot.app.screen} shows\n{screen}")


def lines(screen: Screen[Any]) -> list[str]:
    """Return what a screen shows, line by line."""
    return [strip.text for strip in screen._compositor.render_strips()]


class Learner:
    """Someone at the keyboard and the mouse."""

    def __init__(self, app: QuizApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def text(self) -> str:
        """What the topmost screen shows, its white space made one space."""
        return " ".join(" ".join(lines(self.app.screen)).split())

    @property
    def all_text(self) -> str:
        """What the texts of the screen say in full, seen and unseen."""
        widgets = [w for w in self.app.screen.query("*") if w.display and not w.children]
        return "\n".join(plain(w) for w in widgets)

    @property
    def attempt(self) -> Attempt:
        """The attempt on the screen."""
        screen = self.app.screen
        assert isinstance(screen, QuestionScreen), screen
        return screen.attempt

    @property
    def session(self) -> Session:
        """Its session."""
        return self.attempt.session

    def result_screen(self) -> ResultScreen:
        """Return the result on the screen."""
        screen = self.app.screen
        assert isinstance(screen, ResultScreen), screen
        return screen

    def session_asked(self) -> tuple[Presented, ...]:
        """Return the questions of the attempt whose result is on the screen."""
        return self.result_screen().attempt.session.asked

    @property
    def bar(self) -> str:
        """The line of keys."""
        return self.app.screen.query_one(KeyFooter).render().plain

    async def until(self, condition: Callable[[], bool]) -> None:
        """Let the application work until the condition holds."""
        await until(self.pilot, condition)

    async def until_is(self, look: Callable[[], object], wanted: object) -> None:
        """Let the application work until what is looked at is as wanted."""
        await self.until(lambda: look() == wanted)

    async def until_not(self, look: Callable[[], object], before: object) -> None:
        """Let the application work until what is looked at is no longer as it was."""
        await self.until(lambda: look() != before)

    async def until_answered(self) -> None:
        """Let the application work until the question on the screen has its answer."""
        await self.until(lambda: self.session.position not in self.session.open)

    async def at(self, kind: type[AnyScreen]) -> AnyScreen:
        """Let the application work until a screen of that kind is drawn."""
        await self.until(lambda: isinstance(self.app.screen, kind))
        screen = self.app.screen
        assert isinstance(screen, kind)
        if isinstance(screen, HomeScreen):
            await self.until(lambda: bool(screen.shelf) and bool(screen.query("LinkList")))
            await self.pilot.pause(0)
            looks = [worker for worker in screen.workers if worker.name == "look"]
            await self.until(lambda: all(worker.is_finished for worker in looks))
        if isinstance(screen, QuestionScreen):
            await self.settled()
        await self.pilot.pause(0)
        return screen

    async def settled(self) -> None:
        """Let the question on the screen be drawn, with its focus."""
        screen = self.app.screen
        assert isinstance(screen, QuestionScreen)

        def drawn() -> bool:
            answer, session = screen.query_one(QuestionView).answer, screen.session
            return (
                answer is not None
                and answer.is_mounted
                and answer.presented is session.current
                and session.shows_explanation == (answer.feedback is not None)
            )

        await self.until(drawn)
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after another, and let what each does be done before the next."""
        for key in keys:
            letter = " " if key == "space" else key if len(key) == 1 else None
            self.app.post_message(events.Key(key, letter))
            await self.pilot.pause(0 if letter else None)
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size, and let it be drawn."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause(0)
        await self.pilot.pause(0)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if letter == " " else letter for letter in text))

    async def click(self, words: str, *, last: bool = False) -> None:
        """Click on words that stand on the screen.

        Raises:
            AssertionError: they don't.
        """
        await self.click_at(*self.find(words, last=last))

    async def click_at(self, x: int, y: int) -> None:
        """Click on a cell of the screen, as a terminal tells it."""
        for kind in (events.MouseDown, events.MouseUp):
            self.app.post_message(
                kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
            )
            await self.pilot.pause(0)
        await self.pilot.pause(0)
        await self.pilot.pause(0)

    def find(self, words: str, *, last: bool = False) -> tuple[int, int]:
        """Return column and row of the middle of words that stand on the screen."""
        shown = lines(self.app.screen)
        found = [(line.find(words), y) for y, line in enumerate(shown) if words in line]
        assert found, f"{words!r} is not on the screen:\n" + "\n".join(shown)
        x, y = found[-1 if last else 0]
        return cell_len(shown[y][:x]) + cell_len(words) // 2, y

    async def leave_field(self) -> None:
        """Leave a text field, so that letters are keys."""
        if isinstance(self.app.screen.focused, Input):
            await self.press("escape")

    async def open_first(self) -> None:
        """Open the first quiz of the shelf."""
        await self.at(HomeScreen)
        await self.press("enter")
        await self.at(SetupScreen)

    async def begin(self) -> None:
        """Go from home to the first question."""
        await self.open_first()
        await self.press("enter")
        await self.at(ReadingScreen)
        await self.press("enter")
        await self.at(QuestionScreen)

    async def go_to(self, question: str) -> None:
        """Go to the question of that id."""
        index = [asked.question.id for asked in self.session.asked].index(question)
        screen = self.app.screen
        assert isinstance(screen, QuestionScreen)
        if index != self.session.position:
            screen.save(self.session.go(index))
        await self.settled()


def plain(widget: object) -> str:
    """Return the text of a widget, whatever way it draws it."""
    if isinstance(widget, OptionList):
        return "\n".join(str(getattr(row.prompt, "plain", "")) for row in widget.options)
    render = widget.render()  # type: ignore[attr-defined]
    return str(getattr(render, "plain", render))


@asynccontextmanager
async def learning(
    service: Service,
    start: Start | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Learner]:
    """Open the application."""
    app = QuizApp(service, start or Start(seed=5))
    async with app.run_test(size=size, notifications=True) as pilot:
        yield Learner(app, pilot)


def leads(screen: Screen[Any]) -> list[str]:
    """Return what stands before each row of each list of a screen."""
    lists = screen.query(RowList)
    return [each.lead(index).plain for each in lists for index in range(len(each.texts))]


def open_attempt(
    service: Service,
    quiz: Quiz,
    *ids: str,
    mode: Mode = Mode.PRACTICE,
    certainty: bool = False,
    answers: Mapping[str, Answer] = MappingProxyType({}),
) -> Start:
    """Leave an attempt with some answers at its first open question; return how to go on there."""
    wanted = QuestionFilter(ids=frozenset(ids))
    attempt = begun(service, quiz, wanted, mode=mode, seed=5, certainty=certainty)
    for index, asked in enumerate(attempt.session.asked):
        if asked.question.id in answers:
            at = attempt.session.go(index)
            tried, response = at.answer(answers[asked.question.id])
            if response is None:  # it gets a second go
                tried, response = tried.answer(answers[asked.question.id])
            attempt = service.attempts.save(attempt, tried, response)
    session = attempt.session
    service.attempts.save(attempt, session.go((session.open or (0,))[0]))
    return Start(screen="play", quiz=quiz, resume=True)


def toasts(learner: Learner) -> list[str]:
    """Return what is notified just now."""
    return [plain(toast) for toast in learner.app.screen.query("Toast")]
