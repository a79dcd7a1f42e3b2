"""Pages, pieces of pages and errors as answers to requests."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from quiz.pages import page
from quiz.store.errors import StorageError

PACKAGE = "quiz.web"
NOT_SAVED = "Not saved yet: the class can't save anything now. Tell your teacher."
"""What a learner is told: why not may name the teacher's folders."""


def html(template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
    """Return what a template makes of values."""
    return HTMLResponse(page(PACKAGE, template, **values), status)


def is_piece(request: Request) -> bool:
    """Return whether a page that is there asks for a piece of it."""
    return "hx-request" in request.headers


def to(request: Request, path: str) -> Response:
    """Send the browser to another page."""
    if is_piece(request):
        return Response(headers={"HX-Redirect": path})
    return RedirectResponse(path, 303)


def same() -> Response:
    """Say that nothing has to change."""
    return Response(status_code=204)


async def error_page(request: Request, error: Exception) -> Response:
    """Say in words what went wrong."""
    status, said = _told(error)
    values = {
        "title": "Quiz",
        "said": said,
        "is_piece": is_piece(request),
    }
    answer = html("said.html" if is_piece(request) else "error.html", values, status)
    answer.headers.update(getattr(error, "headers", None) or {})
    return answer


def _told(error: Exception) -> tuple[int, str]:
    """Return the status that tells of an error, and words for it."""
    match error:
        case HTTPException(status_code=404):
            return 404, "There is no such page."
        case HTTPException():
            return error.status_code, error.detail
        case StorageError():
            return 503, f"{NOT_SAVED} Try again in a moment."
    return 500, "Something went wrong here."
