"""The files that a run works with, which have to stay as they are meanwhile."""

from tests.mutation.reach import ROOT


class Changed(Exception):
    """A file was changed: tests of one state may fail on another for no fault of theirs."""


class Tree:
    """The files of the program and its tests as they are at one moment."""

    def __init__(self) -> None:
        self.seen = _seen()

    def stays(self) -> None:
        """Do nothing as long as no file has changed.

        Raises:
            Changed: one has.
        """
        if _seen() != self.seen:
            raise Changed


def _seen() -> dict[str, int]:
    """Return when each file was changed last."""
    paths = (path for part in ("src", "tests") for path in (ROOT / part).rglob("*.py"))
    return {str(path): path.stat().st_mtime_ns for path in paths}
