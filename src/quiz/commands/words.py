"""The words of the command line: what each command is called, takes and says of itself.

They are told to whatever reads the command line: to argparse (`parser.py`), which helps and says
what is wrong, and to the short way (`short.py`) for what is right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from quiz.commands.takes import Commands, Takes

if TYPE_CHECKING:
    from datetime import datetime

SKILLS = ("access", "understand", "appraise", "apply")
"""What a learner does with the text, as a quiz file writes it."""
KINDS = (
    *("choice", "choices", "statement", "number", "short"),
    *("cloze", "order", "match", "locate", "teach-back"),
)
"""The kinds of question, as a quiz file writes them."""

_QUIZ = "a name from `quiz list`, or a quiz file"


def _add_play(commands: Commands) -> None:
    play = commands.add(
        "play",
        "take a quiz",
        """\
Examples:
  quiz play ketamine --mode test
  quiz play ketamine --topic risks --topic uses --count 10
  quiz play ketamine --plain < answers.txt
  quiz play exercise.json --learner "Ada L."

Take a quiz: the passage, the questions, the result. Or take an exercise that your teacher handed
out, and hand it in: then the file says which questions there are, and how to take them.""",
    )
    play.add_argument(
        "quiz", nargs="?", metavar="QUIZ", help=f"{_QUIZ}, or an exercise from your teacher"
    )
    play.add_argument(
        "--learner", metavar="NAME", help="in an exercise: your name, or the code you were given"
    )
    _add_which(play)
    how = play.add_argument_group("how")
    _add_mode(how, "explain after each answer (practice) or at the end (test)")
    _add_certainty(how)
    how.add_argument("--no-passage", action="store_true", help="go straight to the first question")
    again = how.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", help="go on where you stopped")
    again.add_argument(
        "--new",
        action="store_true",
        help="begin anew, and don't ask; in an exercise only after it was handed in",
    )
    _add_plain(how)


def _add_print(commands: Commands) -> None:
    sheets = commands.add(
        "print",
        "put a quiz on paper",
        """\
Examples:
  quiz print ketamine -o sheet.html
  quiz print ketamine -o sheets.pdf --versions 3
  quiz print ketamine -o key.pdf --versions 3 --key

Write sheets to print: the passage, and the questions for a pencil. For the key to them, say the
same again with --key.""",
    )
    sheets.add_argument("quiz", metavar="QUIZ", help=_QUIZ)
    _add_new_file(
        sheets, "a new file that ends in .html or .pdf; - writes HTML to the standard output"
    )
    _add_which(sheets)
    how = sheets.add_argument_group("how")
    _add_versions(how)
    how.add_argument("--key", action="store_true", help="the key, and not the sheets")
    how.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default="a4",
        metavar="PAPER",
        help="a4, the default, or letter",
    )
    how.add_argument("--large", action="store_true", help="large print, of 18 points and more")


def _add_assign(commands: Commands) -> None:
    assign = commands.add(
        "assign",
        "hand a quiz out to a class",
        """\
Examples:
  quiz assign ketamine -o exercise.json
  quiz assign ketamine -o pre.json --form pre --certainty --until 2026-12-04
  quiz assign ketamine -o practice.json --with-key

Write one file for a class: the passage, the questions and how to take them, without the key. Each
learner takes it with `quiz play FILE`, and hands in a result file.""",
    )
    assign.add_argument("quiz", metavar="QUIZ", help=_QUIZ)
    _add_new_file(assign, "a new file that ends in .json; - writes to the standard output")
    _add_which(assign, seed="the same order for all; else each learner has an order of their own")
    how = assign.add_argument_group("how")
    how.add_argument(
        "--with-key",
        action="store_true",
        help="put the key into the file, so that answers are explained",
    )
    _add_mode(
        how, "explain after each answer (practice) or at the end (test); test without the key"
    )
    _add_certainty(how)
    how.add_argument(
        "--instructions",
        metavar="TEXT",
        help="what learners read before the first question; @FILE takes it from a file",
    )
    how.add_argument(
        "--until",
        type=_until,
        metavar="WHEN",
        help="until when to hand in: a date, or a date and a time as 2026-12-04T10:30",
    )
    how.add_argument(
        "--hand-in-to",
        metavar="FOLDER",
        help="where results go, seen from the file; else beside it",
    )


def _add_hand_in(commands: Commands) -> None:
    text = """\
Examples:
  quiz hand-in                          all that waits
  quiz hand-in --to /media/stick        into another folder
  quiz hand-in exercise.json --unfinished

Hand in what could not be handed in before, and list every exercise that was taken here. What was
handed in once is not handed in again."""
    hand_in = commands.add("hand-in", "hand in what waits", text)
    hand_in.add_argument("file", nargs="?", metavar="FILE", help="one exercise alone")
    hand_in.add_argument("--to", metavar="FOLDER", help="into this folder")
    hand_in.add_argument("--learner", metavar="NAME", help="of one learner alone, by name or code")
    hand_in.add_argument(
        "--unfinished",
        action="store_true",
        help="also what was begun and not finished, as it is; needs FILE",
    )
    _add_json(hand_in)


def _add_mark(commands: Commands) -> None:
    marking = commands.add(
        "mark",
        "take in a class on paper",
        """\
Examples:
  quiz mark ketamine
  quiz mark ketamine --versions 3 -o class-7b

Type in what learners wrote on the sheets of `quiz print`: a name or a code, then a line for each
question. Each learner becomes a result file, for `quiz report`. Say which questions and how many
versions in the same words as to `quiz print`, and don't change the quiz in between.""",
    )
    marking.add_argument("quiz", metavar="QUIZ", help=_QUIZ)
    marking.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help="where the results go; else a folder by the name of the quiz, as ketamine-results",
    )
    _add_which(marking)
    _add_versions(marking.add_argument_group("how"))


def _add_report(commands: Commands) -> None:
    report = commands.add(
        "report",
        "see what a class understood",
        """\
Examples:
  quiz report results --quiz ketamine
  quiz report results --quiz ketamine --html class.html --csv class.csv
  quiz report results --quiz ketamine --roster 7b.txt --anonymous

Mark the result files of a class and show what it understood: scores, topics, questions, what each
wrong option drew, and what did not fit. Keep reports that name learners on your own machine.

In lines, files and JSON it ends with exit status 1 where anything is listed that does not fit; so
it does, but for JSON, where there is no result at all.""",
    )
    report.add_argument(
        "files", nargs="+", metavar="FILE", help="result files, or folders that hold them"
    )
    report.add_argument("--quiz", required=True, metavar="QUIZ", help=_QUIZ)
    which = report.add_argument_group("which results")
    _add_form(
        which, "only the form for before (pre) or after teaching (post); else both are compared"
    )
    which.add_argument(
        "--assignment",
        action="append",
        metavar="FILE",
        help="only results of this assignment; may be given again",
    )
    which.add_argument(
        "--roster", metavar="FILE", help="who is in the class: a name or a code on each line"
    )
    how = report.add_argument_group("how to show it")
    how.add_argument("--anonymous", action="store_true", help="put codes in the place of names")
    how.add_argument("--html", metavar="FILE", help="write a page that a browser shows and prints")
    how.add_argument(
        "--csv",
        metavar="FILE",
        help="write tables: a row an answer to FILE.csv, a row a learner to FILE-learners.csv",
    )
    _add_json(how)
    how.add_argument("--force", action="store_true", help="write over files that are there")
    _add_plain(how, "as text, and not on the whole screen; so it is with --html and --csv")


def _add_versions(to: Takes) -> None:
    to.add_argument(
        "--versions",
        type=_versions,
        default=1,
        metavar="N",
        help="so many versions, from 1 to 26, of the same questions in other orders",
    )


def _add_review(commands: Commands) -> None:
    review = commands.add(
        "review",
        "go through what is due today",
        """\
Examples:
  quiz review              all that is due today
  quiz review ketamine     what is due of one quiz

Go through the questions that are due today, the quizzes mixed.""",
    )
    review.add_argument("quiz", nargs="?", metavar="QUIZ", help=f"one quiz alone: {_QUIZ}")
    _add_certainty(review)
    _add_seed(review)
    _add_plain(review)


def _add_list(commands: Commands) -> None:
    text = """\
Examples:
  quiz list
  quiz list --json

List the quizzes that can be played by name."""
    _add_json(commands.add("list", "list the quizzes", text))


def _add_due(commands: Commands) -> None:
    text = """\
Examples:
  quiz due
  quiz due --json          for a shell prompt or a script

Say what is due today."""
    _add_json(commands.add("due", "say what is due today", text))


def _add_history(commands: Commands) -> None:
    history = commands.add(
        "history",
        "show your past sittings",
        """\
Examples:
  quiz history ketamine
  quiz history --csv > answers.csv

Show your sittings of all quizzes, or of one, with the past of each question. As JSON or CSV: every
answer.""",
    )
    history.add_argument("quiz", nargs="?", metavar="QUIZ", help=_QUIZ)
    form = history.add_mutually_exclusive_group()
    _add_json(form)
    form.add_argument("--csv", action="store_true", help="every answer, for a spreadsheet")


def _add_forget(commands: Commands) -> None:
    forget = commands.add(
        "forget",
        "delete your answers",
        """\
Examples:
  quiz forget ketamine
  quiz forget --all

Delete your answers to a quiz, or to all. It asks first.""",
    )
    which = forget.add_mutually_exclusive_group(required=True)
    which.add_argument("quiz", nargs="?", metavar="QUIZ", help=_QUIZ)
    which.add_argument("--all", action="store_true", help="the answers to every quiz")
    forget.add_argument("--yes", action="store_true", help="don't ask first")


def _add_check(commands: Commands) -> None:
    text = """\
Examples:
  quiz check my-quiz.yaml
  quiz check my-quiz.yaml --coverage --tables
  quiz check --explain             all rules

Say what is wrong in quiz files, as file:line:column, and how to mend it."""
    from quiz.commands import check_options  # noqa: PLC0415  for authors alone

    check_options.add_arguments(commands.add("check", "check quiz files", text))


def _add_schema(commands: Commands) -> None:
    text = """\
Examples:
  quiz schema > quiz.schema.json
  quiz schema --result

Write the JSON Schema of a quiz file, with which an editor completes and checks it; or that of a
file of a class."""
    schema = commands.add("schema", "write the JSON Schema of a quiz file", text)
    which = schema.add_mutually_exclusive_group()
    which.add_argument("--assignment", action="store_true", help="that of `quiz assign`")
    which.add_argument("--result", action="store_true", help="that of a learner's result file")
    which.add_argument("--report", action="store_true", help="that of `quiz report --json`")


def _add_which(to: Takes, seed: str = "the same number gives the same order") -> None:
    which = to.add_argument_group("which questions")
    which.add_argument(
        "--topic", action="append", metavar="TOPIC", help="only this topic; may be given again"
    )
    which.add_argument(
        "--skill",
        action="append",
        choices=SKILLS,
        help=f"only this skill ({', '.join(SKILLS)}); may be given again",
        metavar="SKILL",
    )
    which.add_argument(
        "--kind",
        action="append",
        choices=KINDS,
        help=f"only this kind ({', '.join(KINDS)}); may be given again",
        metavar="KIND",
    )
    which.add_argument("--count", type=_count, metavar="N", help="so many questions at the most")
    _add_form(which, "the questions for before (pre) or after teaching (post)")
    _add_seed(which, seed)


def _add_new_file(to: Takes, says: str) -> None:
    to.add_argument("-o", "--output", required=True, metavar="FILE", help=says)
    to.add_argument("--force", action="store_true", help="write over the file if there is one")


def _add_mode(to: Takes, says: str) -> None:
    to.add_argument("--mode", choices=("practice", "test"), metavar="MODE", help=says)


def _add_form(to: Takes, says: str) -> None:
    to.add_argument("--form", choices=("pre", "post"), metavar="FORM", help=says)


def _add_plain(to: Takes, says: str = "ask line by line") -> None:
    """Add the wish to be asked line by line, which may stand before the command too."""
    to.add_argument("--plain", action="store_true", dest="in_lines", help=says)


def _add_certainty(to: Takes) -> None:
    to.add_argument(
        "--certainty", action="store_true", help="ask after each answer how sure you are"
    )


def _add_json(to: Takes) -> None:
    to.add_argument("--json", action="store_true", help="as JSON, for a program")


def _add_seed(to: Takes, says: str = "the same number gives the same order") -> None:
    to.add_argument("--seed", type=_whole, metavar="N", help=says)


def _until(text: str) -> datetime:
    """Return a moment in the local time zone where none is written; a day ends at its end."""
    from datetime import datetime  # noqa: PLC0415  for teachers alone

    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or not 2000 <= moment.year < 3000:
        raise _refused("write a date, as 2026-12-04, or with a time, as 2026-12-04T10:30")
    if len(text) <= len("2026-12-04"):
        moment = moment.replace(hour=23, minute=59)
    return moment.astimezone() if moment.tzinfo is None else moment


def _refused(why: str) -> Exception:
    """Return an error in whose words argparse refuses a value."""
    from argparse import ArgumentTypeError  # noqa: PLC0415  only where something is wrong

    return ArgumentTypeError(why)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 18):
        raise _refused("write a whole number, such as 7")
    return int(text)


def _count(text: str) -> int:
    if not _whole(text):
        raise _refused("write 1 or more")
    return int(text)


def _versions(text: str) -> int:
    if not 1 <= _whole(text) <= 26:
        raise _refused("write a number from 1 to 26")
    return int(text)


ADD: Mapping[str, Callable[[Commands], None]] = {
    "play": _add_play,
    "review": _add_review,
    "print": _add_print,
    "assign": _add_assign,
    "hand-in": _add_hand_in,
    "mark": _add_mark,
    "report": _add_report,
    "list": _add_list,
    "due": _add_due,
    "history": _add_history,
    "forget": _add_forget,
    "check": _add_check,
    "schema": _add_schema,
}
"""What adds each command, in the order of the help."""
