"""What is written beside the program is true: links lead somewhere, commands and examples work."""

import re
import shlex
from argparse import _SubParsersAction
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random
from runpy import run_path

import pytest

from quiz.cli import main
from quiz.commands import parser as command_line
from quiz.commands.parser import parser
from quiz.engine.selection import QuestionFilter, select
from quiz.engine.session import Presented
from quiz.model.notice import DISCLAIMER
from quiz.model.question import Choice
from quiz.model.quiz import Quiz
from quiz.plain.commands import Verb
from quiz.quizfile.reader import read, read_bytes

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
KETAMINE = ROOT / "questions" / "ketamine.yaml"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *(ROOT / "questions").glob("*.md")])
WRITTEN = [page for page in PAGES if not page.is_relative_to(DOCS / "reference")]
"""Those that are not made from the code."""


@cache
def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, language: str = "") -> list[str]:
    """Return what stands in the fenced blocks, of one language or of all."""
    fences = re.finditer(r"^```(\w*)\n(.*?)^```$", text(page), flags=re.MULTILINE | re.DOTALL)
    return [found[2] for found in fences if language in {"", found[1]}]


def prose(page: Path) -> str:
    """Return what stands outside of the fenced blocks."""
    return re.sub(r"^```.*?^```$", "", text(page), flags=re.MULTILINE | re.DOTALL)


# Links


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", text(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """Yield where each link leads in this repository, and its anchor."""
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose(page))):
        if not target.startswith("https://"):
            path, _, anchor = target.partition("#")
            yield (page.parent / path).resolve() if path else page, anchor


def test_every_link_leads_somewhere() -> None:
    for page in PAGES:
        for there, anchor in links(page):
            assert there.is_relative_to(ROOT), (page, there)
            assert there.exists(), (page, there)
            assert not anchor or anchor in anchors(there), (page, there, anchor)


def test_the_index_leads_to_every_page() -> None:
    linked = {there for there, _ in links(DOCS / "index.md")}
    own = {page for page in DOCS.rglob("*.md") if not page.is_relative_to(DOCS / "rules")}
    assert own - {DOCS / "index.md"} <= linked


# Commands

COMMAND = re.compile(r"(?:\$ )?(?:.*\| )?(?:[A-Z_]+=(?:\$\(.*?\)|\S+) )?(quiz(?: .*)?)")


def commands(page: Path) -> Iterator[list[str]]:
    """Yield the words of each command that is shown in a block or in the running text."""
    fenced = (line for block in blocks(page) for line in block.splitlines())
    indented = re.findall(r"^ {4}(.+)$", text(page), flags=re.MULTILINE)
    inline = re.findall(r"`([^`\n]+)`", prose(page))
    for line in (*fenced, *indented, *inline):
        found = COMMAND.fullmatch(line)
        if found:
            yield shlex.split(re.split(r"\s{2,}|[<>|]", found[1])[0])[1:]


def test_every_command_is_one() -> None:
    for words in chain.from_iterable(map(commands, WRITTEN)):
        if len(words) == 1 and words[0] in names():
            continue
        try:
            command_line.read(words)
        except SystemExit as left:
            assert left.code == 0, words  # noqa: PT017  help and version leave well


def names() -> set[str]:
    """Return the names of all commands."""
    top = next(action for action in parser()._actions if isinstance(action, _SubParsersAction))
    return set(top.choices)


def test_every_command_is_shown_somewhere() -> None:
    shown = {words[0] for page in WRITTEN for words in commands(page) if words}
    assert names() <= shown


def test_every_letter_of_the_line_by_line_quiz_is_listed() -> None:
    page = text(DOCS / "how-to" / "screen-reader-and-scripts.md")
    for verb in Verb:
        assert re.search(rf"^\| `{re.escape(verb)}[ `]", page, flags=re.MULTILINE), verb


# Examples


def test_every_whole_quiz_is_read() -> None:
    for page in WRITTEN:
        for block in blocks(page, "yaml"):
            if block.startswith("schema:"):
                assert read_bytes(block.encode(), page.name).questions


# The lesson of the learner

TUTORIAL = DOCS / "tutorial.md"


def lesson() -> tuple[Quiz, tuple[Presented, ...]]:
    args = parser().parse_args(next(words for words in commands(TUTORIAL) if "--seed" in words))
    quiz = read(KETAMINE)
    wanted = QuestionFilter(topics=frozenset(args.topic), count=args.count)
    return quiz, select(quiz, wanted, Random(args.seed))


def test_the_learner_is_asked_what_the_lesson_says() -> None:
    _, asked = lesson()
    told = re.findall(r"^> (?!Check the spelling)(.+)$", text(TUTORIAL), flags=re.MULTILINE)
    assert [one.question.ask for one in asked] == told
    assert [one.question.kind for one in asked] == ["choice", "number", "short", "order"]


def test_the_parts_stand_where_the_lesson_says() -> None:
    _, (choice, _, _, order) = lesson()
    assert isinstance(choice.question, Choice)
    second = choice.question.options[choice.option_order[1]]
    assert not second.correct
    assert f"*{second.text}*" in " ".join(text(TUTORIAL).split())
    assert order.option_order == (0, 2, 1)


# The lesson of the teacher


def mended(quiz: str) -> str:
    """Return the quiz with both mistakes mended, as the lesson says."""
    why = "    why: Cold makes the drops, but it does not make them fall.\n"
    assert why in text(TUTORIAL).replace("\n  ", "\n")
    return quiz.replace("too cold\n", f"too cold\n{why}").replace("are to heavy", "are too heavy")


def improved(quiz: str) -> str:
    """Return the quiz with what its warnings ask for, as the lesson says."""
    before, first, *added = quiz.split("- id: ")
    rest = "".join(f"- id: {one}" for one in added)
    rest = re.sub(r"(  skill: \w+\n)", r"\1  difficulty: medium\n", rest)
    rest = rest.replace("too cold\n", "too cold\n    tag: elsewhere\n")
    rest = rest.replace("wind stops\n", "wind stops\n    tag: unsupported\n")
    return f"{before}- id: {first}{rest}"


def test_the_teacher_hears_what_the_lesson_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    begun, added, *_ = blocks(TUTORIAL, "yaml")
    both = f"{begun}\n{added}"
    steps = [begun, both, mended(both), improved(mended(both))]
    command = "$ quiz check rain.yaml\n"
    told = [block for block in blocks(TUTORIAL, "console") if block.startswith(command)]
    for quiz, says in zip(steps, told, strict=True):
        Path("rain.yaml").write_text(quiz, encoding="utf-8")
        main(["check", "rain.yaml"])
        assert capsys.readouterr().out == says.removeprefix(command)
    main(["check", "rain.yaml", "--coverage"])
    assert "2 of 8 sentences" in capsys.readouterr().out
    assert "2 of 8 are covered" in text(TUTORIAL)


# What must stand there


def test_the_picture_is_drawn_and_needs_nothing_from_the_web(tmp_path: Path) -> None:
    picture = tmp_path / "question.svg"
    run_path(str(DOCS / "pictures" / "make.py"))["main"](picture)
    for one in (picture, DOCS / "pictures" / "question.svg"):
        words = text(one).replace("&#160;", " ")
        assert "Not quite" in words
        assert not re.search(r"@font-face|@import|href=|url\((?!#)", words)


def test_the_readme_says_what_the_quiz_is_not() -> None:
    assert DISCLAIMER in " ".join(text(ROOT / "README.md").split())
