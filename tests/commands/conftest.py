"""What the tests of commands share: a way to run one."""

import io
from collections.abc import Callable
from typing import NamedTuple

import pytest

from quiz.cli import main
from quiz.service import Service
from quiz.start import Start


class Ran(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command on lines of input: gives back code, out and err."""

    def call(*argv: str, typed: str = "") -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        try:
            code = main(argv)
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return call


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Start]:
    """Return the list of what the quiz in lines is asked for, which then opens nothing."""
    starts: list[Start] = []

    def note(_service: Service, start: Start, *_streams: object) -> int:
        starts.append(start)
        return 0

    monkeypatch.setattr("quiz.plain.app.run", note)
    return starts
