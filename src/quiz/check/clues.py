"""Clues: what tells a reader who has not read the passage which option is right."""

import re
from collections.abc import Iterator
from statistics import fmean

from quiz.check.finding import Level, Mark
from quiz.check.rule import each, rule
from quiz.check.sheet import Item
from quiz.check.words import WORD, stem, words
from quiz.model.span import Span

_LONGER = 1.5
_LONGEST = 1.2
_KEY_WORDS = 4
_VISIBLE = 10
_NUMBER_FIRST = re.compile(r"\W*\d")


@rule("long-key", Level.WARNING)
@each
def long_key(item: Item) -> Iterator[Mark]:
    """The right option is at least one and a half times as long as the mean wrong one.

    ## Why it matters

    Authors qualify what must be true. Readers know it, and pick the longest option.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 24; Tarrant et al. (2006)

    ## How to mend it

    Shorten the right option, or give a wrong one as much detail.

    Weak:

    ```yaml
    kind: choice
    ask: Whom is it meant for?
    options:
    - {text: People whose severe depression has not got better with other treatments, correct: true}
    - {text: People with a cold}
    - {text: Animals}
    ```

    Better:

    ```yaml
    kind: choice
    ask: Whom is it meant for?
    options:
    - {text: People whom other treatments did not help, correct: true}
    - {text: People who want a first treatment}
    - {text: People who can't sleep at night}
    ```

    ## Known traps

    Options of a few words differ in length by chance: a right option of fewer than four words or
    that begins with a figure is left alone, and one that is less than ten characters longer than
    the mean wrong one or hardly longer than the longest.
    """
    if item.key is None:
        return
    text = item.options[item.key].text
    others = [len(option.text) for option in item.options if not option.correct]
    if not others or len(text.split()) < _KEY_WORDS or _NUMBER_FIRST.match(text):
        return
    if len(text) < fmean(others) + _VISIBLE:
        return
    if len(text) >= _LONGER * fmean(others) and len(text) >= _LONGEST * max(others):
        times = len(text) / fmean(others)
        message = f"The right option is {times:.1f} times as long as the mean wrong one."
        yield Mark(item.at("options", item.key, "text"), message, Span(0, len(text)))


_RARE_WORD = 6


@rule("stem-word-in-key", Level.WARNING, english=True)
@each
def stem_word_in_key(item: Item) -> Iterator[Mark]:
    """A word of the question comes back in the right option, and in no wrong one.

    ## Why it matters

    Whoever has not read the passage picks the option that sounds like the question.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 28b (clang association); NBME

    ## How to mend it

    Say it in other words, or use the word in a wrong option too.

    Weak:

    ```yaml
    kind: choice
    ask: Which neurotransmitter carries signals between nerve cells?
    options:
    - {text: A chemical that carries signals, correct: true}
    - {text: A small bone}
    - {text: A blood vessel}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What do nerve cells use to send messages?
    options:
    - {text: A chemical, correct: true}
    - {text: A small bone}
    - {text: A blood vessel}
    ```

    ## Known traps

    Words that the whole quiz is about, and words that carry little meaning, give nothing away. One
    shared word counts only if it has six letters or more and no wrong option shares any word. A
    word of the same meaning is missed.
    """
    if item.key is None:
        return
    stem_words = item.stem_words - item.sheet.topic_words
    shared = stem_words & item.option_words[item.key]
    others = [found for index, found in enumerate(item.option_words) if index != item.key]
    best = max(len(stem_words & other) for other in others)
    alone = shared.difference(*others)
    if not alone:
        return
    text = item.options[item.key].text
    repeated = (each for each in WORD.finditer(text) if stem(each[0].lower()) in alone)
    found = max(repeated, key=lambda each: len(each[0]))
    enough = len(alone) >= 2 and len(shared) >= 2 * best
    rare = best == 0 and len(found[0]) >= _RARE_WORD
    if enough or rare:
        message = f"Of all options the right one alone repeats “{found[0]}” from the question."
        yield Mark(item.at("options", item.key, "text"), message, Span(*found.span()))


_ABSOLUTE = re.compile(
    r"\b(?:always|never|completely|entirely|totally|absolutely|impossible|invariably|guarantee[sd]?"
    r"|everyone|everybody|nobody|no one|nothing|everything|solely|exclusively"
    r"|in (?:all|every|any) (?:cases?|countr(?:y|ies)|patients?|person)"
    r"|under no circumstances|without exception"
    r"|(?:all|every|any)(?! (?:\d|two|three|four|other|few|morning|evening|night|day|week|year|hour"
    r"|month|of (?:the (?:above|time)|them|these|those))"
    r"|-| [\w-]+ (?:hours|days|weeks|months)))\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"(?:\b(?:not|cannot|nearly|almost|hardly|rarely|virtually|if|at)|n['’]t)\s+$|non-$",
    re.IGNORECASE,
)


def absolutes(text: str) -> list[Span]:
    """Return where absolute words stand that nothing before them softens."""
    return [
        Span(*found.span())
        for found in _ABSOLUTE.finditer(text)
        if not _HEDGED.search(text[: found.start()])
    ]


@rule("absolute-wrong-options", Level.WARNING, english=True)
@each
def absolute_wrong_options(item: Item) -> Iterator[Mark]:
    """Wrong options say always, never, all or the like, and the right one does not.

    ## Why it matters

    Few things are always so. Readers know that such options are wrong, and rule them out.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 28a (specific determiners); NBME

    ## How to mend it

    Take the absolute word out of the wrong option, or make it wrong for another reason.

    Weak:

    ```yaml
    kind: choice
    ask: How does it compare with doses in clinics?
    options:
    - {text: It is often larger, correct: true}
    - {text: It is always smaller}
    - {text: It is never measured}
    ```

    Better:

    ```yaml
    kind: choice
    ask: How does it compare with doses in clinics?
    options:
    - {text: It is often larger, correct: true}
    - {text: It is often smaller}
    - {text: It is about the same}
    ```

    ## Known traps

    “Not always” is a hedge; “every 8 hours” and “all-cause” are no absolutes. “Only” and “must” are
    left alone: right options use them as often. An amount such as “all of them” is left alone after
    “how many”.
    """
    if item.key is None or absolutes(item.options[item.key].text) or _asks_amount(item):
        return
    for index, option in enumerate(item.options):
        found = absolutes(option.text)
        if found and len(words(option.text)) > 1:
            word = option.text[found[0].start : found[0].end]
            message = f"“{word}” stands in a wrong option, and in the right one no such word."
            yield Mark(item.at("options", index, "text"), message, found[0])


_AMOUNT = re.compile(r"\bhow (?:many|much|often)|for how long", re.IGNORECASE)


def _asks_amount(item: Item) -> bool:
    return _AMOUNT.search(item.question.ask) is not None
