"""What is on the page of a seat, without what is around it; what many see alike is made once."""

from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from quiz.engine.live_class import Phase
from quiz.engine.live_view import SeatView
from quiz.pages import page
from quiz.web.responses import PACKAGE
from quiz.web.seat_page import Focus, Typing, key_of, seat_values


def seat_piece(view: SeatView, typing: Typing | None, focus: Focus) -> Markup:
    """Return what is on the page of a seat: the question, and at the foot whose page it is."""
    is_own = typing or view.result or view.phase is Phase.LOBBY  # which greets by name
    alike = replace(view, name="", seat_code="")
    body = _body(view, typing, focus) if is_own else _made_once(alike, focus)
    return body + Markup(page(PACKAGE, "feet.html", view=view, key=key_of(view)))  # noqa: S704  escaped


@lru_cache(maxsize=128)
def _made_once(view: SeatView, focus: Focus) -> Markup:
    """Return the same for the same: seats that see the same differ in name and code alone."""
    return _body(view, None, focus)


def _body(view: SeatView, typing: Typing | None, focus: Focus) -> Markup:
    return Markup(page(PACKAGE, "seat.html", **seat_values(view, typing, focus)))  # noqa: S704  escaped
