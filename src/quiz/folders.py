"""The user's folders for this program."""

from __future__ import annotations

import os
import sys
from typing import Literal

_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "state": ("XDG_STATE_HOME", ".local/state"),
}


def of(kind: Literal["config", "data", "cache", "state"]) -> str:
    """Return the path of the folder of a kind, whether it exists or not.

    On Linux that is the rule of the XDG Base Directory Specification. platformdirs knows it too,
    and those of all other systems, but its import takes a third of Python's own start.
    """
    variable, below = _XDG[kind]
    home, said = os.environ.get("HOME", ""), os.environ.get(variable, "")
    if sys.platform == "linux" and home.startswith("/") and "ANDROID_ROOT" not in os.environ:
        return os.path.join(said if said.startswith("/") else os.path.join(home, below), "quiz")
    import platformdirs  # noqa: PLC0415  only elsewhere

    path: str = getattr(platformdirs, f"user_{kind}_dir")("quiz")
    return path
