"""Writes the page about the mutants: python -m tests.mutation.page."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.mutation.reach import ROOT
from tests.mutation.run import PACKAGES, RESULTS, all_mutants, all_sources, results

REASONS = Path(__file__).parent / "reasons.txt"
PAGE = ROOT / "docs" / "mutation.md"
Row = dict[str, str]


def reasons() -> dict[str, str]:
    """Return why a mutant may survive, by its name.

    A line that begins at the margin is a reason, and the indented ones below it are its mutants.
    """
    found: dict[str, str] = {}
    reason = ""
    for line in REASONS.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            found[line.strip()] = reason
        elif line:
            reason = line
    return found


def now() -> tuple[list[Row], int]:
    """Return how each mutant of the source as it is has fared, and how many were not tried yet."""
    sources = all_sources()
    rows = list(results(sources).values())
    for row in rows:
        row["package"] = row["file"].split("/")[2]
    return rows, len(all_mutants(sources)) - len(rows)


def table(first: str, groups: Iterable[tuple[str, list[Row]]]) -> Iterator[str]:
    """Yield the lines of a table of counts."""
    yield f"| {first} | mutants | killed | out of time | survived | killed in all |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, rows in groups:
        counts = Counter(row["outcome"] for row in rows)
        share = 1 - counts["survived"] / len(rows)
        yield (
            f"| {name} | {len(rows)} | {counts['killed']} | {counts['out of time']} "
            f"| {counts['survived']} | {100 * share:.1f} % |"
        )


def grouped(rows: list[Row], names: Iterable[str], of: str) -> Iterator[tuple[str, list[Row]]]:
    """Yield the rows under each name, and all of them."""
    for name in names:
        yield name, [row for row in rows if row[of] == name]
    yield "all", rows


def survivors(rows: list[Row]) -> Iterator[str]:
    """Yield the lines about the mutants that survived, by reason."""
    why = reasons()
    by_reason: dict[str, list[str]] = {}
    for row in rows:
        if row["outcome"] == "survived":
            by_reason.setdefault(why.get(row["name"], _NO_REASON), []).append(row["name"])
    for reason, names in sorted(by_reason.items(), key=lambda entry: -len(entry[1])):
        yield f"\n### {reason}\n\n{len(names)} of them:\n"
        yield from (f"    {name}" for name in names)


_NO_REASON = "Not looked at yet"


def page() -> str:
    """Return the page."""
    rows, untried = now()
    kinds = [kind for kind, _ in Counter(row["kind"] for row in rows).most_common()]
    day = datetime.fromtimestamp(RESULTS.stat().st_mtime, UTC)
    parts = [
        PREFACE.format(day=day, python=f"{sys.version_info.major}.{sys.version_info.minor}"),
        "\n".join(table("package", grouped(rows, PACKAGES, "package"))),
        f"\n\n{untried} more were not tried." if untried else "",
        "\n\nBy the kind of change:\n\n",
        "\n".join(table("change", grouped(rows, kinds, "kind"))),
        RULES,
        "\n".join(survivors(rows)),
    ]
    return "".join(parts) + "\n"


PREFACE = """\
# How many mutants the tests kill

A mutant is the program with one small thing changed: `<` for `<=`, a statement left out, a bound of
a pattern gone. Where no test fails for it, either a test is missing, or the change does not matter.
`make mutants` tries the tests on every mutant of `model`, `engine`, `bank` and `check`, the floors
that decide and read; `tests/mutation` is the script. This page is what it found, last on
{day:%-d %B %Y}, with Python {python} on Linux.

"""

RULES = """

## How it is run

The tests are those of `tests/model`, `engine`, `bank`, `check` and `plain`, in one process, one
mutant after the other. Nothing depends on chance: properties get 40 examples, always the same ones
(`derandomize`), and all mutants are tried; `--sample N --seed S` draws some of them. All tests run
once, watched, to learn which of them reach which line. A mutant then costs a fork: the changed
function or value is put in the place of the right one, and the tests that reach it run, its own
test file first, until one fails. Where that shows nothing, though the value was used while modules
were imported, and for changes in classes and decorators, the program and the tests are imported
anew. A mutant with which its tests take over ten seconds more of computing counts as killed, and is
counted apart. One that was tried before is not tried again unless its function, class or value has
changed since; the survivors are, with `python -m tests.mutation.run --again`.

An own script, because the known ones leave out or take too long for what is most of this program:
mutmut 3 leaves functions under a decorator alone (every rule of `check`, every property) and all
that stands outside of functions (every pattern and table), and cosmic-ray starts the tests anew for
each mutant, which is a second and more.

## What is changed

- comparisons, `and` and `or`, `not`, conditions, arithmetic, cases of a `match`;
- statements that are a call, a yield, a raise or an early end, which are left out;
- numbers, truth values and texts; calls that have an opposite, such as `min` and `max`;
- parts of a pattern: bounds and lookarounds, classes of characters, `+`, `*`, `?`, and whether case
  counts.

Left alone, so neither killed nor survived, is what tests should not hold: docstrings and the
strings under fields; annotations, unions of types and what only a type checker reads; the texts of
a rule's page; wording, that is f-strings, and texts in which two words stand side by side, unless
they are patterns (so lists of words are left alone too); `strict=`, and how dataclasses and caches
are set up.

## Those that survived
"""


def main() -> int:
    """Write the page, and say which reasons no mutant needs."""
    PAGE.write_text(page(), encoding="utf-8")
    survived = {row["name"] for row in now()[0] if row["outcome"] == "survived"}
    for name in reasons().keys() - survived:
        sys.stdout.write(f"{REASONS.name}: not needed: {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
