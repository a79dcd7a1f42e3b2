"""The command that tells what a class understood: what it takes."""

from argparse import ArgumentParser, Namespace

from quiz.commands.arguments import QUIZ, Commands, add_shared
from quiz.service import Service

_REPORT = """\
Examples:
  quiz report results --quiz ketamine
  quiz report results --quiz ketamine --html class.html --csv class.csv
  quiz report results --quiz ketamine --roster 7b.txt --anonymous

Grade the result files of a class and show what it understood: scores, topics, questions, what each
wrong option drew, and what did not fit. Keep reports that name learners on your own machine.

In lines, files and JSON it ends with exit status 1 where anything is listed that does not fit; so
it does, but for JSON, where there is no result at all."""


def add_report(commands: Commands) -> None:
    """Add `quiz report`."""
    reporting = commands.add("report", report, "see what a class understood", _REPORT)
    reporting.add_argument(
        "files", nargs="+", metavar="FILE", help="result files, or folders or zips that hold them"
    )
    reporting.add_argument("--quiz", required=True, metavar="QUIZ", help=QUIZ)
    add_which_results(
        reporting, form="only the pretest (pre) or the posttest (post); else both are compared"
    )
    how = reporting.add_argument_group("how to show it")
    how.add_argument("--anonymous", action="store_true", help="put codes in the place of names")
    how.add_argument("--html", metavar="FILE", help="write a page that a browser shows and prints")
    how.add_argument(
        "--csv",
        metavar="FILE",
        help="write tables: a row an answer to FILE.csv, and beside it a row a learner to "
        "FILE-learners.csv, a question to FILE-questions.csv, and a figure to FILE-figures.csv",
    )
    add_shared(how, "--json")
    how.add_argument("--force", action="store_true", help="write over files that are there")
    add_shared(
        how, "--plain", help="as text, and not on the whole screen; so it is with --html and --csv"
    )


def add_which_results(to: ArgumentParser, *, form: str) -> None:
    """Add what says which results count."""
    which = to.add_argument_group("which results")
    add_shared(which, "--form", help=form)
    which.add_argument(
        "--assignment",
        action="append",
        metavar="FILE",
        help="only results of this assignment; may be given again",
    )
    which.add_argument(
        "--roster",
        metavar="FILE",
        help="who is in the class: a name or a code on each line, or a table with a column of them",
    )


def report(args: Namespace, service: Service) -> int:
    """Tell what a class understood.

    Raises:
        QuizError: the quiz can't be opened, a file is not there, or is not to be written.
    """
    from quiz.commands.class_report import run

    return run(args, service)
