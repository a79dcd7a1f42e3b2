"""The page of a learner who has a seat: to answer, and to read why."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from quiz.engine.live_class import Phase
from quiz.engine.live_view import SeatView
from quiz.engine.wording import count
from quiz.model.seat import Seat, Vote
from quiz.service.live_class import LiveClass, NotOpen
from quiz.store.errors import StorageError
from quiz.web import cookies
from quiz.web.batch import Batch
from quiz.web.changes import Changes
from quiz.web.forms import Form, first, form_of, is_place, number
from quiz.web.kinds import KINDS, NoAnswer
from quiz.web.limits import Limit
from quiz.web.responses import NOT_SAVED, html, is_piece, same, to
from quiz.web.seat_page import Focus, Typing, key_of, quiz_lang, seat_values
from quiz.web.seat_piece import explained_piece, seat_piece

_OFTEN = "That was very often. Wait a moment, then try again."
_GONE_ON = "The class has gone on. This is where it is now."
_OTHER_FORM = "This is no answer to the question. Load the page again."


@dataclass
class LearnerPages:
    """What a learner is answered."""

    room: LiveClass
    changes: Changes
    stranger: Callable[[], Response]
    """Returns the page for a browser without a seat."""
    sent: dict[int, Limit] = field(default_factory=dict)
    """How often each seat may send something."""

    def __post_init__(self) -> None:
        """Let answers that come at once be saved together."""
        self._saving: Batch[Vote, Vote | NotOpen] = Batch(self.room.save)

    def routes(self) -> Iterable[Route]:
        """Yield the addresses."""
        yield Route("/", self.page)
        yield Route("/q/{number:place}", self.page)
        yield Route("/page", self.piece)
        yield Route("/all", self.all)
        yield Route("/clock", self.clock)
        yield Route("/events", self.events)
        yield Route("/answer", self.answer, methods=["POST"])

    async def page(self, request: Request) -> Response:
        """Return the whole page of a seat; to a stranger that to join."""
        seat = self._seat(request)
        if seat is None:
            return self.stranger()
        wanted = request.path_params.get("number")
        view = self.room.view(seat, wanted and wanted - 1)
        where = f"?q={wanted}" if wanted else ""
        return _whole(view, None, "question", where)

    async def piece(self, request: Request) -> Response:
        """Return what is on the page now, if that is something else than there is."""
        seat = self._seat(request)
        if seat is None:
            return to(request, "/")
        wanted = request.query_params.get("q", "")
        view = self.room.view(seat, int(wanted) - 1 if is_place(wanted) else None)
        if request.query_params.getlist("at") == [key_of(view), view.name]:
            return same()
        return _shown(view, None, "question")

    async def all(self, request: Request) -> Response:
        """Return every question that is explained on one page, to print; once the class is over."""
        seat, state = self._seat(request), self.room.state
        if seat is None or state.phase is not Phase.ENDED:
            return to(request, "/")
        views = (self.room.view(seat, at) for at in range(state.opened))
        values = {
            "title": self.room.quiz.title,
            "quiz_lang": quiz_lang(self.room.quiz.language),
            "name": seat.name,
            "questions": [explained_piece(view) for view in views if view.explained],
        }
        return html("all.html", values)

    async def clock(self, request: Request) -> Response:
        """Return how much time is left."""
        return html("clock.html", {"view": self.room.view(self._needed(request)), "count": count})

    async def events(self, request: Request) -> ASGIApp:
        """Return the stream of versions."""
        seat = self._needed(request)
        return self.changes.versions(lambda: self.room.state.version, seat.id)

    async def answer(self, request: Request) -> Response:
        """Take an answer, and confirm it once it is on disk."""
        seat, form = self._needed(request), await form_of(request)
        if not self._limit(seat).allows(time.monotonic()):
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, _OFTEN)
        at = number(form, "position")
        view = self.room.view(seat, at)
        if (view.position, view.round) != (at, number(form, "round")) or view.question is None:
            return self._page_of(request, view, Typing(said=_GONE_ON), "said")
        typing, focus = await self._save(seat, view, form)
        if typing is None and not is_piece(request):
            return to(request, f"/q/{at + 1}")
        return self._page_of(request, self.room.view(seat, at), typing, focus)

    async def _save(self, seat: Seat, view: SeatView, form: Form) -> tuple[Typing | None, Focus]:
        """Save the answer in a form; return what is left in it where that can't be done."""
        assert view.question is not None  # noqa: S101  looked at before
        answer = None
        typing = partial(Typing, certainty=first(form, "certainty"))
        try:
            kind = KINDS[view.question.kind]
            answer = kind.read(form, view.question)
            if moved := kind.moved(form, answer):
                return typing(answer=answer, moved=moved), "moved"
            sure = number(form, "certainty") if view.asks_certainty else None
            saved = await self._saving.add(self.room.check(seat, view.position, answer, sure))
        except NoAnswer as error:
            return typing(answer=error.so_far, said=str(error)), "said"
        except NotOpen as error:
            return typing(answer=answer, said=str(error)), "said"
        except StorageError:
            return typing(answer=answer, said=f"{NOT_SAVED} Send it again in a moment."), "said"
        except (TypeError, ValueError):
            raise HTTPException(HTTPStatus.BAD_REQUEST, _OTHER_FORM) from None
        if isinstance(saved, NotOpen):
            return typing(answer=answer, said=str(saved)), "said"
        return None, "status"

    def _page_of(
        self, request: Request, view: SeatView, typing: Typing | None, focus: Focus
    ) -> Response:
        """Return the page, or what is on it."""
        if is_piece(request):
            return _shown(view, typing, focus)
        where = f"?q={view.position + 1}"
        return _whole(view, typing, focus, where)

    def _seat(self, request: Request) -> Seat | None:
        return self.room.seat_of(cookies.token(request, cookies.SEAT))

    def _needed(self, request: Request) -> Seat:
        seat = self._seat(request)
        if seat is None:
            raise HTTPException(HTTPStatus.FORBIDDEN, "Join the class first.")
        return seat

    def _limit(self, seat: Seat) -> Limit:
        return self.sent.setdefault(seat.id, Limit(at_once=40, a_second=3))


def _shown(view: SeatView, typing: Typing | None, focus: Focus) -> Response:
    return HTMLResponse(seat_piece(view, typing, focus))


def _whole(view: SeatView, typing: Typing | None, focus: Focus, where: str) -> Response:
    piece = seat_piece(view, typing, focus)
    return html(
        "learner.html", {**seat_values(view, typing, focus), "piece": piece, "where": where}
    )
