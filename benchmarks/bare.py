"""A bare Textual program, with header, list and footer: what everything is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, OptionList, Static


class Bare(App[None]):
    """Shows one text and a list of ten."""

    TITLE = "Bare"
    BINDINGS = [("q", "quit", "Quit")]  # noqa: RUF012  Textual's own declaration

    def compose(self) -> ComposeResult:
        """Lay out header, text, list and footer."""
        yield Header()
        yield Static("A bare program.")
        yield OptionList(*(f"Line {number}" for number in range(10)))
        yield Footer()


Bare().run()
