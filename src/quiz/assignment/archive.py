"""A zip of results, as a learning platform gives it: read within bounds, never unpacked to disk.

What its directory says of sizes is not believed: of each entry no more is unpacked than there is
room for. Only the two ways of packing are read of which a part can be unpacked.
"""

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PureWindowsPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from quiz.assignment import file

LARGEST = 64 * 1024 * 1024
"""Bytes that a zip may have; those of all that is unpacked of it, too."""
MOST = 5_000
"""Entries that a zip may have."""
DEEPEST = 2
"""So many zips may stand in each other."""
_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")
_ENTRY = b"PK\x01\x02"  # each entry of a directory begins so
_ENCRYPTED = 0x1
_BROKEN = (
    *(BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError),
    *(ValueError, OverflowError, struct.error, zlib.error),
)
"""What zipfile raises where a zip is none, or not whole."""
_OTHERS = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")
_DAMAGED = "it is no zip, or is cut off or damaged"


def is_zip(name: str, begins: bytes, *, named: bool) -> bool:
    """Return whether a file is to be read as a zip: by its name, or as it begins if it was named.

    Documents of an office begin so, too: in a folder they are left alone.
    """
    return name.lower().endswith(".zip") or (named and begins.startswith(_BEGINS))


def is_other(name: str) -> bool:
    """Return whether a file is by its name an archive that is no zip."""
    return name.lower().endswith(_OTHERS)


@dataclass(slots=True)
class Room:
    """How many bytes may still be unpacked of a zip and those in it."""

    left: int = LARGEST

    def check(self) -> None:
        """Look whether there is room left.

        Raises:
            Unreadable: more was unpacked than there was room for.
        """
        if self.left < 0:
            raise file.Unreadable(f"the zip holds too much: {LARGEST:,} bytes are the most")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip."""

    name: str
    """Its path in the zip, as it stands there."""
    _zip: ZipFile
    _info: ZipInfo
    _room: Room

    def beginning(self) -> bytes:
        """Return its first bytes.

        Raises:
            Unreadable: it can't be unpacked, or is not to be.
        """
        return self._unpacked(file.HEAD)

    def contents(self, largest: int) -> bytes:
        """Return its bytes.

        Raises:
            Unreadable: it can't be unpacked, is not to be, or is larger than so many bytes.
        """
        data = b"" if self._info.file_size > largest else self._unpacked(largest + 1)
        if max(len(data), self._info.file_size) > largest:
            raise file.Unreadable(f"the file is too large: {largest:,} bytes are the most")
        return data

    def _unpacked(self, most: int) -> bytes:
        self._room.check()
        if reason := _why_not(self._info):
            raise file.Unreadable(reason)
        try:
            with self._zip.open(self._info) as packed:
                data = packed.read(min(most, self._room.left + 1))
        except _BROKEN:
            raise file.Unreadable("it can't be unpacked: the zip is damaged") from None
        self._room.left -= len(data)
        self._room.check()
        return data


def entries(data: bytes, room: Room) -> Iterator[Entry]:
    """Yield the files in a zip, without those that are hidden or that a system adds.

    Raises:
        Unreadable: the zip is damaged, or holds too many.
    """
    if data.count(_ENTRY) > MOST:  # before zipfile makes an object of each
        raise file.Unreadable(f"the zip holds too many files: {MOST:,} are the most")
    try:
        opened = ZipFile(BytesIO(data))
    except _BROKEN:
        raise file.Unreadable(_DAMAGED) from None
    with opened:
        for info in opened.infolist():
            if not (info.is_dir() or _is_hidden(info.filename)):
                yield Entry(info.filename, opened, info, room)


def _is_hidden(name: str) -> bool:
    parts = PureWindowsPath(name).parts
    return "__MACOSX" in parts or any(part.startswith(".") and part.strip(".") for part in parts)


def _why_not(info: ZipInfo) -> str | None:
    """Return why an entry is not to be read, as a clause."""
    path = PureWindowsPath(info.filename)  # which knows drives, and both slashes
    if path.anchor or ".." in path.parts:
        return "its name leads out of the zip"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link to another file, and was not followed"
    if info.flag_bits & _ENCRYPTED:
        return "it is locked with a password: unpack the zip, and name the folder"
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "it is packed in a way that is not read: unpack the zip, and name the folder"
    return None
