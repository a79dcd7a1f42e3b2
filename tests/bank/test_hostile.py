"""Bytes from strangers give a quiz or words, never a crash, and never a wait."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.bank import source
from quiz.bank.plain import DEPTH, EVENTS, parse
from quiz.bank.reader import read, read_bytes
from quiz.model.problem import Problem, UnreadableQuiz
from quiz.model.text import first_forbidden

GOOD = Path(__file__).parents[1] / "banks" / "good"
QUIZ = (GOOD / "choice.yaml").read_bytes()


def refused(data: bytes) -> str:
    """Return the words in which the bytes are refused."""
    with pytest.raises(UnreadableQuiz) as caught:
        read_bytes(data, "quiz.yaml")
    words = str(caught.value)
    for line in words.splitlines():
        assert re.match(r"quiz\.yaml:\d+:\d+: ", line)
    assert first_forbidden(words) is None
    return words


def problems(data: bytes) -> tuple[Problem, ...] | None:
    """Return what is wrong with the bytes, None where they are a quiz; no other way is allowed."""
    try:
        read_bytes(data, "quiz.yaml")
    except UnreadableQuiz as error:
        return error.problems
    return None


def attempt(data: bytes) -> None:
    """Read the bytes, which may be refused in words and in no other way."""
    found = problems(data)
    if found is not None:
        assert found
        assert all(problem.line > 0 and problem.column > 0 for problem in found)
        assert not any(first_forbidden(str(problem)) for problem in found)


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? ", "[{a: ", "- - ? ", "a:\n- "])
@pytest.mark.parametrize("levels", [25_000, 200_000])
def test_levels_without_end(opening: str, levels: int) -> None:
    refused((opening * levels).encode())


@pytest.mark.parametrize("levels", [25_000, 200_000])
def test_levels_that_are_closed(levels: int) -> None:
    assert "too many lists or keys within each other" in refused(b"[" * levels + b"]" * levels)


def test_levels_by_indentation() -> None:
    text = "".join(" " * level + "a:\n" for level in range(3_000))
    assert "too many lists or keys within each other" in refused(text.encode())


def test_the_deepest_that_is_read() -> None:
    assert parse("[" * DEPTH + "]" * DEPTH).whole
    assert not parse("[" * (DEPTH + 1) + "]" * (DEPTH + 1)).whole


def bombs() -> Iterator[tuple[str, str]]:
    aliases = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    aliases += [
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    yield "aliases", "\n".join(aliases)
    merges = ["a0: &a0 {x: 1}"] + [
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 24)
    ]
    yield "merge keys", "\n".join(merges)
    yield "recursion", "&a [*a]"
    yield "recursion in a key", "&a {*a : x}"
    yield "python object", "!!python/object/apply:os.system ['true']"
    yield "python name", "title: !!python/name:os.system"
    yield "long number", "version: " + "9" * 5_000
    yield "long float", "version: " + "9" * 5_000 + ".5e99"
    yield "long sexagesimal", "version: " + ":".join(["1"] * 300_000)
    yield "many keys", "\n".join(f"k{n}: x" for n in range(20_000))
    yield "the same key", "a: x\n" * 20_000
    yield "long key", "k" * 1_000_000 + ": x"
    yield "long quoted key", '"' + "k" * 1_000 + '": x'
    yield "long text", "title: " + "x" * 5_000_000
    yield "many documents", "---\n" * 100_000
    yield "tag directives", "%TAG ! tag:example.org:\n---\n!a {}"
    yield "comments", "#\n" * 1_000_000
    yield "lone surrogate", 'title: "\\ud800"'
    yield "surrogate pair", 'title: "\\ud83d\\ude00"'
    yield "beyond Unicode", 'title: "\\UFFFFFFFF"'
    yield "many values", "[" + "a," * (EVENTS // 2) + "]"
    yield "null byte escape", 'title: "\\0"'
    yield "no-break key", "\u00a0a: b"
    yield "quote over and over", "questions:\n" + "- {kind: choice}\n" * 5_000


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in bombs()])
def test_bombs(text: str) -> None:
    refused(text.encode())


def test_too_many_values() -> None:
    document = parse("[" + "a," * EVENTS + "]")
    assert not document.whole
    assert "too many values" in document.flaws[0].message


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfe" + "title: x".encode("utf-16-le"), "byte order mark"),
        ("title: x".encode("utf-16-be"), "zero byte"),
        (b"\xef\xbb\xbf" + QUIZ, "byte order mark"),
        ("a: caf\xe9".encode("latin-1"), "quiz.yaml:1:7: this is no UTF-8 text"),
        (b"a: b\nc: \xc0\x80", "quiz.yaml:2:4: this is no UTF-8 text"),
        (b"a: \xed\xa0\x80", "no UTF-8 text"),
        (b"a: b\n\0", "quiz.yaml:2:1: the file holds a zero byte"),
        (bytes(range(256)), "no UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n", "no UTF-8 text"),
    ],
)
def test_other_encodings(data: bytes, words: str) -> None:
    assert words in refused(data)


@pytest.mark.parametrize(
    "code",
    [
        *(*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x85, 0x9B),
        *(0xAD, 0x200B, 0x202E, 0x2028, 0x2066, 0xFEFF, 0xFFFE, 0xE0041),
    ],
)
def test_hidden_characters(code: int) -> None:
    raw = QUIZ.replace(b"Clean hands", f"Clean {chr(code)}hands".encode())
    escaped = QUIZ.replace(b"Clean hands", f'"Clean \\U{code:08x}hands"'.encode())
    if code:
        assert f"quiz.yaml:3:14: the hidden character U+{code:04X}" in refused(raw)
    else:
        assert "zero byte" in refused(raw)
    assert f"quiz.yaml:3:8: title: the text holds the hidden character U+{code:04X}" in refused(
        escaped
    )


def test_hidden_characters_in_comments_and_keys() -> None:
    assert "3:3: the hidden character U+202E" in refused(b"a: b\n\n# \xe2\x80\xae\n")
    assert "1:2: the hidden character U+001B" in refused(b"a\x1b: b\n")


def test_each_hidden_character_has_its_place() -> None:
    lines = refused(b"a: \x01\nb: x\x02\x03\n").splitlines()
    places = [line.split(": ")[0] for line in lines if "hidden" in line]
    assert places == ["quiz.yaml:1:4", "quiz.yaml:2:5", "quiz.yaml:2:6"]


def test_hidden_characters_are_told_up_to_a_number() -> None:
    assert refused(b"a: " + b"\x01" * 1_000_000).count("hidden") == 20


def test_truncated_anywhere() -> None:
    for path in GOOD.glob("*.yaml"):
        data = path.read_bytes()
        for end in range(0, len(data), 7):
            attempt(data[:end])


def test_any_byte_missing() -> None:
    for index in range(len(QUIZ)):
        attempt(QUIZ[:index] + QUIZ[index + 1 :])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200))
@example(b"")
@example(b"\xf0\x9f\x98\x80: &a [*a, !!x {}]")
def test_any_bytes(data: bytes) -> None:
    attempt(data)


PIECES = st.sampled_from(
    [
        ": ",
        "- ",
        "\n",
        "  ",
        "\t",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
        "#",
        "&a ",
        "*a",
        "!x ",
        "|\n",
        ">",
        "? ",
        "---\n",
        "%",
        "\\",
        "questions:\n",
        "kind: choice",
        "schema: 1\n",
        "true",
        "~",
        "1e9",
        "x",
        "\u202e",
        "<<: ",
    ]
)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_heap_of_yaml(text: str) -> None:
    attempt(text.encode())


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(QUIZ)), st.integers(0, 40), PIECES)
def test_any_edit_of_a_quiz(start: int, length: int, piece: str) -> None:
    attempt(QUIZ[:start] + piece.encode() + QUIZ[start + length :])


def refused_file(path: Path) -> str:
    with pytest.raises(UnreadableQuiz) as caught:
        read(path)
    assert len(caught.value.problems) == 1
    return caught.value.problems[0].message


def test_huge_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 1024**2)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("was read"))
    assert (
        refused_file(path)
        == "the file is too large (101 MB; at most 32): split it into several quizzes"
    )


def test_file_that_grows_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "grows.yaml"
    path.write_bytes(b"a" * 100)
    monkeypatch.setattr(source, "SIZE", 99)
    real = path.stat()
    small = os.stat_result([*real[:6], 0, *real[7:10]])
    monkeypatch.setattr(Path, "stat", lambda *_, **__: small)
    assert "too large" in refused_file(path)


def test_too_many_bytes() -> None:
    assert "too large" in refused(b"#" * (source.SIZE + 1))


def test_missing_file(tmp_path: Path) -> None:
    assert (
        refused_file(tmp_path / "no.yaml")
        == "there is no such file: check the spelling of its name"
    )


def test_folder(tmp_path: Path) -> None:
    assert refused_file(tmp_path) == "this is a folder: name a quiz file in it"


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.yaml"
    path.write_bytes(QUIZ)

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)  # root may read everything
    assert "not allowed to read" in refused_file(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    assert stat.S_ISFIFO(path.stat().st_mode)
    assert refused_file(path) == "this is no ordinary file: name a file that ends in .yaml"


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b", "\ud800"])
def test_names_that_no_file_has(name: str) -> None:
    assert refused_file(Path(name))


def test_a_link_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "loop.yaml"
    path.symlink_to(path)
    assert "the file can't be read" in refused_file(path)


@pytest.mark.parametrize("path", sorted(GOOD.glob("*.yaml")), ids=lambda path: path.stem)
def test_without_libyaml_the_data_are_the_same(path: Path) -> None:
    text = path.read_text()
    assert parse(text, yaml.BaseLoader).data == parse(text).data


@pytest.mark.parametrize(
    "path", sorted((GOOD.parent / "broken").glob("*.yaml")), ids=lambda path: path.stem
)
def test_without_libyaml_broken_text_is_refused_in_words(path: Path) -> None:
    text = path.read_text()
    document = parse(text, yaml.BaseLoader)
    assert document.whole == parse(text).whole
    assert all(flaw.message for flaw in document.flaws)
