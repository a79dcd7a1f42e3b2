"""How the teacher leads a class from a phone, away from the terminal."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.widget import Widget
from textual.widgets import Static

from quiz.start import Hosted
from quiz.tui.screens.base import QuizModal
from quiz.tui.widgets.qr_code import QrCode


class HostPhoneScreen(QuizModal[None]):
    """Shows the teacher's own address."""

    AUTO_FOCUS: ClassVar[str | None] = "VerticalScroll"

    def __init__(self, hosted: Hosted) -> None:
        super().__init__()
        self.hosted = hosted

    def body(self) -> Iterable[Widget]:
        """Yield the address."""
        yield Static("Lead the class from your phone", classes="title", markup=False)
        yield Static("Who opens this address leads the class: keep it to yourself.", markup=False)
        yield QrCode(self.hosted.teacher_code)
        yield Static(self.hosted.teacher, id="teacher", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Show the picture only where it fits whole."""
        picture = self.query_one(QrCode)
        fits = picture.lines + 9 <= event.size.height and picture.columns + 8 <= event.size.width
        picture.display = fits
