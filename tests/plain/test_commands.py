"""Lines as commands."""

from collections.abc import Callable

import pytest

from quiz.engine.session import Presented
from quiz.plain.commands import SAYS, Command, Verb, parse_command, perhaps_meant

TABLE = [
    ("choice", "?", Command(Verb.HELP)),
    ("choice", "p", Command(Verb.PASSAGE)),
    ("choice", " P ", Command(Verb.PASSAGE)),
    ("choice", "?p", Command(Verb.PASSAGE)),
    ("choice", "b", Command(Verb.BACK)),
    ("choice", "b3", Command(Verb.BACK, 3)),
    ("choice", "g 12", Command(Verb.GO, 12)),
    ("choice", "g", Command(Verb.GO)),
    ("choice", "p 3", None),
    ("choice", "x", None),
    ("choice", "1", None),
    ("choice", "", None),
    ("choice", "false", None),
    ("match", "a", None),
    ("short", "p", None),
    ("short", "?p", Command(Verb.PASSAGE)),
    ("short", "?", Command(Verb.HELP)),
    ("cloze", "q", None),
    ("cloze", "?g 2", Command(Verb.GO, 2)),
    ("teach-back", "e", None),
    ("teach-back", "?e", Command(Verb.END)),
]


@pytest.mark.parametrize(("id_", "line", "expected"), TABLE)
def test_command(
    id_: str, line: str, expected: Command | None, asked: Callable[[str], Presented]
) -> None:
    assert parse_command(line, asked(id_).public) == expected


DOUBTFUL = [
    ("short", "h", "the help lines? Type ?h."),
    ("short", "H", "the help lines? Type ?h."),
    ("cloze", "q", "to leave? Type ?q."),
    ("short", "skip", "to skip the question? Type ?s."),
    ("short", "Hint", "the hint? Type ?i."),
    ("teach-back", "b 3", "to go back? Type ?b 3."),
    ("short", "help", "the help? Type ?."),
    ("short", "B3", None),
    ("short", "x", None),
    ("short", "hint at it", None),
    ("short", "p 3", None),
    ("choice", "skip", "to skip the question? Type s."),
    ("number", "hint", "the hint? Type i."),
    ("order", "quit", "to leave? Type q."),
]


@pytest.mark.parametrize(("id_", "line", "asks"), DOUBTFUL)
def test_what_is_a_command_elsewhere_is_asked_about(
    id_: str, line: str, asks: str | None, asked: Callable[[str], Presented]
) -> None:
    said = perhaps_meant(line, asked(id_).public)
    assert said == (asks and f"Did you mean {asks} To answer “{line}”, type it once more.")


def test_after_an_answer_letters_need_no_colon() -> None:
    assert parse_command("p") == Command(Verb.PASSAGE)


def test_of_every_command_is_told_what_it_does() -> None:
    assert list(SAYS) == list(Verb)
