"""Which characters a text may hold."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands where a forbidden character stood."""

FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and newline; ESC moves the cursor
    "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # unseen, bidi
    "\ud800-\udfff\ufffe\uffff"  # lone surrogates and what is no character
    "\U000e0000-\U000e0fff"  # tags
    "]"
)
"""One character that no text may hold."""


def first_forbidden(text: str) -> tuple[int, str] | None:
    """Return the index and the name, as `U+001B`, of the first character no text may hold."""
    found = FORBIDDEN.search(text)
    return (found.start(), f"U+{ord(found[0]):04X}") if found else None


def clean(text: str) -> str:
    """Return the text with each forbidden character replaced by U+FFFD."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """Return the text cleaned and on one line: for titles, file names and error messages."""
    return " ".join(clean(text).split())
