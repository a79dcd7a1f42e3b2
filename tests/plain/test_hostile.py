"""Texts that would do something to a terminal, in every field that one shows."""

import io
import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from quiz.engine.session import Mode
from quiz.model.question import Choice
from quiz.model.quiz import Quiz
from quiz.plain.app import run
from quiz.plain.home import listing
from quiz.service import Service, Shelved
from quiz.start import Start
from tests.plain.conftest import laid_out

HOSTILE = [
    '[/b] [bold red]x[/] [@click=app.screenshot]x[/] [x="',
    "\x1b[2J\x1b[31mred \x1b]0;title\x07 \x1b]52;c;aGk=\x07",
    "\x00\x07\x08\x0b\x0c\r\x7f \x84\x85\x9b31m \x9d0;t\x9c",
    "\u202egnp.exe \u2066x\u2069 \u200b\u200f\u2028\u2029 \ufeff \U000e0041",
    "x" * 10_000,
    "クジラは海に住む " * 40,
    "👩‍👩‍👧‍👦🏳️‍🌈 e\u0301" * 30,
    "\ud800 \udfff",
]
"""Lone surrogates come last: only a file name can bring them, the database takes none."""
ALLOWED = re.compile(
    "[^\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e0fff]*"
)
KEYS = {"id", "topic", "kind", "language", "group", "as_of", "text", "answer"}
"""What is not shown as it stands, or must stay as the blanks and quotes need it."""


def poisoned(value: Any, poison: str, name: str = "") -> Any:
    """Return a value with the poison behind each of its texts."""
    if name in KEYS or isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return f"{value} {poison}"
    if isinstance(value, tuple):
        return tuple(poisoned(item, poison) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        new = {f.name: poisoned(getattr(value, f.name), poison, f.name) for f in fields(value)}
        return replace(value, **new)
    if isinstance(value, dict):
        return {key: poisoned(item, poison) for key, item in value.items()}
    return value


@pytest.fixture(params=range(len(HOSTILE) - 1))
def hostile(request: pytest.FixtureRequest, quiz: Quiz) -> Quiz:
    poison = HOSTILE[request.param]
    whole = replace(
        quiz,
        title=f"{quiz.title} {poison}",
        topics={name: f"{words} {poison}" for name, words in quiz.topics.items()},
        passage=replace(
            quiz.passage, title=poison, source=poison, text=f"{quiz.passage.text} {poison}"
        ),
        know=tuple(poisoned(note, poison) for note in quiz.know),
        questions=tuple(poisoned(question, poison) for question in quiz.questions),
        forms=None,
    )
    first = quiz.questions[0]
    assert isinstance(first, Choice)
    options = tuple(poisoned(option, poison) for option in first.options)
    texts = tuple(replace(option, text=f"{option.text} {poison}") for option in options)
    return replace(whole, questions=(replace(first, options=texts), *whole.questions[1:]))


@pytest.mark.parametrize("mode", Mode)
def test_no_text_of_a_quiz_reaches_the_terminal_as_it_came(
    hostile: Quiz, mode: Mode, take: Callable[..., str]
) -> None:
    tries = ["p", "?p", "i", "?i", "1", "1 2", "1 2 3", "1a 2b", "a, b", HOSTILE[1], ""]
    said = take(Start(screen="play", quiz=hostile, mode=mode, seed=2), *tries * 12)
    assert ALLOWED.fullmatch(said.replace("\n", ""))
    assert "10 questions" in said


@pytest.mark.parametrize("name", [*HOSTILE[:4], HOSTILE[7], "a\nb"])
def test_no_file_name_either(name: str) -> None:
    shelved = Shelved(name, Path("x"), None)
    assert all(
        ALLOWED.fullmatch(line) and "\n" not in line for line in laid_out(listing([shelved], 0))
    )


def test_what_is_written_can_be_encoded(hostile: Quiz, service: Service) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8")
    run(service, Start(screen="play", quiz=hostile), io.StringIO("1\n?e\n"), out)
    out.flush()
    assert b"\x1b" not in raw.getvalue()
