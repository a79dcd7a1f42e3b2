"""Questions out of Moodle XML."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.exchange.format import Entry, Imported, NotThatFormat
from quiz.exchange.moodle_xml.elements import Broken, Element, questions
from quiz.exchange.moodle_xml.item import Item, Refused
from quiz.exchange.moodle_xml.kinds import TYPES
from quiz.model.problem import shown
from quiz.model.question import Question
from quiz.model.quiz import MOST_QUESTIONS

_ROOTS = frozenset({"top", "$course$", "$module$", "$system$", "$cat1$"})
_STEP = re.compile(r"(?<!/)/(?!/)")


def recognizes(text: str) -> bool:
    """Return whether a file that begins so is Moodle XML."""
    return "<quiz" in text and "<question" in text


def read(data: bytes | str) -> Imported:
    """Return what a Moodle XML file holds; a question that can't be read leaves out no other.

    Raises:
        NotThatFormat: the file can't be read as a whole.
    """
    entries: list[Entry] = []
    passage: list[str] = []
    path: tuple[str, ...] = ()
    titles: dict[str, None] = {}
    for element in questions(data):
        if isinstance(element, Broken):
            entries.append(_left_out(element.line, "a question", f"no XML ({element.what})"))
            continue
        kind = element.attributes.get("type")
        if kind == "category":
            path = _path(element)
            titles.update(dict.fromkeys(path[:1]))
        elif kind == "description":
            entries += _described(element, passage)
        else:
            entries.append(replace(_entry(element), topic=path[-1] if path else ""))
        if len(entries) > MOST_QUESTIONS:
            raise NotThatFormat(f"The file has more than {MOST_QUESTIONS:,} questions: split it.")
    title = next(iter(titles)) if len(titles) == 1 else ""
    return Imported(title=title, entries=tuple(entries), passage=tuple(passage))


def _path(element: Element) -> tuple[str, ...]:
    """Return the category in which the next questions stand, from the outer one inward."""
    steps = (step.replace("//", "/").strip() for step in _STEP.split(element.value("category")))
    return tuple(step for step in steps if step and step not in _ROOTS)


def _described(element: Element, passage: list[str]) -> list[Entry]:
    """Add the words of a description to the passage; return what of it could not be carried."""
    item = Item(element)
    said = item.words(element.find("questiontext"))
    if said:
        passage.append(said)
    if not item.losses:
        return []
    why = "it is a description: its words are in the passage, but no more"
    return [replace(_left_out(element.line, _name(element), why), losses=tuple(item.losses))]


def _entry(element: Element) -> Entry:
    item = Item(element)
    name = _name(element)
    try:
        question = _question(item)
    except Refused as refused:
        return _left_out(element.line, name, str(refused))
    return Entry(line=element.line, name=name, question=question, losses=tuple(item.losses))


def _question(item: Item) -> Question:
    kind = item.element.attributes.get("type", "").strip()
    if kind not in TYPES:
        raise Refused(f"unsupported type: {shown(kind) or 'none'}")
    question = TYPES[kind](item)
    if not question.ask:
        raise Refused("it asks nothing: its text is empty")
    return question


def _name(element: Element) -> str:
    return shown(element.value("name") or element.value("questiontext") or "a question")


def _left_out(line: int, name: str, why: str) -> Entry:
    return Entry(line=line, name=name, question=None, refused=why)
