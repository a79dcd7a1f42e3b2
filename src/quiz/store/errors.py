"""What can go wrong on disk, in words."""

import errno
import sqlite3
from pathlib import Path

from quiz.model.problem import QuizError
from quiz.model.text import clean_line


class StorageError(QuizError):
    """The history can't be read or written now."""


class NewerFile(StorageError):
    """A newer program wrote the file."""


class EarlierFile(StorageError):
    """A program from before the first migration wrote the file."""


class ForeignFile(StorageError):
    """The file belongs to another program."""


class DamagedFile(StorageError):
    """The file is no whole database."""


_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_WORDS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "{path} can't be written in",
    sqlite3.SQLITE_CANTOPEN: "the file {path} can't be opened",
    sqlite3.SQLITE_PERM: "the file {path} can't be opened",
    sqlite3.SQLITE_AUTH: "the file {path} can't be opened",
    sqlite3.SQLITE_BUSY: "another program has locked {path}",
    sqlite3.SQLITE_LOCKED: "another program has locked {path}",
    sqlite3.SQLITE_IOERR: "the disk reports an error at {path}",
    **dict.fromkeys(_DAMAGE, "the file {path} is damaged"),
}
_OS_WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EROFS: "{folder} can't be written in",
    errno.EACCES: "{folder} can't be written in",
    errno.EPERM: "{folder} can't be written in",
    errno.ENOENT: "{folder} is not there",
    errno.ENOTDIR: "{folder} is not a folder",
    errno.EEXIST: "{folder} is not a folder",
}


def in_words(error: sqlite3.Error | OSError, path: Path) -> StorageError:
    """Return what an error says about the file at `path`, as a clause without a full stop."""
    kind = StorageError
    if isinstance(error, OSError):
        words = _OS_WORDS.get(error.errno or 0, f"{{path}} can't be used ({error.strerror})")
    else:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        words = _WORDS.get(code, f"the file {{path}} can't be used ({error})")
        kind = DamagedFile if code in _DAMAGE else StorageError
    named = words.replace("{path}", str(path)).replace("{folder}", str(path.parent))
    return kind(clean_line(named))
