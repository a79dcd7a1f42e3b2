"""The page for a projector: the way in, the question and how many answered; never a name."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from quiz.engine.dates import source_of
from quiz.engine.wording import MARKS, count
from quiz.service.live_class import LiveClass
from quiz.web.address import ClassAddress
from quiz.web.changes import Changes
from quiz.web.kinds import asked
from quiz.web.passage import quotes
from quiz.web.responses import html, is_piece, same
from quiz.web.seat_page import quiz_lang


@dataclass
class ScreenPages:
    """What a projector is answered."""

    room: LiveClass
    changes: Changes
    address: ClassAddress
    """How learners reach the class."""
    version: Callable[[], str]
    """Returns what changes with each step and each count."""

    def routes(self) -> Iterable[Route]:
        """Yield the addresses."""
        yield Route("/screen", self.screen)
        yield Route("/screen/events", self.events)
        yield Route("/qr.svg", self.qr)

    async def screen(self, request: Request) -> Response:
        """Return the page, or what has changed on it."""
        values = self._values()
        if not is_piece(request):
            return html("screen.html", values)
        if request.query_params.get("at") == values["key"]:
            return same()
        return html("room.html", values)

    async def events(self, _request: Request) -> ASGIApp:
        """Return the stream of versions."""
        return self.changes.versions(self.version, "room")

    async def qr(self, _request: Request) -> Response:
        """Return the code that a phone's camera reads: the address with the code of the class."""
        return Response(self.address.svg(self.room.code), media_type="image/svg+xml")

    def _values(self) -> Mapping[str, Any]:
        view = self.room.room()
        return {
            "view": view,
            "key": self.version(),
            "title": view.title,
            "quiz_lang": quiz_lang(view.language),
            "address": self.address.learners,
            "count": count,
            "MARKS": MARKS,
            "quotes": quotes(view.passage, view.explained),
            **(asked(view.question) if view.question else {}),
            "source_of": source_of,
        }
