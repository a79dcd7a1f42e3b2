"""Plain language: how hard the passage, the questions and the explanations are to read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quiz.check import readability
from quiz.check.context import QuizContext
from quiz.check.finding import Level, Violation
from quiz.check.readability import Counts, TooShort
from quiz.check.rule import rule
from quiz.model.passage import Passage
from quiz.model.problem import ValuePath
from quiz.model.span import Span
from quiz.model.words import words

HIGHEST_GRADE = 8.0
"""The grade that health material should not pass."""
MOST_WORDS = 25
"""The words that a sentence should not pass."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A formula's result, or why there is none."""

    plain: float | None
    """As the text stands."""
    familiar: float | None
    """With the listed terms counted as familiar."""
    refusal: str = ""
    """Why there is no result; empty where there is one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A sentence, and where it stands."""

    path: ValuePath
    """The field that it is part of."""
    text: str
    """The text of that field, its white space made plain."""
    start: int
    """Where the sentence begins in that text."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the quiz, and how hard it is."""

    name: str
    """passage, questions or explanations."""
    counts: Counts
    """Its words and sentences, the listed terms counted as they stand."""
    grade: Measured
    """The Flesch-Kincaid grade."""
    ease: Measured
    """The Flesch reading ease."""
    smog: Measured
    """The SMOG grade."""
    longest: tuple[Standing, ...]
    """Its longest sentences."""
    hardest: tuple[Standing, ...]
    """The sentences that raise the grade most."""


def parts(context: QuizContext) -> tuple[Part, ...]:
    """Return the passage, the questions and the explanations; none where it is not in English."""
    if not context.quiz.english:
        return ()
    return tuple(_part(name, texts, context) for name, texts in _texts(context).items())


def _texts(context: QuizContext) -> dict[str, list[tuple[ValuePath, str]]]:
    return {
        "passage": [(("passage", "text"), context.quiz.passage.text)],
        "questions": [text for item in context.items for text in item.asks],
        "explanations": [text for item in context.items for text in item.explanations],
    }


def _part(name: str, texts: list[tuple[ValuePath, str]], context: QuizContext) -> Part:
    sentences = readability.sentences((text for _, text in texts), context.quiz.language)
    plain = readability.count(sentences)
    familiar = readability.count(sentences, context.quiz.familiar)
    longest = readability.longest(sentences)
    hardest = readability.hardest(sentences, context.quiz.familiar)
    flowed = [(path, Passage(title="", source="", text=text).text) for path, text in texts]
    return Part(
        name,
        plain,
        _measure(readability.flesch_kincaid, plain, familiar),
        _measure(readability.reading_ease, plain, familiar),
        _measure(readability.smog, plain, familiar),
        tuple(_standing(sentences[index], flowed) for index in longest),
        tuple(_standing(sentences[index], flowed) for index in hardest),
    )


def _standing(sentence: str, texts: list[tuple[ValuePath, str]]) -> Standing:
    path, text = next((path, text) for path, text in texts if sentence in text)
    return Standing(path, text, text.index(sentence), sentence)


def _measure(formula: Callable[[Counts], float], plain: Counts, familiar: Counts) -> Measured:
    try:
        return Measured(formula(plain), formula(familiar))
    except TooShort as refusal:
        return Measured(None, None, str(refusal))


_PLACES: dict[str, ValuePath] = {
    "passage": ("passage", "text"),
    "questions": ("questions",),
    "explanations": ("questions",),
}


@rule("hard-to-read", Level.WARNING, english=True)
def hard_to_read(context: QuizContext) -> Iterator[Violation]:
    """The passage, the questions or the explanations are above grade 8.

    ## Why it matters

    About half of adults read below grade 8; health material aims at grade 6 to 8.

    Source: Flesch-Kincaid (Kincaid et al. 1975); listed terms count as familiar

    ## How to mend it

    Use shorter sentences and everyday words; `--tables` shows the hardest sentences.

    Weak:

    ```yaml
    passage:
      title: Ketamine
      source: Our own
      text: >-
        Pharmacological interventions characterised by dissociative properties necessitate
        comprehensive interdisciplinary supervision, notwithstanding considerable heterogeneity.
    ```

    Better:

    ```yaml
    passage:
      title: Ketamine
      source: Our own
      text: A drug that can make people feel cut off should be used with care.
    ```

    ## Known traps

    Below 100 words there is no grade, and nothing is found. The formula counts syllables and words,
    and knows nothing of meaning.
    """
    for name, texts in _texts(context).items():
        sentences = readability.sentences((text for _, text in texts), context.quiz.language)
        counts = readability.count(sentences, context.quiz.familiar)
        grade = _measure(readability.flesch_kincaid, counts, counts).familiar
        if grade is not None and round(grade, 1) > HIGHEST_GRADE:
            are = "is" if name == "passage" else "are"
            yield Violation(_PLACES[name], f"The {name} {are} at grade {grade:.1f}.")


@rule("long-sentence", Level.WARNING, english=True)
def long_sentence(context: QuizContext) -> Iterator[Violation]:
    """A sentence has more than 25 words.

    ## Why it matters

    Readers lose the start of a long sentence before they reach its end.

    Source: Plain-language guides of health services: 15 to 20 words, 25 at most

    ## How to mend it

    Make two sentences of it.

    Weak:

    ```yaml
    explain: >-
      The passage says that people who take the drug outside of medical care often take amounts
      that are larger than the doses used in clinics, which can be very risky for them.
    ```

    Better:

    ```yaml
    explain: >-
      The passage says that people outside of medical care often take larger amounts than clinics
      use. This can be very risky.
    ```

    ## Known traps

    Words with a hyphen count once. Options, and what is typed, are not looked at.
    """
    for texts in _texts(context).values():
        for path, text in texts:
            if text.count(" ") >= MOST_WORDS:
                yield from _long(path, text, context.quiz.language)


def _long(path: ValuePath, text: str, language: str) -> Iterator[Violation]:
    prose = Passage(title="", source="", text=text)
    behind = 0
    for start, end in prose.sentences(language):
        sentence = prose.text[start:end]
        count = len(words(sentence))
        if count > MOST_WORDS:
            first = text.find(sentence, behind)
            span = Span(first, behind := first + len(sentence)) if first >= 0 else None
            yield Violation(path, f"The sentence has {count} words.", span)
