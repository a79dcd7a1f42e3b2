"""Aiken: a stem, options with letters, and the letter of the key, a line each.

Source: readquestions() and writequestion() of Moodle's question/format/aiken/format.php.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from string import ascii_uppercase

from quiz.engine.kinds import KINDS
from quiz.exchange.format import Entry, Exported, Format, Imported, Loss, NotThatFormat
from quiz.exchange.sentence_choice import as_choice
from quiz.exchange.text_file import text_of
from quiz.exchange.unheld import in_order, unheld
from quiz.model.question import Choice, Locate, Option, Question, Statement
from quiz.model.quiz import MOST_QUESTIONS, Quiz
from quiz.model.text import clean_line

_BLANKS = " \t\0\x0b"
_OPTION = re.compile(r"[A-Z][).]")
_ANSWER = "ANSWER:"
_AIKEN = re.compile(r"^[A-Z][).].*\n\s*ANSWER:[ \t]*[A-Z]", re.MULTILINE)
_LONGEST_NAME = 60
_UNHELD = (
    *("passage", "glossary", "know", "forms", "claims"),
    *("topic", "skill", "difficulty", "points", "hint", "note", "group", "waive", "tags", "quotes"),
)
_HOLDS: Mapping[str, str] = {
    "choice": "options and the key alone",
    "statement": "options and the key alone: true, false, not stated",
    "locate": "options and the key alone: sentences of the passage",
}


def recognizes(text: str) -> bool:
    """Return whether a text begins as an Aiken file does."""
    return bool(_AIKEN.search(text))


def read(data: bytes | str) -> Imported:
    """Return what an Aiken file holds.

    Raises:
        NotThatFormat: it is too long, no text, or holds too many questions.
    """
    entries = tuple(islice(_entries(text_of(data)), MOST_QUESTIONS + 1))
    if len(entries) > MOST_QUESTIONS:
        raise NotThatFormat(f"the file has more than {MOST_QUESTIONS:,} questions: split it")
    return Imported(entries=entries)


def _entries(text: str) -> Iterator[Entry]:
    """Yield the questions: a line that is no option and no key begins one."""
    first, stem, options = 0, "", list[str]()
    for number, words in enumerate(text.split("\n"), 1):
        line = words.strip(_BLANKS)
        if len(line) < 2:
            continue
        if not (_OPTION.match(line) or line.startswith(_ANSWER)):
            if stem:
                yield _refused(first, stem, "no line with ANSWER: and a letter ends it")
            first, stem, options = number, line, []
        elif not stem:
            yield _refused(number, line, "it stands below no question")
        elif _OPTION.match(line):
            options.append(line[2:].strip(_BLANKS))
        else:
            yield _entry(first, stem, options, line.removeprefix(_ANSWER).strip(_BLANKS)[:1])
            stem = ""
    if stem:
        yield _refused(first, stem, "no line with ANSWER: and a letter ends it")


def _entry(line: int, stem: str, options: list[str], letter: str) -> Entry:
    if len(options) < 2:
        return _refused(line, stem, "it has fewer than two options")
    if letter not in ascii_uppercase[: len(options)] or not letter:
        return _refused(line, stem, "no answer is marked as right: its letter is that of no option")
    key = ascii_uppercase.index(letter)
    question = Choice(
        id="",
        ask=stem,
        options=tuple(Option(text=text, correct=at == key) for at, text in enumerate(options)),
    )
    return Entry(line=line, name=_name(stem), question=question)


def _refused(line: int, words: str, reason: str) -> Entry:
    return Entry(line=line, name=_name(words), question=None, refused=reason)


def _name(words: str) -> str:
    return clean_line(words)[:_LONGEST_NAME]


def write(quiz: Quiz) -> Exported:
    """Return the choices of a quiz as an Aiken file, and what it could not carry."""
    pieces, losses = [], [*unheld(quiz, *_UNHELD)]
    for question in quiz.questions:
        piece = _piece(question, quiz)
        losses += (Loss(question.id, what) for what in _lost(question, piece))
        pieces += [piece] if piece else []
    return Exported(data="\n".join(pieces).encode(), losses=in_order(quiz, losses))


def _piece(question: Question, quiz: Quiz) -> str:
    """Return a question as it stands in a file; nothing where it can't be read from there."""
    shown = as_choice(question, quiz) if isinstance(question, Locate) else question
    if not isinstance(shown, Choice | Statement):
        return ""
    stem, options = _on_one_line(shown.ask), shown.options
    lines = [
        f"{letter}) {_on_one_line(option.text)}"
        for letter, option in zip(ascii_uppercase, options, strict=False)
    ]
    key = next(index for index, option in enumerate(options) if option.correct)
    piece = "\n".join((stem, *lines, f"{_ANSWER} {ascii_uppercase[key]}\n"))
    found = [entry.question for entry in _entries(piece)]
    return piece if len(found) == 1 and found[0] and found[0].ask == stem else ""


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _lost(question: Question, piece: str) -> Iterator[str]:
    if not piece:
        yield "all of it: Aiken holds questions with one right option alone"
        return
    yield "its id"
    if question.kind != "choice":
        yield f"that it is of the kind {question.kind}"
    if not getattr(question, "shuffle", False):
        yield "the order of its options"
    if any(option.why for option in KINDS[question.kind].options(question)):
        yield "why its options are right or wrong"
    if question.explain:
        yield "its explanation"
    if question.quotes:
        yield "its evidence"


FORMAT = Format(
    name="aiken",
    title="Aiken",
    ending=".txt",
    recognizes=recognizes,
    read=read,
    write=write,
    holds=_HOLDS,
)
