"""The commands about the results of a class: report, regrade and return; what they take."""

from argparse import ArgumentParser, Namespace

from quiz.commands.arguments import QUIZ, Commands, add_shared, positive
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
_REGRADE = """\
Examples:
  quiz regrade results --quiz ketamine
  quiz regrade results --quiz ketamine --question patent --answer "'66" --points full
  quiz regrade results --quiz ketamine --question patent --answer "'66" --undo

Give full points, half or none to all who typed an answer that the key did not foresee, or to the
text of a teach-back. Without a question it lists what was graded over, with the lines that make the
quiz grade so by itself. It is kept in a file beside the results, and no result is changed."""
_RETURN = """\
Examples:
  quiz return results --quiz ketamine -o returned
  quiz return results --quiz ketamine -o returned --form pre

Give each learner of a class a result with the key, the reasons and what to read again: a page for
a browser, and a file that `quiz play` opens. No file of a learner's names another one. The page
all.html has everybody's, to be printed. Nothing is sent: pass on to each learner what is theirs.

It ends with exit status 1 where there is no result, or anything did not fit."""


def add_report(commands: Commands) -> None:
    """Add `quiz report`."""
    reporting = commands.add("report", report, "see what a class understood", _REPORT)
    _add_results(reporting)
    _add_which_results(
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


def add_regrade(commands: Commands) -> None:
    """Add `quiz regrade`."""
    regrading = commands.add("regrade", regrade, "grade a typed answer over", _REGRADE)
    _add_results(regrading)
    which = regrading.add_argument_group("which answer")
    which.add_argument("--question", metavar="ID", help="the id of the question, as in the quiz")
    which.add_argument("--answer", metavar="TEXT", help="what was typed; the same text counts too")
    which.add_argument(
        "--blank", type=positive, default=1, metavar="N", help="which blank it was typed into"
    )
    what = regrading.add_mutually_exclusive_group()
    what.add_argument(
        "--points",
        choices=("full", "half", "none"),
        metavar="POINTS",
        help="what it is worth: full, half or none",
    )
    what.add_argument("--undo", action="store_true", help="leave it to the key again")


def add_return(commands: Commands) -> None:
    """Add `quiz return`."""
    returning = commands.add("return", return_, "give each learner a result", _RETURN)
    _add_results(returning)
    returning.add_argument(
        "-o", "--output", required=True, metavar="FOLDER", help="a new or an empty folder"
    )
    _add_which_results(
        returning, form="only the pretest (pre) or the posttest (post); else both are returned"
    )


def _add_results(to: ArgumentParser) -> None:
    to.add_argument(
        "files", nargs="+", metavar="FILE", help="result files, or folders or zips that hold them"
    )
    to.add_argument("--quiz", required=True, metavar="QUIZ", help=QUIZ)


def _add_which_results(to: ArgumentParser, *, form: str) -> None:
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


def regrade(args: Namespace, service: Service) -> int:
    """Grade an answer over, or list what was.

    Raises:
        QuizError: the quiz or a file can't be read, or there is no such question.
    """
    from quiz.commands.regrading import run

    return run(args, service)


def return_(args: Namespace, service: Service) -> int:
    """Give each learner a result.

    Raises:
        QuizError: the quiz can't be opened, a file is not there, or the folder is in use.
    """
    from quiz.commands.returning import run

    return run(args, service)
