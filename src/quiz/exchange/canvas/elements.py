"""Elements of QTI 1.2 that every item is made of, and text as the HTML that stands in them."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from quiz.model.text import clean


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Return a new element at the end of another one."""
    element = SubElement(parent, tag, attributes)
    element.text = clean(text) or None
    return element


def html(paragraphs: Iterable[str]) -> str:
    """Return paragraphs as HTML, one a line, in which all of their text is text."""
    block = Element("div")
    for line in filter(None, "\n".join(paragraphs).split("\n")):
        add(block, "p", line)
    return tostring(block, encoding="unicode", method="html")


def material(parent: Element, text: str, texttype: str = "text/plain") -> None:
    """Add what a learner reads."""
    add(add(parent, "material"), "mattext", text, texttype=texttype)


def metadata(parent: Element, fields: Iterable[tuple[str, str]]) -> None:
    """Add fields with their labels."""
    below = add(parent, "qtimetadata")
    for label, entry in fields:
        field = add(below, "qtimetadatafield")
        add(field, "fieldlabel", label)
        add(field, "fieldentry", entry)


def condition(processing: Element, *, go_on: bool) -> Element:
    """Return what holds the conditions of a new step in marking a response."""
    step = add(processing, "respcondition", **{"continue": "Yes" if go_on else "No"})
    return add(step, "conditionvar")
