"""What comes from a terminal: keys, the mouse, pastes, and bytes that are none of these."""

import os
from codecs import getincrementaldecoder
from itertools import chain
from select import select

from textual._xterm_parser import BRACKETED_PASTE_END, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

HUNG_UP = 129
"""The exit code after the terminal is gone, as after the signal of a hang-up."""
_TICK = 0.1
_SILENCE = 10
"""Ticks without a byte after which nothing more belongs to what came before."""


class TerminalDriver(LinuxDriver):
    """Reads on, whatever bytes come: https://github.com/Textualize/textual/issues/6456."""

    def run_input_thread(self) -> None:
        """Read until the application ends, or the program with its terminal.

        A byte that is no UTF-8 becomes U+FFFD, what can't be a key is dropped, and a paste whose
        end doesn't come ends with the silence after it.
        """
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser()
        silent = 0
        while not self.exit_event.is_set():
            if select([self.fileno], [], [], _TICK)[0]:
                text = decode(self._read())
                silent = 0
            else:
                silent += 1
                text = decode(b"", final=True) + BRACKETED_PASTE_END if silent == _SILENCE else ""
            try:
                for message in chain(parser.feed(text) if text else (), parser.tick()):
                    self.process_message(message)
            except Exception:  # a number that is no character, a size of nothing
                parser = XTermParser()

    def _read(self) -> bytes:
        """Return the bytes that are there; end where they never come again.

        The signal of a hang-up goes to the first program of a terminal, which need not hand it on:
        make does not. All answers are on disk.
        """
        try:
            found = os.read(self.fileno, 4096)
        except OSError:
            found = b""
        return found or os._exit(HUNG_UP)

    def process_message(self, message: Message) -> None:
        """Pass on what was read, but no size that isn't the terminal's."""
        if not isinstance(message, Resize) or message.size == (*os.get_terminal_size(self.fileno),):
            super().process_message(message)
