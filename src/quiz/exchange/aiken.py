"""Aiken: a stem, options with letters, and the letter of the key, a line each.

Source: readquestions() and writequestion() of Moodle's question/format/aiken/format.php.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from string import ascii_uppercase

from quiz.exchange.entries import Found, imported
from quiz.exchange.format import Exported, Format, Imported, Loss
from quiz.exchange.item import Answer, Item, Refused, Way, check_answers
from quiz.exchange.losses import losses
from quiz.exchange.sentence_choice import as_choice
from quiz.model.question import Choice, Locate, Question, Statement
from quiz.model.quiz import Quiz

_BLANKS = " \t"
_OPTION = re.compile(r"[A-Z][).]")
_ANSWER = "ANSWER:"
_AIKEN = re.compile(r"^[A-Z][).].*\n\s*ANSWER:[ \t]*[A-Z]", re.MULTILINE)
_NO_END = "no line with ANSWER: and a letter ends it"
_ALL = "all of it: Aiken holds questions with one right option alone"
_WRITE = "write the capital letter of the right one"
_HOLDS: Mapping[str, str] = {
    "choice": "options and the key alone",
    "statement": "options and the key alone: true, false, not stated",
    "locate": "options and the key alone: sentences of the passage",
}


def read(text: str) -> Imported:
    """Return what an Aiken file holds.

    Raises:
        NotThatFormat: it holds too many questions.
    """
    return imported(_questions(text))


def _questions(text: str) -> Iterator[Found]:
    """Yield the questions: a line that is no option and no key begins one."""
    first, stem, options = 0, "", list[str]()
    for number, words in enumerate(text.split("\n"), 1):
        line = words.strip(_BLANKS)
        if len(line) < 2:
            continue
        if not (_OPTION.match(line) or line.startswith(_ANSWER)):
            if stem:
                yield Found((), first, stem, partial(_refuse, _NO_END))
            first, stem, options = number, line, []
        elif not stem:
            yield Found((), number, line, partial(_refuse, "it stands below no question"))
        elif _OPTION.match(line):
            options.append(line[2:].strip(_BLANKS))
        else:
            letter = line.removeprefix(_ANSWER).strip(_BLANKS)[:1]
            yield Found((), first, stem, partial(_item, stem, options, letter))
            stem = ""
    if stem:
        yield Found((), first, stem, partial(_refuse, _NO_END))


def _item(stem: str, options: list[str], letter: str) -> Item:
    check_answers(len(options))
    if len(options) < 2:
        raise Refused("it has fewer than two options")
    if not letter or letter not in ascii_uppercase[: len(options)]:
        raise Refused(f"ANSWER: {letter} names no option: {_WRITE}")
    answers = [Answer(text=text) for text in options]
    answers[ascii_uppercase.index(letter)].share = 100
    return Item(way=Way.PICK, stem=stem, answers=answers)


def _refuse(why: str) -> Item:
    raise Refused(why)


def write(quiz: Quiz) -> Exported:
    """Return the choices of a quiz as an Aiken file, and what it could not carry."""
    pieces = [_piece(question, quiz) for question in quiz.questions]
    own = (
        Loss(question.id, f"that it is of the kind {question.kind}" if piece else _ALL)
        for question, piece in zip(quiz.questions, pieces, strict=True)
        if question.kind != "choice" or not piece
    )
    data = "\n".join(filter(None, pieces)).encode()
    return Exported(data=data, losses=losses(quiz, _HOLDS, own))


def _piece(question: Question, quiz: Quiz) -> str:
    """Return a question as it stands in a file; nothing where it can't be read from there."""
    asked = as_choice(question, quiz) if isinstance(question, Locate) else question
    if not isinstance(asked, Choice | Statement):
        return ""
    stem, *texts = (
        " ".join(text.split()) for text in (asked.ask, *(one.text for one in asked.options))
    )
    lines = [f"{letter}) {text}" for letter, text in zip(ascii_uppercase, texts, strict=False)]
    key = next(index for index, option in enumerate(asked.options) if option.correct)
    piece = "\n".join((stem, *lines, f"{_ANSWER} {ascii_uppercase[key]}\n"))
    found = [entry.question for entry in read(piece).entries]
    return piece if len(found) == 1 and found[0] and found[0].ask == stem else ""


FORMAT = Format(
    name="aiken",
    title="Aiken",
    ending=".txt",
    recognizes=lambda text: _AIKEN.search(text) is not None,
    read=read,
    write=write,
    holds=_HOLDS,
)
