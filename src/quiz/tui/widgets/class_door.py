"""How learners come into a class: the code that a camera reads, the address, and a code to type."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import Static

from quiz.engine.wording import count
from quiz.start import Hosted
from quiz.tui.widgets.pane import Pane
from quiz.tui.widgets.qr_code import QrCode

NOBODY = (
    "Nobody has joined yet. Look at these: Are the phones on the same Wi-Fi? Does that Wi-Fi keep "
    "devices apart, as some for guests do? Does a firewall on this computer ask you something?"
)
"""What is said after a minute without anybody."""
PATIENCE = 60
"""Seconds without anybody after which that is said."""
_NAMED = 40
"""So many names are shown; `l` lists all."""
_WORDS = Size(30, 7)
"""The room that address and code need beside a picture, and below one."""


class ClassDoor(Pane):
    """Shows the way in once the address answers, and who has come."""

    ready: reactive[bool] = reactive(default=False, toggle_class="-ready")
    """Whether the address answers."""
    waited: reactive[bool] = reactive(default=False, toggle_class="-waited")
    """Whether nobody has come for a minute."""
    names: reactive[tuple[str, ...]] = reactive(())
    """Who has come, by the names that may be seen."""

    def __init__(self, hosted: Hosted) -> None:
        super().__init__()
        self.hosted = hosted

    def compose(self) -> ComposeResult:
        """Lay out the codes and the words."""
        hosted = self.hosted
        yield Static("The class is about to answer …", id="starting", markup=False)
        yield QrCode(hosted.code)
        yield Vertical(
            Static(hosted.address, id="address", markup=False),
            Static(f"Code  {hosted.room.code}", id="code", markup=False),
            Static("Same Wi-Fi as this screen.", classes="muted", markup=False),
            Static(f"For a projector: {hosted.address}screen", classes="muted", markup=False),
            Static(_help(hosted), id="nobody", classes="notice", markup=False),
            Static("", id="joined", markup=False),
            Static("", id="names", markup=False),
        )

    def on_resize(self, event: events.Resize | None = None) -> None:
        """Show the picture beside or above the words, or not at all: only a whole one is read."""
        super().on_resize()
        picture = self.query_one(QrCode)
        room = event.size if event else self.size
        beside = _fits(picture, room, Size(_WORDS.width, 0))
        self.set_class(beside, "-beside")
        self.set_class(beside or _fits(picture, room, Size(0, _WORDS.height)), "-picture")

    def watch_names(self) -> None:
        """Show who has come, the latest first."""
        if not self.is_mounted:
            return
        self.query_one("#joined", Static).update(f"{count(len(self.names), 'learner')} joined")
        more = f", and {len(self.names) - _NAMED} more" if len(self.names) > _NAMED else ""
        latest = ", ".join(self.names[: -_NAMED - 1 : -1])
        self.query_one("#names", Static).update(f"{latest}{more}")
        if self.names:
            self.waited = False


def _fits(picture: QrCode, room: Size, words: Size) -> bool:
    """Return whether a picture fits whole, with what stands beside or below it."""
    wide = picture.columns + words.width <= room.width
    return wide and picture.lines + words.height <= room.height


def _help(hosted: Hosted) -> str:
    if not hosted.others:
        return NOBODY
    return f"{NOBODY} This computer has other addresses, too: {', '.join(hosted.others)}."
