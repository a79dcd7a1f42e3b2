"""How well the rules do on questions of other people, which two readers have labelled.

python -m tests.check.outside ITEMS.jsonl FIRST.tsv SECOND.tsv     a table in Markdown
python -m tests.check.outside --wrong ITEMS.jsonl FIRST.tsv SECOND.tsv     and where it is wrong

An item is a line of JSON: {"id": "1", "stem": "...", "options": ["...", "..."], "key": 0}, the key
as an index from 0, a letter or null. A label is an id, a tab, and codes: those of CODES.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quiz.check.context import QuizContext
from quiz.check.rules import RULES
from quiz.model.labels import Skill
from quiz.model.passage import Passage
from quiz.model.proportion import wilson
from quiz.model.question import Choice
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz
from tests.check.build import TODAY

CODES = {
    "NONE": "none-of-the-above",
    "ALL": "all-of-the-above",
    "COMB": "option-combines-options",
    "NEG": "negative-stem",
    "BLANK": "blank-in-stem",
    "NOQ": "no-question",
    "NUM": "numbers-out-of-order",
    "DUP": "duplicate-options",
    "INSIDE": "option-within-option",
    "GRAM": "grammar-fits-one",
    "LONG": "long-key",
    "STEM": "stem-word-in-key",
    "ABS": "absolute-wrong-options",
}
"""The rule that each code of a reader is about."""
ENOUGH = 20
"""Findings that a rule needs before its precision is told."""

Flaws = Mapping[str, frozenset[str]]
"""The rules that an item breaks, by its id."""


class Tally(NamedTuple):
    """What a rule said of the items on which the readers agree, and how they agree."""

    found: list[str]
    """The ids of the flawed items that it found."""
    missed: list[str]
    false: list[str]
    """The sound ones that it found."""
    sound: list[str]
    """All sound ones."""
    differ: list[str]
    """Those that are left out."""
    kappa: float
    """Cohen's kappa of the two readers."""


def findings(items: Iterable[Mapping[str, Any]]) -> Flaws:
    """Return what the rules find in each item, read as the one question of a quiz."""
    return {
        str(item["id"]): frozenset(
            rule for rule in CODES.values() if rule in RULES and _breaks(item, rule)
        )
        for item in items
    }


def _breaks(item: Mapping[str, Any], rule: str) -> bool:
    key = item.get("key")
    if isinstance(key, str):
        key = ord(key.upper()) - ord("A")
    question = Choice(
        id="q1",
        topic="a",
        skill=Skill.ACCESS,
        ask=item["stem"],
        explain="So.",
        options=tuple(
            Option(text=text, correct=index == key) for index, text in enumerate(item["options"])
        ),
        shuffle=rule != "numbers-out-of-order",
    )
    passage = Passage(title="", source="", text="So.")
    quiz = Quiz(
        schema=1, id="a", title="", topics={"a": "A"}, passage=passage, questions=(question,)
    )
    return any(RULES[rule].look(QuizContext(quiz, TODAY)))


def labels(text: str) -> Flaws:
    """Return what a reader said of each item.

    Raises:
        KeyError: there is no such code.
    """
    lines = (line.partition("\t") for line in text.splitlines() if line.strip())
    return {
        name.strip(): frozenset(CODES[code] for code in re.findall("[A-Z]+", codes) if code != "OK")
        for name, _, codes in lines
    }


def tally(rule: str, said: Flaws, first: Flaws, second: Flaws) -> Tally:
    """Return what a rule did with the items that both readers have labelled."""
    known = [name for name in said if name in first and name in second]
    pairs = {name: (rule in first[name], rule in second[name]) for name in known}
    flawed = [name for name, pair in pairs.items() if all(pair)]
    sound = [name for name, pair in pairs.items() if not any(pair)]
    return Tally(
        [name for name in flawed if rule in said[name]],
        [name for name in flawed if rule not in said[name]],
        [name for name in sound if rule in said[name]],
        sound,
        [name for name, (one, other) in pairs.items() if one != other],
        _kappa(list(pairs.values())),
    )


def _kappa(pairs: list[tuple[bool, bool]]) -> float:
    count = max(1, len(pairs))
    alike = sum(one == other for one, other in pairs) / count
    one, other = (sum(pair[reader] for pair in pairs) / count for reader in (0, 1))
    chance = one * other + (1 - one) * (1 - other)
    return 1.0 if chance == 1 else round((alike - chance) / (1 - chance), 9) + 0.0


def table(said: Flaws, first: Flaws, second: Flaws) -> str:
    """Return the table in Markdown, and below it how many sound items draw a finding."""
    rows = [_row(rule, tally(rule, said, first, second)) for rule in CODES.values()]
    known = [name for name in said if name in first and name in second]
    sound = [name for name in known if not first[name] and not second[name]]
    drawn = [said[name] for name in sound if said[name]]
    per = 100 / max(1, len(sound))
    total = sum(map(len, drawn))
    return "\n".join(
        [
            "| rule | flawed | sound | left out | kappa | hits | precision | recall "
            "| false in 100 sound |",
            "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
            *rows,
            "",
            f"Of {len(known)} items {len(sound)} are sound to both readers in everything: "
            f"{len(drawn)} of these draw a finding ({len(drawn) * per:.1f} in 100), {total} "
            f"findings ({total * per:.1f} in 100).",
        ]
    )


def _row(rule: str, of: Tally) -> str:
    hits, flawed = len(of.found) + len(of.false), len(of.found) + len(of.missed)
    precision = _share(len(of.found), hits) if hits >= ENOUGH else "not measured"
    false = 100 * len(of.false) / max(1, len(of.sound))
    return (
        f"| {rule} | {flawed} | {len(of.sound)} | {len(of.differ)} | {of.kappa:.2f} | {hits} "
        f"| {precision} | {_share(len(of.found), flawed)} | {false:.1f} |"
    )


def _share(part: int, count: int) -> str:
    if not count:
        return "–"
    low, high = wilson(part / count, count)
    return f"{part / count:.2f} ({low:.2f}–{high:.2f})"


def main(paths: list[str]) -> None:
    """Print the table for a file of items and two of labels."""
    wrong = "--wrong" in paths
    items, *both = [Path(path).read_text(encoding="utf-8") for path in paths if path != "--wrong"]
    said = findings(json.loads(line) for line in items.splitlines() if line.strip())
    first, second = map(labels, both)
    told = [table(said, first, second)]
    for rule in CODES.values() if wrong else ():
        of = tally(rule, said, first, second)
        told.append(f"{rule} misses: {' '.join(of.missed)}")
        told.append(f"{rule} finds wrongly: {' '.join(of.false)}")
    sys.stdout.write("\n".join(told) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
