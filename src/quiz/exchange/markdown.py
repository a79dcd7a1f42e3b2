"""A quiz as Markdown, to read and to hand on: passage, questions, hints, and behind them the key.

Source: CommonMark 0.31, where a backslash before a sign makes the sign a letter.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping

from quiz.engine.dates import source_of
from quiz.engine.wording import SKILLS, count
from quiz.exchange.card import Card, card_of
from quiz.exchange.format import Exported, Format
from quiz.exchange.unheld import in_order, unheld
from quiz.model.notice import DISCLAIMER
from quiz.model.question import Note, Question
from quiz.model.quiz import Quiz

_HOLDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("choice", "choices", "statement", "number", "short", "cloze", "order", "match"),
        "in words, the key at the end",
    ),
    "locate": "in words, its sentence at the end",
    "teach-back": "in words, the checklist at the end",
    **dict.fromkeys(
        ("why", "quote", "explain", "evidence", "note", "topic", "skill", "difficulty"),
        "with the key",
    ),
    "points": "with the question",
    "hint": "between questions and key",
    "passage": "before the questions",
    "glossary": "at the end",
    "know": "at the end",
}


def write(quiz: Quiz) -> Exported:
    """Return a quiz as Markdown, and what it could not carry."""
    blocks = "\n\n".join(_blocks(quiz)) + "\n"
    losses = unheld(quiz, "forms", "claims", "group", "waive", "tags")
    return Exported(data=blocks.encode(), losses=in_order(quiz, losses))


def escaped(text: str) -> str:
    """Return a text on one line as Markdown that shows it as it is.

    What not every reader of Markdown lets a backslash stand before is an entity.
    """
    line = html.escape(" ".join(text.split()), quote=False)
    line = re.sub(r"([\\`*_{}\[\]])", r"\\\1", line)
    line = re.sub(r"(?i)[~|$@]|(?<=\w):(?=//)|(?<=www)\.", _entity, line)
    return re.sub(r"^(\d*)([#+\-.!)])", r"\1\\\2", line)


def _entity(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _blocks(quiz: Quiz) -> Iterator[str]:
    cards = [(question, card_of(question, quiz)) for question in quiz.questions]
    yield f"# {escaped(quiz.title)}"
    yield f"*{escaped(DISCLAIMER)}*"
    yield from _passage(quiz)
    yield "## Questions"
    for number, (question, card) in enumerate(cards, 1):
        yield from _asked(number, question, card)
    hints = [(number, one.hint) for number, (one, _) in enumerate(cards, 1) if one.hint]
    if hints:
        yield "## Hints"
        yield _listed(f"Question {number}: {escaped(hint)}" for number, hint in hints)
    yield "## Key"
    for number, (question, card) in enumerate(cards, 1):
        yield from _answered(number, question, card, quiz)
    yield from _beyond(quiz)


def _passage(quiz: Quiz) -> Iterator[str]:
    if quiz.passage.text:
        yield f"## {escaped(quiz.passage.title)}"
        yield f"*{escaped(quiz.passage.source)}*"
        yield from map(escaped, quiz.passage.text.split("\n\n"))


def _asked(number: int, question: Question, card: Card) -> Iterator[str]:
    points = f" {count(question.points, 'point')}." if question.scored else " Not scored."
    yield f"### Question {number}"
    yield from _paragraphs(card.ask)
    yield from _paragraphs(card.text)
    yield f"*{escaped(card.how)}{points}*"
    if card.lefts:
        yield _listed(map(escaped, card.lefts))
    if card.lefts and card.parts:
        yield "Choose from:"
    if card.parts:
        yield _listed(map(escaped, card.parts))


def _answered(number: int, question: Question, card: Card, quiz: Quiz) -> Iterator[str]:
    yield f"### Answer {number}"
    yield from (f"**{escaped(line)}**" for line in card.key)
    if card.rows:
        yield _listed(
            f"{'✓' if row.right else '✗'} {escaped(row.text)} {_because(row.why, row.quote)}"
            for row in card.rows
        )
    yield from _paragraphs(question.explain)
    for quote in question.quotes:
        yield f"> {escaped(quote)}"
    if question.note:
        yield _note(question.note)
    yield f"*{escaped(', '.join(_labels(question, quiz)))}*"


def _because(why: str, quote: str) -> str:
    tempting = f"(In the passage: “{escaped(quote)}”)" if quote else ""
    return " ".join(filter(None, (f"– {escaped(why)}" if why else "", tempting)))


def _labels(question: Question, quiz: Quiz) -> Iterator[str]:
    yield question.id
    yield from filter(None, [quiz.topics.get(question.topic, question.topic)])
    yield from filter(None, [SKILLS.get(question.skill or "")])
    yield from filter(None, [question.difficulty])


def _beyond(quiz: Quiz) -> Iterator[str]:
    if quiz.glossary:
        yield "## Hard words"
        yield _listed(
            f"**{escaped(term.term)}**: {escaped(term.means)} (Source: {escaped(term.source)})"
            for term in quiz.glossary
        )
    if quiz.know:
        yield "## Beyond the passage"
        yield from map(_note, quiz.know)


def _note(note: Note) -> str:
    return f"{escaped(note.text)} ({escaped(source_of(note))})"


def _paragraphs(text: str) -> Iterator[str]:
    return map(escaped, filter(str.strip, text.split("\n")))


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


FORMAT = Format(name="markdown", title="Markdown to read", ending=".md", write=write, holds=_HOLDS)
