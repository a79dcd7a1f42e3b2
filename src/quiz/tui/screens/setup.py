"""Before you start: what this is and is not, and how to take it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from quiz.engine.drafts import notice
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.engine.wording import CERTAINTY_MARKING, FORMS, MODES, count
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Form, Quiz
from quiz.tui.question_set import QuestionSet, question_sets
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


class SetupScreen(PageScreen[Setup | None]):
    """Says what the quiz is and is not; gives back how to take it, or nothing."""

    TITLE = "Before you start"
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", id="setup.begin"),
        Binding("escape", "dismiss", "Back", id="setup.leave"),
    ]

    def __init__(self, quiz: Quiz, setup: Setup) -> None:
        super().__init__()
        self.quiz = quiz
        self.setup = setup
        """What is set at first."""
        self.sets = tuple(question_sets(quiz, setup.wanted.count))

    def page(self) -> Iterable[Widget]:
        """Yield what it is, and what can be set."""
        yield Static(self.quiz.title, classes="title", markup=False)
        questions = count(len(self.quiz.questions), "question")
        minutes = count(self.quiz.minutes, "minute")
        facts = f"{questions} on one passage, about {minutes} for a sitting"
        yield Static(facts, classes="muted", markup=False)
        if draft := notice(self.quiz):
            yield Static(draft, classes="notice -warning", markup=False)
        yield Static(DISCLAIMER, classes="notice", markup=False)
        if self.setup.certainty:
            yield Static(CERTAINTY_MARKING, classes="notice", markup=False)
        yield from self._lists()
        if not self.setup.certainty:
            yield Static(CERTAINTY_MARKING, id="sureness", markup=False)

    def _lists(self) -> Iterable[Widget]:
        now, topics = self.setup, self.quiz.topics
        at = self.sets.index(QuestionSet(None if now.form else now.wanted.count, now.form))
        some = now.wanted.topics
        checked = [i for i, topic in enumerate(topics) if not some or topic in some]
        sure = ["After each answer, ask how sure I am"]
        yield _heading("Explain")
        yield ChoiceList(list(MODES.values()), picked=[list(Mode).index(now.mode)], id="mode")
        yield _heading("Length")
        yield ChoiceList(["" for _ in self.sets], picked=[at], id="sets")
        if topics:
            yield _heading("Topics")
        yield Static("", classes="muted", id="of-form", markup=False)
        yield ChoiceList(list(topics.values()), several=True, picked=checked, id="topics")
        yield _heading("How sure are you?")
        yield ChoiceList(sure, several=True, picked=[0] * now.certainty, id="certainty")

    def on_mount(self) -> None:
        """Let the lists be one for the arrow keys, with the head in view."""
        for choices in self.query(ChoiceList):
            choices.joined = True
        self._count()
        self.query_one("#mode").focus(scroll_visible=False)

    @on(ChoiceList.Picked)
    def _count(self) -> None:
        """Count the questions of what is chosen, and hide the topics from a form of all."""
        wanted = self._wanted()
        labels = [each.label(self.quiz, wanted) for each in self.sets]
        self.query_one("#sets", ChoiceList).rename(labels)
        form = self._asked().form
        self.query_one("#topics").display = not form
        of_form = self.query_one("#of-form", Static)
        of_form.display = bool(form)
        if form:
            of_form.update(f"The {FORMS[form].lower()} asks the same questions of everyone.")

    def action_begin(self) -> None:
        """Begin a new attempt."""
        form = self._asked().form
        if self.quiz.topics and not form and not self._picked("topics"):
            self.notify("Check at least one topic.", markup=False)
            return
        wanted = QuestionFilter() if form else self._wanted()
        mode, certainty = list(Mode)[min(self._picked("mode"))], bool(self._picked("certainty"))
        self.dismiss(Setup(mode, wanted, certainty, form))

    def _asked(self) -> QuestionSet:
        return self.sets[min(self._picked("sets"))]

    def _wanted(self) -> QuestionFilter:
        """Return the questions that are chosen; of no topic none."""
        every = list(self.quiz.topics)
        topics = frozenset(every[index] for index in self._picked("topics"))
        some = frozenset[str]() if len(topics) == len(every) else topics or frozenset({""})
        return replace(self.setup.wanted, topics=some, count=self._asked().count)

    def _picked(self, name: str) -> frozenset[int]:
        return frozenset(self.query_one(f"#{name}", ChoiceList).picked)


def _heading(text: str) -> Static:
    return Static(text, classes="heading", markup=False)
