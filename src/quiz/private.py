"""Folders that are for their user alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import StrPath


def make_folder(folder: StrPath) -> None:
    """Make a folder, and those above it that are missing, which nobody else can enter.

    Raises:
        OSError: it can't be made.
    """
    from pathlib import Path  # noqa: PLC0415  only where something is written

    folder = Path(folder)
    for place in (*reversed(folder.parents), folder):
        if place == folder or not place.exists():
            place.mkdir(mode=0o700, exist_ok=True)
