"""Telling browsers that something changed: a stream of versions, never of contents.

Who reads a version asks for the page as it is now; so a slow phone skips states, and none is lost.
"""

import asyncio
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

STILL_HERE = 15.0
"""Seconds after which a stream says that it is still there: proxies close what is silent."""
_START = {
    "type": "http.response.start",
    "status": 200,
    "headers": [(b"content-type", b"text/event-stream"), (b"x-accel-buffering", b"no")],
}


class Changes:
    """Tells all who listen of each change; each listener by so many streams at the most."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._streams: dict[_Stream, object] = {}

    def tell(self) -> None:
        """Tell all who listen."""
        for stream in self._streams:
            stream.tell()

    def end(self) -> None:
        """End all streams: nothing will be told any more."""
        for stream in self._streams:
            stream.end()

    def versions(self, version: Callable[[], object], listener: object) -> ASGIApp:
        """Return an answer that sends the version now, and again after each change.

        Where a listener has too many streams, the oldest one ends.
        """

        async def answer(_scope: Scope, receive: Receive, send: Send) -> None:
            await send(dict(_START))
            stream = _Stream(send, version)
            self._make_room(listener)
            self._streams[stream] = listener
            stream.tell()
            try:
                while await _is_there(receive):
                    await stream.send(": still here\n\n")
            except asyncio.CancelledError:  # the server waits for answers that are whole
                await send({"type": "http.response.body", "body": b""})
            finally:
                self._streams.pop(stream, None)

        return answer

    def _make_room(self, listener: object) -> None:
        """Let a listener have one more stream."""
        of_listener = [stream for stream, of in self._streams.items() if of == listener]
        if len(of_listener) == self._most:
            del self._streams[of_listener[0]]
            of_listener[0].end()


class _Stream:
    """The versions that one browser is sent, as server-sent events."""

    def __init__(self, send: Send, version: Callable[[], object]) -> None:
        self._send = send
        self._version = version
        self._told: object = None
        self._telling: asyncio.Task[None] | None = None
        self._answering = asyncio.current_task()

    def tell(self) -> None:
        """Send the version; where the browser is slow, the one there is once it has the last."""
        if self._telling is None or self._telling.done():
            self._telling = asyncio.create_task(self._tell())

    def end(self) -> None:
        """End it."""
        if self._answering:
            self._answering.cancel()

    async def send(self, text: str) -> None:
        """Send some text."""
        await self._send({"type": "http.response.body", "body": text.encode(), "more_body": True})

    async def _tell(self) -> None:
        while (now := self._version()) != self._told:
            self._told = now
            await self.send(f"event: version\ndata: {now}\n\n")


async def _is_there(receive: Receive) -> bool:
    """Return whether a browser listens after a while in which there may be nothing to send."""
    try:
        async with asyncio.timeout(STILL_HERE):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        return True
    return False


class Soon:
    """Does something once for all that asks within a moment."""

    def __init__(self, do: Callable[[], None], seconds: float) -> None:
        self._do = do
        self._seconds = seconds
        self._waits: asyncio.TimerHandle | None = None

    def ask(self) -> None:
        """Do it within the moment."""
        if self._waits is None:
            loop = asyncio.get_running_loop()
            self._waits = loop.call_later(self._seconds, self._now)

    def _now(self) -> None:
        self._waits = None
        self._do()
