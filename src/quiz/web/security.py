"""What every request and every answer has to keep to, before any page is asked."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 32_000
"""Bytes of a request's body: an explanation in own words has 4,000 characters at the most."""
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""What a browser is told with everything."""
CLOSE = {"Connection": "close"}
"""What is said to a browser whose form is not read to its end."""
_ADDED = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
_NO_STORE, _NO_CACHE = (b"cache-control", b"no-store"), (b"cache-control", b"no-cache")


class Guard:
    """Refuses what comes from another site or is too large, and adds the headers."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        self._app = app
        self._host = host
        """The host that learners open: a proxy's, where there is one."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = self._refused(scope)
        app = PlainTextResponse(refused[1], refused[0], CLOSE) if refused else self._app

        # What is static is asked for again, and sent only where it is new.
        cached = _NO_CACHE if scope["path"].startswith("/static/") else _NO_STORE

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_ADDED, cached]
            await send(message)

        await app(scope, receive, send_with_headers)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        """Return why a request is refused, as a status and in words."""
        headers = Headers(scope=scope)
        if scope["method"] in {"GET", "HEAD"}:
            return None
        if scope["method"] != "POST":
            return 405, "This can't be done here."
        if not self._is_own(headers):
            return 403, "This came from another site. Open the page of the class, and try again."
        length = headers.get("content-length", "")
        if not length.isdecimal():
            return 411, "Say how long this is."
        if int(length) > LARGEST:
            return 413, "This is too long. Make it shorter."
        return None

    def _is_own(self, headers: Headers) -> bool:
        """Return whether a form was sent from a page of the class."""
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site not in {"same-origin", "none"}:
            return False
        if origin is None:
            return True
        try:
            return urlsplit(origin).netloc in {headers.get("host"), self._host}
        except ValueError:  # no address at all
            return False
