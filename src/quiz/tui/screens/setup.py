"""Before you start: what this is and is not, and how to take it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Session
from quiz.engine.wording import CERTAINTY_MARKING, MODES, count, stopped
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Form, Quiz
from quiz.tui.question_set import question_sets
from quiz.tui.screens.base import PageScreen
from quiz.tui.widgets.lists import ChoiceList


@dataclass(frozen=True, slots=True)
class Setup:
    """How a learner wants to take a quiz."""

    mode: Mode = Mode.PRACTICE
    wanted: QuestionFilter = field(default_factory=QuestionFilter)
    certainty: bool = False
    """Whether it is asked how sure they are."""
    form: Form | None = None
    resume: bool = False
    """Whether to go on where the last attempt stood."""


class SetupScreen(PageScreen[Setup | None]):
    """Says what the quiz is and is not; gives back how to take it, or nothing."""

    TITLE = "Before you start"
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "resume", "Go on", id="setup.resume"),
        Binding("enter", "begin", "Begin", id="setup.begin"),
        Binding("n", "anew", "New sitting", id="setup.anew"),
        Binding("escape", "dismiss", "Back", id="setup.leave"),
    ]

    def __init__(self, quiz: Quiz, setup: Setup, left: Session | None = None) -> None:
        super().__init__()
        self.quiz = quiz
        self.setup = setup
        """What is set at first."""
        self.left = left
        """An attempt that was left."""
        self.sets = tuple(question_sets(quiz, setup.wanted.count))

    def page(self) -> Iterable[Widget]:
        """Yield what it is, and what can be set."""
        yield Static(self.quiz.title, classes="title", markup=False)
        questions = count(len(self.quiz.questions), "question")
        minutes = count(self.quiz.minutes, "minute")
        facts = f"{questions} on one passage, about {minutes} for a sitting"
        yield Static(facts, classes="muted", markup=False)
        yield Static(DISCLAIMER, classes="notice", markup=False)
        if self.left:
            words = "Enter goes on there; n gives it up and begins a new one."
            yield Static(f"{stopped(self.left)} {words}", classes="notice -stopped", markup=False)
        if self.setup.certainty:
            yield Static(CERTAINTY_MARKING, classes="notice", markup=False)
        yield from self._lists()
        if not self.setup.certainty:
            yield Static(CERTAINTY_MARKING, id="sureness", markup=False)

    def _lists(self) -> Iterable[Widget]:
        now, topics = self.setup, self.quiz.topics
        asked = [(some.count, some.form) for some in self.sets]
        at = asked.index((None if now.form else now.wanted.count, now.form))
        some = now.wanted.topics
        checked = [i for i, topic in enumerate(topics) if not some or topic in some]
        sure = ["After each answer, ask how sure I am"]
        yield _heading("Explain")
        yield ChoiceList(list(MODES.values()), picked=[list(Mode).index(now.mode)], id="mode")
        yield _heading("Length")
        yield ChoiceList([some.label for some in self.sets], picked=[at], id="sets")
        yield _heading("Topics")
        yield ChoiceList(list(topics.values()), several=True, picked=checked, id="topics")
        yield _heading("How sure are you?")
        yield ChoiceList(sure, several=True, picked=[0] * now.certainty, id="certainty")

    def on_mount(self) -> None:
        """Let the lists be one for the arrow keys, with the head in view."""
        for choices in self.query(ChoiceList):
            choices.joined = True
        self.query_one("#mode").focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go on only where there is something to go on with."""
        del parameters
        return action not in {"resume", "anew"} or self.left is not None

    def action_resume(self) -> None:
        """Go on with the attempt that was left."""
        self.dismiss(replace(self.setup, resume=True))

    def action_anew(self) -> None:
        """Give up the attempt that was left, and begin a new one."""
        self.action_begin()

    def action_begin(self) -> None:
        """Begin a new attempt."""
        topics = [list(self.quiz.topics)[index] for index in self._picked("topics")]
        if not topics:
            self.notify("Check at least one topic.", markup=False)
            return
        some = frozenset(topics if len(topics) < len(self.quiz.topics) else ())
        asked = self.sets[min(self._picked("sets"))]
        wanted = replace(self.setup.wanted, topics=some, count=asked.count)
        mode, certainty = list(Mode)[min(self._picked("mode"))], bool(self._picked("certainty"))
        self.dismiss(Setup(mode, QuestionFilter() if asked.form else wanted, certainty, asked.form))

    def _picked(self, name: str) -> frozenset[int]:
        return frozenset(self.query_one(f"#{name}", ChoiceList).picked)


def _heading(text: str) -> Static:
    return Static(text, classes="heading", markup=False)
