"""Questions in the Markdown of mkdocs-quiz, as its documentation has it since version 1.

What stands around the questions of a page is their passage.
"""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from textwrap import dedent
from types import MappingProxyType

from quiz.exchange.format import Entry, Format, Imported, NotThatFormat
from quiz.exchange.markdown_question import Refused, Words, question_of
from quiz.exchange.plain_markdown import plain
from quiz.exchange.text_file import text_of
from quiz.model.problem import shown
from quiz.model.question import Blank, Cloze, Option, Question

_ASK = "What is missing?"
_END = "\n"
_OLD = "this is written for mkdocs-quiz before 1.0: `mkdocs-quiz migrate` makes it new"
_BEGINS = re.compile(r"^[ \t]*<(?:quiz|\?quiz\?)>", re.MULTILINE)
_TAG = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})|(?<!`)(?P<tag></?quiz>|<\?quiz\?>)(?!`)", re.MULTILINE
)
_FRONT = re.compile(r"---\n(.*?)^---$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^(?:title:|#)[ \t]+(.{1,300})$", re.MULTILINE)
_CALLOUT = re.compile(
    r'^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]+(?:\w+[ \t]*)?(?:"([^"\n]*)")?[ \t]*$', re.MULTILINE
)
"""What MkDocs has beyond Markdown around a note or a tab, with its title."""
_OPTION = re.compile(r"[-*]\s*\[(.?)\]\s*(.*)")
_BLANK = re.compile(r"\[\[([^\[\]]+)\]\]")


class _Part(Enum):
    """What a part of a page is."""

    PAGE = auto()
    CODE = auto()
    QUESTION = auto()
    UNCLOSED = auto()
    """A question without the tag that ends it."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of a page."""

    line: int
    text: str
    part: _Part


_QUESTIONS = (_Part.QUESTION, _Part.UNCLOSED)


def recognizes(text: str) -> bool:
    """Return whether a question of mkdocs-quiz begins in a text, and it is no Moodle XML."""
    return _BEGINS.search(text) is not None and "<question" not in text


def read(data: bytes | str) -> Imported:
    """Return the questions of a page, and its other text as the passage.

    Raises:
        NotThatFormat: it is no text, or written for a version before 1.
    """
    text = text_of(data)
    front = _FRONT.match(text)
    body = "\n" * front[0].count("\n") + text[front.end() :] if front else text
    blocks = [*_blocks(_CALLOUT.sub(r"\1", body))]
    around = "".join(block.text for block in blocks if block.part is _Part.PAGE)
    titled = (front and _TITLE.search(front[1])) or _TITLE.search(around)
    title = plain(titled[1].strip("\"'# ")).text if titled else ""
    paragraphs = (line.removeprefix("- ") for line in plain(around).text.split("\n"))
    return Imported(
        title=title,
        entries=tuple(_entry(block) for block in blocks if block.part in _QUESTIONS),
        passage=tuple(one for one in paragraphs if one not in {"", title}),
    )


def _blocks(text: str) -> Iterator[_Block]:
    """Yield a page cut apart; a tag in lines of code outside of questions is none."""
    line, end, fence = 1, 0, ""
    part = ended = follows = _Part.PAGE
    for found in _TAG.finditer(text):
        tag = found["tag"] or found["fence"]
        match part, tag:
            case _Part.QUESTION, "</quiz>":
                ended, follows = part, _Part.PAGE
            case _Part.QUESTION, "<quiz>":
                ended, follows = _Part.UNCLOSED, part
            case _Part.CODE, _ if tag.startswith(fence):
                ended, follows = part, _Part.PAGE
            case _Part.PAGE, "<quiz>":
                ended, follows = part, _Part.QUESTION
            case _Part.PAGE, "<?quiz?>":
                raise NotThatFormat(f"line {line + text.count(_END, end, found.start())}: {_OLD}")
            case _Part.PAGE, _ if found["fence"]:
                ended, follows, fence = part, _Part.CODE, tag
            case _:
                continue
        block = _Block(line, text[end : found.start()], ended)
        line, end, part = line + block.text.count(_END), found.end(), follows
        yield block
    yield _Block(line, text[end:], _Part.UNCLOSED if part is _Part.QUESTION else part)


def _entry(block: _Block) -> Entry:
    words = Words()
    lines = dedent(block.text).strip().split("\n")
    stem = takewhile(lambda line: not _is_option(line), lines)
    name = shown(plain(_without_words("\n".join(stem))[:200]).text)
    try:
        question = _question(lines, words) if block.part is _Part.QUESTION else None
    except Refused as refusal:
        return Entry(line=block.line, name=name, question=None, refused=str(refusal))
    refused = "" if question else "its </quiz> is missing"
    return Entry(line=block.line, name=name, question=question, losses=words.lost, refused=refused)


def _question(lines: list[str], words: Words) -> Question:
    return (_cloze if any(map(_BLANK.search, lines)) else _choice)(lines, words)


def _cloze(lines: list[str], words: Words) -> Question:
    """Return a sentence with blanks; behind a rule stands its explanation."""
    sentence = [*takewhile(lambda line: line.strip() != "---", lines)]
    blanks = _BLANK.findall("\n".join(sentence))
    if not blanks:
        raise Refused("its blanks stand below the rule")
    return Cloze(
        id="",
        ask=_ASK,
        text=words.of(_without_words("\n".join(sentence))),
        blanks=tuple(Blank(accept=(blank.strip(),)) for blank in blanks),
        **words.explained("\n".join(lines[len(sentence) + 1 :])),
    )


def _without_words(sentence: str) -> str:
    """Return a sentence with empty blanks; Markdown takes bare underscores for emphasis."""
    return _BLANK.sub(r"\\_\\_\\_", sentence)


def _choice(lines: list[str], words: Words) -> Question:
    """Return a question with options; below the last one stands its explanation."""
    rest = deque(lines)
    ask = words.of("\n".join(_taken(rest, lambda line: not _is_option(line))))
    options = tuple(_options(rest, words))
    if not options:
        raise Refused("it has neither options nor blanks")
    if rest and _is_said(rest[0]) and any(map(_is_option, rest)):
        raise Refused("an empty line parts an option from what is said of it")
    return question_of(options, id="", ask=ask, **words.explained("\n".join(rest)))


def _options(lines: deque[str], words: Words) -> Iterator[Option]:
    """Take options off the beginning of lines, each with what is said of it below."""
    while lines and (not lines[0].strip() or _is_option(lines[0])):
        found = _OPTION.match(lines.popleft().strip())
        if found is None:
            continue
        if found[1] not in "xX ":
            raise Refused(f"[{found[1]}] is neither right nor wrong: write [x] or [ ]")
        why = words.of("\n".join(_taken(lines, _is_said))) or None
        yield Option(text=words.of(found[2]), correct=found[1] in ("x", "X"), why=why)


def _taken(lines: deque[str], fits: Callable[[str], bool]) -> Iterator[str]:
    """Take those off the beginning of lines that fit."""
    while lines and fits(lines[0]):
        yield lines.popleft()


def _is_option(line: str) -> bool:
    return _OPTION.match(line.strip()) is not None


def _is_said(line: str) -> bool:
    return line.lstrip().startswith(">")


FORMAT = Format(
    name="mkdocs-quiz",
    title="mkdocs-quiz",
    ending=".md",
    recognizes=recognizes,
    read=read,
    holds=MappingProxyType(
        {
            "choice": "a list with one box checked",
            "choices": "a list with several boxes checked",
            "cloze": "a text with words in double square brackets",
            "why": "quoted lines below an option",
            "explain": "what stands below the last option, or below a rule",
            "passage": "the other text of the page",
            "title": "the first heading of the page, or its `title`",
        }
    ),
)
