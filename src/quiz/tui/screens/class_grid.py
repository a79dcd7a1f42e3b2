"""The grid of a class: learners by questions, a mark for each answer."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import DataTable, Static

from quiz.analysis.grid import LEGEND, MARKS, grid
from quiz.analysis.marked_answer import Outcome
from quiz.model.lines import cut
from quiz.tui.screens.class_base import NAMES, ClassScreen
from quiz.tui.screens.class_learner import ClassLearnerScreen
from quiz.tui.widgets.column import Column

_COLORS = {Outcome.RIGHT: "success", Outcome.PARTLY: "warning", Outcome.WRONG: "error"}
_WIDEST = 18
"""Cells that a name has room for."""


class GridTable(DataTable[Text]):
    """Rows of which enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "Open", id="grid.open"),
    ]


class ClassGridScreen(ClassScreen):
    """Shows who needs help and which question failed; enter opens a learner."""

    AUTO_FOCUS: ClassVar[str | None] = "GridTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        NAMES,
        Binding("space", "page", "More", id="grid.page"),
        Binding("escape", "dismiss", "Back", id="class.leave"),
    ]

    _row = 0

    def body(self) -> Iterable[Widget]:
        """Yield the grid, and below it what its signs and numbers stand for."""
        yield GridTable(cursor_type="row", fixed_columns=1, cell_padding=1)
        made = grid(self.view.form) if self.view.form else None
        asked = zip(made.numbers, made.questions, strict=True) if made else ()
        lines = (f"{number}. {' '.join(one.question.ask.split())}" for number, one in asked)
        legend = Static("\n".join((LEGEND, *lines)), classes="muted", markup=False)
        yield Column(legend, id="legend")

    def on_mount(self) -> None:
        """Fill the grid, in the colors of each theme."""
        self.settle()
        self.watch(self.app, "theme", self.draw, init=False)

    def settle(self) -> None:
        """Fill the grid, with the cursor in it."""
        if self.view.form is None:
            return
        made, table = grid(self.view.form), self.query_one(GridTable)
        table.add_columns("Learner", *map(str, made.numbers))
        for one in made.learners:
            table.add_row(Text(cut(one.name, _WIDEST)), *map(self._sign, made.outcomes(one)))
        table.move_cursor(row=self._row)
        table.focus()

    def _sign(self, outcome: Outcome) -> Text:
        return Text(MARKS[outcome], self.app.theme_variables.get(_COLORS.get(outcome, ""), ""))

    async def draw(self) -> None:
        """Draw all anew, with the cursor where it was."""
        self._row = self.query_one(GridTable).cursor_row
        await super().draw()

    def action_page(self) -> None:
        """Scroll what the numbers stand for by one page, from the end back to the start."""
        self.query_one(Column).action_page()

    @on(GridTable.RowSelected)
    def _chosen(self, event: GridTable.RowSelected) -> None:
        form = self.view.form
        if form:
            one = grid(form).learners[event.cursor_row]
            self.app.push_screen(ClassLearnerScreen(self.view, one))
