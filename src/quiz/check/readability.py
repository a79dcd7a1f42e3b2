"""How plain a text is: Flesch-Kincaid, reading ease and SMOG.

Each is taken of counts, and the counts of sentences, so that texts can be added up first.
The formulas are those of Kincaid et al. (1975), Flesch (1948) and McLaughlin (1969).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import cache
from heapq import nlargest, nsmallest
from math import sqrt
from operator import add, sub

from quiz.check.syllables import syllables
from quiz.model.passage import Passage
from quiz.model.words import WORD, words

MANY = 3
"""The syllables from which on a word is long (a polysyllable)."""
FAMILIAR = 2
"""The most syllables that a word of the listed terms counts."""
FK_WORDS = 100
"""The fewest words of which Flesch-Kincaid and reading ease say anything."""
SMOG_SENTENCES = 30
"""The fewest sentences of which SMOG says anything."""


class TooShort(ValueError):
    """A text that is too short for the formula; the message says what it would need."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas look at."""

    sentences: int = 0
    """How many sentences there are."""
    words: int = 0
    """How many words; a figure is one, and so is a word with a hyphen."""
    syllables: int = 0
    """How many syllables these words have."""
    polysyllables: int = 0
    """How many of these words have three syllables or more."""

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both texts together."""
        return Counts(*map(add, astuple(self), astuple(other)))

    def __sub__(self, part: "Counts") -> "Counts":
        """Return the counts of the text without a part of it."""
        return Counts(*map(sub, astuple(self), astuple(part)))


def sentences(texts: Iterable[str], language: str = "en") -> tuple[str, ...]:
    """Return the sentences of the texts, in order; none runs on from one text to the next."""
    prose = Passage(title="", source="", text="\n\n".join(texts))
    return tuple(prose.text[start:end] for start, end in prose.sentences(language))


def count(sentences: Iterable[str], terms: Collection[str] = ()) -> Counts:
    """Return the counts of the sentences.

    A listed term is familiar: each of its words, as a plural or possessive too, counts two
    syllables at most, and is never a polysyllable. Sentences without a word do not count.
    """
    familiar = {word for term in terms for word in words(term)}
    size = cache(lambda word: _size(word, familiar))
    counted = list(filter(WORD.search, sentences))
    sizes = [size(word) for sentence in counted for word in WORD.findall(sentence)]
    long = sum(size >= MANY for size in sizes)
    return Counts(len(counted), len(sizes), sum(sizes), long)


def flesch_kincaid(counts: Counts) -> float:
    """Return the school grade in the United States that a reader needs.

    Raises:
        TooShort: there are fewer than 100 words.

    """
    _need(counts.words, FK_WORDS, "words", "A Flesch-Kincaid grade")
    return _grade(counts)


def reading_ease(counts: Counts) -> float:
    """Return the Flesch reading ease: about 100 for very easy, 0 for very hard.

    Raises:
        TooShort: there are fewer than 100 words.

    """
    _need(counts.words, FK_WORDS, "words", "A reading ease")
    return (
        206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words
    )


def smog(counts: Counts) -> float:
    """Return the SMOG grade: the schooling that full understanding takes.

    Raises:
        TooShort: there are fewer than 30 sentences.

    """
    _need(counts.sentences, SMOG_SENTENCES, "sentences", "A SMOG grade")
    return 1.0430 * sqrt(30 * counts.polysyllables / counts.sentences) + 3.1291


def longest(sentences: Sequence[str], most: int = 3) -> tuple[int, ...]:
    """Return the indices of the sentences with the most words, longest first."""
    lengths = [len(words(sentence)) for sentence in sentences]
    return tuple(nlargest(most, range(len(lengths)), key=lengths.__getitem__))


def hardest(
    sentences: Sequence[str], terms: Collection[str] = (), most: int = 3
) -> tuple[int, ...]:
    """Return the indices of the sentences without which the grade falls furthest, hardest first."""
    each = [count([sentence], terms) for sentence in sentences]
    whole = sum(each, Counts())
    without = [_grade(whole - counts) for counts in each]
    return tuple(nsmallest(most, range(len(each)), key=without.__getitem__))


def _size(word: str, familiar: Collection[str]) -> int:
    size = syllables(word)
    lower = word.lower().replace("\u2019", "'")
    forms = (lower, lower.removesuffix("'s"), lower.removesuffix("s"))
    return min(size, FAMILIAR) if any(form in familiar for form in forms) else size


def _grade(counts: Counts) -> float:
    if not counts.words:
        return 0.0
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def _need(given: int, least: int, unit: str, what: str) -> None:
    if given < least:
        raise TooShort(f"{what} needs {least} {unit}; there are {given}.")
