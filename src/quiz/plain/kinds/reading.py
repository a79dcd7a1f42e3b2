"""What all kinds share where lines are read and written."""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from string import ascii_lowercase

LETTERS = ascii_lowercase
"""The names of options on a sheet, and of right sides: there are never more than 21."""
EMPTY = "-"
"""What is typed for a blank, a box or a pair that was left empty on a sheet."""


class InvalidAnswer(Exception):
    """A line that can't be taken as an answer; says what to type instead."""


def numbered(texts: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Return texts with numbers from 1 before them."""
    return labelled(texts, map(str, count(1)))


def labelled(texts: Iterable[str], labels: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Return texts with labels before them."""
    return ((f"{label:>3}  ", text) for label, text in zip(labels, texts, strict=False))


def tokens(text: str) -> list[str]:
    """Return what stands between spaces, commas and semicolons."""
    return [token for token in re.split(r"[\s,;]+", text) if token]


def are_numbers(text: str, most: int) -> bool:
    """Return whether a line gives numbers from 1 to `most`, and nothing else."""
    known = set(map(str, range(1, most + 1)))
    return bool(tokens(text)) and known.issuperset(tokens(text))


def numbers(text: str, most: int) -> list[int]:
    """Return the different numbers of a line in the order typed.

    Raises:
        InvalidAnswer: one is not from 1 to `most`, or none at all.
    """
    if not are_numbers(text, most):
        raise InvalidAnswer(f"Type a number from 1 to {most}." if most > 1 else "Type 1.")
    return list(dict.fromkeys(map(int, tokens(text))))


def rows(text: str, shown: Sequence[str], *, ordered: bool = False) -> list[int] | None:
    """Return the rows, from 0, of which a line gives the numbers; None where it gives none.

    What is shown in rows may itself be a number: `row 3` is the third one, whatever it says.

    Raises:
        InvalidAnswer: the line could name other rows by what they say.
    """
    bare = re.sub(r"^rows? ?(?=\d)", "", text, flags=re.IGNORECASE)
    if not are_numbers(bare, len(shown)):
        return None
    found = [number - 1 for number in numbers(bare, len(shown))]
    texts = [folded(one) for one in shown]
    named = [texts.index(token) for token in _said(text, texts)]
    same = named == found or (not ordered and set(named) == set(found))
    if named and bare == text and not same:
        ways = [" ".join(str(row + 1) for row in each) for each in (found, named)]
        said = ["; ".join(shown[row] for row in each) for each in (found, named)]
        raise InvalidAnswer(
            f"Do you mean row {ways[0]} (“{said[0]}”) or row {ways[1]} (“{said[1]}”)? "
            f"Type row {ways[0]} or row {ways[1]}."
        )
    return found


def _said(text: str, texts: Sequence[str]) -> list[str]:
    """Return what a line says of some texts: one that it is as a whole, or those in it."""
    if folded(text) in texts:
        return [folded(text)]
    return tokens(text) if all(token in texts for token in tokens(text)) else []


def folded(text: str) -> str:
    """Return a text as words of the quiz are compared with what is typed."""
    return " ".join(text.casefold().split()).rstrip(".")


def copied(text: str, wanted: int, mark: str) -> list[str]:
    """Return so many marks off a sheet, as the pattern says or empty; none where they are unclear.

    They may be run together where that is clear.
    """
    pattern = rf"(?:{mark}|{EMPTY})"
    whole = tokens(text.lower())
    found = whole if len(whole) > 1 else re.findall(pattern, text.lower())
    clear = len(found) == wanted and all(re.fullmatch(pattern, token) for token in found)
    return found if clear else []
