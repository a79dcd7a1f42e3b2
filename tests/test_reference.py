"""The reference: made from the code, and whole."""

import re
import subprocess
import sys
from argparse import _SubParsersAction
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from pathlib import Path

from quiz.commands.parser import parser
from quiz.model.passage import Passage
from quiz.model.question import KINDS
from quiz.model.question_parts import Blank, Note, Option, Pair, Rejected, Tempting
from quiz.model.quiz import Claim, Forms, Quiz
from quiz.service.help_lines import by_place, help_lines, last_check

ROOT = Path(__file__).parents[1]


def test_what_is_made_from_the_code_is_as_the_code_is() -> None:
    command = [sys.executable, str(ROOT / "docs" / "make.py"), "--check"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def words() -> Iterable[tuple[str, str | None]]:
    """Yield every command, option and argument, each with its help."""
    top = parser()
    for action in top._actions:
        if isinstance(action, _SubParsersAction):
            yield from ((one.dest, one.help) for one in action._choices_actions)
            for sub in action.choices.values():
                yield from ((_name(one), one.help) for one in sub._actions)
        else:
            yield _name(action), action.help


def _name(action: object) -> str:
    options = getattr(action, "option_strings", ())
    return options[-1] if options else str(getattr(action, "metavar", ""))


def test_every_word_of_the_command_line_is_documented() -> None:
    for page in ("docs/reference/commands.md", "share/man/man1/quiz.1"):
        text = (ROOT / page).read_text(encoding="utf-8").replace("\\-", "-")
        for word, says in words():
            assert says
            assert word in text


PARTS = (Quiz, Passage, Claim, Forms, Note, Option, Rejected, Blank, Pair, Tempting)


def test_every_field_of_a_quiz_file_is_documented() -> None:
    text = (ROOT / "docs" / "reference" / "quiz-file.md").read_text(encoding="utf-8")
    for part in (*PARTS, *KINDS.values()):
        for field in fields(part):
            assert f"| `{field.name}` | " in text


def test_the_help_lines_are_whole() -> None:
    lines = help_lines()
    assert all(line.place and line.checked == date(2026, 11, 30) for line in lines)
    assert all(re.match("(Call|See) ", line.call) and line.what for line in lines)
    assert [line for lines in by_place().values() for line in lines] == list(lines)
    assert last_check() == date(2026, 11, 30)
    numbers = " ".join(line.call for line in lines)
    for number in ("988", "911", "116 123", "13 11 14", "1737", "112", "findahelpline.com"):
        assert number in numbers
    assert list(by_place())[-1] == "Elsewhere"


def test_there_is_a_line_for_poison_and_one_for_drug_use() -> None:
    lines = {line.call: line.what for line in by_place()["United States"]}
    assert "poison" in lines["Call 1-800-222-1222"]
    assert "drug use" in lines["Call 1-800-662-4357"]
