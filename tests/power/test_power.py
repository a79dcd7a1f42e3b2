"""The power goes at any moment: what was said to be kept is there, and every file can be used."""

from pathlib import Path
from random import Random

import pytest

from tests.power.disk import Cut, Disk, Event, Name, Sync, Truncate, Write
from tests.power.scenes import scenes
from tests.power.trace import CannotWatch

SHARE = 60
"""So many cuts of each scene, of some thousands that the script makes."""


def test_nothing_that_was_said_to_be_kept_is_lost(tmp_path: Path) -> None:
    try:
        recorded = [*scenes(tmp_path)]
    except CannotWatch as reason:
        pytest.skip(str(reason))
    assert len(recorded) == 4
    for scene in recorded:
        rng = Random(scene.name)
        for _ in range(SHARE):
            scene.cut(rng.choice(scene.points()), rng.choice(tuple(Cut)), rng)


def after(events: list[Event]) -> Disk:
    disk = Disk()
    disk.hold("/d/old", b"old")
    for event in events:
        disk.take(event)
    return disk


NEW: list[Event] = [Name(None, "/d/new"), Write("/d/new", 0, b"new")]


@pytest.mark.parametrize(
    ("events", "files"),
    [
        (NEW, {"/d/old": b"old"}),
        ([*NEW, Sync("/d/new")], {"/d/old": b"old", "/d/new": b"new"}),
        ([*NEW, Sync("/d")], {"/d/old": b"old", "/d/new": b""}),
        ([*NEW, Sync("/d/new"), Name("/d/new", "/d/old")], {"/d/old": b"old", "/d/new": b"new"}),
        ([*NEW, Sync("/d/new"), Name("/d/new", "/d/old"), Sync("/d")], {"/d/old": b"new"}),
        ([*NEW, Name("/d/new", "/d/old"), Sync("/d")], {"/d/old": b""}),
        ([Name("/d/old", None)], {"/d/old": b"old"}),
        ([Name("/d/old", None), Sync("/d")], {}),
        ([Write("/d/old", 3, b"er"), Sync("/d/old"), Truncate("/d/old", 1)], {"/d/old": b"older"}),
        ([Name("/d/old", "/d/two", keeps=True), Sync("/d")], {"/d/old": b"old", "/d/two": b"old"}),
    ],
)
def test_what_a_cut_leaves(events: list[Event], files: dict[str, bytes]) -> None:
    assert after(events).after(Cut.LOST, Random(1)) == files


def test_what_was_not_synced_may_be_there_and_may_be_torn() -> None:
    write = Write("/d/old", 0, b"x" * 2_000)
    kept = after([*NEW, write, Name("/d/old", "/d/moved")]).after(Cut.KEPT, Random(1))
    assert kept == {"/d/new": b"new", "/d/moved": b"x" * 2_000}
    torn = {after([write]).after(Cut.TORN, Random(seed))["/d/old"] for seed in range(30)}
    assert len(torn) > 5
    assert {byte for data in torn for byte in data} == set(b"oldx\0")
