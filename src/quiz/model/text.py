"""Which characters a text may hold."""

from __future__ import annotations

import re

_TAGS = "\U000e0000"  # the first of them: some count as printable
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands where a forbidden character stood."""

_FORBIDDEN = (
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and newline; ESC moves the cursor
    "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # unseen, bidi
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates and what is no character
    "\U000e0000-\U000e0fff"  # tags
    "]"
)


def forbidden() -> re.Pattern[str]:
    """Return the pattern of one character that no text may hold; it takes a while to compile."""
    import re  # noqa: PLC0415  most texts can be seen to be clean without it

    return re.compile(_FORBIDDEN)


def first_forbidden(text: str) -> tuple[int, str] | None:
    """Return the index and the name, as `U+001B`, of the first character no text may hold."""
    found = forbidden().search(text)
    return (found.start(), f"U+{ord(found[0]):04X}") if found else None


def clean(text: str) -> str:
    """Return the text with each forbidden character replaced by U+FFFD."""
    if text.isprintable() and (text.isascii() or max(text) < _TAGS):
        return text
    return forbidden().sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """Return the text cleaned and on one line: for titles, file names and error messages."""
    return " ".join(clean(text).split())
