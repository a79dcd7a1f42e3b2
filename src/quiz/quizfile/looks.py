"""How a file looks from outside: enough to know it again without reading it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import StrPath

SETTLED = 3.0
"""Seconds after a change until no other one can bear the same time: file systems count in steps of
two seconds at the most."""


def look(path: StrPath) -> str | None:
    """Return what is another one whenever the file is written to, moved or replaced.

    None where that can't be told: the file was changed a moment ago or in the future, or can't be
    looked at, or its system does not tell when it was last changed. That time can't be set as one
    likes, unlike the one of the last writing.
    """
    if os.name != "posix":
        return None
    try:
        about = os.stat(path)
    except (OSError, ValueError):
        return None
    if not time.time() - about.st_ctime > SETTLED:
        return None
    seen = (about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
    return "-".join(f"{number:x}" for number in seen)
