"""Reading a quiz file, and telling every fault in it at once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quiz.check.finishing import OF_EVERY_QUESTION, TEXT, TOPICS
from quiz.model.problem import Fault, Problem, UnreadableQuiz, ValuePath, written
from quiz.model.question import Question
from quiz.model.quiz import MOST_QUESTIONS, Quiz
from quiz.model.text import clean, clean_line
from quiz.quizfile import schema, source
from quiz.quizfile.document import Document, Plain
from quiz.quizfile.faults import faults_of, without
from quiz.quizfile.parsing import READ_ON, parse
from quiz.quizfile.places import Places
from quiz.quizfile.rules import Parts, judge
from quiz.quizfile.slips import mended
from quiz.quizfile.yaml_parser import PROBLEMS

_EMPTY = "the file is empty: questions/README.md shows how to write a quiz"
_NO_QUIZ = "this is no quiz: begin with `schema: 1`; questions/README.md shows how to go on"
_TOO_MANY = "a quiz has at most {:,} questions, not {:,}: split it into several quizzes"
_LATER = frozenset({*OF_EVERY_QUESTION, "checklist", "evidence", "topics"})
"""Keys that a draft may lack, and may have with nothing behind them."""
_PARTS: dict[str, Any] = {
    "language": "en",
    "topics": None,
    "passage": None,
    "claims": {},
    "forms": None,
}
"""What the questions of a quiz refer to, and what stands for what the file leaves out."""


def read(path: str | Path) -> Quiz:
    """Return the quiz that a file holds.

    Raises:
        UnreadableQuiz: the file can't be read, or is no quiz; with all its problems.
    """
    return read_bytes(source.contents(path), str(path))


def read_bytes(data: bytes, name: str) -> Quiz:
    """Return the quiz that the bytes of a file hold; the name is for messages.

    Raises:
        UnreadableQuiz: they hold no quiz; with all their problems.
    """
    return read_with_places(data, name)[0]


def read_with_places(data: bytes, name: str) -> tuple[Quiz, Places]:
    """Return the same, and where in the file its values stand.

    Raises:
        UnreadableQuiz: they hold no quiz; with all their problems.
    """
    file = clean_line(name)
    text = source.decode(data, file)
    hidden = source.hidden(text, file)
    quiz, document, problems = _read(clean(text) if hidden else text, file)
    if problems or hidden or quiz is None:
        raise UnreadableQuiz(_in_order([*hidden, *problems], text))
    return quiz, Places(text, document)


def _read(text: str, file: str) -> tuple[Quiz | None, Document, list[Problem]]:
    """Return the quiz that a text holds, its data, and what is wrong with it."""
    quiz, document, problems = _read_as_it_is(text, file)
    if problems and len(text) <= READ_ON and (slips := mended(text, file)).problems:
        _, document, rest = _read_as_it_is(slips.text, file)
        return None, document, [*slips.problems, *rest]
    return quiz, document, problems


def _read_as_it_is(text: str, file: str) -> tuple[Quiz | None, Document, list[Problem]]:
    document = parse(text, file)
    quiz, faults = _take(document)
    return quiz, document, [*document.problems, *_located(faults, document, file)]


def _take(document: Document) -> tuple[Quiz | None, list[Fault]]:
    """Return the quiz that the data make, if they make one, and what is wrong with them."""
    data = document.data
    if not isinstance(data, dict):
        return None, [Fault((), _NO_QUIZ if data else _EMPTY)] if document.whole else []
    items = data.get("questions")
    given = items if isinstance(items, list) else []
    if len(given) > MOST_QUESTIONS:
        return None, [Fault(("questions",), _TOO_MANY.format(MOST_QUESTIONS, len(given)))]
    faults: list[Fault] = []
    draft = data.get("draft") is True
    faults += () if draft else _missing_parts(data)
    questions = dict(_questions(given, faults, draft=draft))
    whole: dict[str, Any] = {**(_begun(data) if draft else data)}
    if isinstance(items, list):
        whole["questions"] = [*questions.values()]
    try:
        quiz = schema.QUIZ.validate_python(whole)
    except ValidationError as error:
        quiz = None
        faults += faults_of(error, data)
    parts = _parts(quiz, data, document.broken)
    ids = [item.get("id") if isinstance(item, dict) else None for item in given]
    faults += islice(judge(Parts(**parts, draft=draft, ids=ids, questions=questions)), PROBLEMS)
    return quiz, faults


def _questions(
    items: list[Plain], faults: list[Fault], *, draft: bool
) -> Iterator[tuple[int, Question]]:
    """Yield the questions whose shape is right, each with its index in the file."""
    for index, item in enumerate(items):
        if len(faults) >= PROBLEMS:
            return
        begun = isinstance(item, dict) and (draft or item.get("draft") is True)
        try:
            yield index, schema.QUESTION.validate_python(_begun(item) if begun else item)
        except ValidationError as error:
            wanted = {} if begun else OF_EVERY_QUESTION
            faults += faults_of(error, item, ("questions", index), wanted)


def _begun(data: Plain) -> dict[str, Plain]:
    """Return the data of a draft without the keys behind which nothing stands yet."""
    items = data.items() if isinstance(data, dict) else ()
    return {key: value for key, value in items if value is not None or key not in _LATER}


def _missing_parts(data: dict[str, Plain]) -> Iterator[Fault]:
    """Yield the parts that a finished quiz has and these data lack."""
    yield from without(data, {"topics": TOPICS})
    yield from without(data.get("passage"), {"text": TEXT}, ("passage",))


def _parts(
    quiz: Quiz | None, data: dict[str, Plain], broken: Iterable[ValuePath]
) -> dict[str, Any]:
    """Return what the questions of a quiz refer to, as far as it could be read."""
    parts: dict[str, Any] = {
        name: getattr(quiz, name) if quiz and name in data else _part(name, data) for name in _PARTS
    }
    if any(len(path) < 3 or path[2] == "id" for path in broken if path[:1] == ("questions",)):
        parts["forms"] = None  # a question that it names may be the one that can't be read
    return parts


def _part(name: str, data: dict[str, Plain]) -> object:
    """Return a part of a quiz that is not right; None where that part isn't either."""
    if name not in data:
        return _PARTS[name]
    try:
        return schema.part(name).validate_python(data[name])
    except ValidationError:
        return None


def _located(faults: Iterable[Fault], document: Document, file: str) -> Iterator[Problem]:
    """Yield faults with their places in the file, but for those that broken text may make."""
    broken = {(problem.line, problem.column) for problem in document.problems}
    for path, message, at_key in faults:
        place = document.place(path, at_key=at_key)
        if place not in broken and not document.hides(path):
            yield Problem(file, *place, written(path), message)


def _in_order(problems: Iterable[Problem], text: str) -> tuple[Problem, ...]:
    """Return problems in the order of the file, each once, none behind its end.

    libyaml marks the end of a text on a line that may not be there.
    """
    end = source.place(text, len(text))
    within = set()
    for problem in problems:
        line, column = min((problem.line, problem.column), end)
        within.add(replace(problem, line=line, column=column))
    return tuple(sorted(within)[:PROBLEMS])
