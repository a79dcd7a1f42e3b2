"""The command that says what is wrong in quiz files: what it takes."""

from argparse import ArgumentTypeError, Namespace

from quiz.commands.arguments import Commands
from quiz.service import Service

_CHECK = """\
Examples:
  quiz check my-quiz.yaml
  quiz check my-quiz.yaml --coverage --tables
  quiz check --watch my-quiz.yaml
  quiz check --explain             all rules

Say what is wrong in quiz files, as file:line:column, and how to mend it."""


def add_check(commands: Commands) -> None:
    """Add `quiz check`."""
    checking = commands.add("check", check, "check quiz files", _CHECK)
    checking.add_argument(
        "files", nargs="*", metavar="FILE", help="a quiz file, a folder or a name; else all quizzes"
    )
    checking.add_argument(
        "--watch", action="store_true", help="check one file again whenever it is saved"
    )
    rules = checking.add_argument_group("which rules")
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
    rules.add_argument("--strict", action="store_true", help="exit 1 for warnings and drafts too")
    rules.add_argument(
        "--min-coverage",
        type=_percent,
        default=0.0,
        metavar="N",
        help="an error where questions cover less than N %% of the passage's sentences",
    )
    how = checking.add_argument_group("how to answer")
    how.add_argument(
        "--format", choices=("text", "json"), default="text", help="text, the default, or data"
    )
    how.add_argument("--coverage", action="store_true", help="show the passage and what is covered")
    how.add_argument(
        "--tables", action="store_true", help="show guessers, balance and plain language"
    )
    how.add_argument("--html", metavar="FILE", help="write the whole report as a page too")


def check(args: Namespace, _service: Service) -> int:
    """Say what is wrong in quiz files.

    Raises:
        QuizError: there is no such file or rule.
    """
    from quiz.commands.checking import run

    return run(args)


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
