"""Questions in the Markdown of mkdocs-quiz, as its documentation has it since version 1.

What stands around the questions of a page is their passage.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from textwrap import dedent

from quiz.exchange.format import Entry, Format, Imported, NotThatFormat
from quiz.exchange.markdown_question import Refused, Words, question_of
from quiz.exchange.plain_markdown import plain
from quiz.exchange.text_file import text_of
from quiz.model.problem import shown
from quiz.model.question import Blank, Cloze, Option, Question
from quiz.model.quiz import MOST_QUESTIONS

_ASK = "What is missing?"
_OLD = "this is written for mkdocs-quiz before 1.0: `mkdocs-quiz migrate` makes it new"
_BEGINS = re.compile(r"^[ \t]*<(?:quiz|\?quiz\?)>", re.MULTILINE)
_PART = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,}).*?(?:^[ \t]*(?P=fence)|\Z)"
    r"|(?<!`)<quiz>(?!`)(?P<question>.*?)"
    r"(?:(?P<end>(?<!`)</quiz>(?!`))|(?=(?<!`)<quiz>(?!`))|\Z)"
    r"|(?P<old>(?<!`)<\?quiz\?>)",
    re.MULTILINE | re.DOTALL,
)
"""A part of a page that is none of its words: code, in which a tag is none, or a question."""
_FRONT = re.compile(r"---\n(.*?)^---$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^(?:title:|#)[ \t]+(.{1,300})$", re.MULTILINE)
_CALLOUT = re.compile(
    r'^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]+(?:\w+[ \t]*)?(?:"([^"\n]*)")?[ \t]*$', re.MULTILINE
)
"""What MkDocs has beyond Markdown around a note or a tab, with its title."""
_OPTION = re.compile(r"^[ \t]*[-*][ \t]*\[(.?)\][ \t]*(.*)((?:\n[ \t]*>.*)*)", re.MULTILINE)
"""An option, and what is said of it below."""
_BLANK = re.compile(r"\[\[([^\[\]]+)\]\]")
_RULE = re.compile(r"^[ \t]*---[ \t]*$", re.MULTILINE)


def _recognizes(text: str) -> bool:
    return _BEGINS.search(text) is not None and "<question" not in text


def read(data: bytes | str) -> Imported:
    """Return the questions of a page, and its other text as the passage.

    Raises:
        NotThatFormat: it is no text, or written for a version before 1.
    """
    text = text_of(data)
    front = _FRONT.match(text)
    body = "\n" * front[0].count("\n") + text[front.end() :] if front else text
    body = _CALLOUT.sub(r"\1", body)
    entries = tuple(islice(_entries(body), MOST_QUESTIONS + 1))
    around = _PART.sub("", body)
    titled = (front and _TITLE.search(front[1])) or _TITLE.search(around)
    title = plain(titled[1].strip("\"'# ")).text if titled else ""
    paragraphs = (line.removeprefix("- ") for line in plain(around).text.split("\n"))
    passage = tuple(one for one in paragraphs if one not in {"", title})
    return Imported(title=title, entries=entries, passage=passage)


def _entries(page: str) -> Iterator[Entry]:
    line, end = 1, 0
    for part in _PART.finditer(page):
        line += page.count("\n", end, part.start())
        end = part.start()
        if part["old"]:
            raise NotThatFormat(f"line {line}: {_OLD}")
        if part["question"] is not None:
            yield _entry(line, dedent(part["question"]).strip(), closed=bool(part["end"]))


def _entry(line: int, text: str, *, closed: bool) -> Entry:
    words = Words()
    option = _OPTION.search(text)
    name = shown(plain(_with_blanks(text[: option.start()] if option else text)).text)
    try:
        question = _question(text, words, closed=closed)
    except Refused as refusal:
        return Entry(line=line, name=name, question=None, refused=str(refusal))
    return Entry(line=line, name=name, question=question, losses=words.lost)


def _question(text: str, words: Words, *, closed: bool) -> Question:
    if not closed:
        raise Refused("its </quiz> is missing")
    return _cloze(text, words) if _BLANK.search(text) else _choice(text, words)


def _cloze(text: str, words: Words) -> Question:
    """Return a sentence with blanks; behind a rule stands its explanation."""
    sentence, *explained = _RULE.split(text, maxsplit=1)
    blanks = _BLANK.findall(sentence)
    if not blanks:
        raise Refused("its blanks stand below the rule")
    return Cloze(
        id="",
        ask=_ASK,
        text=words.of(_with_blanks(sentence)),
        blanks=tuple(Blank(accept=(blank.strip(),)) for blank in blanks),
        **words.explained("".join(explained)),
    )


def _with_blanks(sentence: str) -> str:
    """Return a sentence with empty blanks; Markdown takes bare underscores for emphasis."""
    return _BLANK.sub(r"\\_\\_\\_", sentence)


def _choice(text: str, words: Words) -> Question:
    """Return a question with options; below the last one stands its explanation."""
    found = [*_OPTION.finditer(text)]
    if not found:
        raise Refused("it has neither options nor blanks")
    for option, below in pairwise(found):
        if text[option.end() : below.start()].strip():
            raise Refused("an empty line parts an option from what is said of it")
    ask, options = words.of(text[: found[0].start()]), tuple(_option(one, words) for one in found)
    return question_of(options, id="", ask=ask, **words.explained(text[found[-1].end() :]))


def _option(found: re.Match[str], words: Words) -> Option:
    mark, text, said = found.groups()
    if mark not in "xX ":
        raise Refused(f"[{mark}] is neither right nor wrong: write [x] or [ ]")
    why = words.of(dedent(said.strip("\n"))) or None
    return Option(text=words.of(text), correct=mark in {"x", "X"}, why=why)


FORMAT = Format(
    name="mkdocs-quiz",
    title="mkdocs-quiz",
    ending=".md",
    recognizes=_recognizes,
    read=read,
    holds={
        "choice": "a list with one box checked",
        "choices": "a list with several boxes checked",
        "cloze": "a text with words in double square brackets",
        "why": "quoted lines below an option",
        "explain": "what stands below the last option, or below a rule",
        "passage": "the other text of the page",
        "title": "the first heading of the page, or its `title`",
    },
)
