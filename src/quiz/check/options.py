"""Options beside each other: numbers out of order, and two that say the same."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quiz.check.catch_all_options import catches_all
from quiz.check.context import ItemContext
from quiz.check.figures import figures
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.number_words import VALUES
from quiz.model.question import Option
from quiz.model.span import Span
from quiz.model.words import ARTICLES


@rule("numbers-out-of-order", Level.WARNING)
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
    different units, pairs, times of day, powers and dates with a month are left alone. “None of
    these” may stand beside numbers.
    """
    texts = (option.text for option in item.options)
    numbers = figures(tuple(text for text in texts if not catches_all(text)))
    if not numbers or len(set(numbers)) < 2:
        return
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    if not (all(step >= 0 for step in steps) or all(step <= 0 for step in steps)):
        yield Violation(item.at("options"), "The numbers are not in order.")
    elif not item.keeps_places:
        yield Violation(
            item.at("options"), "The numbers are in order here, and shuffled when shown."
        )


@rule("options-like-row-numbers", Level.WARNING)
@each
def options_like_row_numbers(item: ItemContext) -> Iterator[Violation]:
    """An option is a bare number that is also the number of another row.

    ## Why it matters

    Who types 3 may mean the third row or the answer 3. The quiz asks which is meant where lines are
    typed; on the whole screen the key 3 picks the third row, and a learner in haste is marked wrong
    for knowing the answer.

    Source: Our own rule: what is marked wrong must be wrong

    ## How to mend it

    Write with each number what it counts, as in “3 hours”; or ask with a number field.

    Weak:

    ```yaml
    kind: choice
    ask: For how many hours does it last?
    shuffle: false
    options:
    - {text: "2", correct: true}
    - {text: "3"}
    - {text: "4"}
    ```

    Better:

    ```yaml
    kind: choice
    ask: For how long does it last?
    shuffle: false
    options:
    - {text: 2 hours, correct: true}
    - {text: 3 hours}
    - {text: 4 hours}
    ```

    ## Known traps

    Numbers above the number of rows are left alone, and so are options that always stand in the row
    of their own number.
    """
    for index, option in enumerate(item.options):
        number = option.text.strip().rstrip(".")
        rows = {str(row) for row in range(1, len(item.options) + 1)}
        if number in rows - ({str(index + 1)} if item.keeps_places else set()):
            message = f"The answer {number} can stand in another row than row {number}."
            yield Violation(item.at("options", index, "text"), message, Span(0, len(option.text)))


_APART_LISTED = (
    "no not non never without less more fewer only neither nor hardly little few half part partly "
    "almost nearly very too much many all but except instead between outside inside near behind "
    "above below about against around beyond through until like i you he she it we they"
)
_APART = frozenset(_APART_LISTED.split())
"""Words that make something else of what stands beside them."""
_GOES_ON_LISTED = (
    "of in on at for to with by from that which who when after before during as if because while "
    "under over into than"
)
_GOES_ON = frozenset(_GOES_ON_LISTED.split())
_NARROWING_LISTED = (
    "severe mild chronic acute new old young large big small strong weak high low early late long "
    "short trained sick healthy poor rich good bad cold hot warm local public private"
)
_NARROWING = frozenset(_NARROWING_LISTED.split())
"""Words before others of which they leave a part."""


@rule("duplicate-options", Level.WARNING)
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


@rule("option-within-option", Level.WARNING, english=True)
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

    “Esketamine” does not contain “ketamine”, nor “heart rate” “heart”, nor “outside London”
    “London”. Before the words only a few adjectives may stand, as in “severe depression”: “specific
    heat” is no kind of heat. Numbers, names inside longer names, and options that keep an order of
    their own (`shuffle: false`) are left alone.
    """
    if item.key is None or item.keeps_places:
        return
    for index, short in enumerate(item.options):
        wide = next((other for other in item.options if _includes(other, short)), None)
        if wide:
            message = f"The option is contained in “{wide.text}”."
            yield Violation(item.at("options", index, "text"), message)


def _includes(wide: Option, short: Option) -> bool:
    """Return whether the words of the one stand in the other, and hold of it too."""
    words, part = _normal(wide.text), _normal(short.text)
    extra = len(words) - len(part)
    if extra < 1 or not _speaks(part) or _is_name(wide.text, part[0]):
        return False
    if _members(short.text) < _members(wide.text):
        apart = _APART.intersection(words) or _counts(part)
        return not apart and all(map(_speaks, _members(wide.text)))
    starts = (at for at in range(extra + 1) if words[at : at + len(part)] == part)
    at = next(starts, None)
    return at is not None and _narrows(part, words[:at], words[at + len(part) :])


def _speaks(words: tuple[str, ...]) -> bool:
    return any(len(word) > 1 and word[0].isalpha() for word in words)


def _counts(words: tuple[str, ...]) -> bool:
    return words[0] in VALUES or words[0][0].isdigit()


_JOINTS = re.compile(r"[,;]|\b(?:and|or|both|either)\b", re.IGNORECASE)


def _members(text: str) -> frozenset[tuple[str, ...]]:
    """Return what an option lists, as “White and green”."""
    return frozenset(filter(None, map(_normal, _JOINTS.split(text))))


def _narrows(short: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Return whether what stands around the words leaves their meaning as it is."""
    if not _NARROWING.issuperset(before) or _APART.union({"and", "or"}).intersection(after):
        return False
    if not after:
        return True
    reaches = after[0] == "to" and _counts(short)
    names = after[0] == "of" and len(short) == 1
    return after[0] in _GOES_ON and not reaches and not names


def _is_name(text: str, word: str) -> bool:
    """Return whether the word has a capital within the text, and so is a part of a name."""
    return re.search(rf"\S\s+{re.escape(word.capitalize())}\b", text) is not None


_TOKEN = re.compile(
    r"[-−]?\d(?:[\d.,/]*\d)?|[^\W_]+(?:['’\-][^\W_]+)*"
    r"|[^\w\s.,;:!?…\"'’‘“”()\[\]-]"  # signs such as < and %
)


def _normal(text: str) -> tuple[str, ...]:
    return tuple(
        word for word in _TOKEN.findall(text.casefold().replace("’", "'")) if word not in ARTICLES
    )
