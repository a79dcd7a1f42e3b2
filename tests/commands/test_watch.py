"""A file is checked again whenever it is saved."""

import io
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.commands import watching
from quiz.commands.output import UNREADABLE, USAGE
from quiz.commands.watching import GONE, watch
from tests.check.build import text
from tests.commands.conftest import Run
from tests.support.terminal import CTRL_C, QUIZ, Terminal

Step = Callable[[], object]


class Window(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return that it is."""
        return True


def watched(path: Path, *steps: Step, out: io.StringIO | None = None) -> str:
    """Return what is written while one step is done after each look, and then none for a while."""
    out = out or io.StringIO()
    waits: Iterator[Step] = iter([*steps, *[lambda: None] * 3])

    def wait(seconds: float) -> None:
        assert 0.1 <= seconds <= 0.5
        step = next(waits, None)
        if step is None:
            raise KeyboardInterrupt
        step()

    def look() -> Iterator[str]:
        yield from f"It holds {path.read_text()}.".splitlines()

    with pytest.raises(KeyboardInterrupt):
        watch(path, look, out, wait)
    return out.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file."""
    path = tmp_path / "quiz.yaml"
    path.write_text("one")
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in a folder of two quizzes."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(text())
    monkeypatch.chdir(tmp_path)


def nothing() -> None:
    """Let a look go by."""


def saved(path: Path, words: str) -> Step:
    return lambda: path.write_text(words)


def renamed(path: Path, words: str) -> Step:
    """Return a step that saves a file as many editors do: another one takes its place."""

    def step() -> None:
        other = path.with_suffix(".tmp")
        other.write_text(words)
        other.replace(path)

    return step


def test_it_is_shown_once_and_again_after_each_save(path: Path) -> None:
    said = watched(path, nothing, saved(path, "three"), nothing, nothing, renamed(path, "four"))
    assert said == "It holds one.\nIt holds three.\nIt holds four.\n"


def test_a_save_that_leaves_size_and_words_is_one_too(path: Path) -> None:
    said = watched(path, lambda: os.utime(path, (1, 1)))
    assert said == "It holds one.\n" * 2


def test_a_file_that_is_being_written_is_let_be_until_it_stands(path: Path) -> None:
    said = watched(path, saved(path, ""), saved(path, "ha"), saved(path, "half"), nothing)
    assert said == "It holds one.\nIt holds half.\n"


def test_a_file_that_is_gone_for_a_moment_is_waited_for(path: Path) -> None:
    said = watched(path, path.unlink, nothing, nothing, saved(path, "back"))
    assert said == "It holds one.\nIt holds back.\n"


def test_a_file_that_stays_away_is_said_to_be_gone(path: Path) -> None:
    away = [path.unlink, *[nothing] * (2 * GONE), saved(path, "one")]
    first, gone, last = watched(path, *away).splitlines()
    assert gone == f"{path} is gone. Once it is there again, it is checked."
    assert first == last == "It holds one."


def test_on_a_terminal_it_takes_the_place_of_what_stood_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    said = watched(path, saved(path, "three"), out=Window())
    assert said.split(watching.CLEAR) == ["", "It holds one.\n", "It holds three.\n"]
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in watched(path, saved(path, "one"), out=Window())


@pytest.mark.parametrize("columns", [40, 80])
def test_on_a_terminal_the_first_lines_stay_in_sight(
    path: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("LINES", "10")
    path.write_text("\n".join(["\x1b[1m" + "x" * 70 + "\x1b[0m"] * 30))
    shown = watched(path, out=Window()).removeprefix(watching.CLEAR).splitlines()
    rows = sum(-(-len(re.sub(r"\x1b\[\d*m", "", line)) // columns) for line in shown[:-1])
    assert rows <= 8
    assert shown[0].startswith("It holds")
    assert re.match(r"… \d+ more\. To read all: ", shown[-1])
    assert len(shown[-1]) <= columns


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("", USAGE, "Name one file to watch"),
        ("one.yaml two.yaml", USAGE, "Name one file to watch"),
        (".", USAGE, "Name one file to watch"),
        ("one.yaml --format json", USAGE, "leave out --format and --html"),
        ("one.yaml --html x.html", USAGE, "leave out --format and --html"),
        ("none.yaml", UNREADABLE, "there is no such file"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cant_be_watched_is_said(run: Run, words: str, code: int, said: str) -> None:
    done = run("check", "--watch", *words.split())
    assert (done.code, said in done.err) == (code, True)


def test_at_a_terminal_each_save_shows_what_comes_next(tmp_path: Path) -> None:
    path = tmp_path / "quiz.yaml"
    path.write_text(text({"explain": "So."}, draft=True))
    window = Terminal(*QUIZ, "check", "--watch", str(path))
    window.wait_for("to do in 1 file")
    renamed(path, "schema: 9")()
    window.wait_for("1 file could not be read")
    window.wait_for("this version of the format is not known here")
    window.type(CTRL_C)
    window.child.wait()
    assert window.child.exitstatus == 130
    assert b"Traceback" not in window.output
