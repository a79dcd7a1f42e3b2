"""Before you start: what this is and is not, and how to take it.

The words stand there first. What was left is looked up, and the lists are made, while they are
read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode, Session
from quiz.engine.wording import MODES, SURENESS, count
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Quiz
from quiz.tui.question_set import QuestionSet, question_sets
from quiz.tui.screens.stage import QuizScreen
from quiz.tui.settings import Settings
from quiz.tui.widgets.choice_list import ChoiceList
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.title_bar import TitleBar


class SetupScreen(QuizScreen[Settings | None]):
    """Says what the quiz is and is not; gives back how to take it, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "resume", "Go on", id="before.resume"),
        Binding("enter", "begin", "Begin", id="before.begin"),
        Binding("n", "anew", "New sitting", id="before.anew"),
        Binding("escape", "leave", "Back", id="before.leave"),
    ]

    AUTO_FOCUS: ClassVar[str | None] = ""

    def __init__(
        self, quiz: Quiz, left: Callable[[], Session | None], settings: Settings | None = None
    ) -> None:
        super().__init__()
        self.quiz = quiz
        """The quiz."""
        self.left = left
        """Looks up an attempt that was left."""
        self.unfinished: Session | None = None
        """That attempt."""
        self.filled = False
        """Whether the lists stand there; the keys wait for them."""
        self.settings = settings or Settings(Mode.PRACTICE, QuestionFilter(), certainty=False)
        """What is set at first."""
        self.sets: tuple[QuestionSet, ...] = ()
        """Which sets of questions can be asked for."""

    def compose(self) -> ComposeResult:
        """Lay out what it is, and what can be set."""
        head = TitleBar()
        head.title = "Before you start"
        yield head
        with VerticalScroll(id="sheet", can_focus=False), Vertical(id="column"):
            yield Static(self.quiz.title, classes="title", markup=False)
            yield Static(self._facts(), classes="facts", markup=False)
            yield Static(DISCLAIMER, classes="notice", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Go on once the words stand there."""
        self.call_after_refresh(self.fill)

    async def fill(self) -> None:
        """Say what was left, and show what can be set."""
        self.unfinished = self.left()
        self.sets = tuple(question_sets(self.quiz, self.settings.wanted.count))
        await self.query_one("#column").mount_all(self._rest())
        for choices in self.query(ChoiceList):
            choices.joined = True
        for mode in self.query("#mode"):  # none where the learner has left meanwhile
            mode.focus(scroll_visible=False)
        self.filled = True
        self.refresh_bindings()

    def _rest(self) -> Iterable[Static | ChoiceList]:
        if self.unfinished:
            yield Static(_stopped(self.unfinished), classes="stopped", markup=False)
        if self.settings.certainty:
            yield Static(SURENESS, classes="notice", markup=False)
        yield from self._settings()

    def _facts(self) -> str:
        quiz = self.quiz
        questions, minutes = count(len(quiz.questions), "question"), count(quiz.minutes, "minute")
        return f"{questions} on one passage, about {minutes} for a sitting"

    def _settings(self) -> Iterable[Static | ChoiceList]:
        now = self.settings
        yield Static("How", classes="heading", markup=False)
        yield ChoiceList(list(MODES.values()), picked=[list(Mode).index(now.mode)], id="mode")
        yield Static("How many", classes="heading", markup=False)
        asked = [(some.count, some.form) for some in self.sets]
        at = asked.index((None if now.form else now.wanted.count, now.form))
        yield ChoiceList([some.label for some in self.sets], picked=[at], id="sets")
        yield Static("About", classes="heading", markup=False)
        topics = list(self.quiz.topics)
        picked = [
            i for i, t in enumerate(topics) if not now.wanted.topics or t in now.wanted.topics
        ]
        yield ChoiceList(list(self.quiz.topics.values()), several=True, picked=picked, id="topics")
        yield Static("How sure are you?", classes="heading", markup=False)
        yield ChoiceList(
            ["Ask me after each answer how sure I am"],
            several=True,
            picked=[0] if now.certainty else [],
            id="certainty",
        )
        if not now.certainty:
            yield Static(SURENESS, classes="sureness", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Go on only where there is something to go on with."""
        del parameters
        if action in {"begin", "resume", "anew"} and not self.filled:
            return False
        return action not in {"resume", "anew"} or self.unfinished is not None

    def action_resume(self) -> None:
        """Go on with the attempt that was left."""
        self.dismiss(self._chosen(resume=True))

    def action_anew(self) -> None:
        """Give up the attempt that was left, and begin a new one."""
        self.action_begin()

    def action_begin(self) -> None:
        """Begin a new attempt."""
        if not self.query_one("#topics", ChoiceList).picked:
            self.notify("Tick at least one topic.", markup=False)
            return
        self.dismiss(self._chosen(resume=False))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _chosen(self, *, resume: bool) -> Settings:
        topics = list(self.quiz.topics)
        picked = self.query_one("#topics", ChoiceList).picked
        some = frozenset(topics[i] for i in picked) if len(picked) < len(topics) else frozenset()
        mode = list(Mode)[min(self.query_one("#mode", ChoiceList).picked)]
        asked = self.sets[min(self.query_one("#sets", ChoiceList).picked)]
        certain = bool(self.query_one("#certainty", ChoiceList).picked)
        wanted = replace(self.settings.wanted, topics=some, count=asked.count)
        if asked.form:
            wanted = QuestionFilter()
        return Settings(mode, wanted, certain, asked.form, resume)


def _stopped(session: Session) -> str:
    return (
        f"You stopped at question {session.position + 1} of {len(session.asked)}; "
        f"{session.answered} answered. Enter goes on there; n gives it up and begins a new one."
    )
