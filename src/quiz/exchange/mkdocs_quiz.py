"""Questions in the Markdown of mkdocs-quiz, as its documentation has it since version 1.

What stands around the questions of a page is their passage.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from textwrap import dedent

from quiz.exchange.entries import Found, imported
from quiz.exchange.format import Format, Imported, NotThatFormat
from quiz.exchange.item import Answer, Gap, Item, Refused, Way, check_answers, words
from quiz.exchange.plain_markdown import paragraphs, plain

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


def read(text: str) -> Imported:
    """Return the questions of a page, and its other text as the passage.

    Raises:
        NotThatFormat: it is written for a version before 1, or holds too many questions.
    """
    front = _FRONT.match(text)
    body = "\n" * front[0].count("\n") + text[front.end() :] if front else text
    body = _CALLOUT.sub(r"\1", body)
    found = imported(_questions(body))
    around = _PART.sub("", body)
    titled = (front and _TITLE.search(front[1])) or _TITLE.search(around)
    title = plain(titled[1].strip("\"'# ")).text if titled else ""
    passage = tuple(one for one in paragraphs(around) if one != title)
    return replace(found, title=title, passage=passage)


def _questions(page: str) -> Iterator[Found]:
    line, end = 1, 0
    for part in _PART.finditer(page):
        line += page.count("\n", end, part.start())
        end = part.start()
        if part["old"]:
            raise NotThatFormat(f"line {line}: {_OLD}")
        if part["question"] is not None:
            text = dedent(part["question"]).strip()
            name = plain(_with_blanks(_OPTION.split(text, maxsplit=1)[0][:200])).text
            yield Found((), line, name, partial(_item, text, closed=bool(part["end"])))


def _item(text: str, *, closed: bool) -> Item:
    if not closed:
        raise Refused("its </quiz> is missing")
    return _cloze(text) if _BLANK.search(text) else _choice(text)


def _cloze(text: str) -> Item:
    """Return a sentence with blanks; behind a rule stands its explanation."""
    sentence, *explained = _RULE.split(text, maxsplit=1)
    blanks = [
        Answer(text=blank.strip().replace("*", r"\*"), share=100)
        for blank in _BLANK.findall(sentence)
    ]
    if not blanks:
        raise Refused("its blanks stand below the rule")
    item = Item(way=Way.FILL, stem="", gaps=[Gap(answers=[blank]) for blank in blanks])
    item.stem = words(_with_blanks(sentence), "markdown", item.lost)
    item.feedback = words("".join(explained), "markdown", item.lost)
    return item


def _with_blanks(sentence: str) -> str:
    """Return a sentence with empty blanks; Markdown takes bare underscores for emphasis."""
    return _BLANK.sub(r"\\_\\_\\_", sentence)


def _choice(text: str) -> Item:
    """Return a question with options; below the last one stands its explanation."""
    found = [*_OPTION.finditer(text)]
    if not found:
        raise Refused("it has neither options nor blanks")
    check_answers(len(found))
    for option, below in pairwise(found):
        if text[option.end() : below.start()].strip():
            raise Refused("an empty line parts an option from what is said of it")
    item = Item(way=Way.PICK, stem="")
    item.stem = words(text[: found[0].start()], "markdown", item.lost)
    item.answers = [_option(one, item.lost) for one in found]
    item.feedback = words(text[found[-1].end() :], "markdown", item.lost)
    item.share_out()
    return item


def _option(found: re.Match[str], lost: list[str]) -> Answer:
    mark, text, said = found.groups()
    if mark not in "xX ":
        raise Refused(f"[{mark}] is neither right nor wrong: write [x] or [ ]")
    return Answer(
        text=words(text, "markdown", lost),
        share=100 if mark in {"x", "X"} else 0,
        feedback=words(dedent(said.strip("\n")), "markdown", lost),
    )


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
