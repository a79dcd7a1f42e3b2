"""A class in browsers, with the teacher's screen in the same process: how fast, and nothing lost.

python -m benchmarks.live_class [LEARNERS...]    300 and 1,000 where nothing is said

The learners are another process on the same cores. What they send has the headers of a browser.
"""

import asyncio
import os
import re
import resource
import statistics
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from benchmarks.goals import Home, starts
from tests.support.terminal import Terminal

PORT = 8763
QUIZ = str(Path(sys.executable).with_name("quiz"))
HOST = ("host", "ketamine", "--bind=127.0.0.1", "--kind=choice", "--seed=1", f"--port={PORT}")
BROWSER = (
    f"Host: 127.0.0.1:{PORT}\r\n"
    "User-Agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Mobile Safari/537.36\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate\r\n"
    f"Accept-Language: en-US,en;q=0.9\r\nReferer: http://127.0.0.1:{PORT}/\r\n"
    "HX-Request: true\r\nHX-Target: page\r\nConnection: keep-alive\r\n"
)
FORM = "Content-Type: application/x-www-form-urlencoded\r\n"
CODE = r"Code\s+([0-9A-Z]{6})"
AT_ONCE = 40
"""So many learners join at the same time."""
PAIRS = 5
"""So often a start is measured beside a bare program's."""
MOST = 60.0
"""Seconds after which something that does not come is lost."""


class Goal(NamedTuple):
    """What is asked of a class, in seconds."""

    answered: float
    stepped: float


GOALS: Mapping[int, Goal] = {300: Goal(0.6, 0.15), 1_000: Goal(2.0, 0.35)}
MEMORY = 60
"""KB that a learner may take."""


class Row(NamedTuple):
    """Something that is measured; without a goal it is only told."""

    name: str
    value: float
    form: str = "{:.2f} s"
    goal: float | None = None

    def __str__(self) -> str:
        """Return it as cells of a table."""
        goal = "" if self.goal is None else self.form.format(self.goal)
        missed = " (missed)" if self.missed else ""
        return f"{self.name} | {goal}{missed} | {self.form.format(self.value)}"

    @property
    def missed(self) -> bool:
        """Whether the goal is missed."""
        return self.goal is not None and self.value > self.goal


class Line(asyncio.Protocol):
    """A connection of a browser."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin with nothing."""
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.came, self.waits = transport, b"", asyncio.Future[bytes]()

    def data_received(self, data: bytes) -> None:
        """Give back what has come once it is whole: a version, or an answer of known length."""
        self.came += data
        head, _, rest = self.came.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head)
        whole = len(rest) >= int(length[1]) if length else b"event: version" in self.came
        if whole and not self.waits.done():
            self.waits.set_result(self.came)

    def connection_lost(self, exc: Exception | None) -> None:
        """Say that nothing comes any more."""
        if not self.waits.done():
            self.waits.set_exception(exc or ConnectionResetError("closed by the class"))

    async def ask(self, request: str) -> bytes:
        """Return what comes to a request, or next where that is empty."""
        self.came, self.waits = b"", asyncio.Future()
        self.transport.write(request.encode())
        return await self.waits

    async def next_version(self) -> float:
        """Return when the next version came."""
        await self.ask("")
        return perf_counter()


class Phone:
    """A browser: one connection that asks, and one on which versions come."""

    async def join(self, code: str) -> None:
        """Take a seat, and listen."""
        loop = asyncio.get_running_loop()
        _, self.line = await loop.create_connection(Line, "127.0.0.1", PORT)
        _, self.stream = await loop.create_connection(Line, "127.0.0.1", PORT)
        self.browser = BROWSER
        joined = await self.post("/join", f"code={code}")
        token = re.search(rb"set-cookie: ([^;]+)", joined)
        assert token, joined
        self.browser += f"Cookie: {token[1].decode()}\r\n"
        await self.stream.ask(f"GET /events HTTP/1.1\r\n{self.browser}\r\n")

    async def get(self, path: str) -> bytes:
        """Return a page."""
        return await self.line.ask(f"GET {path} HTTP/1.1\r\n{self.browser}\r\n")

    async def post(self, path: str, body: str) -> bytes:
        """Return what comes to a form."""
        head = f"POST {path} HTTP/1.1\r\n{self.browser}{FORM}Content-Length: {len(body)}\r\n\r\n"
        return await self.line.ask(head + body)

    async def follow(self) -> tuple[float, float]:
        """Return when the next version came, and when its page was there."""
        told = await self.stream.next_version()
        assert b"</footer>" in await self.get("/page?at=")
        return told, perf_counter()

    async def answer(self) -> float | None:
        """Return when an answer was confirmed; None where it was not."""
        said = await self.post("/answer", "position=0&round=1&pick=0")
        return perf_counter() if b"Saved." in said else None


async def measured(program: Terminal, code: str, learners: int) -> Iterable[Row]:
    """Return what a class reaches: all join, follow two steps, and answer in one instant."""
    phones, goal, pid = [Phone() for _ in range(learners)], GOALS[learners], program.child.pid
    assert pid
    empty, begun = memory(pid), perf_counter()
    for at in range(0, learners, AT_ONCE):
        await asyncio.gather(*(one.join(code) for one in phones[at : at + AT_ONCE]))
    joined = perf_counter() - begun
    await asyncio.sleep(1)
    stepped = [time for _ in range(2) for time in await step(program, phones)]
    begun = perf_counter()
    confirmed = await asyncio.gather(*(one.answer() for one in phones))
    answered = [at - begun for at in confirmed if at]
    kept = [b"Saved." in await one.get("/") for one in phones]
    told, there = zip(*stepped, strict=True)
    return [
        Row("joined, 40 at a time", joined),
        Row("told of a step, 95 % of all", share(told), "{:.2f} s", goal.stepped),
        Row("page of the step there, 95 % of all", share(there), "{:.2f} s", goal.stepped),
        Row("answers in one instant confirmed, 95 %", share(answered), "{:.2f} s", goal.answered),
        Row("answers lost", learners - min(len(answered), sum(kept)), "{:.0f}", 0),
        Row("memory for each learner", (memory(pid) - empty) / learners, "{:.0f} KB", MEMORY),
    ]


async def step(program: Terminal, phones: Sequence[Phone]) -> Sequence[tuple[float, float]]:
    """Let the teacher take a step; return after how long each phone was told, and had its page."""
    following = [asyncio.create_task(phone.follow()) for phone in phones]
    await asyncio.sleep(1)
    begun = perf_counter()
    program.type(" ")
    return [(told - begun, there - begun) for told, there in await asyncio.gather(*following)]


def share(times: Iterable[float], part: float = 0.95) -> float:
    """Return the seconds within which a part of all came."""
    found = sorted(times)
    return found[min(round(len(found) * part), len(found) - 1)]


def memory(pid: int) -> float:
    """Return the KB in memory for a program alone, with its share of what others use too."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return float(re.findall(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)[0])


async def run(program: Terminal, code: str, learners: int) -> Iterable[Row]:
    """Return what is measured, while what the teacher's screen writes is read."""
    screen, loop = program.child.fileno(), asyncio.get_running_loop()
    loop.add_reader(screen, os.read, screen, 100_000)
    async with asyncio.timeout(MOST):
        rows = await measured(program, code, learners)
    loop.remove_reader(screen)
    return rows


def hosted(learners: int) -> Iterable[Row]:
    """Return what a class of so many reaches."""
    with (
        TemporaryDirectory(prefix="quiz-bench-", ignore_cleanup_errors=True) as folder,
        Home(Path(folder), QUIZ).running(*HOST) as program,
    ):
        program.child.expect(CODE)
        found = re.search(CODE.encode(), program.output)
        assert found
        return asyncio.run(run(program, found[1].decode(), learners))


def start() -> Row:
    """Return how long a class takes to the code on the screen."""
    with TemporaryDirectory(prefix="quiz-bench-", ignore_cleanup_errors=True) as folder:
        pairs = islice(starts(Home(Path(folder), QUIZ), *HOST, until=CODE), PAIRS)
        ratio = statistics.median(ours / bare for ours, bare in pairs)
    return Row("start to the code, by that of a bare Textual program", ratio, "{:.2f}", 3)


def main(learners: Sequence[int]) -> int:
    """Measure classes of so many learners, and print it; return 1 where a goal is missed."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    print("| learners | measure | goal | reached |\n|---|---|---|---|")
    missed = False
    for number in (0, *learners):
        for row in hosted(number) if number else [start()]:
            missed = missed or row.missed
            print(f"| {number:,} | {row} |", flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main([int(one) for one in sys.argv[1:]] or [*GOALS]))
