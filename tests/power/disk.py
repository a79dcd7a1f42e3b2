"""A disk whose power can be cut: what is synced stays, of the rest anything may be lost or torn.

What is assumed is what journaling file systems give. The content of a file is on disk once the file
is synced. Names of files (made, renamed, linked, taken away) reach the disk in their order, and at
the latest when their folder is synced, or the file that was just made. Until then each sector of
each write may be there or not, in any order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from pathlib import Path
from random import Random

SECTOR = 512


@dataclass(frozen=True)
class Write:
    """Bytes into a file."""

    path: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    """A file made shorter or longer."""

    path: str
    size: int


@dataclass(frozen=True)
class Sync:
    """A file or a folder brought to the disk."""

    path: str


@dataclass(frozen=True)
class Name:
    """A name that is given or taken: `old` is None for a new file, `new` for one taken away."""

    old: str | None
    new: str | None
    keeps: bool = False
    """Whether the old name stays, as after a link."""


@dataclass(frozen=True)
class Said:
    """Words to the learner."""

    text: str


Event = Write | Truncate | Sync | Name | Said
"""What a program did to the disk, or said."""


class Cut(StrEnum):
    """What becomes of what was not synced."""

    LOST = "lost"
    KEPT = "kept"
    PREFIX = "kept up to a point"
    TORN = "kept or lost sector by sector"


@dataclass
class _File:
    data: bytearray = field(default_factory=bytearray)
    waiting: list[Write | Truncate] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.waiting:
            _apply(self.data, change)
        self.waiting.clear()


class Disk:
    """Files by their names, as a program sees them, and as they would be after a power cut."""

    def __init__(self) -> None:
        self._numbers = count()
        self._files: dict[int, _File] = {}
        self._seen: dict[str, int] = {}
        self._synced: dict[str, int] = {}
        self._waiting: list[tuple[Name, int]] = []

    def hold(self, path: str, data: bytes) -> None:
        """Let a file be there from the start."""
        number = next(self._numbers)
        self._files[number] = _File(bytearray(data))
        self._seen[path] = self._synced[path] = number

    def has(self, path: str) -> bool:
        """Return whether the program sees a file of that name."""
        return path in self._seen

    def take(self, event: Event) -> None:
        """Do what the program did."""
        match event:
            case Write(path) | Truncate(path):
                self._files[self._seen[path]].waiting.append(event)
            case Name():
                self._name(event)
            case Sync(path) if path in self._seen:
                self._files[self._seen[path]].sync()
                self._settle(lambda name: name.old is None and name.new == path)
            case Sync(path):
                self._settle(lambda name: path in {_folder(name.old), _folder(name.new)})

    def _name(self, name: Name) -> None:
        if name.old is None:
            number = next(self._numbers)
            self._files[number] = _File()
        else:
            number = self._seen[name.old]
        _rename(self._seen, name, number)
        self._waiting.append((name, number))

    def _settle(self, reached: Callable[[Name], bool]) -> None:
        """Bring names to the disk, up to the last that is reached: they keep their order."""
        last = max((n for n, (name, _) in enumerate(self._waiting) if reached(name)), default=-1)
        for name, number in self._waiting[: last + 1]:
            _rename(self._synced, name, number)
        del self._waiting[: last + 1]

    def after(self, cut: Cut, rng: Random) -> dict[str, bytes]:
        """Return the files that are there after the power was cut now."""
        names = dict(self._synced)
        some = {Cut.LOST: 0, Cut.KEPT: len(self._waiting)}
        for name, number in self._waiting[: some.get(cut, rng.randint(0, len(self._waiting)))]:
            _rename(names, name, number)
        return {path: _left(self._files[number], cut, rng) for path, number in names.items()}


def _folder(path: str | None) -> str | None:
    return str(Path(path).parent) if path else None


def _rename(names: dict[str, int], name: Name, number: int) -> None:
    if name.old and not name.keeps:
        names.pop(name.old, None)
    if name.new:
        names[name.new] = number


def _left(file: _File, cut: Cut, rng: Random) -> bytes:
    data = bytearray(file.data)
    waiting: Iterator[Write | Truncate] | list[Write | Truncate] = file.waiting
    if cut is Cut.LOST:
        waiting = []
    elif cut is Cut.PREFIX:
        waiting = file.waiting[: rng.randint(0, len(file.waiting))]
    elif cut is Cut.TORN:
        waiting = _torn(file.waiting, rng)
    for change in waiting:
        _apply(data, change)
    return bytes(data)


def _torn(changes: list[Write | Truncate], rng: Random) -> Iterator[Write | Truncate]:
    """Yield some of the changes, of each write some sectors."""
    for change in changes:
        if isinstance(change, Truncate):
            if rng.random() < 0.5:
                yield change
            continue
        start, end = change.offset, change.offset + len(change.data)
        for sector in range(start // SECTOR, -(-end // SECTOR)):
            first, last = max(start, sector * SECTOR), min(end, (sector + 1) * SECTOR)
            if rng.random() < 0.5:
                yield Write(change.path, first, change.data[first - start : last - start])


def _apply(data: bytearray, change: Write | Truncate) -> None:
    if isinstance(change, Truncate):
        del data[change.size :]
        data.extend(bytes(change.size - len(data)))
        return
    end = change.offset + len(change.data)
    data.extend(bytes(max(end - len(data), 0)))
    data[change.offset : end] = change.data
