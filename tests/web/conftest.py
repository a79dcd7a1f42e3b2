"""Classes of the bees, served without a network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.service.live_class import LiveClass
from tests.service.conftest import Clock
from tests.service.live import begun, classes
from tests.web.browser import Class

OpenClass = Callable[..., Class]


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands until it is moved."""
    return Clock()


@pytest.fixture
def open_class(tmp_path: Path, clock: Clock) -> Iterator[OpenClass]:
    """Return a way to begin a class with some settings, after some steps."""
    rooms: list[LiveClass] = []

    def open_one(*steps: object, **settings: object) -> Class:
        room = begun(classes(tmp_path, clock), *steps, **settings)  # type: ignore[arg-type]
        rooms.append(room)
        return Class(room)

    yield open_one
    for room in rooms:
        room.close()
