"""The text of a file that another program wrote as text."""

from quiz.exchange.format import NotThatFormat
from quiz.model.text import clean_typed

SIZE = 32 * 1024 * 1024
"""Bytes that such a file may have; 10,000 questions take less."""
LINES = 1_000_000
"""Lines that such a file may have."""
_SAVE = "open it in a text editor and save it as UTF-8 text"


def text_of(data: bytes | str) -> str:
    """Return the text of a file without hidden characters, each line ended by a newline alone.

    Raises:
        NotThatFormat: it is too long, or no text.
    """
    if len(data) > SIZE:
        raise NotThatFormat(f"the file has more than {SIZE // 1024**2} MB: split it into several")
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise NotThatFormat(f"line {line}: this is no UTF-8 text: {_SAVE}") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise NotThatFormat(f"line {line}: a zero byte, so this is no text: {_SAVE}")
    if text.count("\n") > LINES:
        raise NotThatFormat(f"the file has more than {LINES:,} lines: split it into several")
    return clean_typed(text)
