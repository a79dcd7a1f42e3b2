"""Both sides of a card as the HTML of Anki, in which all text is text."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from quiz.engine.dates import source_of
from quiz.exchange.card import Card, Row
from quiz.model.question import Question
from quiz.model.text import clean

_SIDE = {"class": "tex2jax_ignore mathjax_ignore", "dir": "auto"}
"""Formulas are not looked for, and the text says in which direction it is written."""


def front(card: Card, question: Question) -> str:
    """Return what is asked."""
    side = Element("div", _SIDE)
    _lines(side, "p", (card.ask, card.text))
    _listed(side, card.lefts)
    _listed(side, card.parts)
    _add(side, "p", card.how).set("class", "how")
    if question.hint:
        below = SubElement(side, "details")
        _add(below, "summary", "Hint")
        _lines(below, "p", (question.hint,))
    return _html(side)


def back(card: Card, question: Question) -> str:
    """Return what is said of it: key, reasons, explanation and evidence."""
    side = Element("div", _SIDE)
    for line in card.key:
        _add(SubElement(side, "p"), "b", line)
    _listed(side, map(_reason, card.rows))
    _lines(side, "p", (question.explain,))
    _lines(side, "blockquote", question.quotes)
    if question.note:
        note = f"{question.note.text} ({source_of(question.note)})"
        _add(side, "p", note).set("class", "note")
    return _html(side)


def _reason(row: Row) -> str:
    tempting = f"(In the passage: “{row.quote}”)" if row.quote else ""
    parts = ("✓" if row.right else "✗", row.text, row.why and f"– {row.why}", tempting)
    return " ".join(filter(None, parts))


def _html(side: Element) -> str:
    """Return an element on one line; Anki finds no command of its own, as [sound:...], in it."""
    html = tostring(side, encoding="unicode", method="html")
    return " ".join(html.split()).replace("[", "&#91;")


def _listed(side: Element, lines: Iterable[str]) -> None:
    every = tuple(lines)
    if every:
        _lines(SubElement(side, "ul"), "li", every)


def _lines(parent: Element, tag: str, texts: Iterable[str]) -> None:
    for line in filter(str.strip, "\n".join(texts).split("\n")):
        _add(parent, tag, line)


def _add(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = clean(text)
    return element
