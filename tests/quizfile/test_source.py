"""The bytes of a quiz file, and which of them are a text."""

import os
from pathlib import Path

import pytest

from quiz.model.problem import UnreadableQuiz
from quiz.quizfile import source
from quiz.quizfile.source import contents, decode


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that is as large as a file may be."""
    monkeypatch.setattr(source, "SIZE", 100)
    path = tmp_path / "quiz.yaml"
    path.write_bytes(b"a" * 100)
    return path


def refused(path: Path) -> str:
    """Return why a file is not read."""
    with pytest.raises(UnreadableQuiz) as caught:
        contents(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (1, 1)
    return problem.message


def test_the_largest_file_is_read(file: Path) -> None:
    assert contents(file) == b"a" * 100
    assert decode(b"a" * 100, "a") == "a" * 100


def test_a_byte_more_is_refused_whether_the_file_says_so_or_grows(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"a" * 101)
    assert "too large" in refused(file)
    real = file.stat()
    small = os.stat_result([*real[:6], 0, *real[7:10]])
    monkeypatch.setattr(os, "stat", lambda *_, **__: small)
    assert "too large" in refused(file)
    with pytest.raises(UnreadableQuiz, match="too large"):
        decode(b"a" * 101, "a")


def test_how_large_a_file_is_is_said(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as huge:
        huge.truncate(100 * 1024**2)
    said = "the file is too large (101 MB; at most 32): split it into several quizzes"
    assert refused(tmp_path / "huge.yaml") == said


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda _: None, "there is no such file: check the spelling of its name"),
        (Path.mkdir, "this is a folder: name a quiz file in it"),
        (os.mkfifo, "this is no ordinary file: name a file that ends in .yaml"),
        (link_to_itself, "the file can't be read: Too many levels of symbolic links"),
    ],
)
def test_what_is_no_file(make: object, words: str, tmp_path: Path) -> None:
    assert callable(make)
    make(tmp_path / "quiz")
    assert refused(tmp_path / "quiz") == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a\0b", "its name is no file name"),
        ("\ud800", "its name is no file name"),
        ("a" * 5_000, "the file can't be read: File name too long"),
    ],
)
def test_a_name_that_no_file_can_have(name: str, words: str) -> None:
    assert words in refused(Path(name))


def test_a_file_without_permission(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)  # root may read everything
    assert refused(file) == "you are not allowed to read this file: check its permissions"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tea", []),
        ("\x07tea", [((1, 1), "U+0007")]),
        ("\n\x07tea", [((2, 1), "U+0007")]),
        ("tea\x1b\n\u202e cup\x07\n", [((1, 4), "U+001B"), ((2, 1), "U+202E"), ((2, 6), "U+0007")]),
    ],
)
def test_hidden_characters_are_told_with_their_places(
    text: str, found: list[tuple[tuple[int, int], str]]
) -> None:
    problems = source.hidden(text, "a")
    assert [((one.line, one.column), one.message.split()[3]) for one in problems] == found


@pytest.mark.parametrize(
    ("text", "place"), [("", (1, 1)), ("tea", (1, 4)), ("\n", (2, 1)), ("a\nb\n\nc", (4, 2))]
)
def test_the_end_of_a_text(text: str, place: tuple[int, int]) -> None:
    assert source.place(text, len(text)) == place
