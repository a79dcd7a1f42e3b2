"""Options beside each other: numbers out of order, and two that say the same."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quiz.check.context import ItemContext
from quiz.check.figures import figures
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.check.words import ARTICLES
from quiz.model.question import Option


@rule("numbers-out-of-order", Level.ERROR)
@each
def numbers_out_of_order(item: ItemContext) -> Iterator[Violation]:
    """Options that are numbers do not stand from small to large, or large to small.

    ## Why it matters

    The reader spends care on finding a number in the list, and not on the question.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 21; NBME Item-Writing Guide

    ## How to mend it

    Sort the options by size and write `shuffle: false` under the question.

    Weak:

    ```yaml
    kind: choice
    ask: In which year was it approved in the United States?
    options:
    - {text: "2022"}
    - {text: "2019", correct: true}
    - {text: "2020"}
    ```

    Better:

    ```yaml
    kind: choice
    ask: In which year was it approved in the United States?
    shuffle: false
    options:
    - {text: "2019", correct: true}
    - {text: "2020"}
    - {text: "2022"}
    ```

    ## Known traps

    1.3 million is more than 900,000; −5 is less than 3; a range counts by its lower end. Options in
    different units, times of day, powers and dates with a month are left alone.
    """
    numbers = figures(tuple(option.text for option in item.options))
    if not numbers or len(set(numbers)) < 2:
        return
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    if not (all(step >= 0 for step in steps) or all(step <= 0 for step in steps)):
        yield Violation(item.at("options"), "The numbers are not in order.")
    elif not item.keeps_places:
        yield Violation(
            item.at("options"), "The numbers are in order here, and shuffled when shown."
        )


_OPPOSITE_LISTED = (
    "no not non never without less more fewer un only neither nor hardly little few half part "
    "partly almost nearly very too much many"
)
_OPPOSITE = frozenset(_OPPOSITE_LISTED.split())
_GOES_ON_LISTED = (
    "of in on at for to with and or by from that which who when after before during as if because "
    "while under over into between than"
)
_GOES_ON = frozenset(_GOES_ON_LISTED.split())


@rule("duplicate-options", Level.ERROR)
@each
def duplicate_options(item: ItemContext) -> Iterator[Violation]:
    """Two options say the same.

    ## Why it matters

    Neither can be the one right answer, so a reader rules out both. If one is the key, two answers
    are right.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 22

    ## How to mend it

    Change or leave out one of the two.

    Weak:

    ```yaml
    kind: choice
    ask: What is Spravato?
    options:
    - {text: A brand name, correct: true}
    - {text: A clinic}
    - {text: The clinic.}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What is Spravato?
    options:
    - {text: A brand name, correct: true}
    - {text: A clinic}
    - {text: A brain cell}
    ```

    ## Known traps

    Case, articles and punctuation are no difference; a sign in a number or a formula is: 5 and −5
    are two options. The same in other words is missed.
    """
    seen: dict[tuple[str, ...], Option] = {}
    for index, option in enumerate(item.options):
        same = _normal(option.text)
        if same and same in seen:
            first = seen[same].text
            yield Violation(item.at("options", index, "text"), f"The option repeats “{first}”.")
        seen.setdefault(same, option)


@rule("option-within-option", Level.ERROR, english=True)
@each
def option_within_option(item: ItemContext) -> Iterator[Violation]:
    """One option is contained in another.

    ## Why it matters

    If the narrow one is right, so is the wide one: a reader rules out one of them, or finds two
    answers.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 22 (options must not overlap)

    ## How to mend it

    Make each option exclude the other, or leave one out.

    Weak:

    ```yaml
    kind: choice
    ask: Where is it prescribed?
    options:
    - {text: At clinics}
    - {text: At clinics and research centers, correct: true}
    - {text: At home}
    ```

    Better:

    ```yaml
    kind: choice
    ask: Where is it prescribed?
    options:
    - {text: At schools and sports clubs}
    - {text: At clinics and research centers, correct: true}
    - {text: At home and at work}
    ```

    ## Known traps

    “Esketamine” does not contain “ketamine”, nor “heart rate” “heart”. “Well understood” and “not
    understood” exclude each other. Numbers and options that keep an order of their own (`shuffle:
    false`) are left alone.
    """
    if item.key is None or item.keeps_places:
        return
    plain = [_normal(option.text) for option in item.options]
    for index, short in enumerate(plain):
        wide = next((other for other in range(len(plain)) if _within(short, plain[other])), None)
        if wide is not None:
            message = f"The option is contained in “{item.options[wide].text}”."
            yield Violation(item.at("options", index, "text"), message)


def _within(short: tuple[str, ...], wide: tuple[str, ...]) -> bool:
    """Return whether the words of the one stand in the other, and hold of it too."""
    extra = len(wide) - len(short)
    if extra < 1 or not any(word[0].isalpha() for word in short):
        return False
    for start in range(extra + 1):
        if wide[start : start + len(short)] == short:
            before, after = wide[:start], wide[start + len(short) :]
            turned = _OPPOSITE.intersection((*before, *after)) or _is_adverb(before)
            return not turned and (not after or after[0] in _GOES_ON)
    return False


def _is_adverb(before: tuple[str, ...]) -> bool:
    return bool(before) and (before[-1].endswith("ly") or before[-1] in {"well", "better"})


_TOKEN = re.compile(
    r"[-−]?\d(?:[\d.,/]*\d)?|[^\W_]+(?:['’\-][^\W_]+)*"
    r"|[^\w\s.,;:!?…\"'’‘“”()\[\]-]"  # signs such as < and %
)


def _normal(text: str) -> tuple[str, ...]:
    return tuple(
        word for word in _TOKEN.findall(text.casefold().replace("’", "'")) if word not in ARTICLES
    )
