"""Bytes from strangers give a quiz or words, never a crash, and never a wait."""

import os
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.model.problem import UnreadableQuiz
from quiz.model.quiz import Quiz
from quiz.model.text import first_forbidden
from quiz.quizfile import yaml_parser
from quiz.quizfile.parsing import parse
from quiz.quizfile.reader import read_bytes
from quiz.quizfile.yaml_parser import DEPTH
from tests.fuzz.mutation import mutated
from tests.fuzz.oracle import look_over, take, verdict
from tests.quizfile.bombs import BOMBS

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests" / "quizzes" / "good"
FINDS = ROOT / "tests" / "fuzz" / "finds"
SMALL = b"""\
schema: 1
id: a
title: T
topics: {t: T}
passage: {title: P, source: S, text: Cats purr.}
questions:
- {id: q, kind: short, topic: t, skill: access, ask: Q?, evidence: Cats purr, accept: [purr],
   explain: E}
"""
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


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? ", "[{a: ", "- - ? ", "a:\n- "])
def test_levels_without_end(opening: str) -> None:
    refused((opening * 25_000).encode())


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000 + "]" * 200_000,
        "".join(" " * level + "a:\n" for level in range(3_000)),
        "[" * (DEPTH + 1) + "]" * (DEPTH + 1),
    ],
    ids=["closed", "indented", "one too many"],
)
def test_too_many_levels(text: str) -> None:
    assert "too many lists or keys within each other" in refused(text.encode())


def test_the_deepest_that_is_read() -> None:
    assert parse("[" * DEPTH + "]" * DEPTH).whole


@pytest.mark.skipif(os.name != "posix", reason="no limits to set here")
def test_bombs() -> None:
    """All are refused within limits that hold for them together, some times what they take."""
    command = [sys.executable, "-m", "tests.quizfile.bombs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    refusals = done.stdout.splitlines()
    assert [line.split(": ")[0] for line in refusals] == list(BOMBS)
    assert all(re.search(r": quiz\.yaml:\d+:\d+: \S", line) for line in refusals)
    assert not any(first_forbidden(line) for line in refusals)


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser, "EVENTS", 5_000)
    document = parse("questions: [" + "[a, b, c]," * 1_000 + "]")
    assert not document.whole
    assert "too many values" in document.problems[0].message


def test_too_many_questions() -> None:
    said = refused(SMALL.split(b"- {id")[0] + b"- {}\n" * 10_001)
    assert said == (
        "quiz.yaml:7:1: questions: a quiz has at most 10,000 questions, not 10,001: split it into "
        "several quizzes"
    )


def test_more_faults_than_anyone_reads() -> None:
    keys = "{" + ",".join(f"k{n}: 1" for n in range(100)) + "}"
    options = f"[{','.join([keys] * 100)}]"
    data = f"questions:\n- {{id: a, kind: choice, options: {options}}}".encode()
    said = [line for line in refused(data).splitlines() if "questions[0]" in line]
    assert len(said) == 1
    assert "questions[0]: more than 5,000 things are wrong in here" in said[0]


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
    ],
)
def test_other_encodings(data: bytes, words: str) -> None:
    assert words in refused(data)


@pytest.mark.parametrize(
    "code",
    [
        *(*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x85, 0x9B),
        *(0xAD, 0x200B, 0x202E, 0x2028, 0x2066, 0xFEFF, 0xFFFE, 0xE0041),
        *(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0xE000, 0xFDD0, 0x1FFFF, 0x10FFFD),
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


def test_hidden_characters_are_told_up_to_a_number() -> None:
    assert refused(b"a: " + b"\x01" * 1_000_000).count("hidden") == 20


def test_small_is_a_quiz() -> None:
    assert isinstance(verdict(SMALL), Quiz)


def test_every_byte_changed_to_one_with_a_meaning() -> None:
    """But for those within words, of which the first stands for the others."""
    for index in range(len(SMALL)):
        if SMALL[max(index - 2, 0) : index + 2].isalpha():
            continue
        for byte in b"\0\t\n !\"#%&'*,-:>?@[\\]`{|}~\x1b\x80\xc3":
            verdict(SMALL[:index] + bytes([byte]) + SMALL[index + 1 :])


def test_every_byte_left_out_or_said_twice() -> None:
    for index in range(len(SMALL)):
        verdict(SMALL[:index] + SMALL[index + 1 :])
        verdict(SMALL[: index + 1] + SMALL[index:])


def test_cut_off_at_every_byte() -> None:
    for index in range(len(SMALL)):
        assert not isinstance(verdict(SMALL[:index]), Quiz) or not SMALL[index:].strip(b"\n")


def test_many_changes() -> None:
    """What is a quiz for all that can be taken and checked."""
    rng, quizzes = Random(0), 0
    seeds = [path.read_bytes() for path in sorted(GOOD.glob("*.yaml"))]
    for _ in range(500):
        found = verdict(mutated(rng.choice(seeds), rng, seeds))
        if isinstance(found, Quiz):
            quizzes += 1
            take(found, rng)
            if quizzes % 10 == 0:
                look_over(found)
    assert quizzes > 25


@pytest.mark.parametrize("path", sorted(FINDS.glob("*.input")), ids=lambda path: path.stem)
def test_what_the_fuzzer_found(path: Path) -> None:
    found = verdict(path.read_bytes())
    if isinstance(found, Quiz):
        take(found, Random(1))
        look_over(found)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200))
@example(b"")
@example(b"\xf0\x9f\x98\x80: &a [*a, !!x {}]")
def test_any_bytes(data: bytes) -> None:
    verdict(data)


SIGNS = "\n\t'\"[]{},#>%\\~x\u202e"
WORDS = (": ", "- ", "  ", "&a ", "*a", "!x ", "|\n", "? ", "---\n", "<<: ", "questions:\n", "1e9")
PIECES = st.sampled_from([*SIGNS, *WORDS])


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_heap_of_yaml(text: str) -> None:
    verdict(text.encode())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(QUIZ)), st.integers(0, 40), PIECES)
def test_any_edit_of_a_quiz(start: int, length: int, piece: str) -> None:
    verdict(QUIZ[:start] + piece.encode() + QUIZ[start + length :])


@pytest.mark.parametrize("path", sorted(GOOD.glob("*.yaml")), ids=lambda path: path.stem)
def test_without_libyaml_the_data_are_the_same(path: Path) -> None:
    text = path.read_text()
    assert parse(text, loader=yaml.BaseLoader).data == parse(text).data


@pytest.mark.parametrize(
    "path", sorted((GOOD.parent / "broken").glob("*.yaml")), ids=lambda path: path.stem
)
def test_without_libyaml_broken_text_is_refused_in_words(path: Path) -> None:
    text = path.read_text()
    document = parse(text, loader=yaml.BaseLoader)
    assert document.whole == parse(text).whole
    assert all(problem.message for problem in document.problems)
