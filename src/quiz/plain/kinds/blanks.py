"""One line for several blanks: what belongs in which."""

import re

from quiz.plain.kinds.reading import InvalidAnswer

_LOOSE_COMMA = r"(?<!\d),|,(?!\d)"
_SPACED_THOUSANDS = r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)"
_TWO_NUMBERS = r"\d\s+[+-]?\d"


def split(text: str, blanks: int) -> list[str]:
    """Return what a line gives for each of so many blanks, in order.

    A semicolon always parts two answers. Where there is none a comma does, but one between two
    digits is part of a number; and where there is no such comma either, a space does.

    Raises:
        InvalidAnswer: there are more or fewer, or the line can be read in another way, too.
    """
    if blanks == 1:
        return [text]
    if ";" in text:
        return _as_many(_stripped(text.split(";")), blanks)
    by_commas = _stripped(re.split(_LOOSE_COMMA, text))
    found = _as_many(by_commas if len(by_commas) > 1 else text.split(), blanks)
    other = _stripped(text.split(","))
    if len(other) == blanks and other != found and all(map(_is_one, other)):
        ways = f"{'; '.join(found)} or {'; '.join(other)}"
        raise InvalidAnswer(f"Do you mean {ways}? Type it so, with a semicolon.")
    parted_by_space = len(by_commas) == 1
    if not all(map(_is_one, found)) or (parted_by_space and re.search(_SPACED_THOUSANDS, text)):
        raise InvalidAnswer(f"Where does each answer end? {_HOW}")
    return found


_HOW = "Put a semicolon between two answers, as in 2,5; 1 000."


def _as_many(found: list[str], blanks: int) -> list[str]:
    if len(found) != blanks:
        raise InvalidAnswer(f"There are {blanks} blanks. {_HOW}")
    return found


def _stripped(texts: list[str]) -> list[str]:
    return [text.strip() for text in texts]


def _is_one(text: str) -> bool:
    """Return whether a text is not two numbers side by side."""
    return not re.search(_TWO_NUMBERS, re.sub(_SPACED_THOUSANDS, "0", text))
