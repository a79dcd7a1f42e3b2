"""The plain text that text2qti makes quizzes for Canvas of: read, not written.

Each element begins a line with its mark, and goes on indented. Source: the README of text2qti, and
the patterns in its `quiz.py`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from textwrap import dedent

from quiz.exchange.entries import Found, imported
from quiz.exchange.format import Format, Imported
from quiz.exchange.item import (
    Answer,
    Item,
    Refused,
    Way,
    check_answers,
    decimal,
    points_of,
    words,
)
from quiz.exchange.plain_markdown import paragraphs, plain
from quiz.model.problem import shown

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
class _Question:
    """A question, or what stands where one should."""

    begin: _Element
    settings: Mapping[str, str]
    """What the file says of it before it begins: its title, its points, its group."""
    parts: list[_Element] = field(default_factory=list)

    @property
    def answers(self) -> list[tuple[_Element, str]]:
        """Its answers, each with the feedback that stands below it."""
        below = [part.text if part.mark == "feedback" else "" for part in self.parts[1:]]
        every = zip(self.parts, [*below, ""], strict=False)
        return [(part, said) for part, said in every if part.mark in _ANSWERS]

    @property
    def solution(self) -> list[str]:
        """What its solution says, in Markdown."""
        return [part.text for part in self.parts if part.mark == "solution"]


def _recognizes(text: str) -> bool:
    return _BEGINS.search(text) is not None and not _IN_AIKEN.search(text)


def read(text: str) -> Imported:
    """Return the questions of a file, and its descriptions as the passage.

    Raises:
        NotThatFormat: it holds too many questions.
    """
    settings: dict[str, str] = {}
    questions, passage, groups = list[_Question](), list[str](), 0
    for element in _elements(text):
        name = element.name.lower()
        if name in {"quiz description", "text title", "text"}:
            passage += paragraphs(element.text)
        elif element.mark == "setting":
            settings[name] = " ".join(element.text.split())
        elif element.mark == "group":
            settings = _without(settings, "group", "pick", "points per question")
            if name == "group":
                groups += 1
                settings["group"] = f"group-{groups}"
        elif questions and element.mark not in {"question", "program"}:
            questions[-1].parts.append(element)
        else:
            questions.append(_Question(element, settings))
            settings = _without(settings, "title", "points")
    found = imported(
        Found((), one.begin.line, _name(one), partial(_item, one)) for one in questions
    )
    return replace(found, title=settings.get("quiz title", ""), passage=tuple(passage))


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


def _name(question: _Question) -> str:
    return question.settings.get("title") or plain(question.begin.text[:200]).text


def _item(question: _Question) -> Item:
    """Return the question.

    Raises:
        Refused: it is none of ours.
    """
    begin, parts = question.begin, question.parts
    if begin.mark != "question":
        raise Refused(_BEGINS_NONE.get(begin.mark, "it belongs to no question"))
    if strange := next((part for part in parts if part.mark == "strange"), None):
        raise Refused(f"line {strange.line} {_STRANGE}")
    lost = [_NOTED[part.mark] for part in parts if part.mark in _NOTED]
    item = Item(way=Way.PICK, stem=words(begin.text, "markdown", lost), lost=lost)
    _answer(item, question)
    first = next(at for at, part in enumerate(parts) if part.mark in _ANSWERS)
    said = [part.text for part in parts[:first] if part.mark == "feedback"]
    said += [] if item.way is Way.EXPLAIN else question.solution
    item.feedback = words("\n\n".join(said), "markdown", lost)
    settings = question.settings
    item.shuffle = settings.get("shuffle answers", "").lower() != "false"
    item.points = points_of(
        settings.get("points") or settings.get("points per question") or "1", lost
    )
    group, picked = settings.get("group"), settings.get("pick", "1")
    if group and picked == "1":
        item.tags["group"] = group
    elif group:
        lost.append(f"that {shown(picked)} of its group are picked")
    return item


def _answer(item: Item, question: _Question) -> None:
    """Give an item its way of answering and its answers."""
    answers = question.answers
    check_answers(len(answers))
    marks = {answer.mark for answer, _ in answers}
    if not marks:
        raise Refused("it has neither options nor an answer")
    if marks == {"upload"}:
        raise Refused("unsupported type: file upload")
    if marks == {"answer"}:
        texts = (answer.text.replace("*", r"\*") for answer, _ in answers)
        item.way, item.answers = Way.TYPE, [Answer(text=text, share=100) for text in texts]
    elif marks == {"number"} and len(answers) > 1:
        raise Refused("it has more than one number")
    elif marks == {"number"}:
        item.way, item.answers = Way.NUMBER, [_number(answers[0][0].text)]
    elif marks == {"essay"}:
        points = words("\n\n".join(question.solution), "markdown", item.lost).split("\n")
        item.way = Way.EXPLAIN
        item.answers = [Answer(text=point.removeprefix("- ")) for point in points if point]
    elif marks <= {"right", "wrong"} or marks <= {"checked", "unchecked"}:
        item.answers = [
            Answer(
                text=words(answer.text, "markdown", item.lost),
                share=100 if answer.mark in {"right", "checked"} else 0,
                feedback=words(said, "markdown", item.lost),
            )
            for answer, said in answers
        ]
        _pick(item, one_right=marks <= {"right", "wrong"})
    else:
        raise Refused("its answers are of several types")


def _pick(item: Item, *, one_right: bool) -> None:
    """Have options picked; two that are true and false judge a statement."""
    if one_right and sum(answer.share > 0 for answer in item.answers) > 1:
        raise Refused("more than one answer is marked as right: write [*] where several may be")
    if one_right and sorted(answer.text.lower() for answer in item.answers) == ["false", "true"]:
        item.tags["kind"] = "statement"
        for answer in item.answers:
            answer.text = answer.text.capitalize()
    item.share_out()


def _number(text: str) -> Answer:
    """Return a number and how far off an answer may be: of a range the middle and half of it."""
    if found := _RANGE.fullmatch(text):
        low, high = _exact(found[1]), _exact(found[2])
        answer, tolerance = (low + high) / 2, (high - low) / 2
    else:
        number, _, margin = text.partition("+-")
        answer, percent = _exact(number), margin.rstrip().endswith("%")
        tolerance = _exact(margin.rstrip().removesuffix("%") or "0")
        tolerance *= answer / 100 if percent else 1
    return Answer(text=str(answer), share=100, tolerance=str(abs(tolerance)))


def _exact(text: str) -> Decimal:
    return decimal(text.strip().replace("_", ""))


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
