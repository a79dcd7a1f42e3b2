"""The text that bytes are, in the encodings that people meet."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*[\"']?\s*"
    rb"(windows-125\d|iso-8859-\d{1,2}|macintosh|koi8-r|shift_jis|euc-jp|euc-kr|gb2312|gbk|big5)",
    re.IGNORECASE,
)
"""An encoding that a page or an XML file names; none that takes longer than its bytes are many."""
_LOOKED_AT = 2_000
_USUAL = "cp1252"
"""What older programs on Windows write."""


def decode(data: bytes) -> str:
    """Return the text of bytes, each line ended by a newline alone.

    By the mark at their beginning, else as UTF-8 where they are, else by what it says of
    itself, else as Windows does in the West; what is no letter there becomes U+FFFD.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    text = data.decode(encoding or _encoding(data), errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_guess(data: bytes) -> bool:
    """Return whether nothing says how bytes are to be read: special letters may be wrong."""
    return not data.startswith(tuple(mark for mark, _ in _MARKS)) and _encoding(data) == _USUAL


def _encoding(data: bytes) -> str:
    start = data[:_LOOKED_AT]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if start[::2].count(0) > len(start) // 4:
        return "utf-16-be"
    try:
        data.decode()
    except UnicodeDecodeError:
        named = _NAMED.search(start)
        return named[1].decode() if named else _USUAL
    return "utf-8"
