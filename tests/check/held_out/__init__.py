"""Items, quizzes and passages that measure the rules, kept apart from those that made them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.check.items import Case, blocks, items

FOLDER = Path(__file__).parent
WHOLE = sorted(FOLDER.glob("*.yaml"))
"""Whole quizzes, with what is weak and what is sound at the end of its line."""


def cases() -> Iterator[Case]:
    """Yield the cases of all files but the whole quizzes."""
    yield from items(FOLDER / "items.txt")
    for rule, weak, title, lines in blocks(FOLDER / "quizzes.txt"):
        yield Case(rule, weak, "\n".join([title, *lines]))
    for rule, weak, _, lines in blocks(FOLDER / "passages.txt"):
        yield Case(rule, weak, "\n".join(lines))


class Label(NamedTuple):
    """What is said at the end of a line of a whole quiz."""

    rule: str
    """The rule that it is for."""
    line: int
    """The line, from 1."""
    weak: bool
    """Whether the rule should find something there."""


_LABEL = re.compile(r"# (?P<verdict>weak|sound): (?P<rules>[a-z-]+(?:, [a-z-]+)*)$")


def labels(text: str) -> Iterator[Label]:
    """Yield the labels of a whole quiz."""
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LABEL.search(line)
        for rule in found["rules"].split(", ") if found else ():
            yield Label(rule, number, found is not None and found["verdict"] == "weak")
