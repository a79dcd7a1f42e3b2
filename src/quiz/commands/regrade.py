"""The command that grades typed answers of a class over."""

from argparse import Namespace

from quiz.commands.arguments import QUIZ, Commands, positive
from quiz.service import Service

_REGRADE = """\
Examples:
  quiz regrade results --quiz ketamine
  quiz regrade results --quiz ketamine --question patent --answer "'66" --points full
  quiz regrade results --quiz ketamine --question patent --answer "'66" --undo

Give full points, half or none to all who typed an answer that the key did not foresee, or to the
text of a teach-back. Without a question it lists what was graded over, with the lines that make the
quiz grade so by itself. It is kept in a file beside the results, and no result is changed."""


def add_regrade(commands: Commands) -> None:
    """Add `quiz regrade`."""
    regrading = commands.add("regrade", regrade, "grade a typed answer over", _REGRADE)
    regrading.add_argument(
        "files", nargs="+", metavar="FILE", help="result files, or folders that hold them"
    )
    regrading.add_argument("--quiz", required=True, metavar="QUIZ", help=QUIZ)
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


def regrade(args: Namespace, service: Service) -> int:
    """Grade an answer over, or list what was.

    Raises:
        QuizError: the quiz or a file can't be read, or there is no such question.
    """
    from quiz.commands.regrading import run

    return run(args, service)
