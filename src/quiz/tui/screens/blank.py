"""What lies under the screens of a walk, so that nothing blinks between two of them."""

from contextlib import ExitStack

from textual.screen import Screen


class BlankScreen(Screen[None]):
    """A screen that is never drawn: while it lies open, the last picture stands."""

    def __init__(self) -> None:
        super().__init__()
        self._held = ExitStack()

    def on_screen_resume(self) -> None:
        """Hold the picture until the next screen comes."""
        self._held.enter_context(self.app.batch_update())

    def on_screen_suspend(self) -> None:
        """Let the next screen be drawn."""
        self._held.close()

    def on_unmount(self) -> None:
        """Let go of the picture, whatever happened."""
        self._held.close()
