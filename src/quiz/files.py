"""Files written so that they are there whole or not at all, and whose they are."""

import os
import stat
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a file; until all of it is on disk, the one of that name stays as it was.

    Raises:
        OSError: it can't be written.
    """
    draft = write_draft(path, data, mode)
    try:
        draft.replace(path)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(path.parent)


def write_draft(path: Path, data: bytes, mode: int = 0o666) -> Path:
    """Return a new hidden file beside a path that holds the data, all of it on disk.

    Nobody can know its name beforehand, and no link in its place is followed.

    Raises:
        OSError: it can't be written; then there is none.
    """
    draft = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(draft, flags, mode), "wb") as file:  # noqa: PTH123  a handle, not a path
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise
    return draft


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on disk, where its file system can do that."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def is_own(path: Path) -> bool:
    """Return whether a file or folder is the user's own, and nobody else can write there.

    A link is nobody's, and so is all where the system can't tell.

    Raises:
        OSError: there is none.
    """
    about = path.lstat()
    return (
        hasattr(os, "getuid")
        and about.st_uid == os.getuid()
        and not stat.S_ISLNK(about.st_mode)
        and not about.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
