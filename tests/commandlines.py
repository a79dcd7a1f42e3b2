"""Every command of the program as it is called: a new one belongs here, to be tested as all are.

Those that need something first come after what makes it.
"""

from collections.abc import Sequence
from pathlib import Path

from quiz.commands.parser import parser

Argv = Sequence[str]


def every(quiz_file: Path, folder: Path) -> list[Argv]:
    """Return command lines that write about a quiz, and into a folder what has to be written."""
    name, given, results = str(quiz_file), str(folder / "exercise.json"), str(folder / "results")
    (folder / "results").mkdir(exist_ok=True)
    bank, draft = folder / "bank.md", str(folder / "draft.yaml")
    bank.write_text("<quiz>\nWhat?\n- [x] a)  One.\n- [ ] b) **Two**\n</quiz>\n<quiz>\n</quiz>\n")
    return [
        (),
        ("--help",),
        ("play", name, "--plain"),
        ("review", "--plain"),
        ("list",),
        ("list", "--json"),
        ("due",),
        ("due", "--json"),
        ("history",),
        ("history", "--json"),
        ("history", "--csv"),
        ("new", name, "-o", str(folder / "new.yaml"), "--force"),
        ("check", name, "--coverage", "--tables"),
        ("check", name, "--format", "json"),
        ("check", "--explain"),
        ("schema",),
        ("import", str(bank), "-o", draft, "--force"),
        ("import", str(bank), "-o", draft, "--force", "--json"),
        ("import", name, "-o", draft, "--force"),
        ("print", name, "-o", "-"),
        ("export", name, "--to", "moodle-xml", "-o", "-"),
        ("export", name, "--to", "canvas", "-o", str(folder / "quiz.zip"), "--force", "--json"),
        ("assign", name, "-o", given, "--hand-in-to", "results", "--force"),
        ("play", given, "--plain"),
        ("hand-in", given, "--unfinished"),
        ("hand-in", "--json"),
        ("mark", name, "-o", results),
        ("report", results, "--quiz", name, "--plain"),
        ("report", results, "--quiz", name, "--json"),
        ("regrade", results, "--quiz", name),
        ("return", results, "--quiz", name, "-o", f"{results}-returned"),
        ("host", name),
        ("forget", name),
        ("forget", name, "--yes"),
    ]


def missing(lines: Sequence[Argv]) -> set[str]:
    """Return the commands that stand in none of the lines."""
    (known,) = (action.choices for action in parser()._actions if action.metavar == "COMMAND")
    return {*(known or ())} - {line[0] for line in lines if line}
