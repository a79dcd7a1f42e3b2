"""What is on the page of a seat, without what is around it; what many see alike is made once."""

from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from quiz.engine.live_class import Phase
from quiz.engine.live_view import SeatView
from quiz.pages import page
from quiz.web.responses import PACKAGE
from quiz.web.seat_page import Focus, Typing, seat_values


def seat_piece(view: SeatView, typing: Typing | None, focus: Focus) -> Markup:
    """Return what is on the page of a seat: the question, and at the foot whose page it is."""
    foot = _foot(view.name, view.seat_code)
    if typing or view.result or view.phase is Phase.LOBBY:  # which greets by name
        return _body(view, typing, focus) + foot
    return _body_of_many(replace(view, name="", seat_code=""), focus) + foot


def explained_piece(view: SeatView) -> Markup:
    """Return a question with its explanation, as it stands among all others."""
    return Markup(page(PACKAGE, "one_of_all.html", **seat_values(view, None, "question")))  # noqa: S704  escaped


@lru_cache(maxsize=128)
def _body_of_many(view: SeatView, focus: Focus) -> Markup:
    return _body(view, None, focus)


def _body(view: SeatView, typing: Typing | None, focus: Focus) -> Markup:
    return Markup(page(PACKAGE, "seat.html", **seat_values(view, typing, focus)))  # noqa: S704  escaped


@lru_cache(maxsize=2048)
def _foot(name: str, seat_code: str) -> Markup:
    return Markup(page(PACKAGE, "feet.html", name=name, seat_code=seat_code))  # noqa: S704  escaped
