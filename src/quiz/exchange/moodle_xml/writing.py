"""A quiz as Moodle XML.

Texts have the format `plain_text`: Moodle shows them as they are, and gives them back so.
"""

from collections.abc import Mapping
from itertools import chain, zip_longest
from xml.sax.saxutils import escape

from quiz.exchange.carried import carried
from quiz.exchange.categories import category
from quiz.exchange.format import Exported
from quiz.exchange.from_item import question_of
from quiz.exchange.item import Item, Way, percent
from quiz.exchange.moodle_xml.gaps import GAP, written
from quiz.model.public_question import BLANK
from quiz.model.quiz import Quiz
from quiz.pages import page

HOLDS: Mapping[str, str] = {
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
"""How it holds each kind of question and each field."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
_LONGEST_NAME = 80
_TYPES = {
    Way.PICK: "multichoice",
    Way.PICK_SEVERAL: "multichoice",
    Way.TYPE: "shortanswer",
    Way.NUMBER: "numerical",
    Way.PAIR: "matching",
    Way.ORDER: "ordering",
    Way.FILL: "cloze",
    Way.EXPLAIN: "essay",
    Way.READ: "description",
}


def write(quiz: Quiz) -> Exported:
    """Return a quiz as Moodle XML, with what could not be carried."""
    parts, losses = carried(quiz, HOLDS, _question, lambda item, _: question_of(item), [])
    pieces = (f"{_category(path) if path else ''}{piece}" for path, piece in parts)
    every = (_HEAD, _category(category(quiz.title)), _passage(quiz), *pieces, "</quiz>\n")
    return Exported(data="".join(every).encode(), losses=losses)


def _category(path: str) -> str:
    text = f"<category><text>{escape(path)}</text></category>"
    return f'<question type="category">{text}</question>\n'


def _passage(quiz: Quiz) -> str:
    passage = quiz.passage
    item = Item(way=Way.READ, stem=passage.text, feedback=passage.source, points=0)
    return _written(item, passage.title) if passage.text else ""


def _question(item: Item) -> str:
    """Return a question; nothing where Moodle would read words of it as a gap."""
    if item.way is Way.FILL and GAP.search(item.stem):
        return ""
    for point in item.answers if item.way is Way.EXPLAIN else ():
        point.text = point.text.replace("\n", " ")
    line = " ".join(item.stem.split())
    return _written(item, line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…")


def _written(item: Item, name: str) -> str:
    values = {"type": _TYPES[item.way], "name": name, "stem": _stem(item), "percent": percent}
    return page("quiz.exchange", "moodle_question.xml", item=item, **values)


def _stem(item: Item) -> str:
    """Return what is asked, with the answers of each gap in place of its blank."""
    words = item.stem.split(BLANK) if item.gaps else [item.stem]
    return "".join(chain(*zip_longest(words, map(written, item.gaps), fillvalue="")))
