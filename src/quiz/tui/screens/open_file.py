"""A folder's quizzes and exercises by name, to open one, and the folders that lead to others."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.model.assignment import Assignment
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.text import clean, clean_line
from quiz.service.folder import Folder, look_into, started_in, why_not
from quiz.service.library import Library
from quiz.tui.screens.base import PageScreen
from quiz.tui.widgets.lists import LinkList

ROWS = 100
"""So many names are listed at a time."""
_FAULTS = 8
"""So many lines are said of a file that can't be opened."""


class OpenFileScreen(PageScreen[Quiz | Assignment | Returned | None]):
    """Lists names; gives back what the chosen file holds, or says why that can't be opened."""

    TITLE = "Open a file"
    AUTO_FOCUS: ClassVar[str | None] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", id="open_file.leave"),
    ]

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.folder: Folder | None = None
        self.first = 0
        """The first entry of the folder that is listed."""

    def page(self) -> Iterable[Widget]:
        """Yield the folder's path, room for what is wrong, and room for the names."""
        yield Static("", id="path", classes="muted", markup=False)
        yield Static("", id="fault", classes="notice -warning", markup=False)
        yield Static("", id="about", markup=False)
        yield LinkList([])

    def on_mount(self) -> None:
        """Look into the folder in which the program was started."""
        self.query_one("#fault").display = False
        self._look(started_in())

    @work(exclusive=True)
    async def _look(self, path: Path) -> None:
        try:
            folder = await asyncio.to_thread(look_into, path)
        except QuizError as error:
            self.call_next(self._say, str(error))
        else:
            self.call_next(self._show, folder)

    @work(exclusive=True)
    async def _open(self, path: Path) -> None:
        try:
            found = await asyncio.to_thread(self.library.open_any, str(path))
        except QuizError as error:
            self.call_next(self._say, why_not(path, error))
        else:
            self.dismiss(found)

    def _say(self, fault: str) -> None:
        """Say why something can't be opened; above the list, where the eye is."""
        lines = [clean_line(line) for line in fault.splitlines()]
        more = [f"and {len(lines) - _FAULTS} more"] if len(lines) > _FAULTS else []
        said = self.query_one("#fault", Static)
        said.update(clean("\n".join([*lines[:_FAULTS], *more])))
        said.display = True
        self.call_after_refresh(said.scroll_visible, animate=False)

    async def _show(self, folder: Folder, first: int = 0) -> None:
        """List a folder, with the cursor on the one from which one comes."""
        before, self.folder, self.first = self.folder, folder, first
        rows = folder.entries[first : first + ROWS]
        self.query_one("#path", Static).update(clean_line(str(folder.path)))
        self.query_one("#fault").display = False
        about = self.query_one("#about", Static)
        about.update(_about(folder, first))
        about.display = bool(_about(folder, first))
        names = [Content(folder.named(entry)) for entry in rows]
        if first + ROWS < len(folder.entries):
            names.append(Content.styled("More names", "bold"))
        links = LinkList(names)
        came_from = before.path if before else None
        links.highlighted = rows.index(came_from) if came_from in rows else 0 if names else None
        await self.query_one(LinkList).remove()
        await self.query_one("PageScroll").mount(links)
        if self.is_current:
            links.focus(scroll_visible=False)
            links.go(links.highlighted or 0)

    @on(LinkList.OptionSelected)
    async def _chosen(self, event: LinkList.OptionSelected) -> None:
        if self.folder is None or event.option_list is not self.query_one(LinkList):
            return
        at = self.first + event.option_index
        if event.option_index == ROWS:
            await self._show(self.folder, at)
        elif at < self.folder.folders:
            self._look(self.folder.entries[at])
        else:
            self._open(self.folder.entries[at])


def _about(folder: Folder, first: int) -> str:
    """Return what there is to say of a folder beside its names."""
    if len(folder.entries) == folder.folders and folder.whole:
        return "No quiz and no exercise lies in this folder."
    listed = min(first + ROWS, len(folder.entries))
    part = f"Names {first + 1:,} to {listed:,} of {len(folder.entries):,}."
    some = "" if folder.whole else " Not all of this folder was looked at: it holds too much."
    return (part if len(folder.entries) > ROWS else "") + some
