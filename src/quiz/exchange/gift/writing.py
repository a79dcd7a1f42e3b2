"""Writes a quiz as a GIFT file: a block a question, with no empty line in it."""

from collections.abc import Iterable, Mapping
from html import escape

from quiz.engine.kinds import public
from quiz.exchange.carried import carried
from quiz.exchange.categories import category
from quiz.exchange.evidence import with_marks
from quiz.exchange.format import Exported, Loss
from quiz.exchange.from_item import reason_label
from quiz.exchange.gift.block import escaped, in_brackets
from quiz.exchange.gift.reading import BLANKS_AS_PAIRS, CATEGORY, read
from quiz.exchange.item import CHECKLIST, Answer, Item, Way, percent
from quiz.model.public_question import BLANK
from quiz.model.question import Question
from quiz.model.quiz import Quiz

HOLDS: Mapping[str, str] = {
    "choice": "multiple choice",
    "choices": "multiple choice with weights; a wrong pick takes back a right one",
    "statement": "multiple choice: true, false, not stated",
    "number": "numerical answer with a margin, its unit behind the question",
    "short": "short answer",
    "cloze": "missing word; several blanks with a word bank as matching; several to type are lost",
    "order": "matching: each item, and its place",
    "match": "matching, the spare as a choice without a pair",
    "locate": "multiple choice among sentences of the passage",
    "teach-back": "essay, the checklist in its general feedback",
    "id": "a comment",
    "skill": "a tag",
    "difficulty": "a tag",
    "topic": "category, and a tag",
    "group": "a tag",
    "why": "feedback of the answer; of pairs and of words for several blanks, general feedback",
    "quote": "behind the reason of its option",
    "tag": "behind the reason of its option",
    "explain": "general feedback",
    "evidence": "general feedback, marked",
    "note": "general feedback, marked",
    "passage": "a description before the questions",
}
"""How it holds each kind of question and each field."""


def write(quiz: Quiz) -> Exported:
    """Return a quiz as a GIFT file, and what it could not carry."""
    words = "right answers in a form that is not listed"
    own = [Loss(one.id, words) for one in quiz.questions if public(one).most_words]
    parts, losses = carried(quiz, HOLDS, _block, _back, own)
    passage = quiz.passage
    told = [f"::{escaped(passage.title)}::[plain]{escaped(passage.text)}\n"] if passage.text else []
    pieces = (f"{_category(path)}\n{piece}" if path else piece for path, piece in parts)
    data = "\n".join((_category(category(quiz.title)), *told, *pieces)).encode()
    return Exported(data=data, losses=losses)


def _back(_: Item, block: str) -> Question | None:
    return next((entry.question for entry in read(block).entries), None)


def _category(path: str) -> str:
    return f"{CATEGORY} {path}\n"


def _block(item: Item) -> str:
    """Return a question; nothing where GIFT has no place for it."""
    tail = ""
    if item.way is Way.FILL and len(item.gaps) == 1:
        item.tags["kind"] = "cloze"
        item.answers = item.gaps[0].answers
        item.way = Way.PICK if item.gaps[0].picked else Way.TYPE
        item.stem, _, tail = item.stem.partition(BLANK)
    elif item.way is Way.FILL:
        if not all(gap.picked for gap in item.gaps):
            return ""
        _pair_gaps(item)
    elif item.way is Way.ORDER:
        item.tags["kind"] = "order"
        for place, one in enumerate(item.answers, 1):
            one.match = str(place)
    elif item.way is Way.EXPLAIN:
        _mark(item, ((CHECKLIST, point.text) for point in item.answers))
        item.answers = []
    if item.unit:
        item.tags["unit"] = item.unit
        item.stem += f" ({item.unit})"
    answers = (one for one in item.answers if item.way is not Way.TYPE or "->" not in one.text)
    feedback = [f"####{_written(item.feedback)}"] if item.feedback else []
    lines = "".join(
        f"\n\t{line}" for line in (*(_line(item.way, one) for one in answers), *feedback)
    )
    comments = (in_brackets("tag", f"{name}:{value}") for name, value in item.tags.items())
    return (
        f"// {' '.join((in_brackets('id', item.id), *comments))}\n"
        f"::{item.id}::[plain]{escaped(item.stem)}"
        f"{{{'#' if item.way is Way.NUMBER else ''}{lines}{lines and chr(10)}}}{escaped(tail)}\n"
    )


def _pair_gaps(item: Item) -> None:
    """Make pairs of gaps: a number in brackets before each, and the word that fits."""
    item.way, item.tags["kind"] = Way.PAIR, BLANKS_AS_PAIRS
    before, *behind = item.stem.split(BLANK)
    numbered = (f"({number}) {BLANK}{words}" for number, words in enumerate(behind, 1))
    item.stem = before + "".join(numbered)
    answers = [one for gap in item.gaps for one in gap.answers]
    fitting = {one.text for one in answers if one.share}
    bank = {one.text: one for one in reversed(answers) if one.text not in fitting}
    item.answers = [
        Answer(text=f"({number})", match=gap.answers[0].text)
        for number, gap in enumerate(item.gaps, 1)
    ]
    words = list(bank.values())[::-1]
    item.answers += (Answer(text="", match=one.text) for one in words)
    said = enumerate((one.feedback for one in words), 1)
    _mark(item, ((reason_label(number), why) for number, why in said if why))


def _mark(item: Item, marks: Iterable[tuple[str, str]]) -> None:
    """Add labeled values to the general feedback."""
    item.feedback = "\n\n".join(filter(None, (item.feedback, with_marks("", marks))))


def _line(way: Way, one: Answer) -> str:
    if one.match:
        return f"={_written(one.text)} -> {escaped(one.match)}"
    mark = "=" if one.share else "~" if way is Way.PICK else "=%0%"
    if way is Way.PICK_SEVERAL:
        mark = f"~%{percent(one.share)}%"
    tolerance = f":{one.tolerance}" if one.tolerance else ""
    feedback = f"#{_written(one.feedback)}" if one.feedback else ""
    return f"{mark}{_written(one.text)}{tolerance}{feedback}"


def _written(text: str) -> str:
    """Return a text so that it is plain; with an arrow as HTML, since one would make pairs."""
    if "->" in text:
        return f"[html]{escaped(escape(text, quote=False).replace(chr(10), '<br>'))}"
    return f"[plain]{escaped(text)}" if text.startswith(("[", "%")) else escaped(text)
