"""What a program does to the files of a folder, and when it says something, as strace sees it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.power.disk import Event, Name, Said, Sync, Truncate, Write

CALLS = (
    "openat,creat,read,lseek,write,pwrite64,writev,pwritev,ftruncate,truncate,fallocate,fsync,"
    "fdatasync,rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat"
)
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)(?:<.*>)?(?: E\w+ .*)?$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPENED = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")


class CannotWatch(Exception):
    """There is no strace, or it may not watch."""


def record(
    command: Sequence[str], typed: str, folder: Path, log: Path, env: Mapping[str, str]
) -> list[Event]:
    """Run a program on lines of input; return what it did below a folder, and said, in order.

    Raises:
        CannotWatch: the machine doesn't allow it.
    """
    if not shutil.which("strace"):
        raise CannotWatch("strace is not installed")
    reader = _Reader(str(folder))
    strace = ["strace", "-y", "-xx", "-s", "99999999", "-e", f"trace={CALLS}", "-o", str(log)]
    done = subprocess.run(
        [*strace, *command],
        input=typed.encode(),
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )
    if b"ptrace" in done.stderr:
        raise CannotWatch("this process may not watch another")
    assert done.returncode == 0, done.stderr
    return [*reader.read(log.read_text().splitlines())]


def quiz(*argv: str) -> list[str]:
    """Return the command that runs the program."""
    return [sys.executable, "-m", "quiz", *argv]


class _Reader:
    """Follows the calls, and where in each file the next bytes go."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.places: dict[str, int] = {}
        self.known: set[str] = {str(path) for path in Path(folder).rglob("*")}

    def read(self, lines: Sequence[str]) -> Iterator[Event]:
        for line in lines:
            found = _LINE.match(line)
            if found and int(found[3]) >= 0:
                yield from self.call(found[1], found[2], int(found[3]))

    def call(self, name: str, told: str, result: int) -> Iterator[Event]:
        texts = [_bytes(text) for text in _TEXT.findall(told)]
        opened = _OPENED.match(told)
        path = _bytes(opened[2]).decode() if opened else ""
        if name in {"write", "writev"} and opened and opened[1] == "1":
            yield Said(b"".join(texts).decode(errors="replace"))
        elif name in {"openat", "creat"}:
            yield from self.open(texts[0].decode(errors="surrogateescape"), told, name)
        elif name.startswith(("rename", "unlink", "link")):
            yield from self.name(name, [text.decode(errors="replace") for text in texts])
        elif path.startswith(self.folder):
            yield from self.change(name, path, told, texts, result)

    def open(self, path: str, flags: str, name: str) -> Iterator[Event]:
        if not path.startswith(self.folder):
            return
        self.places[path] = 0
        if path not in self.known and ("O_CREAT" in flags or name == "creat"):
            self.known.add(path)
            yield Name(None, path)
        elif "O_TRUNC" in flags:
            yield Truncate(path, 0)

    def name(self, name: str, paths: list[str]) -> Iterator[Event]:
        if not all(path.startswith(self.folder) for path in paths):
            return
        if name.startswith("unlink"):
            self.known.discard(paths[0])
            yield Name(paths[0], None)
        else:
            keeps = name.startswith("link")
            self.known.add(paths[1])
            if not keeps:
                self.known.discard(paths[0])
            yield Name(paths[0], paths[1], keeps)

    def change(
        self, name: str, path: str, told: str, texts: list[bytes], result: int
    ) -> Iterator[Event]:
        match name:
            case "fsync" | "fdatasync":
                yield Sync(path)
            case "pwrite64" | "pwritev":
                yield Write(path, int(told.rsplit(", ", 1)[1]), b"".join(texts)[:result])
            case "write" | "writev":
                yield Write(path, self.places.get(path, 0), b"".join(texts)[:result])
                self.places[path] = self.places.get(path, 0) + result
            case "read":
                self.places[path] = self.places.get(path, 0) + result
            case "lseek":
                self.places[path] = result
            case "ftruncate":
                yield Truncate(path, int(told.rsplit(", ", 1)[1]))
            case _:
                assert name in {"mkdir", "mkdirat"}, name


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
