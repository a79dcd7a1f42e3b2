"""The tests, collected once, and which of them reach what."""

import gc
import pickle
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import _lru_cache_wrapper
from itertools import accumulate
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import Phase, settings

from tests.mutation.child import in_a_child
from tests.mutation.reach import Reach

OPTIONS = (
    *("-o", "addopts=", "--import-mode=importlib", "-p", "no:cacheprovider", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),
)
EXAMPLES = 40
"""How many examples a property gets: fewer than in a test run, and a bad one is not made small."""
SLOW = 4
"""The seconds of computing after which a test is too slow; being watched takes most of them."""

settings.register_profile(
    "mutation",
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)


class Suite:
    """Collects the tests, sees what each reaches, and then does some work with them."""

    def __init__(
        self, files: Sequence[str], work: Callable[["Suite"], None], budget: float
    ) -> None:
        self.reach = Reach(files)
        self.work = work
        self.budget = budget
        self.items: list[pytest.Item] = []
        self.seconds: dict[int, float] = {}
        self.failed = False

    def collect(self, tests: Sequence[str]) -> int:
        """Collect the tests, and see what runs meanwhile; return pytest's exit code."""
        self.reach.begin()
        return int(pytest.main([*OPTIONS, "-q", *tests], plugins=[self]))

    # What pytest calls

    def pytest_collection(self) -> None:
        """Take few examples from here on: the tests' own settings are loaded by now."""
        settings.load_profile("mutation")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        self.failed |= report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Do the work in the place of running the tests once."""
        self.reach.end()
        self.items = session.items
        session.config.pluginmanager.unregister(name="terminalreporter")
        self.look()
        self.work(self)
        return True

    # What the work needs

    def look(self) -> None:
        """Run every test once, watched; one that fails or is slow takes no further part."""
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "seen"
            assert in_a_child(lambda: self._watched(out), 3600) == 0
            seen, self.seconds = pickle.loads(out.read_bytes())
        broken = {index for index in range(len(self.items)) if index not in self.seconds}
        for index in broken:
            sys.stdout.write(f"left out, since it fails or is slow: {self.items[index].nodeid}\n")
        self.reach.lines.clear()
        self.reach.lines.update({place: tests - broken for place, tests in seen.items()})

    def _watched(self, out: Path) -> int:
        signal.signal(signal.SIGVTALRM, _too_slow)
        caches = lru_caches()
        seconds = {}
        for index, item in enumerate(self.items):
            for cache in caches:
                cache.cache_clear()
            self.reach.test, started = index, time.process_time()
            self.reach.begin()
            signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
            passed = self.passes(item)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self.reach.end()
            if passed:
                seconds[index] = time.process_time() - started
        out.write_bytes(pickle.dumps((dict(self.reach.lines), seconds)))
        return 0

    def passes(self, item: pytest.Item) -> bool:
        """Return whether a test passes."""
        self.failed = False
        item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        return not self.failed

    def all_pass(self, tests: Iterable[int]) -> bool:
        """Return whether all of some tests pass; the first failure ends it."""
        return all(self.passes(self.items[index]) for index in tests)

    def under(self, place: str) -> set[int]:
        """Return the tests of a file or folder."""
        return {index for index in self.seconds if self.items[index].nodeid.startswith(place)}

    def ordered(self, tests: Iterable[int], own: str) -> list[int]:
        """Return tests with those of a file's own test file first, the slow last.

        They stop where they would take longer than the budget.
        """

        def place(index: int) -> tuple[bool, bool, float]:
            elsewhere = not self.items[index].nodeid.startswith(own)
            return self.seconds[index] > 1, elsewhere, self.seconds[index]

        found = sorted(tests, key=place)
        sums = accumulate(self.seconds[index] for index in found)
        return [index for index, total in zip(found, sums, strict=True) if total <= self.budget]


def _too_slow(*_: object) -> None:
    raise TimeoutError


Cache: TypeAlias = "_lru_cache_wrapper[object]"


def lru_caches() -> list[Cache]:
    """Return every cache of the program."""
    return [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, _lru_cache_wrapper)
        and str(getattr(thing, "__module__", "")).startswith("quiz.")
    ]
