"""Moodle XML: what Moodle exports and imports, with ids, tags, hints and feedback."""

from collections.abc import Mapping

from quiz.exchange.format import Format
from quiz.exchange.moodle_xml.reading import read, recognizes
from quiz.exchange.moodle_xml.writing import write

_HOLDS: Mapping[str, str] = {
    "choice": "multiple choice with one answer",
    "choices": "multiple choice with several answers, each worth the same",
    "statement": "multiple choice: true, false, not stated",
    "number": "numerical, with tolerance and unit",
    "short": "short answer",
    "cloze": "embedded answers; with a word bank, a menu in each blank",
    "order": "ordering, graded pair by pair",
    "match": "matching; the spare is an answer without a question",
    "locate": "multiple choice among sentences of the passage",
    "teach-back": "essay, the checklist in the notes for graders",
    "id": "ID number",
    "why": "feedback of the answer; of a pair, general feedback, marked",
    "tag": "feedback of the answer, marked",
    "quote": "feedback of the answer, marked",
    "explain": "general feedback",
    "evidence": "general feedback, marked",
    "note": "general feedback, marked",
    "hint": "hint",
    "points": "default mark",
    "shuffle": "shuffle the choices",
    "topic": "category, and a tag",
    "skill": "a tag",
    "difficulty": "a tag",
    "group": "a tag",
    "passage": "a description before the questions",
}

FORMAT = Format(
    name="moodle-xml",
    title="Moodle XML",
    ending=".xml",
    recognizes=recognizes,
    read=read,
    write=write,
    holds=_HOLDS,
)
