"""Lines out and lines in: the only place that writes to the terminal and reads from it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TextIO

from quiz.model.text import clean
from quiz.plain.lines import to_ascii, wrap

LONGEST = 2_000
"""A longer line is no answer."""
_MARKS = "✓✗◐▰▱“”…→·"


class EndOfInput(Exception):
    """There is nothing more to read."""


class Talk:
    """A conversation in lines."""

    def __init__(
        self, stdin: TextIO, stdout: TextIO, *, width: int = 80, interactive: bool = False
    ) -> None:
        self.width = width
        """The columns of a line."""
        self.interactive = interactive
        """Whether somebody sits before it, who can be asked to go on."""
        self._stdin = stdin
        self._stdout = stdout
        self._echo = not stdin.isatty()
        self._ascii = not _takes_marks(stdout)

    def say(self, lines: Iterable[str]) -> None:
        """Write lines, cleaned of what could move the cursor."""
        for line in lines:
            self._write(line)
            self._stdout.write("\n")

    def tell(self, *texts: str | None) -> None:
        """Write texts, wrapped to the width; nothing where there is none."""
        for text in texts:
            if text:
                self.say(wrap(text, self.width))

    def flush(self) -> None:
        """Show what was said, before something that takes its time."""
        self._stdout.flush()

    def ask(self, prompt: str = "> ") -> str:
        """Return the next line, cleaned and stripped.

        Raises:
            EndOfInput: there is none.
        """
        while True:
            self._write(prompt)
            self.flush()
            self._wait()
            line = self._stdin.readline(LONGEST + 1)
            if not line:
                self._write("\n")
                raise EndOfInput
            if len(line) <= LONGEST or line.endswith("\n"):
                break
            self._drop_the_rest()
            self.say([f"That line is too long: {LONGEST:,} characters are the most. Once more?"])
        text = clean(line.strip())
        if self._echo:
            self._write(text + "\n")
        return text

    def pause(self, prompt: str) -> None:
        """Wait until somebody who sits before it types Enter; anyone else goes on at once."""
        if self.interactive:
            self.say([""])
            self.ask(prompt)

    def agrees(self, question: str) -> bool:
        """Return whether the answer to a question is yes."""
        return self.ask(f"{question} (y or n) > ").casefold() in {"y", "yes"}

    def _wait(self) -> None:
        if self._stdin.isatty() and os.name == "posix":
            from quiz.plain.waiting import wait_for_line  # noqa: PLC0415  what is asked stands

            wait_for_line(self._stdin)

    def _write(self, text: str) -> None:
        cleaned = clean(text)
        self._stdout.write(to_ascii(cleaned) if self._ascii else cleaned)

    def _drop_the_rest(self) -> None:
        while (more := self._stdin.readline(LONGEST)) and not more.endswith("\n"):
            pass


def _takes_marks(stdout: TextIO) -> bool:
    try:
        _MARKS.encode(stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
