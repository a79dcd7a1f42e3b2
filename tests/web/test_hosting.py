"""A class that is over is served on while its results are written."""

import asyncio
from pathlib import Path
from threading import Event

import pytest
from httpx import AsyncClient

from quiz.engine.live_class import Step
from quiz.web import hosting
from quiz.web.address import ClassAddress
from quiz.web.hosting import Hosting
from quiz.web.server import listen
from tests.service.live import OPENED, answered, right
from tests.web.browser import TOKEN
from tests.web.conftest import OpenClass


async def test_results_are_written_after_the_end_and_pages_come_meanwhile(
    open_class: OpenClass, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(hosting, "GRACE", 0)
    monkeypatch.setattr(hosting, "TICK", 0.01)
    room = open_class(*OPENED).room
    answered(room, room.join(None)[0], 0, right(room))
    room.step(Step.END)
    writing, page_came = Event(), Event()
    write = room.write_results

    def slow(folder: Path) -> Path:
        writing.set()
        assert page_came.wait(5)
        return write(folder)

    monkeypatch.setattr(room, "write_results", slow)
    listening = listen("127.0.0.1", None)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    served = Hosting(room, ClassAddress(learners=address, token=TOKEN), listening, tmp_path / "out")
    serving = asyncio.create_task(served.serve())
    assert await asyncio.to_thread(writing.wait, 5)
    async with AsyncClient(base_url=address, verify=False) as browser:
        assert "class is over" in (await browser.get("/screen")).text
    page_came.set()
    async with asyncio.timeout(5):
        while served.written is None:
            await asyncio.sleep(0.01)
    served.stop()
    await serving
    assert [*served.written.iterdir()]
    assert Step.UNDO not in room.state.steps
