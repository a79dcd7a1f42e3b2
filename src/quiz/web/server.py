"""The server in this process."""

import asyncio
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from quiz.model.problem import QuizError

if sys.platform != "win32":
    import resource

PORT = 8080
"""The port where none is asked for; the next free one where that is taken."""
_TRIES = 20
PATIENCE = 20.0
"""Seconds that a connection may take to ask for something."""
KEPT = 75
"""Seconds that a connection is kept for the next request: else each step has all connect anew."""
_FILES = 10_000
"""Files that may be open: a browser has two connections or more, and macOS allows 256."""

_OWN_FILES = 50
"""Files that stay for the program itself, however many connections there are."""
_BACKLOG = 1_024
"""Connections that may wait to be taken, and are then taken in one go."""


class NoAddress(QuizError):
    """An address at which the program can't be reached."""


class _Config(uvicorn.Config):
    most_connections: int | None = None
    """So many are kept; uvicorn's own limit would refuse requests on those as well."""


class _Patient(H11Protocol):
    """Closes a connection whose request does not come: half-open ones would pile up."""

    config: _Config

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._waits = self.loop.call_later(PATIENCE, transport.close)
        most = self.config.most_connections
        if most is not None and len(self.connections) > most:
            transport.abort()

    def handle_events(self) -> None:
        """Wait on where a request is there in part, on a connection that is kept as well."""
        super().handle_events()
        if not self._is_half_open:
            self._waits.cancel()
        elif self._waits.cancelled():
            self._waits = self.loop.call_later(PATIENCE, self.transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._waits.cancel()
        super().connection_lost(exc)

    @property
    def _is_half_open(self) -> bool:
        return self.conn.their_state is h11.IDLE and self.conn.trailing_data != (b"", False)


class Server(uvicorn.Server):
    """Serves until it is told to stop; signals stay with whoever runs it."""

    def __init__(self, app: ASGIApp, ready: Callable[[], None], end: Callable[[], None]) -> None:
        self._ready = ready
        self._end = end
        self.config: _Config
        super().__init__(
            _Config(
                app,
                http=_Patient,
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="error",  # else what a stranger sends is told in the teacher's terminal
                access_log=False,
                server_header=False,
                date_header=False,
                proxy_headers=False,
                timeout_keep_alive=KEPT,
                timeout_graceful_shutdown=1,
                h11_max_incomplete_event_size=16_384,
                backlog=_BACKLOG,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and say so."""
        if files := _allowed_files():
            # Those that are too many are taken in one go, and closed some turns of the loop later.
            self.config.backlog = min(_BACKLOG, files // 16)
            self.config.most_connections = files - 4 * self.config.backlog - _OWN_FILES
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what would not end by itself, then the rest."""
        self._end()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield


def listen(host: str, port: int | None) -> socket.socket:
    """Return a socket that listens at a port, or at the first free one from `PORT` on.

    Raises:
        NoAddress: there is none.
    """
    ports = [port] if port else range(PORT, PORT + _TRIES)
    reason = ""
    for one in ports:
        try:
            return socket.create_server((host, one), family=_family(host), backlog=_BACKLOG)
        except OSError as error:
            reason = error.strerror or str(error)
    where = f"port {port}" if port else f"a port from {PORT} to {PORT + _TRIES - 1}"
    raise NoAddress(f"The class can't be served at {host}, {where}: {reason}. Try another --port.")


def _allowed_files() -> int | None:
    """Let more files be open as far as the system allows, and return how many."""
    if sys.platform == "win32":  # which has no such limit
        return None
    with suppress(ValueError, OSError):
        now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _FILES if most == resource.RLIM_INFINITY else min(_FILES, most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(now, wanted), most))
        return max(now, wanted)
    return None


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
