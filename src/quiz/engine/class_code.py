"""Codes that are read off a screen and typed: a class's, and a seat's."""

from collections.abc import Container
from random import Random

SIGNS = "CDFHJKLMNPQRTVWX23456789"
"""No vowels, so that no word comes out; of signs that look alike only one."""
CLASS_LENGTH = 6
"""Signs of a class's code: there are 191 million."""
SEAT_LENGTH = 6
"""Signs of a seat's code: of fewer, one that belongs to somebody could be found in a day."""
_ALIKE = str.maketrans("BGSZI1", "8652LL")


def new_code(length: int, taken: Container[str], rng: Random) -> str:
    """Return a code that is not taken."""
    while True:
        code = "".join(rng.choices(SIGNS, k=length))
        if code not in taken:
            return code


def typed_code(text: str) -> str:
    """Return a code as it was meant: case, spaces and hyphens aside, look-alikes put right."""
    return "".join(text.upper().replace("-", " ").split()).translate(_ALIKE)
