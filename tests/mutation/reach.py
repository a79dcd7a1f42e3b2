"""Which test reaches which line."""

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

ROOT = Path(__file__).parents[2]
IMPORT = -1
"""In the place of a test: what runs while modules are imported and tests are collected."""


class Reach:
    """The lines of some files, and the tests that reach them."""

    def __init__(self, files: Iterable[str]) -> None:
        self.files = {str(ROOT / file): file for file in files}
        self.lines: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
        """The numbers of the tests that reach a line of a file."""
        self.test = IMPORT
        """The number of the test that runs."""

    def begin(self) -> None:
        """Look from now on."""
        sys.settrace(self._entered)

    def end(self) -> None:
        """Look no more."""
        sys.settrace(None)

    def _entered(self, frame: FrameType, _event: str, _: object) -> Any:  # noqa: ANN401
        file = self.files.get(frame.f_code.co_filename)
        if file is None or frame.f_code.co_name == "<module>":
            return None
        lines, test = self.lines, self.test
        lines[file, frame.f_code.co_firstlineno].add(test)

        def line(frame: FrameType, event: str, _: object) -> Any:  # noqa: ANN401
            if event == "line":
                lines[file, frame.f_lineno].add(test)
            return line

        return line

    def of_line(self, file: str, line: int) -> set[int]:
        """Return the tests that reach a line."""
        return self.lines.get((file, line), set()) - {IMPORT}

    def of_code(self, file: str, code: CodeType) -> set[int]:
        """Return the tests that reach a function."""
        return set().union(*(self.of_line(file, line) for line in lines(code)))

    def of_file(self, file: str) -> set[int]:
        """Return the tests that reach a file."""
        return set().union(*(self.of_line(*place) for place in self.lines if place[0] == file))

    def at_import(self, file: str, code: CodeType) -> bool:
        """Return whether a function runs while modules are imported or tests collected."""
        return any(IMPORT in self.lines.get((file, line), ()) for line in lines(code))


def lines(code: CodeType) -> set[int]:
    """Return the lines of a function, and of those within it."""
    own = {line for _, _, line in code.co_lines() if line is not None}
    parts = (part for part in code.co_consts if isinstance(part, CodeType))
    return own.union({code.co_firstlineno}, *map(lines, parts))
