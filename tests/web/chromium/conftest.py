"""Classes of the bees, served at a port of this machine to a real browser."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from quiz.service.live_class import LiveClass
from quiz.web.address import ClassAddress
from quiz.web.hosting import Hosting
from quiz.web.server import listen
from tests.service.live import begun, classes
from tests.web.browser import TOKEN
from tests.web.chromium.devices import Device, Phone

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 780},
    "has_touch": True,
    "is_mobile": True,
}
LAPTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 720}}

expect.set_options(timeout=20_000)  # a machine that has much else to do


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """Return the browser, started once for all."""
    if CHROMIUM is None:
        pytest.skip("no chromium is installed")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        await browser.close()


class Served:
    """A class that is served, and the devices that are in it."""

    def __init__(self, browser: Browser, room: LiveClass, home: str, open_: AsyncExitStack) -> None:
        self.browser = browser
        self.room = room
        self.home = home
        self._open = open_

    async def page(self, path: str = "", **settings: object) -> Page:
        """Return a page of a browser that has been nowhere, at an address of the class."""
        context = await self.browser.new_context(**settings)  # type: ignore[arg-type]
        self._open.push_async_callback(context.close)
        page = await context.new_page()
        page.set_default_timeout(20_000)
        await page.goto(self.home + path)
        return page

    async def join(self, device: type[Device] = Phone, **settings: object) -> Device:
        """Return a device whose learner has joined."""
        shape = PHONE if device is Phone else LAPTOP
        joined = device(await self.page(f"j/{self.room.code}", **shape, **settings))
        await joined.press(joined.page.get_by_role("button", name="Join"))
        await joined.page.get_by_text("You are in").or_(joined.page.locator("#ask")).wait_for()
        return joined

    async def teacher(self) -> Page:
        """Return the page of the teacher, on a phone."""
        return await self.page(f"teach/{TOKEN}", **PHONE)


Serve = Callable[..., Coroutine[Any, Any, Served]]


@pytest_asyncio.fixture(loop_scope="session")
async def serve(chromium: Browser, tmp_path: Path) -> AsyncIterator[Serve]:
    """Return a way to serve a new class with some settings, after some steps."""
    async with AsyncExitStack() as open_:

        async def serve_one(*steps: object, **settings: object) -> Served:
            room = begun(classes(tmp_path), *steps, **settings)  # type: ignore[arg-type]
            open_.callback(room.close)
            listening = listen("127.0.0.1", None)
            home = f"http://127.0.0.1:{listening.getsockname()[1]}/"
            address = ClassAddress(learners=home, token=TOKEN)
            hosting = Hosting(room, address, listening, tmp_path / "results")
            serving = asyncio.create_task(hosting.serve())
            open_.push_async_callback(lambda: serving)
            open_.callback(hosting.stop)
            return Served(chromium, room, home, open_)

        yield serve_one
