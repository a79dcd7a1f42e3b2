"""The words of the command `quiz check`."""

from __future__ import annotations

from argparse import ArgumentTypeError

from quiz.commands.takes import Takes

FORMATS = ("text", "json")
"""How the report can be written."""


def add_arguments(to: Takes) -> None:
    """Add the words of the command."""
    add = to.add_argument
    add(
        "files", nargs="*", metavar="FILE", help="a quiz file, a folder or a name; else all quizzes"
    )
    rules = to.add_argument_group("which rules")
    for name, what in (("--select", "only these rules"), ("--ignore", "all rules but these")):
        rules.add_argument(
            name,
            action="extend",
            type=_names,
            default=[],
            metavar="RULES",
            help=f"{what}, by name, with commas between them",
        )
    rules.add_argument(
        "--explain", nargs="?", const="", metavar="RULE", help="explain a rule, or list them all"
    )
    rules.add_argument("--strict", action="store_true", help="exit 1 for warnings too")
    rules.add_argument(
        "--min-coverage",
        type=_percent,
        default=0.0,
        metavar="N",
        help="an error where questions cover less than N %% of the passage's sentences",
    )
    how = to.add_argument_group("how to answer")
    how.add_argument("--format", choices=FORMATS, default="text", help="text, the default, or data")
    how.add_argument("--coverage", action="store_true", help="show the passage and what is covered")
    how.add_argument(
        "--tables", action="store_true", help="show guessers, balance and plain language"
    )
    how.add_argument("--html", metavar="FILE", help="write the whole report as a page too")


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _percent(text: str) -> float:
    try:
        share = float(text) / 100
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise ArgumentTypeError("write a number from 0 to 100")
    return share
