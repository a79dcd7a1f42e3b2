"""Real connections to the server: damaged, hostile, half-open, too many, and never read."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from httpx import AsyncClient

from quiz.model.seat import Seat
from quiz.service.live_class import LiveClass
from quiz.web import forms, server
from quiz.web.address import ClassAddress
from quiz.web.hosting import Hosting
from tests.service.live import OPENED, right
from tests.web.browser import TOKEN, answer
from tests.web.conftest import OpenClass

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
GOOD = b"GET /check HTTP/1.1\r\nHost: x\r\n\r\n"
HALF = b"GET / HTTP/1.1\r\nHost: x\r\n"


class Served:
    """A class at a port of this machine."""

    def __init__(self, room: LiveClass, results: Path) -> None:
        listening = server.listen("127.0.0.1", None)
        self.room = room
        self.port = listening.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        address = ClassAddress(learners=self.url, token=TOKEN)
        self.hosting = Hosting(room, address, listening, results)
        self._opened = AsyncExitStack()

    async def connect(self, sent: bytes = b"") -> Streams:
        """Return a connection on which something was sent."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self._opened.callback(writer.close)
        writer.write(sent)
        return reader, writer

    async def all_of(self, sent: bytes) -> bytes:
        """Return all that comes to something until the connection is closed."""
        reader, _ = await self.connect(sent)
        async with asyncio.timeout(10):
            return await reader.read()

    async def learners(self, count: int) -> Sequence[AsyncClient]:
        """Return the browsers of learners who have joined."""
        opened = self._opened.enter_async_context
        browsers = [
            await opened(AsyncClient(base_url=self.url, verify=False)) for _ in range(count)
        ]
        code = {"code": self.room.code}
        for joined in await asyncio.gather(*(one.post("/join", data=code) for one in browsers)):
            assert joined.status_code == 303
        return browsers

    async def close(self) -> None:
        """Close every connection, and stop."""
        await self._opened.aclose()
        self.hosting.stop()

    def answered(self) -> int:
        """Return how many seats have an answer."""
        seats: Sequence[Seat] = self.room.seats
        return sum(self.room.session_of(seat).answered for seat in seats)


@pytest.fixture
async def served(
    open_class: OpenClass, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Served]:
    """Return a class that is open, and is served until the test ends."""
    monkeypatch.setattr(server, "PATIENCE", 0.3)
    monkeypatch.setattr(forms, "PATIENCE", 0.3)
    served = Served(open_class(*OPENED).room, tmp_path / "results")
    serving = asyncio.create_task(served.hosting.serve())
    yield served
    await served.close()
    await serving


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"\x00\xff\x16\x03\x01\r\n\r\n", b"400"),
        (b"GET /\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"y" * 40_000, b"400"),
        (b"GET /" + b"y" * 40_000, b"400"),
        (b"GET /a\r\nb HTTP/1.1\r\nHost: x\r\n\r\n", b"400"),
        (b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 1e9\r\n\r\n", b"400"),
        (b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\nx", b"413"),
        (b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n", b"411"),
        (b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", b"400"),
        (b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\ncode=", b"408"),
    ],
)
async def test_a_damaged_request_is_refused_and_closed(
    served: Served, sent: bytes, status: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    assert (await served.all_of(sent)).split()[1] == status
    assert not caplog.text  # which would be written into the teacher's terminal
    assert b"reached" in await served.all_of(GOOD.replace(b"1.1", b"1.0"))


@pytest.mark.parametrize(
    "path",
    [
        *(b"/%00", b"/%ff%fe", b"/%0d%0aX:%20y", b"/../../etc/passwd", b"/static/..%2f..%2fapp.py"),
        *(b"/q/" + b"9" * 5_000, b"/teach/learners/" + b"9" * 5_000),
        *(b"/q/99999999999999999999", b"/page?q=%31%00", b"/page?q=" + b"9" * 400, b"*"),
        *(b"//evil.test/", b"http://evil.test/", b"/j/%3Cscript%3E", b"/static/", b"/teach/%ff"),
    ],
)
async def test_a_strange_address_is_answered_in_words(served: Served, path: bytes) -> None:
    (learner,) = await served.learners(1)
    cookie = "; ".join(f"{name}={value}" for name, value in learner.cookies.items()).encode()
    for header in (b"", b"Cookie: " + cookie + b"\r\n", b"Cookie: quiz-seat=\xff\x00\r\n"):
        sent = b"GET " + path + b" HTTP/1.0\r\nHost: x\r\n" + header + b"\r\n"
        head, _, body = (await served.all_of(sent)).partition(b"\r\n\r\n")
        assert head.split()[1] in {b"200", b"303", b"307", b"400", b"404", b"405"}, head
        assert b"\r\nX: y" not in head
        assert b"<script>" not in body
        assert b"root:" not in body
        assert b"Traceback" not in body


async def test_a_kept_connection_is_closed_where_the_next_request_does_not_come(
    served: Served,
) -> None:
    assert (await served.all_of(GOOD + HALF)).count(b"HTTP/1.1 200 OK") == 1


async def test_learners_answer_among_many_half_open_connections(served: Served) -> None:
    learners = await served.learners(20)
    half_open = [await served.connect(HALF[:place]) for place in range(25) for _ in range(10)]
    given = right(served.room)
    confirmed = await asyncio.gather(*(answer(one, given) for one in learners))
    assert {one.status_code for one in confirmed} == {303}
    assert served.answered() == 20
    for reader, _ in half_open:
        async with asyncio.timeout(5):
            assert await reader.read() == b""


async def test_learners_answer_while_others_read_nothing(served: Served) -> None:
    """Hundreds of pages are asked for on each connection, and not one is read."""
    learners = await served.learners(20)
    asked = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 400
    for _ in range(30):
        await served.connect(asked)
    given = right(served.room)
    confirmed = await asyncio.gather(*(answer(one, given) for one in learners))
    assert {one.status_code for one in confirmed} == {303}
    assert served.answered() == 20


async def test_an_answer_counts_though_its_sender_is_gone(served: Served) -> None:
    (learner,) = await served.learners(1)
    cookie = "; ".join(f"{name}={value}" for name, value in learner.cookies.items()).encode()
    body = b"position=0&round=1&item=0&item=1&item=2&pick=0"
    head = b"POST /answer HTTP/1.1\r\nHost: x\r\nCookie: " + cookie
    _, writer = await served.connect(head + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    await writer.drain()
    writer.transport.abort()
    assert (await learner.get("/check")).status_code == 200
