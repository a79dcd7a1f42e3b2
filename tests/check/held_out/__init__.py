"""Items, quizzes and passages that measure the rules, kept apart from those that made them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
WHOLE = sorted(FOLDER.glob("*.yaml"))
"""Whole quizzes, with what is weak and what is sound at the end of its line."""


class Case(NamedTuple):
    """What a rule is measured on."""

    rule: str
    """The rule."""
    weak: bool
    """Whether a careful editor would send it back."""
    text: str
    """The item, or the lines of a quiz or a passage; its first line for people."""


def cases() -> Iterator[Case]:
    """Yield the cases of all files but the whole quizzes."""
    for rule, weak, _, lines in _blocks("items.txt"):
        yield from (Case(rule, weak, line) for line in lines)
    for rule, weak, title, lines in _blocks("quizzes.txt"):
        yield Case(rule, weak, "\n".join([title, *lines]))
    for rule, weak, _, lines in _blocks("passages.txt"):
        yield Case(rule, weak, "\n".join(lines))


_HEAD = re.compile(r"\[(?P<rule>[a-z-]+) (?P<verdict>hit|pass)\] ?(?P<title>.*)")


def _blocks(name: str) -> list[tuple[str, bool, str, list[str]]]:
    blocks: list[tuple[str, bool, str, list[str]]] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        head = _HEAD.match(line)
        if head:
            blocks.append((head["rule"], head["verdict"] == "hit", head["title"], []))
        elif line and not line.startswith("#"):
            blocks[-1][-1].append(line)
    return blocks


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
