"""Names of learners in a class: made ones, own ones, and those on its list."""

import json
from collections.abc import Collection, Iterable
from functools import cache
from itertools import count, product
from pathlib import Path
from random import Random

from quiz.model.class_settings import Names
from quiz.model.problem import QuizError
from quiz.model.seat import LONGEST_OWN_NAME
from quiz.model.submission import folded, named


class NameTaken(QuizError):
    """A name of the list that somebody has."""


class NotOnList(QuizError):
    """A name that is not on the list of the class."""


@cache
def made_names() -> tuple[str, ...]:
    """Return every name of two words that can be drawn: nobody is mocked by one."""
    words = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return tuple(" ".join(pair) for pair in product(words["first"], words["second"]))


def name_for(
    way: Names, typed: str | None, taken: Collection[str], roster: Iterable[str], rng: Random
) -> str:
    """Return the name of a new learner; those that are taken are given folded.

    Raises:
        NoName: nothing was typed that can be a name.
        NotOnList: it is not on the list of the class.
        NameTaken: it is, and somebody has it.
    """
    if way is Names.MADE:
        return made_name(taken, rng)
    name = named(typed or "")
    return unique(name, taken) if way is Names.OWN else _listed(name, taken, roster)


def made_name(taken: Collection[str], rng: Random) -> str:
    """Return a name of two words; with a number where all are taken."""
    names = made_names()
    for _ in range(50):
        name = rng.choice(names)
        if folded(name) not in taken:
            return name
    return unique(name, taken)


def unique(name: str, taken: Collection[str]) -> str:
    """Return a name that is short enough; with a number where it is taken."""
    for number in count(1):
        behind = f" {number}" if number > 1 else ""
        found = name[: LONGEST_OWN_NAME - len(behind)].rstrip() + behind
        if folded(found) not in taken:
            return found
    raise AssertionError  # the numbers don't end


def _listed(name: str, taken: Collection[str], roster: Iterable[str]) -> str:
    found = next((one for one in roster if folded(one) == folded(name)), None)
    if found is None:
        raise NotOnList("This name is not on the list of the class. Type it as your teacher does.")
    if folded(found) in taken:
        raise NameTaken(
            "Somebody has joined under this name already. If that was you on another device, take "
            "your seat up by its code there. If not, ask your teacher."
        )
    return found
