"""Clues: what tells a reader who has not read the passage which option is right."""

import re
from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.negatives import asking_sentence
from quiz.check.rule import each, rule
from quiz.model.span import Span
from quiz.model.words import WORD, content, stem, words

_LONGER = 1.5
_VISIBLE = 20
_KEY_WORDS = 4
_NUMBER_FIRST = re.compile(r"\W*\d")


@rule("long-key", Level.WARNING)
@each
def long_key(item: ItemContext) -> Iterator[Violation]:
    """The right option is at least one and a half times as long as any wrong one.

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
    that begins with a figure is left alone, and one that is less than twenty characters longer than
    the longest wrong one.
    """
    if item.key is None:
        return
    text = item.options[item.key].text
    longest = max(len(option.text) for option in item.options if not option.correct)
    if len(text.split()) < _KEY_WORDS or _NUMBER_FIRST.match(text):
        return
    if len(text) >= max(_LONGER * longest, longest + _VISIBLE):
        times = len(text) / longest
        message = f"The right option is {times:.1f} times as long as the longest wrong one."
        yield Violation(item.at("options", item.key, "text"), message, Span(0, len(text)))


_RARE_WORD = 6


@rule("stem-word-in-key", Level.NOTE, english=True)
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
    shared word counts only if it has six letters or more and no wrong option shares any word. Of a
    stem that tells a case first, the sentence that asks is looked at. A word of the same meaning is
    missed. Many sound questions share a word with their answer: it is a note.
    """
    if item.key is None:
        return
    ask = item.question.ask
    stem_words = content(ask[asking_sentence(ask) :]) - item.context.topic_words
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
_STRONG = re.compile(
    r"always|never|completely|entirely|totally|absolutely|impossible|invariably|guarantee[sd]?"
    r"|everyone|everybody|nobody|no one|in .+|under .+|without .+",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z]\S* [A-Z]")


def absolutes(text: str) -> list[Span]:
    """Return where absolute words stand that nothing before them softens."""
    return [
        Span(*found.span())
        for found in _ABSOLUTE.finditer(text)
        if not (_HEDGED.search(text[: found.start()]) or _NAME.match(text, found.start()))
    ]


@rule("absolute-wrong-options", Level.NOTE, english=True)
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

    “Not always” is a hedge; “every 8 hours”, “all-cause” and names such as “Never Land” are no
    absolutes. “All”, “any” and “every” count only where two wrong options have such a word: one is
    often meant as it stands. “Only” and “must” are left alone, and so is every option where the
    right one has “only”. An amount such as “all of them” is left alone after “how many”.
    """
    if item.key is None or item.asks_amount or _fixed(item.options[item.key].text):
        return
    spans = {
        index: found
        for index, option in enumerate(item.options)
        if len(words(option.text)) > 1 and (found := absolutes(option.text))
    }
    for index, found in spans.items():
        option = item.options[index]
        strong = any(_STRONG.fullmatch(option.text, *span) for span in found)
        if strong or len(spans) > 1:
            word = option.text[found[0].start : found[0].end]
            message = f"“{word}” stands in a wrong option, and in the right one no such word."
            yield Violation(item.at("options", index, "text"), message, found[0])


def _fixed(text: str) -> bool:
    return bool(absolutes(text)) or "only" in words(text)
