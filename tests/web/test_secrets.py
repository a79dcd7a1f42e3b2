"""Nothing that is sent to a learner or a projector holds what is not shown yet."""

import asyncio
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.live_class import Phase, Step
from quiz.model.class_settings import ClassSettings, Explanations, Names, Pace
from quiz.quizfile.reader import read
from quiz.service.classes import Classes
from quiz.service.live_class import LiveClass
from tests.service.conftest import Clock
from tests.service.live import by_lot
from tests.support.files import BEES
from tests.web.browser import PIECE, TOKEN, Class, answer
from tests.web.conftest import OpenClass

QUIZ = read(BEES)
PATHS = (
    "/",
    "/page",
    "/clock",
    "/all",
    "/screen",
    "/check",
    "/qr.svg",
    "/q/2",
    "/q/9",
    "/teach",
    "/nowhere",
)


def texts(value: object) -> Iterable[str]:
    """Yield every text in plain data."""
    match value:
        case str() if type(value) is str:
            yield value
        case dict():
            yield from (text for part in value.values() for text in texts(part))
        case list() | tuple():
            yield from (text for part in value for text in texts(part))


def seen_before(room: LiveClass) -> str:
    """Return what may be seen before an answer, of all questions together."""
    quiz = room.quiz
    open_ = [*map(asdict, room.lesson.shown), *map(asdict, quiz.glossary)]
    return " ".join([*texts(open_), quiz.passage.text, quiz.title, quiz.passage.source])


def told_later(room: LiveClass, explained: Iterable[int]) -> set[str]:
    """Return what only explanations say, and the author's ids."""
    seen = seen_before(room)
    shown = {*texts([asdict(room.lesson.question(at)) for at in explained])}
    ids = {one.id for one in room.quiz.questions}
    every = {*texts([asdict(one) for one in room.quiz.questions])}
    return {text for text in (every - shown) | ids if len(text) > 3 and text not in seen}


async def everything(of: Class, browsers: Sequence[Any]) -> str:
    """Return every byte that is answered to learners and a projector, headers too."""
    sent = []
    for browser in browsers:
        for path in PATHS:
            for headers in ({}, PIECE):
                response = await browser.get(path, headers=headers)
                sent.append(f"{response.text}{json.dumps(dict(response.headers))}")
    return "\n".join(sent)


@settings(max_examples=12, deadline=None)
@given(
    st.sampled_from(Pace),
    st.sampled_from(Explanations),
    st.lists(st.sampled_from([step for step in Step if step is not Step.END]), max_size=12),
    st.integers(0, 10**6),
)
def test_no_byte_says_more_than_is_shown(
    pace: Pace, explanations: Explanations, steps: Sequence[Step], seed: int
) -> None:
    with TemporaryDirectory() as folder:
        chosen = ClassSettings(pace=pace, explanations=explanations, names=Names.OWN)
        room = Classes(Path(folder), now=Clock(), rng=Random(seed)).begin(
            QUIZ, BEES.read_text(encoding="utf-8"), chosen, seed=seed
        )
        asyncio.run(_look_at_all(Class(room), steps, Random(seed)))
        room.close()


async def _look_at_all(of: Class, steps: Sequence[Step], rng: Random) -> None:
    room = of.room
    stranger, zoe, ada = of.browser(), of.browser(), of.browser()
    for browser, name in ((zoe, "Zoë Ωmega"), (ada, "Ada Ψlon")):
        await browser.post("/join", data={"code": room.code, "name": name})
    for step in steps:
        room.step(step)
        if room.state.phase is Phase.OPEN:
            at = room.state.position
            replied = await answer(zoe, by_lot(room, at, rng), at, room.state.round)
            assert replied.status_code in {200, 303}
    explained = [at for at in range(room.state.of) if room.view(room.seats[0], at).explained]
    sent = await everything(of, (stranger, ada))
    mine = [at for at in explained if room.view(room.seats[1], at).explained]
    later = told_later(room, mine)
    assert not [text for text in later if text in sent]
    assert TOKEN not in sent
    assert "Zoë" not in sent
    assert room.seats[0].code not in sent


async def test_what_is_explained_is_there(open_class: OpenClass) -> None:
    of = open_class(Step.BEGIN, Step.OPEN, Step.CLOSE, Step.SHOW)
    sent = await everything(of, [await of.learner()])
    assert told_later(of.room, ()) - told_later(of.room, [0])
    assert of.room.lesson.question(0).explain in sent


@pytest.mark.parametrize("path", ["/", "/screen", "/page", "/events"])
async def test_the_token_of_a_seat_is_on_disk_as_its_hash_alone(
    open_class: OpenClass, tmp_path: Path, path: str
) -> None:
    of = open_class()
    browser = await of.learner()
    token = browser.cookies["quiz-seat"]
    files = [one.read_bytes() for one in tmp_path.rglob("*") if one.is_file()]
    assert files
    assert not any(token.encode() in data for data in files)
    if path != "/events":
        assert token not in (await browser.get(path)).text
