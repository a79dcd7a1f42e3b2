"""A draft that asks whether what the passage says is true, in its own words."""

import re

from quiz.drafting.sentence import Sentence
from quiz.model.labels import Skill
from quiz.model.question import Statement
from quiz.model.words import words

_FEW, _MANY = 5, 20
_LEANING = frozenset(
    str.split(
        "he she it they this that these those we you i his her its their our your such some others "
        "another both here there then so but and or yet still however also instead thus therefore "
        "consequently additionally moreover furthermore besides likewise again because if when "
        "while although though unless first second third next finally later now since as in for "
        "one most many each all not no please do don't never always to try ask talk get make keep "
        "go come drink eat stay avoid use take wash put call see start stop read write tell wear"
    )
)
"""How sentences begin that lean on the one before, or that ask for something to be done."""
_SPEAKS = re.compile(r"[\"“”:;(]|\b(?:you|your|we|our|us|i|my)\b", re.IGNORECASE)


def statement(sentence: Sentence, topic: str) -> Statement | None:
    """Return a true statement, where a sentence can be read alone; None where it can't."""
    said = words(sentence.text)
    if said[0] in _LEANING or not _FEW <= len(said) <= _MANY or _SPEAKS.search(sentence.text):
        return None
    return Statement(
        id=f"statement-{sentence.number}",
        draft=True,
        topic=topic,
        skill=Skill.UNDERSTAND,
        ask=sentence.text,
        answer=True,
        evidence=sentence.text,
    )
