"""Arguments that several commands take, and how what was typed becomes their values."""

from __future__ import annotations

from argparse import (
    SUPPRESS,
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
    _ActionsContainer,
    _SubParsersAction,
)
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from quiz.engine.selection import QuestionFilter
from quiz.model.labels import Skill
from quiz.model.language import is_language
from quiz.model.near_miss import did_you_mean
from quiz.model.problem import QuizError
from quiz.model.question import KINDS
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.service import Service

QUIZ = "a name from `quiz list`, or a quiz file"
"""What is said of a quiz in the help."""
_SAME_ORDER = "the same number gives the same order"

Run = Callable[[Namespace, Service], int]
"""Runs a command as it was asked for, and returns the exit code."""


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands below a parser."""

    below: _SubParsersAction[Any]
    """Where argparse keeps them."""

    def add(self, name: str, run: Run, summary: str, text: str) -> ArgumentParser:
        """Return the parser of a command, which takes its arguments."""
        parser: ArgumentParser = self.below.add_parser(
            name,
            help=summary,
            description=text,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        parser.set_defaults(run=run)
        return parser


def add_shared(to: _ActionsContainer, *names: str, **special: object) -> None:
    """Add arguments that several commands take, with what is special about them here."""
    for name in names:
        to.add_argument(name, **(_SHARED[name] | special))


class UnknownTopic(QuizError):
    """A topic that the quiz doesn't list."""


def add_question_filter(to: _ActionsContainer, *, seed: str = _SAME_ORDER) -> None:
    """Add what says which questions are asked."""
    which = to.add_argument_group("which questions")
    which.add_argument(
        "--topic", action="append", metavar="TOPIC", help="only this topic; may be given again"
    )
    for name, known in (("skill", [*map(str, Skill)]), ("kind", [*KINDS])):
        which.add_argument(
            f"--{name}",
            action="append",
            choices=known,
            help=f"only this {name} ({', '.join(known)}); may be given again",
            metavar=name.upper(),
        )
    which.add_argument("--count", type=positive, metavar="N", help="so many questions at the most")
    add_shared(which, "--form", help="the questions of the pretest (pre) or of the posttest (post)")
    add_shared(which, "--seed", help=seed)


def question_filter(args: Namespace, quiz: Quiz | None) -> QuestionFilter:
    """Return which questions to ask.

    Raises:
        UnknownTopic: the quiz has no such topic.
    """
    topics = frozenset(args.topic or ())
    unknown = sorted(topics - set(quiz.topics)) if quiz else []
    if quiz and unknown:
        names, hint = ", ".join(quiz.topics) or "none", did_you_mean(unknown[0], quiz.topics)
        raise UnknownTopic(f"There is no topic {clean_line(unknown[0])}. Topics: {names}.{hint}")
    return QuestionFilter(
        topics=topics,
        skills=frozenset(map(Skill, args.skill or ())),
        kinds=frozenset(args.kind or ()),
        count=args.count,
    )


def add_new_file(to: _ActionsContainer, says: str) -> None:
    """Add the file that is written."""
    to.add_argument("-o", "--output", required=True, metavar="FILE", help=says)
    to.add_argument("--force", action="store_true", help="write over the file if there is one")


def whole(text: str) -> int:
    """Return a number from 0.

    Raises:
        ArgumentTypeError: it is none, or too long.
    """
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise ArgumentTypeError("write a whole number, such as 7")
    return int(text)


def positive(text: str) -> int:
    """Return a number from 1.

    Raises:
        ArgumentTypeError: it is none, or too long.
    """
    if not whole(text):
        raise ArgumentTypeError("write 1 or more")
    return int(text)


def language(text: str) -> str:
    """Return the code of a language.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not is_language(text):
        raise ArgumentTypeError("write the code of a language, such as en, fr or zh-Hans")
    return text


_SHARED: Mapping[str, dict[str, Any]] = {
    "quiz": {"metavar": "QUIZ", "help": QUIZ},
    "--certainty": {"action": "store_true", "help": "ask after each answer how sure you are"},
    "--form": {"choices": ("pre", "post"), "metavar": "FORM"},
    "--json": {"action": "store_true", "help": "as JSON, for a program"},
    "--language": {
        "type": language,
        "metavar": "CODE",
        "help": "the language of the quiz, such as en or fr; else what the article says, else en",
    },
    "--mode": {
        "choices": ("practice", "test"),
        "metavar": "MODE",
        "help": "explain after each answer (practice) or at the end (test)",
    },
    "--plain": {"action": "store_true", "default": SUPPRESS, "help": "ask line by line"},
    "--seed": {"type": whole, "metavar": "N", "help": _SAME_ORDER},
}
"""What argparse takes of each; `--plain` may stand before the command too."""
