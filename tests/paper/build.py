"""A quiz of every kind, and the same quiz with another key."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from quiz.engine.kinds import public
from quiz.engine.session import Presented
from quiz.model.labels import Skill
from quiz.model.passage import Passage
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
)
from quiz.model.question_parts import Blank, Note, Option, Pair, Rejected, Tempting
from quiz.model.quiz import Quiz
from tests.with_answers import with_answers

COMMON: dict[str, Any] = {"topic": "rain", "skill": Skill.ACCESS, "explain": "Told so."}


def options(*texts: str, right: int = 1) -> tuple[Option, ...]:
    """Return options of which the first are right."""
    return tuple(
        Option(text=text, correct=index < right, why=f"Why {text}.")
        for index, text in enumerate(texts)
    )


QUESTIONS: tuple[Question, ...] = (
    Choice(id="c", ask="Which one?", options=options("Fog", "Hail", "Snow"), points=2, **COMMON),
    Choices(id="cs", ask="Which two?", options=options("Red", "Blue", "Tan", right=2), **COMMON),
    Statement(
        id="s", ask="It rains.", answer=False, why={"true": "No.", "not stated": "It is."}, **COMMON
    ),
    Number(id="n", ask="How many?", answer=12, tolerance=2, unit="years", **COMMON),
    Short(id="sh", ask="What falls?", accept=("rain", "drops"), **COMMON),
    Cloze(
        id="cl",
        ask="Fill.",
        text="It ___ all ___ long.",
        blanks=(Blank(accept=("rained", "poured")), Blank(accept=("night",))),
        words=(Rejected(text="slept", why="Nobody did."), Rejected(text="year", why="Too long.")),
        **COMMON,
    ),
    Cloze(id="cg", ask="Fill too.", text="Wet ___.", blanks=(Blank(accept=("feet",)),), **COMMON),
    Order(id="o", ask="In what order?", items=("Cloud", "Drop", "Puddle"), **COMMON),
    Match(
        id="m",
        ask="What goes with what?",
        pairs=(Pair(left="Coat", right="Yellow"), Pair(left="Hat", right="Green")),
        spare=Rejected(text="Purple", why="Nothing is."),
        **COMMON,
    ),
    Locate(
        id="l",
        ask="Which sentence tells when?",
        evidence="It came at night",
        reject=(Tempting(quote="Then it stopped", why="No time."),),
        **COMMON,
    ),
    TeachBack(id="t", ask="Tell a friend.", checklist=("Clouds", "Drops"), **COMMON),
)
BANK = Quiz(
    schema=1,
    id="rain",
    title="Rain",
    topics={"rain": "Rain"},
    passage=Passage(
        title="A wet night",
        source="Our own words",
        text="There was rain. It came at night.\n\nThen it stopped.",
    ),
    know=(Note(text="Rain is water.", as_of="2026-11", source="A leaflet"),),
    questions=QUESTIONS,
)


def asked(question: Question, *layout: int) -> Presented:
    """Return the question laid out in a way."""
    return Presented(question, layout)


def rekeyed(one: Presented) -> Presented:
    """Return a question that looks the same and has another key, other reasons and another id."""
    question, shown = _other(with_answers(one)), _shown(with_answers(one))
    layout = tuple(_shown(question).index(shown[index]) for index in one.option_order)
    hidden: dict[str, Any] = {
        "id": f"other-{question.id}",
        "explain": "Another explanation.",
        "hint": "Another hint.",
        "note": Note(text="Another fact.", as_of="2001-01", source="Elsewhere"),
        "skill": Skill.APPLY,
        "group": None,
        "claims": (),
    }
    return Presented(replace(question, **hidden), layout)


def _turned(values: Sequence[Any]) -> list[Any]:
    return [*values[1:], values[0]]


def _shown(question: Question) -> Sequence[str]:
    match question:
        case Choice() | Choices() | Statement():
            return [option.text for option in question.options]
        case Cloze():
            return question.word_bank
        case Order():
            return question.items
        case Match():
            return question.rights
    return ()


def _other(question: Question) -> Question:
    match question:
        case Choice() | Choices():
            right = _turned([option.correct for option in question.options])
            new = (
                replace(option, correct=correct, why="Another reason.", tag=None, quote=None)
                for option, correct in zip(question.options, right, strict=True)
            )
            return replace(question, options=tuple(new))
        case Statement():
            return replace(question, answer="not stated" if question.answer is True else True)
        case Number():
            return replace(question, answer=question.answer + 7, tolerance=9, reject=())
        case Short():
            return replace(question, accept=(_as_long(question),), reject=())
        case Cloze():
            return _other_words(question)
        case Order() | Match():
            return _other_places(question)
        case Locate():
            return replace(question, evidence="", reject=())
        case TeachBack():
            return replace(question, checklist=("Something else",))


def _as_long(question: Question) -> str:
    """Return an answer of as many words as the longest right one."""
    return " ".join(["something"] * (public(question).most_words or 1))


def _other_places(question: Order | Match) -> Order | Match:
    if isinstance(question, Order):
        return replace(question, items=tuple(_turned(question.items)))
    *rights, spare = _turned(question.rights)
    pairs = zip(question.pairs, rights, strict=True)
    return replace(
        question,
        pairs=tuple(replace(pair, right=right, why=None) for pair, right in pairs),
        spare=Rejected(text=spare, why="Another reason."),
    )


def _other_words(question: Cloze) -> Cloze:
    if not question.words:
        other = Blank(accept=(_as_long(question),))
        return replace(question, blanks=tuple(other for _ in question.blanks))
    words = _turned(question.word_bank)
    count = len(question.blanks)
    return replace(
        question,
        blanks=tuple(Blank(accept=(word,)) for word in words[:count]),
        words=tuple(Rejected(text=word, why="Another reason.") for word in words[count:]),
    )
