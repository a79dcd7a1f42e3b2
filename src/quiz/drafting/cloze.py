"""A draft that asks for a name or a hard word of a sentence."""

import re
from collections.abc import Collection, Iterator, Set

from quiz.drafting.sentence import Sentence
from quiz.model.labels import Skill
from quiz.model.public_question import BLANK
from quiz.model.question import Cloze
from quiz.model.question_parts import Blank
from quiz.model.words import words

_NAME = re.compile(
    r"(?<=[a-z,;] )[A-Z][\w-]++(?: (?:of (?:the )?|for )?[A-Z][\w-]++)*+(?!['’]|\.\w)"
)
"""Words with capitals inside a sentence; not where an apostrophe follows."""
_DATED = frozenset(
    str.split(
        "January February March April May June July August September October November December "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter"
    )
)
_OF_A_PERSON = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|says?|said|told|explain(?:s|ed)|writes|wrote)\b")
"""Words of a sentence in which a name may be that of a person, whom no question should ask for."""


def cloze(sentence: Sentence, hard: Collection[str], asked: Set[str], topic: str) -> Cloze | None:
    """Return a question for a name or a hard word; None for none that is not asked for yet.

    `asked` has the words that are, in small letters.
    """
    found = _words(sentence.text, hard)
    word = next((word for word in found if set(words(word)) - asked), None)
    if word is None:
        return None
    what = "words fill" if " " in word else "word fills"
    return Cloze(
        id=f"cloze-{sentence.number}",
        draft=True,
        topic=topic,
        skill=Skill.ACCESS,
        ask=f"Which {what} the blank?",
        text=re.sub(rf"\b{re.escape(word)}\b", BLANK, sentence.text),
        blanks=(Blank(accept=(word,)),),
        evidence=sentence.text,
    )


def _words(text: str, hard: Collection[str]) -> Iterator[str]:
    """Yield names, then hard words, that stand in a sentence once."""
    if "__" in text:
        return
    found = () if _OF_A_PERSON.search(text) else _NAME.finditer(text)
    names = [one[0] for one in found]
    for word in (*(name for name in names if _DATED.isdisjoint(name.split())), *hard):
        if len(re.findall(rf"\b{re.escape(word)}\b", text)) == 1:
            yield word
