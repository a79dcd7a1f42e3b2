"""The command that takes a quiz with a class in browsers: what it takes."""

from argparse import ArgumentTypeError, Namespace

from quiz.commands.arguments import QUIZ, Commands, add_question_filter, add_shared, positive
from quiz.commands.moment import moment
from quiz.model.problem import QuizError
from quiz.service import Service

_HOST = """\
Examples:
  quiz host ketamine
  quiz host ketamine --form pre --count 10 --certainty
  quiz host ketamine --pace own --until 2026-12-04 --url https://quiz.school.example/
  quiz host --resume K7M2PX

Take a quiz with a class: learners join by a code in any browser on the same network, and you lead
from here. At the end the results lie in a folder that `quiz report` reads. Nothing leaves the
room."""
_LAST_PORT = 65_535


class NoHost(QuizError):
    """A class that can't be served, as it was asked for."""


def add_host(commands: Commands) -> None:
    """Add `quiz host`."""
    hosting = commands.add("host", host, "take a quiz with a class in browsers", _HOST)
    add_shared(hosting, "quiz", nargs="?", help=QUIZ)
    hosting.add_argument("--resume", metavar="CODE", help="go on with the class of that code")
    add_question_filter(hosting)
    how = hosting.add_argument_group("how")
    how.add_argument(
        "--pace",
        choices=("teacher", "own"),
        metavar="PACE",
        help="all go on together (teacher), or each learner alone (own); teacher",
    )
    how.add_argument(
        "--explain",
        choices=("at-once", "at-end", "when-shown"),
        metavar="WHEN",
        help="at their own pace: after each answer (at-once), when the class is over (at-end), or "
        "when you show it (when-shown); at-end",
    )
    add_shared(how, "--certainty")
    how.add_argument(
        "--seconds", type=positive, metavar="N", help="let them answer each question for N seconds"
    )
    how.add_argument("--until", type=moment, metavar="WHEN", help="when the class ends by itself")
    who = hosting.add_argument_group("who")
    names = who.add_mutually_exclusive_group()
    names.add_argument(
        "--own-names", action="store_true", help="learners type a name; else they get a made-up one"
    )
    names.add_argument(
        "--roster",
        metavar="FILE",
        help="only those on this list: a name or code a line, or a table",
    )
    who.add_argument(
        "--keep-names", action="store_true", help="keep names; else they go after 14 days"
    )
    where = hosting.add_argument_group("where")
    where.add_argument("--port", type=_port, metavar="N", help="the port; 8080 or the next free")
    where.add_argument(
        "--bind",
        default="0.0.0.0",  # noqa: S104  learners come from other machines
        metavar="ADDRESS",
        help="listen at this address alone",
    )
    where.add_argument(
        "--url", metavar="URL", help="the address that learners open, behind a proxy"
    )
    where.add_argument("--results", metavar="FOLDER", help="a new folder for the results")
    where.add_argument(
        "--no-screen", action="store_true", help="without a terminal: print the addresses as JSON"
    )


def _port(text: str) -> int:
    """Return the number of a port.

    Raises:
        ArgumentTypeError: it is none.
    """
    number = positive(text)
    if number > _LAST_PORT:
        raise ArgumentTypeError(f"write a port from 1 to {_LAST_PORT}, as 8080")
    return number


def host(args: Namespace, service: Service) -> int:
    """Take a quiz with a class.

    Raises:
        QuizError: it can't be opened, nothing in it fits, or it can't be served.
    """
    try:
        from quiz.commands.hosting import run
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        raise NoHost(
            f"A class in browsers needs {package}, which is not installed. "
            "Install it with: pip install 'article-quiz[host]'"
        ) from None
    return run(args, service)
