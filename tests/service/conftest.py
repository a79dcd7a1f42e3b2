"""Services over a folder of their own, with a clock that the test moves."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quiz.model.quiz import Quiz
from quiz.service import Service
from tests.service import sample


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the time."""
        return self.time

    def move(self, **by: float) -> None:
        """Move the clock."""
        self.time += timedelta(**by)


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set the local clock to UTC, so that noon is noon everywhere."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


OpenService = Callable[[], Service]


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands at noon of 1 March 2026."""
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the data folder."""
    return tmp_path / "data"


@pytest.fixture
def open_service(folder: Path, clock: Clock) -> Iterator[OpenService]:
    """Return a way to open services over one folder, each as another program would."""
    services: list[Service] = []

    def open_one() -> Service:
        services.append(Service(folder, now=clock, seed=lambda: 7))
        return services[-1]

    yield open_one
    for service in services:
        service.close()


@pytest.fixture
def service(open_service: OpenService) -> Service:
    """Return a service over an empty folder."""
    return open_service()


@pytest.fixture
def quiz() -> Quiz:
    """Return a quiz of eight questions."""
    return sample.rivers()
