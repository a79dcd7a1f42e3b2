"""GIFT, the plain text format of Moodle, both ways."""

import re

from quiz.exchange.format import Format
from quiz.exchange.gift.reading import read
from quiz.exchange.gift.writing import HOLDS, write

__all__ = ["FORMAT", "read", "recognizes", "write"]

_GIFT = re.compile(
    r"^::[^:\n]+::|^\$CATEGORY:|\?\s*\{\s*\}\s*$"
    r"|\{\s*(?:[=~]|#\s*-?\d|(?:T|F|TRUE|FALSE)\s*[}#])",
    re.MULTILINE,
)


def recognizes(text: str) -> bool:
    """Return whether a text begins as a GIFT file does."""
    return bool(_GIFT.search(text))


FORMAT = Format(
    name="gift",
    title="GIFT",
    ending=".gift",
    recognizes=recognizes,
    read=read,
    write=write,
    holds=HOLDS,
)
