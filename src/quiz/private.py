"""Folders that are for their user alone."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, which nobody else can enter.

    Raises:
        OSError: it can't be made.
    """
    for place in (*reversed(folder.parents), folder):
        if place == folder or not place.exists():
            place.mkdir(mode=0o700, exist_ok=True)
