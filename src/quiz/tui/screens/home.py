"""The quizzes on the shelf."""

import asyncio
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import ClassVar, Literal

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from quiz.check.finding import Level
from quiz.engine.wording import count
from quiz.model.text import clean, clean_line
from quiz.service import Service, Shelved
from quiz.service.reviews import Due
from quiz.tui.screens.base import QuizScreen
from quiz.tui.widgets.lists import LinkList
from quiz.tui.widgets.page_scroll import PageScroll
from quiz.tui.widgets.quiz_card import QuizCard

Wish = Literal["quiz", "check", "history", "review"]
"""What can be opened from home."""


class HomeScreen(QuizScreen[None]):
    """Lists the quizzes, each with how it stands; posts the one that is chosen."""

    TITLE = "Quiz"
    AUTO_FOCUS: ClassVar[str | None] = "LinkList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "choose('review')", "Review", id="home.review"),
        Binding("c", "choose('check')", "Check", id="home.check"),
        Binding("y", "choose('history')", "History", id="home.history"),
        Binding("o", "app.open_file", "Open a file", id="home.open"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]

    class Chosen(Message):
        """Something was chosen to be opened: of the quiz, or, for a review, of all that is due."""

        def __init__(self, wish: Wish, shelved: Shelved) -> None:
            super().__init__()
            self.wish = wish
            self.shelved = shelved

    def __init__(self, service: Service) -> None:
        super().__init__()
        self.service = service
        self.shelf: tuple[Shelved, ...] = ()
        self.due = 0
        """How many questions are due today, those of quizzes elsewhere too."""
        self._next: dict[str, date | None] = {}
        self._judged: dict[tuple[Path, int, int], int] = {}

    def body(self) -> Iterable[Widget]:
        """Yield what it is, and room for the list."""
        yield Vertical(
            Static("Read. Answer. See why.", classes="title", markup=False),
            Static("Reading your quizzes …", classes="muted", id="lead", markup=False),
            Static("", classes="notice -warning", id="trouble", markup=False),
            PageScroll(
                VerticalScroll(id="shelf", can_focus=False),
                QuizCard(),
                id="places",
                can_focus=False,
            ),
            id="column",
        )

    def on_resize(self) -> None:
        """Leave lines empty between what is said only where there is room."""
        self.call_after_refresh(self._describe)

    def on_screen_resume(self) -> None:
        """Look at the shelf anew whenever the screen comes up, after it is drawn."""
        self.call_after_refresh(self.look)

    @work(exclusive=True)
    async def look(self) -> None:
        """Read the shelf and show it, then look each quiz over for its author.

        What changes widgets is left to the screen: a worker that is ended while it waits for some
        to go takes their tasks with it, and those who wait for these.
        """
        shelf = await asyncio.to_thread(self.service.shelf)
        self.call_next(self.fill, shelf, await asyncio.to_thread(self.service.reviews.due))
        for index, shelved in enumerate(shelf):
            own = shelved.quiz and not shelved.shipped
            errors = await asyncio.to_thread(self._errors, shelved) if own else 0
            if errors:
                self.call_next(self._remark, index, errors)

    def _remark(self, index: int, errors: int) -> None:
        """Say that there are errors in a quiz."""
        said = f"! {count(errors, 'error')} in it: c shows more"
        for links in self.query(LinkList):
            links.remark(index, Content.styled(said, "$warning"))

    def _errors(self, shelved: Shelved) -> int:
        """Return how many errors an author made in a quiz."""
        try:
            status = shelved.path.stat()
        except OSError:
            return 0
        file = (shelved.path, status.st_mtime_ns, status.st_size)
        if file not in self._judged:
            from quiz.service.inspecting import check_file

            inspection = check_file(shelved.path).inspection
            self._judged[file] = len(inspection.of(Level.ERROR)) if inspection else 0
        return self._judged[file]

    async def fill(self, shelf: tuple[Shelved, ...], due: tuple[Due, ...]) -> None:
        """Show what is on the shelf and what is due, with the cursor where it was."""
        self.due = sum(len(one.questions) for one in due)
        self._next = {one.quiz.id: one.next for one in due}
        lead = f"{count(self.due, 'question is', 'questions are')} due today: r reviews them."
        self.query_one("#lead", Static).update(lead if self.due else "Choose a quiz.")
        trouble = self.query_one("#trouble", Static)
        trouble.update(clean(self.service.store.trouble or ""))
        trouble.display = bool(self.service.store.trouble)
        for notice in self.service.store.notices():
            self.notify(clean(notice), markup=False, timeout=12)
        if shelf != self.shelf:
            self.shelf = shelf
            await self._list(shelf)
        self._describe()
        self.refresh_bindings()

    @on(LinkList.OptionHighlighted)
    def _describe(self) -> None:
        """Say beside or below the list what there is to know of the chosen quiz."""
        card = self.query_one(QuizCard)
        card.display = self.chosen is not None
        if shelved := self.chosen:
            next_due = self._next.get(shelved.quiz.id) if shelved.quiz else None
            card.show(shelved, next_due, self.due, spaced=self.has_class("-wide"))

    async def _list(self, shelf: tuple[Shelved, ...]) -> None:
        box = self.query_one("#shelf", VerticalScroll)
        at = next((links.highlighted or 0 for links in self.query(LinkList)), 0)
        await box.remove_children()
        links = LinkList([_entry(shelved) for shelved in shelf], spaced=True)
        links.highlighted = at
        await box.mount(links)
        if self.is_current:
            links.focus(scroll_visible=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a review only when something is due, a history only of what can be read."""
        match action, parameters:
            case "choose", ("review",):
                return self.due > 0
            case "choose", ("history",):
                return bool(self.chosen and self.chosen.quiz)
        return True

    @property
    def chosen(self) -> Shelved | None:
        """The quiz under the cursor."""
        at = next((links.highlighted or 0 for links in self.query(LinkList)), 0)
        return self.shelf[at] if at < len(self.shelf) else None

    def action_choose(self, wish: Wish) -> None:
        """Ask for something of the quiz under the cursor."""
        if self.chosen:
            self.post_message(self.Chosen(wish, self.chosen))

    @on(LinkList.OptionSelected)
    def _opened(self, event: LinkList.OptionSelected) -> None:
        if event.option_index < len(self.shelf):  # of a list that is just going, it may be gone
            self.post_message(self.Chosen("quiz", self.shelf[event.option_index]))


def _entry(shelved: Shelved) -> Content:
    quiz = shelved.quiz
    if quiz is None:
        return Content.assemble(
            (clean_line(shelved.name), "bold"),
            ("\n! can't be read: open it to see why", "$error"),
        )
    facts = Content("  ·  ").join(map(Content, shelved.standing()))
    return Content.assemble((quiz.title, "bold"), "\n", facts.stylize("$muted"))
