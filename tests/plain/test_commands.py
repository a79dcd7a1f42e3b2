"""Lines as commands."""

from collections.abc import Callable

import pytest

from quiz.engine.session import Presented
from quiz.plain.commands import SAYS, Command, Verb, parse_command

TABLE = [
    ("choice", "?", Command(Verb.HELP)),
    ("choice", "p", Command(Verb.PASSAGE)),
    ("choice", " P ", Command(Verb.PASSAGE)),
    ("choice", ":p", Command(Verb.PASSAGE)),
    ("choice", "b", Command(Verb.BACK)),
    ("choice", "b3", Command(Verb.BACK, 3)),
    ("choice", "g 12", Command(Verb.GO, 12)),
    ("choice", "g", None),
    ("choice", "p 3", None),
    ("choice", "x", None),
    ("choice", "1", None),
    ("choice", "", None),
    ("choice", "false", None),
    ("match", "a", None),
    ("short", "p", None),
    ("short", ":p", Command(Verb.PASSAGE)),
    ("short", "?", Command(Verb.HELP)),
    ("cloze", "q", None),
    ("cloze", ":g 2", Command(Verb.GO, 2)),
    ("teach-back", "e", None),
    ("teach-back", ":e", Command(Verb.END)),
]


@pytest.mark.parametrize(("id_", "line", "expected"), TABLE)
def test_command(
    id_: str, line: str, expected: Command | None, asked: Callable[[str], Presented]
) -> None:
    assert parse_command(line, asked(id_).public) == expected


def test_after_an_answer_letters_need_no_colon() -> None:
    assert parse_command("p") == Command(Verb.PASSAGE)


def test_of_every_command_is_told_what_it_does() -> None:
    assert list(SAYS) == list(Verb)
