"""GIFT, the plain text format of Moodle, both ways."""

import re
from collections.abc import Mapping

from quiz.exchange.format import Format
from quiz.exchange.gift.reading import read
from quiz.exchange.gift.writing import write

__all__ = ["FORMAT", "read", "recognizes", "write"]

_HOLDS: Mapping[str, str] = {
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
    "topic": "category",
    "why": "feedback of the answer; of pairs and of words for several blanks, general feedback",
    "quote": "behind the reason of its option",
    "tag": "behind the reason of its option",
    "explain": "general feedback",
    "evidence": "general feedback, marked",
    "note": "general feedback, marked",
    "passage": "a description before the questions",
}
_GIFT = re.compile(
    r"^::[^:\n]+::|^\$CATEGORY:|\?\s*\{\s*\}\s*$"
    r"|\{\s*(?:[=~]|#\s*-?\d|(?:T|F|TRUE|FALSE)\s*[}#])",
    re.MULTILINE,
)


def recognizes(text: str) -> bool:
    """Return whether a text begins as a GIFT file does."""
    return bool(_GIFT.search(text))


FORMAT = Format(
    name="gift",
    title="GIFT",
    ending=".gift",
    recognizes=recognizes,
    read=read,
    write=write,
    holds=_HOLDS,
)
