"""The text of a file that another program wrote as text."""

from quiz.exchange.format import NotThatFormat

SIZE = 16 * 1024 * 1024
"""Bytes that such a file may have; 10,000 questions take less."""
LINES = 1_000_000
"""Lines that such a file may have."""
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAVE = "open it in a text editor and save it as UTF-8 text"


def text_of(data: bytes | str) -> str:
    """Return the text of a file, with every line ended by a newline alone.

    Raises:
        NotThatFormat: it is too long, or no text.
    """
    if len(data) > SIZE:
        raise NotThatFormat(f"the file has more than {SIZE // 1024**2} MB: split it into several")
    text = data.removeprefix("\ufeff") if isinstance(data, str) else _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise NotThatFormat(f"line {line}: a zero byte, so this is no text: {_SAVE}")
    if text.count("\n") > LINES:
        raise NotThatFormat(f"the file has more than {LINES:,} lines: split it into several")
    return text


def _decoded(data: bytes) -> str:
    mark, encoding = next((one for one in _MARKS if data.startswith(one[0])), (b"", "utf-8"))
    words = data[len(mark) :]
    try:
        return words.decode(encoding)
    except UnicodeDecodeError as error:
        line = words[: error.start].decode(encoding).count("\n") + 1
        raise NotThatFormat(f"line {line}: this is no {encoding.upper()} text: {_SAVE}") from None
