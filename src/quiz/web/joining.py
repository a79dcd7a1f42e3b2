"""The pages by which learners come into a class, and go on with another device."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from quiz.engine.class_code import typed_code
from quiz.engine.live_class import Phase
from quiz.model.notice import DISCLAIMER
from quiz.model.problem import QuizError
from quiz.model.seat import Seat
from quiz.service.live_class import LiveClass
from quiz.service.seats import TooManyTries
from quiz.web import cookies
from quiz.web.batch import Batch
from quiz.web.forms import first, form_of
from quiz.web.limits import Limit
from quiz.web.responses import html, to
from quiz.web.seat_page import quiz_lang

_OFTEN = "Too many try to join at once. Wait a moment, then try again."
_NO_SEAT = "No seat has that code. Look at your other device again."


@dataclass
class JoinPages:
    """What a browser without a seat is answered."""

    room: LiveClass
    secure: bool
    """Whether learners come by an encrypted way."""
    joins: Limit = field(default_factory=lambda: Limit(at_once=1_000, a_second=20))
    """How often anybody may join: all together, since a school may have one address."""
    tries: Limit = field(default_factory=lambda: Limit(at_once=60, a_second=1))
    """How often the code of the class may be wrong, all together."""
    takes: Limit = field(default_factory=lambda: Limit(at_once=100, a_second=2))
    """How often a seat may be taken up, all together: each time writes to the disk."""

    def __post_init__(self) -> None:
        """Let those who join at once be saved together."""
        self._joining: Batch[str | None, tuple[Seat, str] | QuizError] = Batch(self.room.join_all)

    def routes(self) -> Iterable[Route]:
        """Yield the addresses."""
        yield Route("/j/{code}", self.invited)
        yield Route("/join", self.join, methods=["POST"])
        yield Route("/take-up", self.take_up, methods=["POST"])
        yield Route("/leave", self.leave, methods=["POST"])
        yield Route("/check", self.check)

    async def invited(self, request: Request) -> Response:
        """Return the page to join, with the code of the class in it; or the seat's page."""
        if self.room.seat_of(cookies.token(request, cookies.SEAT)):
            return to(request, "/")
        return self.page(code=request.path_params["code"])

    def page(self, said: str | None = None, code: str = "", name: str = "") -> Response:
        """Return the page to join, with what was typed there."""
        quiz = self.room.quiz
        values = {
            "title": quiz.title,
            "quiz": quiz,
            "quiz_lang": quiz_lang(quiz.language),
            "names": self.room.settings.names,
            "over": self.room.state.phase is Phase.ENDED,
            "said": said,
            "code": code,
            "name": name,
            "DISCLAIMER": DISCLAIMER,
        }
        return html("join.html", values, HTTPStatus.UNPROCESSABLE_ENTITY if said else HTTPStatus.OK)

    async def join(self, request: Request) -> Response:
        """Take a seat."""
        form = await form_of(request)
        code, name = first(form, "code"), first(form, "name")
        now = time.monotonic()
        if not self.joins.allows(now):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, _OFTEN)
        if typed_code(code) != self.room.code:
            if not self.tries.allows(now):
                raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, _OFTEN)
            return self.page("That is another code. Look at the screen again.", code, name)
        joined = await self._joining.add(name or None)
        if isinstance(joined, QuizError):
            return self.page(str(joined), code, name)
        return self._seated(request, joined[1])

    async def take_up(self, request: Request) -> Response:
        """Go on with a seat on another device."""
        code = first(await form_of(request), "seat")
        if not self.takes.allows(time.monotonic()):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, _OFTEN)
        try:
            taken = self.room.take_up(code)
        except TooManyTries as error:
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, str(error)) from None
        return self._seated(request, taken[1]) if taken else self.page(_NO_SEAT)

    async def leave(self, request: Request) -> Response:
        """Forget the seat on this device; it stays in the class."""
        response = to(request, "/")
        response.delete_cookie(cookies.SEAT)
        return response

    async def check(self, _request: Request) -> Response:
        """Say that a browser has reached the class."""
        return PlainTextResponse("You have reached the class.\n")

    def _seated(self, request: Request, token: str) -> Response:
        return cookies.give(to(request, "/"), cookies.SEAT, token, secure=self.secure)
