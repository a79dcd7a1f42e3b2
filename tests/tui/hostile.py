"""Texts that would drive a terminal or an application, put into every field of a quiz."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypeVar, cast

from quiz.check.context import QuizContext
from quiz.check.finding import Finding, Level
from quiz.check.inspection import Inspection
from quiz.check.report.checked import Checked
from quiz.model.passage import Passage
from quiz.model.problem import Problem
from quiz.model.quiz import Quiz
from quiz.model.span import Span
from quiz.service import Shelved

MARKUP = (
    "[red]x[/red]",
    "[@click=app.exit]x[/]",
    "[@click=app.bell()]y[/]",
    "[/",
    '[x="',
    "a[/b]c",
    "[A] and [1, 2]",
    "$primary \\[ ]",
)
"""What markup languages take for their own."""

CONTROLS = (
    "\x1b[77;77H",
    "\x1b[31;47;105m",
    "\x1b[2J",
    "\x1b]0;OWNED\x07",
    "\x1b]52;c;T1dORUQ=\x1b\\",
    "\x1b[?1337h",
    "\x1bc",
    "\x9b31;105m",
    "\x9d0;OWNED\x9c",
    "\x90q\x9c",
    "\x7f\x08\x07\x0b\x0c\x0e",
)
"""What terminals obey."""

UNSEEN = "\u202eabc\u202c\u2066def\u2069\u200e\u200f\u200b\u2060\ufeff\u00ad\u061c\U000e0041"
"""What changes the order of letters, or can't be seen."""

WIDE = "漢字かな交じり文 한국어 😀 👩‍⚕️ 👍🏽 🇨🇭 ❤️ สวัสดี नमस्ते שלום مرحبا e\u0301"
"""What is wider or narrower than its letters; harmless, and to be shown."""

HOSTILE = " ".join([*MARKUP, *CONTROLS, UNSEEN, WIDE])
"""All of it in one text."""

FORBIDDEN = frozenset("".join(CONTROLS) + UNSEEN) - frozenset(
    letter for letter in "".join(CONTROLS) + UNSEEN if letter.isprintable()
)
"""The characters of it that may not reach a terminal."""

HARMLESS = "".join(" " if letter in FORBIDDEN else letter for letter in HOSTILE)
"""The same without those."""

Value = TypeVar("Value")

KEPT = frozenset(
    {"id", "topic", "kind", "language", "evidence", "quote"}
    | {"pre", "post", "claims", "group", "as_of"}
)
"""Fields whose texts point to something, or that the terminal never sees."""


def poisoned(value: Value, text: str) -> Value:
    """Return a value with a text added to every text in it."""
    return cast("Value", _poisoned(value, text))


def _poisoned(value: object, text: str) -> object:
    if isinstance(value, Passage):
        return replace(
            value,
            title=f"{value.title} {text}",
            source=text,
            text=f"{value.text}\n\n{text}",
        )
    if is_dataclass(value) and not isinstance(value, type):
        found = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        return replace(
            value,
            **{
                name: _poisoned(inner, text)
                for name, inner in found.items()
                if name not in KEPT and inner is not None
            },
        )
    if isinstance(value, str) and not isinstance(value, Enum):
        return f"{value} {text}"
    if isinstance(value, tuple):
        return tuple(_poisoned(inner, text) for inner in value)
    if isinstance(value, dict):
        return {key: _poisoned(inner, text) for key, inner in value.items()}
    return value


def hostile_shelf(quiz: Quiz, text: str) -> tuple[Shelved, ...]:
    """Return a shelf with a quiz, and with one that can't be read, under such names."""
    name = text.replace("/", "")
    problem = Problem(f"{name}.yaml", 1, 1, text, f"what is wrong: {text}")
    return (
        Shelved(name, Path(f"{name}.yaml"), quiz),
        Shelved(name, Path(f"{name}.yaml"), None, (problem,)),
    )


def hostile_report(quiz: Quiz, text: str) -> Checked:
    """Return what is wrong and what is weak in a quiz, in such words."""
    problem = Problem(text, 1, 1, text, text)
    finding = Finding(
        *(text, Level.ERROR, text, ("questions", 0, "ask"), text, text),
        text=text,
        span=Span(0, 40),
    )
    return Checked(text, Inspection(QuizContext(quiz, date(2026, 11, 23)), (finding,)), (problem,))
