"""Tries the tests on mutants of the code: python -m tests.mutation.run [FILE ...].

Those that were tried before, and whose function, class or value has not changed since, are left
out: a run can be ended at any time, and goes on where it was.

A mutant costs one fork. In a process that has collected the tests once, the changed function or
value is put in the place of the right one, and the tests that reach it run until one fails. Where
its value was used while modules were imported, and no test failed, and for changes in classes
and decorators, the program and the tests are imported anew.
"""

import argparse
import gc
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from math import inf
from pathlib import Path

from tests.mutation.anew import tried_anew
from tests.mutation.child import in_a_child
from tests.mutation.mutant import Mutant
from tests.mutation.mutants import mutants
from tests.mutation.reach import ROOT
from tests.mutation.source import Source
from tests.mutation.suite import Cache, Suite, lru_caches
from tests.mutation.swap import Swap, Swaps
from tests.mutation.tree import Changed, Tree

PACKAGES = ("model", "engine", "bank", "check")
TESTS = ("tests/model", "tests/engine", "tests/bank", "tests/check", "tests/plain")
FOLDER = ROOT / ".mutation"
RESULTS = FOLDER / "results.jsonl"
LEFT = FOLDER / "left.json"


def all_sources() -> dict[str, Source]:
    """Return the source files of the packages, by their path from the top of the tree."""
    folders = (ROOT / "src" / "quiz" / package for package in PACKAGES)
    paths = (path for folder in folders for path in sorted(folder.rglob("*.py")))
    return {file: Source(file) for file in (str(path.relative_to(ROOT)) for path in paths)}


def own_tests(file: str) -> str:
    """Return the file with the tests of a source file."""
    path = Path(file).relative_to("src/quiz")
    return f"tests/{path.parent}/test_{path.stem}.py"


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tell(mutant: Mutant, source: Source, outcome: str) -> None:
    """Write down how a mutant fared."""
    row = {
        "source": source.digest(mutant.line),
        "name": mutant.name,
        "file": mutant.file,
        "line": mutant.line,
        "kind": mutant.kind,
        "outcome": outcome,
    }
    with RESULTS.open("a", encoding="utf-8") as out:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    if outcome == "survived":
        say(f"{mutant.file}:{mutant.line}: {mutant.name}")


def outcome(status: int) -> str:
    """Return what the end of a process says of a mutant."""
    if status == 0:
        return "survived"
    return "killed" if status > 0 else "out of time"


class Trials:
    """Tries mutants in the process that has collected the tests."""

    def __init__(self, todo: Sequence[Mutant], sources: dict[str, Source], anew: bool) -> None:
        self.todo = todo
        self.sources = sources
        self.anew = anew
        """Whether to leave all of them to be tried anew."""
        self.tree = Tree()
        """The files as they were when they were read."""
        self.left: dict[str, list[str]] = {}
        """The mutants that have to be tried anew, and the tests to do it with."""

    def __call__(self, suite: Suite) -> None:
        """Try all of them."""
        swaps, caches = Swaps(self.sources, suite.reach), lru_caches()
        gc.freeze()
        for mutant in self.todo:
            self.tree.stays()
            swap = None if self.anew else swaps.of(mutant)
            found = self.swapped(suite, mutant, swap, caches) if swap else "survived"
            if found == "survived" and not (swap and swap.exact):
                self.left[mutant.name] = self.nodes(suite, mutant)
            else:
                tell(mutant, self.sources[mutant.file], found)
        LEFT.write_text(json.dumps(self.left), encoding="utf-8")

    def swapped(self, suite: Suite, mutant: Mutant, swap: Swap, caches: list[Cache]) -> str:
        """Return how a mutant fares in the place of the right code."""
        own = own_tests(mutant.file)
        # A test that only looks at a value reaches no line of its file.
        found = swap.tests if mutant.scope else swap.tests | suite.under(own)
        tests = suite.ordered(found, own)

        def run() -> int:
            swap.do()
            for cache in caches:
                cache.cache_clear()
            return 0 if suite.all_pass(tests) else 1

        seconds = 10 + 2 * int(sum(suite.seconds[index] for index in tests))
        return outcome(in_a_child(run, seconds)) if tests else "survived"

    def nodes(self, suite: Suite, mutant: Mutant) -> list[str]:
        """Return the file's own tests and those that reach it, or all of its folder without any."""
        own = own_tests(mutant.file)
        tests = suite.reach.of_file(mutant.file) | suite.under(own)
        ordered = suite.ordered(tests or suite.under(str(Path(own).parent)), own)
        return [suite.items[index].nodeid for index in ordered]


def wanted() -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description="Try the tests on mutants of the code.")
    parser.add_argument("files", nargs="*", help="source files; without any, those of all packages")
    parser.add_argument("--tests", nargs="*", default=TESTS, help="folders of tests")
    parser.add_argument("--sample", type=int, help="so many mutants, drawn by --seed")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=float, default=inf, help="seconds of tests for a mutant")
    parser.add_argument("--again", action="store_true", help="those that survived, too")
    parser.add_argument("--anew", action="store_true", help="import anew for each of them")
    return parser.parse_args()


def all_mutants(sources: Mapping[str, Source]) -> list[Mutant]:
    """Return the mutants of all sources."""
    return [one for file, source in sources.items() for one in mutants(source.text, file)]


def results(sources: Mapping[str, Source]) -> dict[str, dict[str, str]]:
    """Return how each mutant has fared last, by its name, unless its code has changed since."""
    lines = RESULTS.read_text(encoding="utf-8").splitlines() if RESULTS.exists() else []
    rows = {(row["name"], row["source"]): row for row in map(json.loads, lines)}
    keys = ((one.name, sources[one.file].digest(one.line)) for one in all_mutants(sources))
    return {name: rows[name, digest] for name, digest in keys if (name, digest) in rows}


def chosen(asked: argparse.Namespace, sources: Mapping[str, Source]) -> list[Mutant]:
    """Return the mutants to try: those that were not tried yet, and if asked the survivors."""
    known = results(sources)
    done = {name for name, row in known.items() if not asked.again or row["outcome"] != "survived"}
    found = [one for one in all_mutants(sources) if one.name not in done]
    found = [one for one in found if not asked.files or one.file in asked.files]
    if asked.sample and asked.sample < len(found):
        drawn = random.Random(asked.seed).sample(range(len(found)), asked.sample)
        found = [found[index] for index in sorted(drawn)]
    return found


def main() -> int:
    """Try the mutants, and write down how each fared."""
    asked, started = wanted(), time.time()
    FOLDER.mkdir(exist_ok=True)
    sources = all_sources()
    todo = chosen(asked, sources)
    trials = Trials(todo, sources, asked.anew)
    suite = Suite(list(sources), trials, asked.budget)
    if os.fork() == 0:
        code = suite.collect(asked.tests)
        sys.stdout.flush()
        os._exit(code)
    failed = os.waitstatus_to_exitcode(os.wait()[1]) not in (0, 5)
    trials.tree.stays()
    if failed:
        return 1
    left = json.loads(LEFT.read_text(encoding="utf-8"))
    names = {mutant.name: mutant for mutant in todo}
    say(f"{len(left)} of {len(todo)} to be tried anew")
    for name, nodes in left.items():
        trials.tree.stays()
        mutant = names[name]
        source = sources[mutant.file]
        status = tried_anew(mutant, source, nodes, own_tests(mutant.file))
        tell(mutant, source, outcome(status))
    known = results(sources)
    counts = Counter(known[mutant.name]["outcome"] for mutant in todo)
    say(f"{dict(counts)} in {time.time() - started:.0f} s")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Changed:
        sys.exit("A file was changed meanwhile. Start again: what was tried is kept.")
