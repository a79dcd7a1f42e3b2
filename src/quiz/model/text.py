"""Which characters a text may hold."""

import re
import shlex

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""What stands where a forbidden character stood."""

_UNSEEN = (
    "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # of no width, bidi
    "\u115f\u1160\u2800\u3164\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # blank as a letter
)
_HIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and newline; ESC moves the cursor
    f"{_UNSEEN}"
    "\ue000-\uf8ff"  # private use: each font shows another thing, or nothing
    "\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff"  # no characters, and format controls
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff"
    "\U00040000-\U0010ffff"  # planes of tags, of private use, and without a character
)
FORBIDDEN = re.compile(f"[\ud800-\udfff{_HIDDEN}]")
"""One character that no text may hold: lone surrogates, too."""
_JOINERS = "\u034f\u17b4\u17b5\u180b-\u180f\u200c\u200d\ufe00-\ufe0f"
_SPACES = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
VISIBLE = rf"^[\t\n{_SPACES}{_JOINERS}]*[^\t\n{_SPACES}{_JOINERS}{_HIDDEN}][^{_HIDDEN}]*$"
"""The pattern of a text that is not blank and hides nothing, written so that all engines read it
alike: what `\\s` means differs."""
ON_ONE_LINE = rf"^[{_SPACES}{_JOINERS}]*[^\t\n{_SPACES}{_JOINERS}{_HIDDEN}][^\t\n{_HIDDEN}]*$"
"""The same of a text on one line."""
_FOLDER = rf"[^./\\:\t\n{_SPACES}{_JOINERS}{_HIDDEN}][^/\\:\t\n{_HIDDEN}]*"
INNER_FOLDER = rf"^{_FOLDER}(/{_FOLDER})*/?$"
"""The pattern of a folder within another: names that begin with no dot, so that none leads out."""


def first_forbidden(text: str) -> tuple[int, str] | None:
    """Return the index and the name, as `U+001B`, of the first character no text may hold."""
    found = FORBIDDEN.search(text)
    return (found.start(), f"U+{ord(found[0]):04X}") if found else None


def without_joiners(text: str) -> str:
    """Return a text without what only changes how the characters beside it look."""
    return re.sub(f"[{_JOINERS}]", "", text)


def seen(text: str) -> str:
    """Return a text without the characters that nobody can see, such as a copied one may hold."""
    on_one_line = re.sub("[\u2028\u2029]", " ", text)
    return re.sub(f"[{_UNSEEN}\U000e0000-\U000e0fff]", "", on_one_line)


def clean_typed(text: str) -> str:
    """Return what was typed or pasted as it is kept: what can't be seen is gone, the rest clean."""
    return clean(seen(text))


def clean(text: str) -> str:
    """Return the text with each forbidden character replaced by U+FFFD."""
    return FORBIDDEN.sub(REPLACEMENT, text)


def clean_line(text: str) -> str:
    """Return the text cleaned and on one line: for titles, file names and error messages."""
    return " ".join(clean(text).split())


def as_argument(file: str) -> str:
    """Return the name of a file as it is typed behind a command, quoted where it has to be."""
    return shlex.quote(clean_line(file))
