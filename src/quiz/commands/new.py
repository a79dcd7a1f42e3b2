"""The command that begins a quiz from an article."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.article.article import Article
from quiz.commands.arguments import Commands, add_new_file, add_shared, whole
from quiz.commands.output import FINE, FOUND, QUIZZES, message, new_file, write
from quiz.drafting import MOST
from quiz.engine.wording import count
from quiz.model.text import as_argument
from quiz.plain.console import Console, EndOfInput
from quiz.service import Service

if TYPE_CHECKING:
    from quiz.service.new_quiz import Beginning, NewQuiz

_STDIN = "-"
_NEW = """\
Examples:
  quiz new article.docx -o my-quiz.yaml
  quiz new article.html -o my-quiz.yaml --drafts 20
  quiz new - -o my-quiz.yaml --yes < article.txt

Begin a quiz from an article: a text, Markdown, HTML or Word file. The new file has its passage,
drafted questions, and a place for a question on each other sentence. It says how to go on."""


def add_new(commands: Commands) -> None:
    """Add `quiz new`."""
    new = commands.add("new", new_, "begin a quiz from an article", _NEW)
    new.add_argument(
        "article",
        metavar="ARTICLE",
        help="a file that ends in .txt, .md, .html or .docx; - reads the standard input",
    )
    add_new_file(new, "the new quiz file, which ends in .yaml")
    add_shared(new, "--language")
    new.add_argument(
        "--drafts",
        type=whole,
        default=MOST,
        metavar="N",
        help=f"draft so many questions at the most; {MOST} if you don't say",
    )
    new.add_argument("--yes", action="store_true", help="ask nothing")


def new_(args: Namespace, _service: Service) -> int:
    """Begin a quiz from an article.

    Raises:
        QuizError: the article can't be read, or the file is not to be written.
    """
    from quiz.service.new_quiz import new_quiz

    path = new_file(Path(args.output), QUIZZES, force=args.force)
    article = _article(args.article)
    try:
        beginning = _beginning(args, article)
    except EndOfInput:
        message("Nothing was written.")
        return FOUND
    made = new_quiz(article, beginning, path.name, args.drafts)
    if not write(path, made.text.encode(), force=args.force):
        return FOUND
    message(_next(made, path))
    return FINE


def _article(name: str) -> Article:
    from quiz.article import reading  # what reads articles takes its time

    if name != _STDIN:
        return reading.read(name)
    if sys.stdin.isatty():
        message("Paste the article, then press Enter and Ctrl-D.")
    return reading.read_bytes(sys.stdin.buffer.read(reading.LARGEST_PAGE + 1), "the article")


def _beginning(args: Namespace, article: Article) -> Beginning:
    """Return what the quiz begins with: asked for where somebody sits at a terminal.

    Raises:
        EndOfInput: whoever was asked has gone.
    """
    from quiz.plain import new_quiz as lines
    from quiz.service.new_quiz import (
        Beginning,
        by_id,
        title_of,
        topics_of,
    )

    console = Console(sys.stdin, sys.stdout)
    title = title_of(article.title, args.output)
    language = args.language or article.language
    if console.interactive and not args.yes and args.article != _STDIN:
        return lines.ask(console, article, title, language)
    return Beginning(title=title, language=language or "en", topics=by_id(topics_of(article)))


def _next(made: NewQuiz, path: Path) -> str:
    """Return what was made, and what to do with it."""
    file = as_argument(str(path))
    drafted = count(made.drafted, "drafted question")
    places = f", and {count(made.places, 'place')} for more" if made.places else ""
    return (
        f"It has {drafted}{places}. Open it in a text editor: it says how to go on."
        f"\n  quiz check --watch {file}    says at every save what is left to do"
        f"\n  quiz play {file}             tries it"
    )
