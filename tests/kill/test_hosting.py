"""A class in browsers, killed or without room on the disk: what was confirmed is there."""

import asyncio
import json
import re
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

import pytest
from httpx import AsyncClient, HTTPError, Limits, Response

from tests.kill.conftest import fill
from tests.support.numbers import write_quiz
from tests.support.ports import free_port
from tests.support.terminal import QUIZ

QUESTIONS, LEARNERS = 30, 12


class Hosted:
    """A class that a program of its own serves, each learner at their own pace."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout
        self.process = process
        self.where = json.loads(process.stdout.readline())

    async def join(self, browser: AsyncClient) -> Response:
        """Try to take a seat."""
        return await browser.post("/join", data={"code": self.where["code"]})

    async def begin(self) -> None:
        """Let the teacher begin."""
        async with AsyncClient(base_url=self.where["learners"], verify=False) as teacher:
            await teacher.get(self.where["teacher"])
            version = re.search(r'name="version" value="(\d+)"', (await teacher.get("/teach")).text)
            assert version
            await teacher.post("/teach", data={"step": "begin", "version": version[1]})


@contextmanager
def hosted(port: int, *words: str, before: Sequence[str] = ()) -> Iterator[Hosted]:
    """Serve a class until it is killed; `before` are the words before the command."""
    where = ("--no-screen", "--bind=127.0.0.1", f"--port={port}")
    command = (*before, *QUIZ, "host", *where, *words)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Hosted(process)
        finally:
            process.kill()


@asynccontextmanager
async def learners(port: int, count: int = LEARNERS) -> AsyncIterator[Sequence[AsyncClient]]:
    """Return browsers that have been nowhere."""
    url = f"http://127.0.0.1:{port}/"
    lasting = Limits(keepalive_expiry=60)  # as a browser does: what stands is not closed
    browsers = [  # without TLS: its certificates would be read each time
        AsyncClient(base_url=url, timeout=20, limits=lasting, verify=False) for _ in range(count)
    ]
    yield browsers
    for browser in browsers:
        await browser.aclose()


@pytest.fixture
def port() -> int:
    """Return a port at which nothing listens."""
    return free_port()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the file of a quiz of many questions."""
    return write_quiz(tmp_path / "numbers.yaml", QUESTIONS)


async def is_confirmed(browser: AsyncClient, position: int) -> bool:
    """Answer a question, and return whether that was confirmed."""
    fields = {"position": str(position), "round": "1", "pick": "1"}
    return (await browser.post("/answer", data=fields)).status_code == 303


async def is_there(browser: AsyncClient, position: int) -> bool:
    """Return whether the page of a question has an answer."""
    return " checked" in (await browser.get(f"/q/{position + 1}")).text


@pytest.mark.parametrize("when", [1, 60])
async def test_killed_in_a_spike_no_confirmed_answer_is_lost(
    when: int, path: Path, port: int
) -> None:
    confirmed = [0] * LEARNERS
    async with learners(port) as browsers:
        with hosted(port, str(path), "--pace=own") as of:
            for browser in browsers:
                assert (await of.join(browser)).status_code == 303
            await of.begin()

            async def answer(number: int) -> None:
                for position in range(QUESTIONS):
                    try:
                        assert await is_confirmed(browsers[number], position)
                    except HTTPError:  # the program is dead
                        return
                    confirmed[number] += 1
                    if sum(confirmed) == when:
                        of.process.kill()

            await asyncio.gather(*map(answer, range(LEARNERS)))
        assert when <= sum(confirmed) < LEARNERS * QUESTIONS
        with hosted(port, "--resume", of.where["code"]):
            for browser, count in zip(browsers, confirmed, strict=True):
                assert [await is_there(browser, at) for at in range(count)] == [True] * count
                assert not await is_there(browser, count + 1)


async def test_a_full_disk(small_disk: Path, path: Path, port: int) -> None:
    async with learners(port, 3) as (one, other, late):
        with hosted(port, str(path), "--pace=own") as of:
            for browser in (one, other):
                assert (await of.join(browser)).status_code == 303
            await of.begin()
            assert await is_confirmed(one, 0)
            filler = fill(small_disk)
            count = 1
            while await is_confirmed(one, count):  # what is reserved of the file may take some
                count += 1
            said = await one.post("/answer", data={"position": "9", "round": "1", "pick": "1"})
            assert "Not saved yet" in said.text
            assert "Tell your teacher" in said.text
            assert "Send it again" in said.text
            assert not await is_confirmed(other, 0)
            refused = await of.join(late)
            assert refused.status_code == 503
            assert "Tell your teacher" in refused.text
            filler.unlink()
            assert await is_confirmed(other, 0)
            assert (await of.join(late)).status_code == 303
            assert await is_confirmed(one, count)
        with hosted(port, "--resume", of.where["code"]):
            assert all([await is_there(one, at) for at in range(count + 1)])
            assert await is_there(other, 0)
            assert not await is_there(other, 1)


async def test_a_class_goes_on_where_strangers_take_all_connections(
    path: Path, port: int, capfd: pytest.CaptureFixture[str]
) -> None:
    few_files = ("sh", "-c", 'ulimit -n 300 && exec "$@"', "sh")
    async with learners(port, 1) as (one,), AsyncExitStack() as opened:
        with hosted(port, str(path), "--pace=own", before=few_files) as of:
            assert (await of.join(one)).status_code == 303
            await of.begin()
            for _ in range(400):
                taken = opened.enter_context(socket.create_connection(("127.0.0.1", port)))
                taken.send(b"GET /check HTTP/1.1\r\nHost: x\r\n\r\n")
            assert await is_confirmed(one, 0)
            assert await is_there(one, 0)
            assert (await one.get("/static/page.js")).status_code == 200
    assert capfd.readouterr().err == ""
