"""A mutant: a source with one small thing changed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """One small change of a source."""

    file: str
    """The file, from the top of the tree."""
    scope: str
    """The outermost function or method that holds the change; "" outside of functions."""
    where: str
    """The same, or outside of functions what is defined there."""
    line: int
    """The line of the change."""
    kind: str
    """What kind of change it is."""
    old: str
    """What stood there."""
    new: str
    """What stands there now."""
    start: int
    """Where the change begins, in bytes."""
    nth: int = 0
    """How many of the same name stand before it."""

    @property
    def module(self) -> str:
        """The module below `quiz`, as in `engine.typed`."""
        return self.file.removeprefix("src/quiz/").removesuffix(".py").replace("/", ".")

    @property
    def name(self) -> str:
        """What it is called in the list of survivors; the name outlives a move of the lines."""
        where = f"{self.module}.{self.where}" if self.where else self.module
        old, new = _short(self.old), _short(self.new)
        return f"{where}: {old} -> {new}" + (f" #{self.nth + 1}" if self.nth else "")

    def applied(self, source: str) -> str:
        """Return the source with the change in it."""
        raw = source.encode()
        end = self.start + len(self.old.encode())
        return (raw[: self.start] + self.new.encode() + raw[end:]).decode()


def _short(text: str) -> str:
    """Return a text on one line, the middle of a long one left out."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:40]} … {line[-15:]}"
