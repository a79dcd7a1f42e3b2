"""The plain text that text2qti makes quizzes for Canvas of: read, not written.

Each element begins a line with its mark, and goes on indented. Source: the README of text2qti, and
the patterns in its `quiz.py`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from textwrap import dedent
from typing import Any

from quiz.exchange.format import Entry, Format, Imported
from quiz.exchange.markdown_question import Refused, Words, question_of
from quiz.exchange.plain_markdown import plain
from quiz.exchange.text_file import text_of
from quiz.model.problem import shown
from quiz.model.question import Number, Option, Question, Short, Statement, TeachBack
from quiz.model.quiz import MOST_QUESTIONS

_MARK = re.compile(
    r"""(?:
    (?P<setting> (?i: quiz\ (?:title|description) | text(?:\ title)? | title | points | pick
        | points\ per\ question | shuffle\ answers | show\ correct\ answers
        | one\ question\ at\ a\ time | can't\ go\ back | feedback\ is\ solution
        | solutions\ (?:sample\ groups|randomize\ groups|pick) )) :
    | (?P<group> (?:END_)?GROUP(?=\s*$) )
    | (?P<question> [0-9]+\.)
    | (?P<right> \*[A-Za-z]\) ) | (?P<wrong> [A-Za-z]\) )
    | (?P<checked> \[\*\] ) | (?P<unchecked> \[\ ?\] )
    | (?P<answer> \* ) | (?P<number> = )
    | (?P<essay> ___+(?=\s*$) ) | (?P<upload> \^\^\^+(?=\s*$) )
    | (?P<feedback> \.\.\. ) | (?P<if_right> \+ ) | (?P<if_wrong> - ) | (?P<solution> ! )
    | (?P<program> ```+.* )
    )(?:[ \t]+|$)""",
    re.VERBOSE,
)
_BEGINS = re.compile(
    r"^Quiz title:|^[0-9]+\.[ \t]+(?:.*[^{\s])?[ \t]*\n"
    r"(?:(?:[ \t].*|(?:\.\.\.|[-+!])[ \t].*)?\n)*"
    r"(?:\*?[A-Za-z]\)[ \t]|\[[ *]?\][ \t]|[*=][ \t]|___+$|\^\^\^+$)",
    re.MULTILINE | re.IGNORECASE,
)
_IN_AIKEN = re.compile(r"^ANSWER:", re.MULTILINE)
_ANSWERS = (
    *("right", "wrong", "checked", "unchecked"),
    *("answer", "number", "essay", "upload"),
)
_NOTED = {
    "if_right": "a feedback for all right answers",
    "if_wrong": "a feedback for all wrong answers",
}
_STRANGE = "begins with no mark: indent what goes on"
_BEGINS_NONE = {
    "program": "it is a program that writes questions, which is not run",
    "strange": f"it {_STRANGE}",
}
_POINTS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_NUMBER = re.compile(r"[+-]?[0-9][0-9_]{0,20}(?:\.[0-9]{0,20})?(?:[eE][+-]?[0-9]{1,2})?")
_RANGE = re.compile(r"\[([^,]+),([^,]+)\]")


@dataclass(slots=True)
class _Element:
    """An element, as it stands in the file."""

    line: int
    mark: str
    name: str
    """The words of its mark."""
    first: str
    """What stands behind its mark."""
    rest: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says, in Markdown."""
        return "\n".join([self.first, dedent("\n".join(self.rest)).rstrip()]).strip()


@dataclass(slots=True)
class _Item:
    """A question, or what stands where one should."""

    begin: _Element
    settings: Mapping[str, str]
    """What the file says of it before it begins: its title, its points, its group."""
    parts: list[_Element] = field(default_factory=list)
    words: Words = field(default_factory=Words)

    @property
    def answers(self) -> list[tuple[_Element, str]]:
        """Its answers, each with the feedback that stands below it."""
        below = [part.text if part.mark == "feedback" else "" for part in self.parts[1:]]
        every = zip(self.parts, [*below, ""], strict=False)
        return [(part, said) for part, said in every if part.mark in _ANSWERS]

    @property
    def solution(self) -> str:
        """What its solution says, in Markdown."""
        return "\n\n".join(part.text for part in self.parts if part.mark == "solution")


def _recognizes(text: str) -> bool:
    return _BEGINS.search(text) is not None and not _IN_AIKEN.search(text)


def read(data: bytes | str) -> Imported:
    """Return the questions of a file, and its descriptions as the passage.

    Raises:
        NotThatFormat: it is no text.
    """
    settings: dict[str, str] = {}
    items, passage, groups = list[_Item](), list[str](), 0
    for element in _elements(text_of(data)):
        name = element.name.lower()
        if name in {"quiz description", "text title", "text"}:
            passage += plain(element.text).text.split("\n")
        elif element.mark == "setting":
            settings[name] = " ".join(element.text.split())
        elif element.mark == "group":
            settings = _without(settings, "group", "pick", "points per question")
            if name == "group":
                groups += 1
                settings["group"] = f"group-{groups}"
        elif items and element.mark not in {"question", "program"}:
            items[-1].parts.append(element)
        else:
            items.append(_Item(element, settings))
            settings = _without(settings, "title", "points")
    return Imported(
        title=settings.get("quiz title", ""),
        entries=tuple(map(_entry, items[: MOST_QUESTIONS + 1])),
        passage=tuple(one.removeprefix("- ") for one in passage if one),
    )


def _elements(text: str) -> Iterator[_Element]:
    """Yield the elements of a file in order, without its comments."""
    element: _Element | None = None
    commented = program = False
    for number, line in enumerate(text.split("\n"), 1):
        commented = line.startswith("COMMENT") or (commented and line[:11] != "END_COMMENT")
        if commented or line.startswith(("%", "END_COMMENT")):
            continue
        if element and (program or not line.strip() or line[0] in " \t"):
            element.rest.append(line)
            program = program and not line.startswith("```")
        elif line.strip():
            if element:
                yield element
            found = _MARK.match(line)
            mark = (found and found.lastgroup) or "strange"
            name, end = (found[mark], found.end()) if found else ("", 0)
            element = _Element(number, mark, name, line[end:].strip())
            program = element.mark == "program"
    if element:
        yield element


def _without(settings: Mapping[str, str], *marks: str) -> dict[str, str]:
    return {mark: text for mark, text in settings.items() if mark not in marks}


def _entry(item: _Item) -> Entry:
    line = item.begin.line
    name = shown(item.settings.get("title") or plain(item.begin.text).text)
    try:
        question = _question(item)
    except Refused as refusal:
        return Entry(line=line, name=name, question=None, refused=str(refusal))
    return Entry(line=line, name=name, question=question, losses=item.words.lost)


def _question(item: _Item) -> Question:
    """Return the question.

    Raises:
        Refused: it is none of ours.
    """
    if item.begin.mark != "question":
        raise Refused(_BEGINS_NONE.get(item.begin.mark, "it belongs to no question"))
    for part in item.parts:
        if part.mark == "strange":
            raise Refused(f"line {part.line} {_STRANGE}")
    match sorted({answer.mark for answer, _ in item.answers}):
        case []:
            raise Refused("it has neither options nor an answer")
        case ["upload"]:
            raise Refused("unsupported type: file upload")
        case ["answer"]:
            accept = tuple(answer.text for answer, _ in item.answers)
            return Short(accept=accept, **_common(item))
        case ["number"]:
            return _number(item)
        case ["essay"]:
            points = item.words.of(item.solution).split("\n")
            checklist = tuple(point.removeprefix("- ") for point in points if point)
            return TeachBack(checklist=checklist, **_common(item, solution=""))
        case marks if {*marks} <= {"right", "wrong"} or {*marks} <= {"checked", "unchecked"}:
            return _picked(item, several="right" not in marks and "wrong" not in marks)
    raise Refused("its answers are of several types")


def _common(item: _Item, solution: str | None = None) -> dict[str, Any]:
    """Return the fields of a question of whatever kind; its solution is part of why."""
    marks = [part.mark for part in item.parts]
    for mark in filter(_NOTED.get, marks):
        item.words.note(_NOTED[mark])
    first = next((at for at, mark in enumerate(marks) if mark in _ANSWERS), 0)
    said = [part.text for part in item.parts[:first] if part.mark == "feedback"]
    solution = item.solution if solution is None else solution
    group = item.settings.get("group")
    picked = item.settings.get("pick", "1")
    if group and picked != "1":
        item.words.note(f"that {shown(picked)} of its group are picked")
    return {
        "id": "",
        "ask": item.words.of(item.begin.text),
        "points": _points(item),
        "group": group if picked == "1" else None,
        **item.words.explained("\n\n".join([*said, solution])),
    }


def _picked(item: _Item, *, several: bool) -> Question:
    """Return options to pick from; or a statement, where they are true and false."""
    options = tuple(
        Option(
            text=item.words.of(answer.text),
            correct=answer.mark in {"right", "checked"},
            why=item.words.of(said) or None,
        )
        for answer, said in item.answers
    )
    right = [option.text.lower() for option in options if option.correct]
    if len(right) > 1 and not several:
        raise Refused("more than one answer is marked as right: write [*] where several may be")
    texts = [option.text.lower() for option in options]
    if right and not several and sorted(texts) == ["false", "true"]:
        why = {text: one.why for text, one in zip(texts, options, strict=True) if one.why}
        return Statement(answer=right == ["true"], why=why, **_common(item))  # type: ignore[arg-type]
    shuffle = item.settings.get("shuffle answers", "").lower() != "false"
    return question_of(options, shuffle=shuffle, **_common(item))


def _points(item: _Item) -> int:
    """Return a whole number from 1 to 100, and note where the file has another one."""
    given = item.settings.get("points") or item.settings.get("points per question") or "1"
    value = Decimal(given) if _POINTS.fullmatch(given) else None
    points = min(max(int((value or Decimal(1)).to_integral_value(ROUND_HALF_UP)), 1), 100)
    if points != value:
        item.words.note(f"its {shown(given)} points ({points} here)")
    return points


def _number(item: _Item) -> Number:
    """Return a number and how far off an answer may be: of a range the middle and half of it."""
    text, *others = (answer.text for answer, _ in item.answers)
    if others:
        raise Refused("it has more than one number")
    if found := _RANGE.fullmatch(text):
        low, high = _decimal(found[1]), _decimal(found[2])
        answer, tolerance = (low + high) / 2, (high - low) / 2
    else:
        number, _, margin = text.partition("+-")
        answer, percent = _decimal(number), margin.rstrip().endswith("%")
        tolerance = _decimal(margin.rstrip().removesuffix("%") or "0")
        tolerance *= answer / 100 if percent else 1
    return Number(answer=_own(answer), tolerance=_own(abs(tolerance)), **_common(item))


def _decimal(text: str) -> Decimal:
    if not _NUMBER.fullmatch(text.strip()):
        raise Refused(f"{shown(text)} is no number")
    return Decimal(text.strip())


def _own(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


FORMAT = Format(
    name="text2qti",
    title="text2qti",
    ending=".txt",
    recognizes=_recognizes,
    read=read,
    holds={
        "choice": "lettered options, one with an asterisk",
        "choices": "options behind [ ], right ones behind [*]",
        "statement": "two lettered options, true and false",
        "number": "a line that begins with =",
        "short": "lines that begin with an asterisk",
        "teach-back": "a line of underscores",
        "checklist": "the lines of its solution, behind !",
        "why": "the text behind ... below an option",
        "explain": "the text behind ... below the question, and its solution",
        "points": "Points:",
        "group": "GROUP, where one of its questions is picked",
        "shuffle": "Shuffle answers:",
        "passage": "Quiz description: and Text:",
        "title": "Quiz title:",
    },
)
