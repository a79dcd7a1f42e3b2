"""The pages of a class, put together."""

from collections.abc import Callable
from importlib.resources import files
from typing import NamedTuple

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from quiz.service.live_class import LiveClass
from quiz.store.errors import StorageError
from quiz.web.address import ClassAddress
from quiz.web.changes import Changes, Soon
from quiz.web.joining import JoinPages
from quiz.web.learner import LearnerPages
from quiz.web.responses import error_page
from quiz.web.screen import ScreenPages
from quiz.web.security import Guard
from quiz.web.teacher import TeacherPages

_A_MOMENT = 0.2
"""Seconds in which counts that change are told once."""

_STREAMS_OF_A_SEAT = 8
"""Streams of changes for one seat: a page on each device has one."""
_STREAMS_OF_THE_ROOM = 100
"""Streams of changes for all projectors together, which nobody has to join for."""


class Pages(NamedTuple):
    """The pages of a class, and what is to be called beside them."""

    app: ASGIApp
    look: Callable[[], None]
    """To be called now and then: time changes a class as well."""
    end: Callable[[], None]
    """To be called before the server ends: it ends the streams of changes."""


def make_app(room: LiveClass, address: ClassAddress) -> Pages:
    """Return the pages of a class."""
    versions, counts = Changes(_STREAMS_OF_A_SEAT), Changes(_STREAMS_OF_THE_ROOM)

    def version() -> str:
        view = room.room()
        return f"{view.version}.{view.joined}.{view.answered}"

    joining = JoinPages(room, address.secure)
    learner = LearnerPages(room, versions, joining.page)
    screen = ScreenPages(room, counts, address, version)
    teacher = TeacherPages(room, counts, address.token, address.secure, version)
    look = _telling(room, versions, counts)
    room.on_change.append(look)
    static = StaticFiles(directory=str(files("quiz.web") / "static"))
    app = Starlette(
        routes=[
            *learner.routes(),  # first, as these are asked most
            *joining.routes(),
            *screen.routes(),
            *teacher.routes(),
            Mount("/static", static),
        ],
        exception_handlers=dict.fromkeys((HTTPException, StorageError, Exception), error_page),
    )

    def end() -> None:
        versions.end()
        counts.end()

    return Pages(Guard(app, address.host), look, end)


def _telling(room: LiveClass, versions: Changes, counts: Changes) -> Callable[[], None]:
    """Return what tells learners of new versions alone: the counts change with every answer."""
    soon = Soon(counts.tell, _A_MOMENT)
    told = room.state.version

    def look() -> None:
        nonlocal told
        if (now := room.state.version) != told:
            told = now
            versions.tell()
        soon.ask()

    return look
