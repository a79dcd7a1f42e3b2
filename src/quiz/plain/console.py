"""Lines out and lines in: the only place that writes to the terminal and reads from it."""

import shutil
from collections.abc import Iterable
from select import select
from typing import TextIO

from quiz.engine.wording import FIRST_LINE_KEPT
from quiz.model.text import clean, clean_typed
from quiz.plain.lines import Block, layout, to_ascii

WIDEST = 100
"""Longer lines are hard to read."""
LONGEST = 2_000
"""A longer line is no answer."""
_PASTE_PAUSE = 0.02
"""Seconds between two lines of a paste, at the most."""
_MARKS = "✓✗◐“”…→·"


class EndOfInput(Exception):
    """There is nothing more to read."""


class Console:
    """Writes lines, as wide as reads well, and reads them."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        terminal = stdout.isatty()
        self.width = min(shutil.get_terminal_size().columns, WIDEST) if terminal else 80
        self.interactive = terminal and stdin.isatty()
        """Whether somebody sits before it, who can be asked to go on."""
        self._stdin = stdin
        self._stdout = stdout
        self._echo = not stdin.isatty()
        self._ended = False  # whether the input ended behind a line that was read
        self._ascii = not _takes_marks(stdout)

    def write(self, blocks: Iterable[Block]) -> None:
        """Write blocks in lines, cleaned of what could move the cursor."""
        for line in layout(blocks, self.width):
            self._write(f"{line}\n")

    def say(self, *texts: str | None) -> None:
        """Write texts; nothing where there is none."""
        self.write(filter(None, texts))

    def flush(self) -> None:
        """Show what was written, before something that takes its time."""
        self._stdout.flush()

    def ask(self, prompt: str = "> ", *, alone: bool = False) -> str:
        """Return the next line, cleaned and stripped.

        Of several lines that were pasted where one stands alone, the first one is kept.

        Raises:
            EndOfInput: there is none.
        """
        while True:
            ahead = alone and self._more_waits()
            self._write(prompt)
            self.flush()
            line = "" if self._ended else self._stdin.readline(LONGEST + 1)
            if not line:
                self._write("\n")
                raise EndOfInput
            if len(line) <= LONGEST or line.endswith("\n"):
                break
            self._drop_the_rest()
            self.write([f"That line is too long: {LONGEST:,} characters are the most. Once more?"])
        text = clean_typed(line.strip()).strip()
        if self._echo:
            self._write(text + "\n")
        if alone and not ahead and self._more_waits(_PASTE_PAUSE):
            self._drop_a_paste()
        return text

    def confirm(self, question: str) -> bool:
        """Return whether the answer to a question is yes."""
        return self.ask(f"{question} (y or n) > ").casefold() in {"y", "yes"}

    def _write(self, text: str) -> None:
        cleaned = clean(text)
        self._stdout.write(to_ascii(cleaned) if self._ascii else cleaned)

    def _drop_a_paste(self) -> None:
        while self._more_waits(_PASTE_PAUSE):
            if not self._stdin.readline(LONGEST):
                self._ended = True
                return
        self.say(FIRST_LINE_KEPT)

    def _more_waits(self, seconds: float = 0) -> bool:
        """Return whether a terminal has another line already, as it does within a paste."""
        if not self.interactive:
            return False
        try:
            return bool(select([self._stdin], [], [], seconds)[0])
        except (OSError, ValueError):  # Windows can't tell
            return False

    def _drop_the_rest(self) -> None:
        while (more := self._stdin.readline(LONGEST)) and not more.endswith("\n"):
            pass


def _takes_marks(stdout: TextIO) -> bool:
    try:
        _MARKS.encode(stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
