"""Reading the form of a request: bounded in size, in number and in time."""

import asyncio
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from quiz.web.security import CLOSE, LARGEST

Form = Mapping[str, Sequence[str]]
"""The values of a form by the names of their fields."""
PATIENCE = 10.0
"""Seconds that a form may take to come in."""
MOST_FIELDS = 100
"""Fields that a form has at the most: an order of 20 items has 21."""


class _Place(IntegerConvertor):
    """A whole number in an address: of thousands of digits Python makes none."""

    regex = "[0-9]{1,5}"


register_url_convertor("place", _Place())


async def form_of(request: Request) -> Form:
    """Return the form that a request holds.

    Raises:
        HTTPException: it holds none, is too large, or comes too slowly.
    """
    data = b""
    try:
        async with asyncio.timeout(PATIENCE):
            async for chunk in request.stream():
                data += chunk
                if len(data) > LARGEST:
                    raise HTTPException(413, "This is too long. Make it shorter.", CLOSE)
    except (TimeoutError, ClientDisconnect):
        raise HTTPException(408, "This took too long. Try again.", CLOSE) from None
    try:
        text = data.decode("ascii")
        return parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="replace")
    except ValueError:
        raise HTTPException(400, "This form can't be read. Load the page again.") from None


def first(form: Form, name: str) -> str:
    """Return the first value of a field; empty where there is none."""
    return next(iter(form.get(name, ())), "")


def is_place(text: str) -> bool:
    """Return whether a text is a whole number of a sensible size."""
    return text.isascii() and text.isdecimal() and len(text) < 6


def number(form: Form, name: str) -> int:
    """Return the whole number in a field.

    Raises:
        HTTPException: there is none.
    """
    text = first(form, name)
    if not is_place(text):
        raise HTTPException(400, "This form can't be read. Load the page again.")
    return int(text)
