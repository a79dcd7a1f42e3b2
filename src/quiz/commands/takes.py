"""What is told of commands and of their arguments: argparse, or the short way."""

from __future__ import annotations

from typing import Any, Protocol


class Takes(Protocol):
    """What is told of arguments, as an `argparse.ArgumentParser` is."""

    def add_argument(self, *names: str, **how: Any) -> object:  # noqa: ANN401  argparse's own
        """Take an argument."""

    def add_argument_group(self, title: str) -> Takes:
        """Return what takes arguments that belong together."""

    def add_mutually_exclusive_group(self, *, required: bool = False) -> Takes:
        """Return what takes arguments of which one may be said."""


class Commands(Protocol):
    """What is told of commands."""

    def add(self, name: str, summary: str, text: str) -> Takes:
        """Return what takes the arguments of a command."""
