"""A quiz with every kind of question, and a way to take it in lines."""

import io
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from quiz.engine.session import Presented
from quiz.model.labels import Skill
from quiz.model.passage import Passage
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Blank, Note, Option, Pair, Rejected, Tempting
from quiz.model.quiz import Forms, Quiz
from quiz.plain.app import run
from quiz.plain.lines import Block, layout
from quiz.service import Service
from quiz.start import Start

COMMON: dict[str, Any] = {"topic": "sea", "skill": Skill.UNDERSTAND, "explain": "So it says."}


def laid_out(blocks: Iterable[Block], width: int = 80) -> list[str]:
    """Return blocks in lines."""
    return list(layout(blocks, width))


class Terminal(io.StringIO):
    """A stream that says to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def quiz() -> Quiz:
    """Return a quiz with a question of every kind, its id the kind's name."""
    return Quiz(
        schema=1,
        id="whales",
        title="Whales",
        topics={"sea": "Life in the sea", "air": "Breathing"},
        passage=Passage(
            title="How whales live",
            source="Written for this test",
            text="Whales live in the sea. They breathe air.\n\nMost dive for an hour.",
        ),
        know=(Note(text="Some dive longer.", as_of="2026-11", source="A book"),),
        forms=Forms(pre=("choice", "choices"), post=("number", "short")),
        questions=(
            Choice(
                id="choice",
                ask="Where do whales live?",
                evidence="Whales live in the sea.",
                hint="Think of water.",
                note=Note(text="All of them do.", as_of="2026-10", source="An atlas"),
                options=(
                    Option(text="In the sea", correct=True, why="It says so."),
                    Option(text="In lakes", why="Lakes are not named."),
                    Option(text="2019", why="That is a year."),
                ),
                **COMMON,
            ),
            Choices(
                id="choices",
                ask="What do whales do?",
                evidence=("Whales live in the sea.", "They breathe air."),
                options=(
                    Option(text="Live in the sea", correct=True),
                    Option(text="Breathe air", correct=True),
                    Option(text="Fly", why="Not stated."),
                ),
                **COMMON,
            ),
            Statement(
                id="statement",
                ask="Whales sing.",
                answer="not stated",
                why={"true": "It is not said.", "false": "It is not said."},
                **COMMON,
            ),
            Number(
                id="number",
                ask="How many hours do most dive?",
                evidence="Most dive for an hour.",
                answer=1,
                unit="hours",
                reject=(Rejected(text="2", why="Only some."),),
                **COMMON,
            ),
            Short(
                id="short",
                ask="What do they breathe?",
                evidence="They breathe air.",
                accept=("oxygen gas", "air"),
                reject=(Rejected(text="water", why="Fish do."),),
                **(COMMON | {"topic": "air"}),
            ),
            Cloze(
                id="cloze",
                ask="Fill in.",
                text="Whales ___ in the ___.",
                blanks=(Blank(accept=("live",)), Blank(accept=("sea",))),
                words=(Rejected(text="lake", why="Not said."),),
                evidence="Whales live in the sea.",
                **COMMON,
            ),
            Order(id="order", ask="In order?", items=("one", "two", "three"), **COMMON),
            Match(
                id="match",
                ask="What goes together?",
                pairs=(
                    Pair(left="Whales", right="Sea", why="Home."),
                    Pair(left="Bats", right="Air"),
                ),
                spare=Rejected(text="Fire", why="Nobody lives there."),
                **COMMON,
            ),
            Locate(
                id="locate",
                ask="Which sentence says how they breathe?",
                evidence="They breathe air.",
                reject=(Tempting(quote="Most dive for an hour.", why="That is diving."),),
                **COMMON,
            ),
            TeachBack(
                id="teach-back",
                ask="Explain how whales live.",
                checklist=("in the sea", "breathe air"),
                **COMMON,
            ),
        ),
    )


@pytest.fixture
def asked(quiz: Quiz) -> Callable[[str], Presented]:
    """Return what gives a question by its id, its parts shown last first."""

    def give(id_: str) -> Presented:
        question = quiz.by_id[id_]
        sizes = {"choice": 3, "choices": 3, "cloze": 3, "order": 3, "match": 3}
        if id_ == "statement":
            return Presented(question, (0, 1, 2))
        return Presented(question, tuple(reversed(range(sizes.get(id_, 0)))))

    return give


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """Return a service over an empty folder, on a day that doesn't pass."""
    at = datetime(2026, 11, 23, 12, tzinfo=UTC)
    service = Service(tmp_path / "data", now=lambda: at)
    yield service
    service.close()


Take = Callable[..., str]


@pytest.fixture
def take(service: Service) -> Take:
    """Return what types lines into the quiz, and gives back all that it wrote."""

    def run_with(start: Start, *lines: str, terminal: bool = False) -> str:
        stream = Terminal if terminal else io.StringIO
        stdin, stdout = stream("".join(f"{line}\n" for line in lines)), stream()
        assert run(service, start, stdin, stdout) == 0
        return stdout.getvalue()

    return run_with
