"""A quiz as Moodle XML."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from quiz.exchange.evidence import EVIDENCE, NOTE, NOTE_AS_OF, NOTE_SOURCE, with_marks
from quiz.exchange.format import Exported, Loss
from quiz.exchange.moodle_xml.answers import TYPE, answers
from quiz.exchange.moodle_xml.embedding import CANT, embedded, holds_gaps, unheld_of
from quiz.exchange.moodle_xml.kinds import reason_label
from quiz.exchange.moodle_xml.markup import bare, reason, text
from quiz.exchange.moodle_xml.typed import number_of
from quiz.exchange.sentence_choice import as_choice
from quiz.exchange.unheld import in_order, unheld
from quiz.model.question import Cloze, Locate, Match, Number, Question, TeachBack
from quiz.model.quiz import Quiz

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
_LONGEST_NAME = 80


def write(quiz: Quiz) -> Exported:
    """Return a quiz as Moodle XML, with what could not be carried."""
    losses = [*unheld(quiz, "language", "glossary", "know", "forms", "claims", "waive")]
    parts = [_HEAD, _category(quiz, ""), _passage(quiz)]
    topic = ""
    for question in quiz.questions:
        why = _cant_be(question, quiz)
        if why:
            losses.append(Loss(question.id, why))
            continue
        if question.topic != topic:
            topic = question.topic
            parts.append(_category(quiz, quiz.topics.get(topic, topic)))
        parts.append(_question(question, quiz))
        losses += (Loss(question.id, what) for what in _unheld(question))
    data = "".join((*parts, "</quiz>\n")).encode()
    return Exported(data=data, losses=in_order(quiz, losses))


def _cant_be(question: Question, quiz: Quiz) -> str:
    if isinstance(question, Cloze) and holds_gaps(question):
        return CANT
    if isinstance(question, Locate) and len(as_choice(question, quiz).options) < 2:
        return "the whole question: the passage has one sentence to choose from"
    return ""


def _unheld(question: Question) -> Iterator[str]:
    match question:
        case Cloze():
            yield from unheld_of(question)
        case Number() if any(number_of(each.text) is None for each in question.reject):
            yield "wrong answers that are no number"
        case TeachBack() if any("\n" in point for point in question.checklist):
            yield "line breaks in its checklist"


def _category(quiz: Quiz, topic: str) -> str:
    names = (name.strip("/ ").replace("/", "//") for name in (quiz.title, topic))
    steps = ("$course$", "top", *filter(None, names))
    return f'<question type="category">{bare("category", "/".join(steps))}</question>\n'


def _passage(quiz: Quiz) -> str:
    passage = quiz.passage
    if not passage.text:
        return ""
    return (
        '<question type="description">\n'
        + bare("name", passage.title)
        + text("questiontext", passage.text)
        + text("generalfeedback", passage.source)
        + "<defaultgrade>0</defaultgrade>\n<penalty>0</penalty>\n<hidden>0</hidden>\n</question>\n"
    )


def _question(question: Question, quiz: Quiz) -> str:
    ask = embedded(question) if isinstance(question, Cloze) else question.ask
    hint = text("hint", question.hint) if question.hint else ""
    return (
        f'<question type="{TYPE[question.kind]}">\n'
        + bare("name", _name(question.ask))
        + text("questiontext", ask)
        + text("generalfeedback", with_marks(question.explain, _marks(question)))
        + f"<defaultgrade>{question.points}</defaultgrade>\n<penalty>0</penalty>\n"
        + f"<hidden>0</hidden>\n<idnumber>{escape(question.id)}</idnumber>\n"
        + answers(question, quiz)
        + hint
        + _tags(question)
        + "</question>\n"
    )


def _name(ask: str) -> str:
    line = " ".join(ask.split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"


def _marks(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what the general feedback holds behind the explanation."""
    for quote in question.quotes:
        yield EVIDENCE, quote
    if question.note:
        yield NOTE, question.note.text
        yield NOTE_AS_OF, question.note.as_of
        yield NOTE_SOURCE, question.note.source
    if isinstance(question, Match):
        reasons = [pair.why or "" for pair in question.pairs]
        if question.spare:
            reasons.append(reason(question.spare.why, question.spare.tag))
        for number, why in enumerate(reasons, 1):
            if why:
                yield reason_label(number), why


def _tags(question: Question) -> str:
    tags = {
        "kind": question.kind if question.kind in {"statement", "locate"} else "",
        "topic": question.topic,
        "skill": question.skill,
        "difficulty": question.difficulty,
        "group": question.group,
    }
    written = (bare("tag", f"{name}:{value}") for name, value in tags.items() if value)
    return f"<tags>\n{''.join(written)}</tags>\n"
