"""Requests from other sites, too large, too slow, too many, or damaged; and who may lead."""

import asyncio
import socket

import pytest

from quiz.engine.live_class import Phase
from quiz.web import forms, server
from quiz.web.address import ClassAddress
from quiz.web.hosting import Hosting
from tests.service.live import OPENED, right
from tests.web.browser import HOME, TOKEN, answer, as_form, shown
from tests.web.conftest import OpenClass


async def test_every_answer_has_the_headers(
    open_class: OpenClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = open_class()
    browser = await of.learner()
    monkeypatch.setattr(of.room, "room", None)  # a fault of the program
    paths = {"/": 200, "/static/class.css": 200, "/nowhere": 404, "/screen": 500}
    for path, status in paths.items():
        response = await browser.get(path)
        assert response.status_code == status
        headers = response.headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] in {"no-store", "no-cache"}


async def test_the_cookie_is_for_no_script_and_no_other_site(open_class: OpenClass) -> None:
    of = open_class()
    response = await of.browser().post("/join", data={"code": of.room.code})
    cookie = response.headers["set-cookie"].lower()
    assert {"httponly", "samesite=lax"} <= {part.strip() for part in cookie.split(";")}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"origin": HOME.rstrip("/")}, 303),
        ({"origin": "http://evil.test"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://["}, 403),
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
async def test_a_form_of_another_site_is_refused(
    open_class: OpenClass, headers: dict[str, str], status: int
) -> None:
    of = open_class(*OPENED)
    browser = await of.learner()
    fields = {"position": "0", "round": "1", **as_form(right(of.room))}
    response = await browser.post("/answer", data=fields, headers=headers)
    assert response.status_code == status
    answered = of.room.session_of(of.room.seats[0]).answered
    assert answered == (1 if status == 303 else 0)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"x" * 40_000, 413),
        (b"&".join([b"pick=0"] * 200), 400),
        (b"position=\xff&round=1", 400),
        (b"position=-1&round=1", 400),
        (b"position=99999&round=1", 200),
        (b"", 400),
        (b"position=0&round=1&pick=%00%1b[2J", 200),
        (b"position=0&round=2&pick=0", 200),
    ],
)
async def test_a_damaged_form_is_told_in_words(
    open_class: OpenClass, body: bytes, status: int
) -> None:
    of = open_class(*OPENED)
    browser = await of.learner()
    kind = {"content-type": "application/x-www-form-urlencoded"}
    response = await browser.post("/answer", content=body, headers=kind)
    assert response.status_code == status
    assert shown(response) or response.text.strip()
    assert of.room.session_of(of.room.seats[0]).answered == 0


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
async def test_other_methods_are_refused(open_class: OpenClass, method: str) -> None:
    response = await open_class().browser().request(method, "/")
    assert response.status_code == 405


async def test_a_seat_sends_only_so_often(open_class: OpenClass) -> None:
    of = open_class(*OPENED)
    one, other = await of.learner(), await of.learner()
    replies = [await answer(one, right(of.room)) for _ in range(60)]
    assert replies[0].status_code == 303
    assert replies[-1].status_code == 429
    assert (await answer(other, right(of.room))).status_code == 303


async def test_only_the_teacher_leads(open_class: OpenClass) -> None:
    of = open_class()
    learner, teacher = await of.learner(), await of.teacher()
    before = of.room.state
    step = {"step": "begin", "version": str(before.version)}
    assert (await learner.post("/teach", data=step)).status_code == 404
    assert (await learner.get("/teach/wrong")).status_code == 404
    assert of.room.state == before
    assert (await teacher.post("/teach", data=step)).status_code == 303
    assert of.room.state.phase is Phase.READING
    assert TOKEN not in (await teacher.get("/teach")).text


async def test_a_step_that_somebody_took_is_not_taken_twice(open_class: OpenClass) -> None:
    of = open_class()
    teacher = await of.teacher()
    step = {"step": "begin", "version": str(of.room.state.version)}
    await teacher.post("/teach", data=step)
    await teacher.post("/teach", data={"step": "open", "version": step["version"]})
    assert of.room.state.phase is Phase.READING


@pytest.mark.parametrize(
    "fields",
    [{}, {"step": "fly", "version": "0"}, {"hide": "x"}, {"seconds": "1e9"}, {"hide": "9"}],
)
async def test_a_button_that_is_not_there_does_nothing(
    open_class: OpenClass, fields: dict[str, str]
) -> None:
    of = open_class()
    teacher = await of.teacher()
    assert (await teacher.post("/teach", data=fields)).status_code == 400


async def test_half_open_and_slow_connections_are_closed(
    open_class: OpenClass, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(server, "PATIENCE", 0.2)
    monkeypatch.setattr(forms, "PATIENCE", 0.2)
    listening = server.listen("127.0.0.1", None)
    port = listening.getsockname()[1]
    address = ClassAddress(learners=f"http://127.0.0.1:{port}/", token=TOKEN)
    hosting = Hosting(open_class().room, address, listening, tmp_path / "results")  # type: ignore[operator]
    serving = asyncio.create_task(hosting.serve())
    await asyncio.sleep(0.1)
    for sent in (b"", b"GET / HTTP/1.1\r\nHost: x\r\n", b"\x16\x03\x01 no HTTP\r\n\r\n"):
        assert await _until_closed(port, sent) in {b"", b"HTTP/1.1 400 Bad Request"}
    slow = b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\ncode="
    assert await _until_closed(port, slow) == b"HTTP/1.1 408 Request Timeout"
    assert await _until_closed(port, b"GET /check HTTP/1.0\r\n\r\n") == b"HTTP/1.1 200 OK"
    hosting.stop()
    await serving
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=0.2)


async def _until_closed(port: int, sent: bytes) -> bytes:
    """Send something, and return the first line that comes back before the connection is closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    async with asyncio.timeout(5):
        found = await reader.readline()
    writer.close()
    return found.strip()
