"""Serving a class from this process, and writing its results once it is over."""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from quiz.engine.live_class import Phase
from quiz.model.problem import QuizError
from quiz.service.live_class import LiveClass
from quiz.store.errors import StorageError
from quiz.web.address import ClassAddress
from quiz.web.app import make_app
from quiz.web.server import Server

GRACE = 60.0
"""Seconds after its end in which the teacher can take a class up again."""
TICK = 1.0
"""Seconds between two looks whether time has ended something."""


class Hosting:
    """A class and its server."""

    def __init__(
        self, room: LiveClass, address: ClassAddress, listening: socket.socket, results: Path
    ) -> None:
        self.room = room
        self.address = address
        self.written: Path | None = None
        """The folder with the results, once they are written."""
        self.trouble: str | None = None
        """Why they could not be written, or why the class is served no longer, in words."""
        self._listening = listening
        self._results = results
        self._server: Server | None = None

    async def serve(self, ready: Callable[[], None] = lambda: None) -> None:
        """Serve until `stop`; call `ready` once the address answers."""
        app, look, end = make_app(self.room, self.address)
        self._server = Server(app, ready, end)
        ticking = asyncio.create_task(self._tick(look))
        try:
            await self._server.serve([self._listening])
        except OSError as error:
            self.trouble = f"The class could be served no longer: {error.strerror or error}."
        finally:
            self.room.on_change.remove(look)
            ticking.cancel()
            with suppress(asyncio.CancelledError):
                await ticking

    def stop(self) -> None:
        """End the serving within a second."""
        if self._server:
            self._server.should_exit = True

    def write_results(self) -> None:
        """Write the results where the class is over; then it can't be taken up again."""
        if self.written or self.room.state.phase is not Phase.ENDED:
            return
        try:
            self.written, self.trouble = self.room.write_results(self._results), None
        except QuizError as error:
            self.trouble = str(error)

    async def _tick(self, look: Callable[[], None]) -> None:
        """Tell browsers what time has changed, and write the results a while after the end."""
        ended: float | None = None
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(TICK)
            look()
            if self.room.state.phase is not Phase.ENDED:
                ended = None
            elif ended is None:
                with suppress(StorageError):  # then a second later
                    self.room.note_time()
                    ended = loop.time()
            elif loop.time() - ended > GRACE:
                await asyncio.to_thread(self.write_results)  # a thousand files take their time
                ended = None  # where they could not be written, they may be in another minute
