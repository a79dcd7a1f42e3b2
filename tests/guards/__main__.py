"""Take out one guard after the other, and see that a test fails without it.

    make guards
    python -m tests.guards

It works in a copy of the tree.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from signal import SIGKILL

from tests.guards.guards import GUARDS, Guard

ROOT = Path(__file__).parents[2]
PATIENCE = 300
"""Seconds after which a test waits for what never comes."""
_PARTS = ("src", "tests", "questions", "docs", "share", "benchmarks")


def copied(folder: Path) -> Path:
    """Return a copy of the tree."""
    for part in _PARTS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, folder / part, ignore=ignored)
    for path in ROOT.iterdir():
        if path.is_file():
            shutil.copy(path, folder)
    return folder


def fails_without(guard: Guard, tree: Path) -> str | None:
    """Return which test fails where a guard is taken out of a tree; None where none does."""
    path = tree / "src" / "quiz" / guard.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(guard.guard, guard.without), encoding="utf-8")
    try:
        said = _run(guard.tests.split(" "), tree)
    finally:
        path.write_text(whole, encoding="utf-8")
    if said is None:
        return "the test waits without end"
    failed = [line for line in said.splitlines() if line.startswith("FAILED ")]
    return failed[0].split(" ")[1] if failed else None


def _run(tests: list[str], tree: Path) -> str | None:
    """Return what a run of tests says; None where it takes far too long."""
    running = subprocess.Popen(
        [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", *tests],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        return running.communicate(timeout=PATIENCE)[0]
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, SIGKILL)
        running.communicate()
        return None


def main(wanted: list[str]) -> int:
    """Try the guards whose names hold one of the words, or all; return 1 where none fails."""
    tried = [each for each in GUARDS if not wanted or any(word in each.name for word in wanted)]
    useless = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = copied(Path(folder))
        for guard in tried:
            test = fails_without(guard, tree)
            useless += test is None
            sys.stdout.write(f"{guard.name}: {test or 'NO TEST FAILS'}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(tried)} taken out, {useless} of them unnoticed\n")
    return 1 if useless else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
