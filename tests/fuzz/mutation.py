"""Changes to a quiz file that a stranger could make, drawn from a seed."""

import re
from collections.abc import Callable, Sequence
from random import Random

TOKENS: tuple[bytes, ...] = (
    *(b": ", b"- ", b"\n", b"  ", b"\t", b"'", b'"', b"[", b"]", b"{", b"}", b",", b"#", b"|\n"),
    *(b"&a ", b"*a", b"!x ", b">-\n", b"? ", b"---\n", b"...\n", b"%YAML 1.1\n", b"\\", b"<<: *a"),
    *(b"~", b"null", b"true", b"Yes", b"0", b"-1", b"1e999", b".nan", b"9" * 19, b"1:10", b"0x1"),
    *(b"2019-03-05", b"\r", b"\r\n", b"\0", b"\x1b[31m", b"\x7f", b"\xff", b"\xc3", b"\xc2\x9b"),
    *("\u202e\ufeff\u2028\u00a0\u0130\u212a\ufb01½٣漢👩‍⚕️e\u0301".encode(),),
    *(b'"\\e[2J"', b'"\\0"', b'"\\ud800"', b'"\\x9b"', b'"\\u202e"', b"a" * 3_000, b"- " * 30),
    *(b"___", b"____", b"(" * 300, b"." * 300, b"? " * 300, b"-" * 3_000 + b": x", b" " * 3_000),
    *(b"schema: 1\n", b"id: a\n", b"kind: choice", b"kind: cloze\n", b"kind: match\n"),
    *(b"kind: number\n", b"answer: 1\n", b"tolerance: 1e308\n", b"accept: [a]\n", b"reject: []\n"),
    *(b"evidence: []\n", b"claims: [C1]\n", b"group: a\n", b"forms: {pre: [a], post: [a]}\n"),
    *(b"waive: {x: y}\n", b"correct: true\n", b"shuffle: false\n", b"language: zh\n"),
)
"""What means something to YAML, to a terminal, or to a quiz."""
_WORD = re.compile(rb"[^\s,\[\]{}]+")

Change = Callable[[bytes, Random, Sequence[bytes]], bytes]


def mutated(data: bytes, rng: Random, others: Sequence[bytes] = ()) -> bytes:
    """Return bytes with a few changes; some take parts of other files in."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5))):
        data = rng.choice(_CHANGES)(data, rng, others)
    return data


def _byte(data: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + rng.randrange(2) :]


def _token(data: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(TOKENS) + data[at + rng.choice((0, 0, 1, 5)) :]


def _word(data: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    words = [*_WORD.finditer(data)]
    if not words:
        return data + rng.choice(TOKENS)
    start, end = rng.choice(words).span()
    return data[:start] + rng.choice(TOKENS) + data[end:]


def _value(data: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    """Put one word of the file in place of another."""
    words = [*_WORD.finditer(data)]
    if not words:
        return data
    (start, end), other = rng.choice(words).span(), rng.choice(words)[0]
    return data[:start] + other + data[end:]


def _lines(data: bytes, rng: Random, others: Sequence[bytes]) -> bytes:
    """Take lines out, or put lines of this or another file in."""
    lines, more = data.split(b"\n"), (rng.choice(others) if others else data).split(b"\n")
    at, count = rng.randrange(len(lines)), rng.choice((1, 1, 2, 5))
    start = rng.randrange(len(more))
    new = rng.choice(([], more[start : start + count]))
    lines[at : at + rng.choice((0, count))] = new
    return b"\n".join(lines)


def _indent(data: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    at = rng.randrange(len(lines))
    lines[at] = b" " * rng.randrange(8) + lines[at].lstrip()
    return b"\n".join(lines)


def _cut(data: bytes, rng: Random, _: Sequence[bytes]) -> bytes:
    start, end = sorted((rng.randrange(len(data) + 1), rng.randrange(len(data) + 1)))
    return rng.choice((data[:end], data[:start] + data[end:]))


_CHANGES: tuple[Change, ...] = (_byte, _token, _word, _value, _value, _lines, _lines, _indent, _cut)
