"""Reading a quiz file, and telling every fault in it at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from pydantic_core import ValidationError

from quiz.model.collector import no_collector
from quiz.model.problem import Fault, Problem, UnreadableQuiz, written
from quiz.model.question import KINDS, Question
from quiz.model.quiz import Quiz
from quiz.model.text import clean, clean_line
from quiz.quizfile import shape, source, words
from quiz.quizfile.document import AT_MOST, Document, Flaw, Plain
from quiz.quizfile.plain import parse
from quiz.quizfile.rules import Draft, judge

if TYPE_CHECKING:
    from _typeshed import StrPath

_EMPTY = "the file is empty: questions/README.md shows how to write a quiz"
_NO_QUIZ = "this is no quiz: begin with `schema: 1`; questions/README.md shows how to go on"
_KINDS = f"write one of {', '.join(KINDS)}"


def read(path: StrPath) -> Quiz:
    """Return the quiz that a file holds.

    Raises:
        UnreadableQuiz: the file can't be read, or is no quiz; with all its problems.

    """
    return read_bytes(bytes_of(path), str(path))


def bytes_of(path: StrPath) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableQuiz: the file can't be read.

    """
    try:
        return source.contents(path)
    except source.Refused as refused:
        raise UnreadableQuiz((_refusal(refused, str(path)),)) from None


def read_bytes(data: bytes, name: str) -> Quiz:
    """Return the quiz that the bytes of a file hold; the name is for messages.

    Raises:
        UnreadableQuiz: they hold no quiz; with all their problems.

    """
    try:
        text = source.decode(data)
    except source.Refused as refused:
        raise UnreadableQuiz((_refusal(refused, name),)) from None
    hidden = [
        Flaw(spot, f"the hidden character {code} stands here: take it out")
        for spot, code in source.forbidden(text)
    ]
    with no_collector():
        document = parse(clean(text) if hidden else text)
        quiz, faults = _take(document)
    flaws = (*hidden, *document.flaws)
    problems = _problems(name, document, flaws, faults, source.end(text))
    if problems or quiz is None:
        raise UnreadableQuiz(problems)
    return quiz


def _refusal(refused: source.Refused, name: str) -> Problem:
    return Problem(clean_line(name), *refused.spot, "", refused.message)


def _take(document: Document) -> tuple[Quiz | None, list[Fault]]:
    """Return the quiz that the data make, if they make one, and what is wrong with them."""
    data = document.data
    if not isinstance(data, dict):
        return None, [Fault((), _NO_QUIZ if data else _EMPTY)] if document.whole else []
    faults: list[Fault] = []
    quiz = None
    try:
        quiz = shape.frame_validator().validate_python(data)
    except ValidationError as error:
        faults += words.faults(error, data, Quiz)
    questions = tuple(_questions(data.get("questions"), faults))
    faults += islice(judge(_draft(quiz, data, questions)), AT_MOST)
    if quiz is None or faults:
        return None, faults
    return replace(quiz, questions=tuple(question for _, question in questions)), []


def _questions(data: object, faults: list[Fault]) -> Iterator[tuple[int, Question]]:
    """Yield the questions that are whole, each with its index in the file."""
    for index, item in enumerate(data if isinstance(data, tuple) else ()):
        if len(faults) >= AT_MOST:
            return
        at = ("questions", index)
        kind = item.get("kind") if isinstance(item, dict) else None
        if not isinstance(item, dict):
            faults.append(Fault(at, "a question stands as keys and values: begin with `id: ...`"))
        elif "kind" not in item:
            faults.append(Fault((*at, "kind"), f"missing: {_KINDS}"))
        elif not isinstance(kind, str) or kind not in KINDS:
            guess = words.did_you_mean(kind, tuple(KINDS))
            faults.append(Fault((*at, "kind"), f"unknown kind: {guess} {_KINDS}"))
        else:
            try:
                yield index, shape.validator(kind).validate_python(item)
            except ValidationError as error:
                faults += words.faults(error, item, KINDS[kind], at)


def _draft(
    quiz: Quiz | None, data: dict[str, Plain], questions: tuple[tuple[int, Question], ...]
) -> Draft:
    """Return what the rules go by: the parts of the quiz, or those of them that are whole."""
    parts: dict[str, Any] = {
        name: getattr(quiz, name) if quiz else _part(name, data) for name in _PARTS
    }
    items = data.get("questions")
    ids = [
        item.get("id") if isinstance(item, dict) else None
        for item in (items if isinstance(items, tuple) else ())
    ]
    return Draft(**parts, ids=ids, questions=questions)


_PARTS: dict[str, object] = {
    "language": "en",
    "topics": None,
    "passage": None,
    "claims": {},
    "forms": None,
}
"""The parts of a quiz that its questions refer to, and what stands for a missing one."""


def _part(name: str, data: dict[str, Plain]) -> object:
    """Return a part of a quiz that is not whole, None where that part isn't either."""
    if name not in data:
        return _PARTS[name]
    try:
        return shape.field_validator(name).validate_python(data[name])
    except ValidationError:
        return None


def _problems(
    name: str,
    document: Document,
    flaws: Iterable[Flaw],
    faults: Iterable[Fault],
    end: source.Spot,
) -> tuple[Problem, ...]:
    """Return all that is wrong in the order of the file; a flaw hides the faults it makes.

    libyaml marks the end of a text on a line that may not be there: nothing stands after the end.
    """
    file = clean_line(name)
    found = [
        Problem(file, *min(spot, end), written(path), message) for spot, message, path in flaws
    ]
    flawed = {flaw.spot for flaw in flaws}
    for path, message, at_key in faults:
        spot = document.spot(path, at_key=at_key)
        if spot not in flawed:
            found.append(Problem(file, *min(spot, end), written(path), message))
    return tuple(sorted(dict.fromkeys(found))[:AT_MOST])
