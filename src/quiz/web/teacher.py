"""The teacher's page, for walking about with a phone: the same steps as in the terminal."""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from quiz.engine.live_class import Step
from quiz.engine.wording import MARKS, PHASES, STEPS, count
from quiz.model.class_settings import Pace
from quiz.model.problem import QuizError
from quiz.service.live_class import LiveClass
from quiz.store.errors import StorageError
from quiz.web import cookies
from quiz.web.changes import Changes
from quiz.web.forms import Form, form_of, is_place
from quiz.web.kinds import asked
from quiz.web.passage import quotes
from quiz.web.responses import html, is_piece, to
from quiz.web.seat_page import quiz_lang


@dataclass
class TeacherPages:
    """What the teacher's own browser is answered."""

    room: LiveClass
    changes: Changes
    token: str
    """What only the teacher knows; on no page of a learner."""
    secure: bool
    version: Callable[[], str]
    """Returns what changes with each step and each count."""

    def routes(self) -> Iterable[Route]:
        """Yield the addresses."""
        yield Route("/teach", self.page)
        yield Route("/teach/events", self.events)
        yield Route("/teach/learners/{id:place}", self.learner)
        yield Route("/teach/{token}", self.enter)
        yield Route("/teach", self.act, methods=["POST"])

    async def enter(self, request: Request) -> Response:
        """Let a browser in that has the token in its address, and take it out of that."""
        if not self._knows(request.path_params["token"]):
            raise HTTPException(404)
        return cookies.give(to(request, "/teach"), cookies.TEACHER, self.token, secure=self.secure)

    async def page(self, request: Request) -> Response:
        """Return the page, or what has changed on it."""
        self._needed(request)
        return html("class.html" if is_piece(request) else "teach.html", self._values(request))

    async def learner(self, request: Request) -> Response:
        """Return the page of one learner: to rename, to hide, to give more time."""
        self._needed(request)
        wanted = request.path_params["id"]
        seat = next((one for one in self.room.teacher().seats if one.id == wanted), None)
        if seat is None:
            raise HTTPException(404)
        timed = self.room.settings.seconds is not None
        return html(
            "one_learner.html", {"count": count, "title": seat.shown, "seat": seat, "timed": timed}
        )

    async def events(self, request: Request) -> ASGIApp:
        """Return the stream of versions."""
        self._needed(request)
        return self.changes.versions(self.version, "teacher")

    async def act(self, request: Request) -> Response:
        """Do what a button says."""
        self._needed(request)
        form = await form_of(request)
        try:
            self._do(form)
        except (KeyError, ValueError):
            raise HTTPException(400, "This button is not known. Load the page again.") from None
        except QuizError as error:
            status = 503 if isinstance(error, StorageError) else 422
            raise HTTPException(status, str(error)) from error
        if not is_piece(request):
            return to(request, f"/teach{_where(request)}")
        return html("class.html", self._values(request))

    def _do(self, form: Form) -> None:
        """Do what a form says.

        Raises:
            QuizError: it can't be done now.
            ValueError: it says nothing that can be done.
        """
        values = {name: value[0] for name, value in form.items()}
        match values:
            case {"step": step, "version": version}:
                if int(version) == self.room.state.version:  # else somebody was faster
                    self.room.step(Step(step))
            case {"pause": _}:
                self.room.pause()
            case {"seconds": seconds, **rest}:
                seat = rest.get("seat")
                self.room.give_time(min(int(seconds), 3600), int(seat) if seat else None)
            case {"hide": seat}:
                self.room.hide(int(seat))
            case {"name": name, "seat": seat}:
                self.room.rename(int(seat), name)
            case _:
                raise ValueError("no such button")

    def _values(self, request: Request) -> Mapping[str, Any]:
        """Return what the templates of the class are given."""
        where, quiz = _where(request), self.room.quiz
        view = self.room.teacher(int(where[3:]) - 1 if where else None)
        return {
            "count": count,
            "view": view,
            "where": where,
            "own": view.pace is Pace.OWN,
            "title": view.title,
            "quiz_lang": quiz_lang(quiz.language),
            "quotes": quotes(quiz.passage, view.explained),
            "STEPS": STEPS,
            "PHASES": PHASES,
            "MARKS": MARKS,
            **(asked(view.question) if view.question else {}),
        }

    def _knows(self, token: str) -> bool:
        return secrets.compare_digest(_hash(token), _hash(self.token))

    def _needed(self, request: Request) -> None:
        if not self._knows(cookies.token(request, cookies.TEACHER)):
            raise HTTPException(404)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="replace")).digest()


def _where(request: Request) -> str:
    """Return which question a page is about, as the query of its address."""
    number = request.query_params.get("q", "")
    return f"?q={number}" if is_place(number) else ""
