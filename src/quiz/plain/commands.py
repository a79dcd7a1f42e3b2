"""What can be typed in place of an answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from quiz.model.public_question import PublicQuestion
from quiz.plain.kinds import in_lines


class Verb(StrEnum):
    """What to do, by the letter for it."""

    HELP = "?"
    PASSAGE = "p"
    HINT = "i"
    FLAG = "f"
    SKIP = "s"
    BACK = "b"
    GO = "g"
    MEANT = "m"
    LINES = "h"
    END = "e"
    QUIT = "q"


SAYS: Mapping[Verb, str] = {
    Verb.HELP: "this help",
    Verb.PASSAGE: "the passage",
    Verb.HINT: "a hint, where there is one",
    Verb.FLAG: "flag this question, or take the flag away",
    Verb.SKIP: "skip this question; it comes back at the end",
    Verb.BACK: "the question before; b 3 goes to question 3",
    Verb.GO: "this question once more; g 3 goes to question 3",
    Verb.MEANT: "I meant that: of a typed answer graded wrong, in practice; m takes it back",
    Verb.LINES: "help lines: people to talk to",
    Verb.END: "end here and see the result",
    Verb.QUIT: "leave; your answers are kept",
}
"""What `?` says of each."""

CALLED: Mapping[Verb, str] = {
    Verb.HELP: "the help",
    Verb.PASSAGE: "the passage",
    Verb.HINT: "the hint",
    Verb.FLAG: "to flag the question",
    Verb.SKIP: "to skip the question",
    Verb.BACK: "to go back",
    Verb.GO: "to go to a question",
    Verb.MEANT: "to say that you meant it",
    Verb.LINES: "the help lines",
    Verb.END: "to end here",
    Verb.QUIT: "to leave",
}
"""What each is called where an answer may have been meant for it."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it was typed."""

    verb: Verb
    """What to do."""
    number: int | None = None
    """The question's number, from 1, for those that go to one."""


_FORM = r"(\??)([?a-z])(?:\s*(\d{1,5}))?"
_LETTERS: Mapping[str, Verb] = {verb: verb for verb in Verb}
_WORDS: Mapping[str, Verb] = {verb.name.lower(): verb for verb in Verb}
_NUMBERED = (Verb.BACK, Verb.GO)


def parse_command(line: str, question: PublicQuestion | None = None) -> Command | None:
    """Return the command in a line, or None where the line is an answer.

    A command is one letter alone. Where the learner types words the letter needs a question mark,
    as in `?p`, so that every word can be an answer; `?` never does.
    """
    found = re.fullmatch(_FORM, line.strip(), re.IGNORECASE | re.ASCII)
    if found is None:
        return None
    mark, letter, number = found.groups()
    verb = _LETTERS.get(letter.lower())
    if verb is None or (number and verb not in _NUMBERED):
        return None
    if types_words(question) and not mark and verb is not Verb.HELP:
        return None
    return Command(verb, int(number) if number else None)


def perhaps_meant(line: str, question: PublicQuestion) -> str | None:
    """Return what to ask where an answer could be meant for a command; None where it could not.

    "b 3" could and "B3" could not: that may well be a vitamin.
    """
    word, _, number = line.strip().partition(" ")
    verb = _LETTERS.get(word.lower()) or _WORDS.get(word.lower())
    if verb is None or (number and not (verb in _NUMBERED and number.isdecimal())):
        return None
    mark = "?" if types_words(question) and verb is not Verb.HELP else ""
    typed = f"{mark}{verb} {number}".strip()
    return f"Did you mean {CALLED[verb]}? Type {typed}. To answer “{line}”, type it once more."


def types_words(question: PublicQuestion | None) -> bool:
    """Return whether the answer to the question is typed in words."""
    return question is not None and in_lines(question).words
