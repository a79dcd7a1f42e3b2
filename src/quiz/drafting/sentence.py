"""The sentences of a passage that a question can stand on."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from quiz.model.passage import Passage
from quiz.model.words import WORD, content_stems, words

_WHOLE = re.compile(r"[.!…][\"'”’)\]]*$")
_ASKS = re.compile(r"\?[\"'”’)\]]*$")
_LEFT_ALONE = re.compile(
    r"\bsuicid|\bself-harm|\bwww\.|://|@|\b1-8\d\d\b"
    r"|\d\s?(?:mg|mcg|[µμ]g|g|ml|iu|units?|tablets?|pills?|capsules?|drops?|puffs?|doses?)\b",
    re.IGNORECASE,
)
"""What no question asks about: suicide, an address, and amounts of a drug."""
_FEWEST_WORDS = 4
_MOST_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that states something, and stands in the passage only once."""

    index: int
    """Its place among all sentences, from 0."""
    text: str
    paragraph: int
    """The place of its paragraph, from 0."""

    @property
    def number(self) -> int:
        """Its place as a person counts."""
        return self.index + 1

    @property
    def can_be_drafted(self) -> bool:
        """Whether it is whole, of a usual length, and of what a question may ask about."""
        return (
            _WHOLE.search(self.text) is not None
            and len(words(self.text)) >= _FEWEST_WORDS
            and len(self.text) <= _MOST_CHARACTERS
            and _LEFT_ALONE.search(self.text) is None
        )


def sentences(passage: Passage, language: str) -> tuple[Sentence, ...]:
    """Return the sentences that state something, in order; what asks states nothing."""
    return tuple(_stating(passage, language))


def _stating(passage: Passage, language: str) -> Iterator[Sentence]:
    paragraphs = passage.paragraphs
    for index, (start, end) in enumerate(passage.sentences(language)):
        text = passage.text[start:end]
        found = list(passage.sentences_of(text, language))
        if found == [index] and words(text) and not _ASKS.search(text):
            paragraph = bisect_right(paragraphs, start, key=attrgetter("start")) - 1
            yield Sentence(index, text, paragraph)


def lone_words(sentences: Sequence[Sentence]) -> Mapping[Sentence, tuple[str, ...]]:
    """Return of each sentence the words that carry meaning and stand in no other, in any form."""
    counts = Counter(stem for one in sentences for stem in set(content_stems(one.text)))
    return {
        one: tuple(word for word in WORD.findall(one.text) if _is_lone(word, counts))
        for one in sentences
    }


def _is_lone(word: str, counts: Counter[str]) -> bool:
    stems = content_stems(word)
    return word.isalpha() and len(stems) == 1 and counts[stems[0]] == 1
