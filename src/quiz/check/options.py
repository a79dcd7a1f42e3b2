"""Options beside each other that say the same."""

import re
from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.number_words import VALUES
from quiz.model.question_parts import Option
from quiz.model.words import ARTICLES

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
