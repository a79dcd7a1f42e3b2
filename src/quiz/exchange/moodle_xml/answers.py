"""Each kind of question as a type of Moodle's: its elements after those that every question has."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from quiz.exchange.moodle_xml.markup import answer, bare, literal, percent, reason, text
from quiz.exchange.moodle_xml.typed import number_of
from quiz.exchange.sentence_choice import as_choice
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Match,
    Number,
    Option,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.quiz import Quiz

TYPE: Mapping[str, str] = {
    "choice": "multichoice",
    "choices": "multichoice",
    "statement": "multichoice",
    "locate": "multichoice",
    "number": "numerical",
    "short": "shortanswer",
    "cloze": "cloze",
    "order": "ordering",
    "match": "matching",
    "teach-back": "essay",
}
"""What Moodle calls each kind."""


def answers(question: Question, quiz: Quiz) -> str:
    """Return the elements that hold the key of a question."""
    match question:
        case Choice() | Choices() | Statement():
            return _options(question)
        case Number():
            return _number(question)
        case Short():
            return "<usecase>0</usecase>\n" + _typed(question)
        case Order():
            return _order(question)
        case Match():
            return _pairs(question)
        case TeachBack():
            return _essay(question)
        case Cloze():
            return ""  # its text holds them
    return _options(as_choice(question, quiz))


def _options(question: Choice | Choices | Statement) -> str:
    right = sum(option.correct for option in question.options)
    several = isinstance(question, Choices)
    share = percent(right) if several else "100"
    wrong = f"-{share}" if several else "0"
    return (
        f"<single>{str(not several).lower()}</single>\n"
        f"<shuffleanswers>{str(question.shuffle).lower()}</shuffleanswers>\n"
        "<answernumbering>abc</answernumbering>\n"
    ) + "".join(_option(option, share if option.correct else wrong) for option in question.options)


def _option(option: Option, weight: str) -> str:
    return answer(option.text, weight, reason(option.why, option.tag, option.quote))


def _number(question: Number) -> str:
    tolerance = f"<tolerance>{question.tolerance}</tolerance>"
    key = answer(str(question.answer), "100", inside=tolerance)
    wrong = "".join(
        answer(each.text, "0", reason(each.why, each.tag))
        for each in question.reject
        if number_of(each.text) is not None
    )
    if not question.unit:
        return f"{key}{wrong}<showunits>3</showunits>\n"
    name = f"<unit_name>{escape(question.unit)}</unit_name>"
    unit = f"<units><unit><multiplier>1</multiplier>{name}</unit></units>\n"
    return f"{key}{wrong}{unit}<unitgradingtype>0</unitgradingtype>\n"


def _typed(question: Short) -> str:
    right = "".join(answer(literal(each), "100") for each in question.accept)
    return right + "".join(
        answer(literal(each.text), "0", reason(each.why, each.tag)) for each in question.reject
    )


def _order(question: Order) -> str:
    items = (answer(item, str(place)) for place, item in enumerate(question.items, 1))
    return (
        "<layouttype>VERTICAL</layouttype>\n<selecttype>ALL</selecttype>\n"
        "<selectcount>0</selectcount>\n<gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>\n"
        "<showgrading>SHOW</showgrading>\n<numberingstyle>none</numberingstyle>\n"
    ) + "".join(items)


def _pairs(question: Match) -> str:
    pairs = [(pair.left, pair.right) for pair in question.pairs]
    if question.spare:
        pairs.append(("", question.spare.text))
    return "<shuffleanswers>true</shuffleanswers>\n" + "".join(
        text("subquestion", left, bare("answer", right)) for left, right in pairs
    )


def _essay(question: TeachBack) -> str:
    checklist = "\n".join("- " + point.replace("\n", " ") for point in question.checklist)
    return (
        "<responseformat>plain</responseformat>\n<responserequired>1</responserequired>\n"
        "<responsefieldlines>10</responsefieldlines>\n<attachments>0</attachments>\n"
    ) + text("graderinfo", checklist)
