"""Streams of versions: no change is lost, and a browser that does not read holds up nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from starlette.types import Message

from quiz.web import changes
from quiz.web.changes import Changes


class Browser:
    """What listens to a stream: it may stop reading."""

    def __init__(self) -> None:
        self.got: list[str] = []
        self.reads = asyncio.Event()
        self.gone = asyncio.Event()
        self.reads.set()

    async def send(self, message: Message) -> None:
        """Take what is sent, once it reads."""
        await self.reads.wait()
        self.got.append(message.get("body", b"").decode())

    async def receive(self) -> Message:
        """Wait until it goes."""
        await self.gone.wait()
        return {"type": "http.disconnect"}


class Listened:
    """Versions, and those who listen to them."""

    def __init__(self) -> None:
        self.changes, self.version = Changes(3), 0

    def change(self) -> None:
        """Raise the version, and tell it."""
        self.version += 1
        self.changes.tell()

    @asynccontextmanager
    async def browser(self, listener: str = "seat") -> AsyncIterator[Browser]:
        """Let a browser listen."""
        browser = Browser()
        stream = self.changes.versions(lambda: self.version, listener)
        listening = asyncio.ensure_future(stream({}, browser.receive, browser.send))
        await settled()
        yield browser
        browser.gone.set()
        await listening


async def settled() -> None:
    """Let all that is ready run."""
    for _ in range(10):
        await asyncio.sleep(0)


def event(version: int) -> str:
    """Return how a version is sent."""
    return f"event: version\ndata: {version}\n\n"


async def test_the_version_is_told_at_once_and_after_each_change() -> None:
    listened = Listened()
    async with listened.browser() as browser:
        for _ in range(3):
            listened.change()
            await settled()
    assert browser.got[1:] == [*map(event, range(4))]


async def test_a_browser_that_does_not_read_skips_versions_and_holds_up_nobody() -> None:
    listened = Listened()
    async with listened.browser() as slow, listened.browser() as other:
        slow.reads.clear()
        for _ in range(500):
            listened.change()
            await settled()
        assert other.got[-1] == event(500)
        slow.reads.set()
        await settled()
    assert slow.got[-1] == event(500)
    assert len(slow.got) < 5


@pytest.mark.parametrize("pause", [0, 1, 2, 3])
async def test_the_last_change_is_always_told(pause: int) -> None:
    """However changes fall between the turns of those who tell them."""
    listened = Listened()
    async with listened.browser() as browser:
        for _ in range(50):
            listened.change()
            for _ in range(pause):
                await asyncio.sleep(0)
        await settled()
    assert browser.got[-1] == event(50)


async def test_a_quiet_stream_says_that_it_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "STILL_HERE", 0.01)
    async with Listened().browser() as browser:
        while ": still here\n\n" not in browser.got:
            await asyncio.sleep(0.01)


async def test_who_is_gone_is_told_nothing() -> None:
    listened = Listened()
    async with listened.browser() as browser:
        pass
    listened.change()
    await settled()
    assert browser.got[1:] == [event(0)]


async def test_streams_end_before_the_server_does() -> None:
    listened = Listened()
    async with listened.browser() as browser:
        listened.changes.end()
        await settled()
        assert browser.got[1:] == [event(0), ""]


async def test_of_too_many_streams_of_one_listener_the_oldest_ends() -> None:
    listened = Listened()
    seat, other = listened.browser, listened.browser("other")
    async with other as untouched, seat() as oldest, seat() as second, seat() as third:
        listened.change()
        await settled()
        assert oldest.got[-1] == event(1)
        async with seat() as newest:
            assert oldest.got[-1] == ""
            listened.change()
            await settled()
        for browser in (untouched, second, third, newest):
            assert browser.got[-1] == event(2)
