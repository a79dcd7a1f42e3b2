"""Writes what is made from the code: the reference, the rules, the manual page, the completions.

python docs/make.py           writes them
python docs/make.py --check   says which of them are not as the code is
"""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path

import class_files_page
import commands_page
import formats_page
import man
import quiz_file_page
import rules_pages
import shtab
from command_line import commands, subparsers

from quiz.commands.parser import parser
from quiz.commands.schemas import schema_text

ROOT = Path(__file__).resolve().parent.parent


def completion(shell: str) -> str:
    """Return the completion script for a shell; quizzes are completed as files."""
    top = parser()
    subs = subparsers(top).choices
    for command in commands():
        subs[command.name.removeprefix("quiz ")].description = command.summary
    for its in (top, *subs.values()):
        for action in its._actions:
            if action.metavar in {"QUIZ", "FILE"}:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    script: str = shtab.complete(top, shell)
    return "\n".join(line.rstrip() for line in script.splitlines()) + "\n"


def precision() -> str:
    """Return the page on how often the rules are right, measured by the tests."""
    sys.path.insert(0, str(ROOT))
    page: str = import_module("tests.check.precision").page()
    return page


PAGES: Mapping[str, Callable[[], str]] = {
    "docs/reference/commands.md": commands_page.page,
    "docs/reference/quiz-file.md": quiz_file_page.page,
    "docs/reference/formats.md": formats_page.page,
    "docs/reference/class-report.schema.json": partial(schema_text, "report"),
    "docs/reference/class-files.md": class_files_page.page,
    "docs/reference/class-assignment.schema.json": partial(schema_text, "assignment"),
    "docs/reference/class-result.schema.json": partial(schema_text, "result"),
    "docs/reference/class-returned.schema.json": partial(schema_text, "returned"),
    "docs/reference/class-regrading.schema.json": partial(schema_text, "regrading"),
    "docs/check-precision.md": precision,
    "share/man/man1/quiz.1": man.page,
    "share/bash-completion/completions/quiz": partial(completion, "bash"),
    "share/zsh/site-functions/_quiz": partial(completion, "zsh"),
    "share/fish/vendor_completions.d/quiz.fish": partial(completion, "fish"),
    **rules_pages.PAGES,
}
"""What writes each file, by its path from the top of the tree."""


def stale() -> list[str]:
    """Return the files that are not as the code is."""
    return [name for name, page in PAGES.items() if _now(ROOT / name) != page()]


def _now(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def main() -> int:
    """Write the files, or only look at them."""
    if "--check" in sys.argv[1:]:
        for name in (found := stale()):
            sys.stdout.write(f"{name} is not as the code is: make docs\n")
        return 1 if found else 0
    for name, page in PAGES.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
