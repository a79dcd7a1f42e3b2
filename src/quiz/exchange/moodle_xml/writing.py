"""A quiz as Moodle XML.

Texts have the format `plain_text`: Moodle shows them as they are, and gives them back so.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from quiz.exchange.carried import carried
from quiz.exchange.categories import category
from quiz.exchange.format import Exported
from quiz.exchange.from_item import question_of
from quiz.exchange.item import Answer, Item, Way, percent
from quiz.exchange.moodle_xml.gaps import GAP, written
from quiz.model.public_question import BLANK
from quiz.model.quiz import Quiz

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
}
_ORDERING = (
    "<layouttype>VERTICAL</layouttype>\n<selecttype>ALL</selecttype>\n<selectcount>0</selectcount>\n"
    "<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>\n<showgrading>SHOW</showgrading>\n"
    "<numberingstyle>none</numberingstyle>\n"
)
_ESSAY = (
    "<responseformat>plain</responseformat>\n<responserequired>1</responserequired>\n"
    "<responsefieldlines>10</responsefieldlines>\n<attachments>0</attachments>\n"
)


def write(quiz: Quiz) -> Exported:
    """Return a quiz as Moodle XML, with what could not be carried."""
    parts, losses = carried(quiz, HOLDS, _question, lambda item, _: question_of(item), [])
    head = (_HEAD, _category(category(quiz.title)), _passage(quiz))
    pieces = (f"{_category(path) if path else ''}{piece}" for path, piece in parts)
    return Exported(data="".join((*head, *pieces, "</quiz>\n")).encode(), losses=losses)


def _category(path: str) -> str:
    return f'<question type="category">{_bare("category", path)}</question>\n'


def _passage(quiz: Quiz) -> str:
    passage = quiz.passage
    if not passage.text:
        return ""
    return (
        '<question type="description">\n'
        + _bare("name", passage.title)
        + _text("questiontext", passage.text)
        + _text("generalfeedback", passage.source)
        + "<defaultgrade>0</defaultgrade>\n<penalty>0</penalty>\n<hidden>0</hidden>\n</question>\n"
    )


def _question(item: Item) -> str:
    """Return a question; nothing where Moodle would read words of it as a gap."""
    if item.way is Way.FILL and GAP.search(item.stem):
        return ""
    line = " ".join(item.stem.split())
    name = line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"
    tags = "".join(_bare("tag", f"{name}:{value}") for name, value in item.tags.items())
    return (
        f'<question type="{_TYPES[item.way]}">\n'
        + _bare("name", name)
        + _text("questiontext", _stem(item))
        + _text("generalfeedback", item.feedback)
        + f"<defaultgrade>{item.points}</defaultgrade>\n<penalty>0</penalty>\n"
        + f"<hidden>0</hidden>\n<idnumber>{escape(item.id)}</idnumber>\n"
        + _answers(item)
        + (_text("hint", item.hint) if item.hint else "")
        + f"<tags>\n{tags}</tags>\n</question>\n"
    )


def _stem(item: Item) -> str:
    first, *rest = item.stem.split(BLANK)
    if item.way is not Way.FILL:
        return item.stem
    pairs = zip(map(written, item.gaps), rest, strict=True)
    return first + "".join(gap + words for gap, words in pairs)


def _answers(item: Item) -> str:
    """Return the elements that hold the key of a question."""
    answers = item.answers
    match item.way:
        case Way.PICK | Way.PICK_SEVERAL:
            single = str(item.way is Way.PICK).lower()
            shuffle = str(item.shuffle).lower()
            return (
                f"<single>{single}</single>\n<shuffleanswers>{shuffle}</shuffleanswers>\n"
                "<answernumbering>abc</answernumbering>\n" + "".join(map(_answer, answers))
            )
        case Way.TYPE:
            return "<usecase>0</usecase>\n" + "".join(map(_answer, answers))
        case Way.NUMBER:
            return "".join(map(_answer, answers)) + _unit(item.unit)
        case Way.PAIR:
            sides = (_text("subquestion", one.text, _bare("answer", one.match)) for one in answers)
            return "<shuffleanswers>true</shuffleanswers>\n" + "".join(sides)
        case Way.ORDER:
            places = (Answer(text=one.text, share=at) for at, one in enumerate(answers, 1))
            return _ORDERING + "".join(map(_answer, places))
        case Way.EXPLAIN:
            for one in answers:
                one.text = one.text.replace("\n", " ")
            return _ESSAY + _text("graderinfo", "\n".join(f"- {one.text}" for one in answers))
    return ""


def _unit(unit: str | None) -> str:
    if not unit:
        return "<showunits>3</showunits>\n"
    name = f"<unit_name>{escape(unit)}</unit_name>"
    return (
        f"<units><unit><multiplier>1</multiplier>{name}</unit></units>\n"
        "<unitgradingtype>0</unitgradingtype>\n"
    )


def _answer(one: Answer) -> str:
    tolerance = f"<tolerance>{one.tolerance or 0}</tolerance>"
    return _text(
        "answer",
        one.text,
        _text("feedback", one.feedback) + (tolerance if one.tolerance else ""),
        f' fraction="{percent(one.share)}"',
    )


def _text(tag: str, words: str, inside: str = "", attributes: str = "") -> str:
    """Return an element with a text, and with other elements after it."""
    return f'<{tag}{attributes} format="plain_text"><text>{escape(words)}</text>{inside}</{tag}>\n'


def _bare(tag: str, words: str) -> str:
    """Return an element with a text that has no format, such as a name."""
    return f"<{tag}><text>{escape(words)}</text></{tag}>\n"
