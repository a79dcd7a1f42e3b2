"""The cookies of a class: none is read by a script, and none goes to another site."""

from starlette.requests import Request
from starlette.responses import Response

SEAT = "quiz-seat"
"""The token of a seat."""
TEACHER = "quiz-teacher"
"""The token of the teacher."""
_MONTH = 30 * 24 * 60 * 60


def give(response: Response, name: str, token: str, *, secure: bool) -> Response:
    """Return an answer that brings a token along; `secure` where it may only go encrypted.

    Lax: a learner comes back by a link in the chat of the class.
    """
    response.set_cookie(name, token, _MONTH, httponly=True, secure=secure, samesite="lax")
    return response


def token(request: Request, name: str) -> str:
    """Return the token that a browser sent; empty for none."""
    return request.cookies.get(name, "")
