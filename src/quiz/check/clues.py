"""Clues: what tells a reader who has not read the passage which option is right."""

import re
from collections.abc import Iterator
from statistics import fmean

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.check.words import WORD, stem, words
from quiz.model.span import Span

_VOWEL_NOT_SOUND = re.compile(r"(?:uni(?!n|m)|use|usu|uti|ura|uro|eu|ewe|one\b|once|ukr)", re.I)
_VOWEL_SOUND = re.compile(r"(?:[aeiou]|8|11\b|18\b|hour|honou?r|heir|honest)", re.IGNORECASE)
_SPELLED = re.compile(r"[A-Z](?=[A-Z0-9-]|\b)")
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_ENDS_IN_ARTICLE = re.compile(r"\b(an?)\W*$", re.IGNORECASE)


@rule("article-fits-one", Level.WARNING, english=True)
@each
def article_fits_one(item: ItemContext) -> Iterator[Violation]:
    """The question ends in “a” or “an”, which fits one option only.

    ## Why it matters

    Grammar gives the answer away, or throws out a wrong one.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 28c; NBME Item-Writing Guide

    ## How to mend it

    Put the article into each option, or ask a whole question.

    Weak:

    ```yaml
    kind: choice
    ask: "Ketamine was first brought in as an:"
    options:
    - {text: anesthetic, correct: true}
    - {text: vitamin}
    - {text: vaccine}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What was ketamine first brought in as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A vitamin}
    - {text: A vaccine}
    ```

    ## Known traps

    It goes by sound: an hour, an MRI, a unique drug, a European. “a(n)” fits all.
    """
    ask = item.question.ask
    found = _ENDS_IN_ARTICLE.search(ask)
    if not found or ask[: found.start()].rstrip().endswith(("/", "a(")):
        return
    wants_vowel = found[1].lower() == "an"
    fitting = sum(_vowel_sound(option.text) == wants_vowel for option in item.options)
    if fitting == 1:
        message = f"“{found[1]}” fits one option only."
        yield Violation(item.at("ask"), message, Span(*found.span(1)))


def _vowel_sound(text: str) -> bool:
    text = text.lstrip("\"'“‘( ")
    if _SPELLED.match(text):
        return text[0] in _VOWEL_LETTERS
    return bool(_VOWEL_SOUND.match(text)) and not _VOWEL_NOT_SOUND.match(text)


_LONGER = 1.5
_LONGEST = 1.2
_KEY_WORDS = 4
_VISIBLE = 10
_NUMBER_FIRST = re.compile(r"\W*\d")


@rule("long-key", Level.WARNING)
@each
def long_key(item: ItemContext) -> Iterator[Violation]:
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
        yield Violation(item.at("options", item.key, "text"), message, Span(0, len(text)))


_RARE_WORD = 6


@rule("stem-word-in-key", Level.WARNING, english=True)
@each
def stem_word_in_key(item: ItemContext) -> Iterator[Violation]:
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
    stem_words = item.stem_words - item.context.topic_words
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
        yield Violation(item.at("options", item.key, "text"), message, Span(*found.span()))


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
def absolute_wrong_options(item: ItemContext) -> Iterator[Violation]:
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
    if item.key is None or absolutes(item.options[item.key].text) or item.asks_amount:
        return
    for index, option in enumerate(item.options):
        found = absolutes(option.text)
        if found and len(words(option.text)) > 1:
            word = option.text[found[0].start : found[0].end]
            message = f"“{word}” stands in a wrong option, and in the right one no such word."
            yield Violation(item.at("options", index, "text"), message, found[0])
