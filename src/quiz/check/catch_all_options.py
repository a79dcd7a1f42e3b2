"""Options that stand for other options: none of them, all of them, two of them."""

import re
from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.span import Span
from quiz.model.words import words

_RIGHT = (
    r"(?:\W*$|(?: (?:is|are) (?:all )?(?:correct|right|true|possible)| appl(?:y|ies))"
    r"(?:\W*$|[;:] ))"
)
_SO = r"^\W*(?:(?:it|this|that|they|the (?:right )?answer) (?:is|are) )?"
_OPTIONS = r"(?:options?|answers?|choices?)"
_OTHERS = (
    r"(?:(?:the |these |those )?(?:two |three |four )?"
    rf"(?:above|below|{_OPTIONS}|others|other {_OPTIONS}|rest|preceding|mentioned|listed)"
    rf"(?: {_OPTIONS})?"
    r"|(?:the |these |those )?(?:[\w-]+ ){1,3}(?:above|listed|mentioned)(?: above| below| here)?"
    r"|(?:these|those)(?: (?:above|listed|other|possible|side|two|three|four))?"
    r"(?: (?!years|days)\w+)?)"
)
_NONE = re.compile(
    rf"{_SO}(?:none|neither)(?: one)?(?: of (?:them|it|the two))?{_RIGHT}"
    rf"|{_SO}(?:none|neither|not any) of {_OTHERS}{_RIGHT}|^\W*none {_OTHERS}{_RIGHT}"
    r"|\bnone of the above\b(?!-)"
    r"|^\W*(?:there is )?no (?:correct|right) (?:answer|option)\W*$",
    re.IGNORECASE,
)
_ALL = re.compile(
    rf"{_SO}(?:all|both|each|every one|any)(?: of (?:them|the two|the three))?\W*$"
    rf"|{_SO}(?:all|both)(?: of them)? are (?:correct|right|true)\W*$"
    rf"|{_SO}(?:all|both|any|each) (?:of )?{_OTHERS}{_RIGHT}"
    r"|\b(?:all|any|each|both) of the above\b(?!-)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\W*(?:some|most|many|a? ?few|half|several|every|either)(?: of (?:\w+ ?){1,2})?\W*$", re.I
)


def catches_all(text: str) -> bool:
    """Return whether an option speaks of the others: that all of them are right, or none."""
    return bool(_NONE.search(text) or _ALL.search(text))


@rule("none-of-the-above", Level.WARNING, english=True)
@each
def none_of_the_above(item: ItemContext) -> Iterator[Violation]:
    """An option says that no other option is right.

    ## Why it matters

    Whoever picks it has shown what is wrong, not what is right. Where it is never the answer, it is
    an option fewer.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 25; Tarrant et al. (2006)

    ## How to mend it

    Put a wrong answer in its place that readers do give, or leave it out: three are enough.

    Weak:

    ```yaml
    kind: choice
    ask: What do vets use ketamine for?
    options:
    - {text: To calm animals, correct: true}
    - {text: To feed animals}
    - {text: None of the above}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What do vets use ketamine for?
    options:
    - {text: To calm animals, correct: true}
    - {text: To feed animals}
    - {text: To wake animals}
    ```

    ## Known traps

    “None of the patients” speaks of patients, not of options, and “Nothing” is an answer. A bare
    “None” is an amount after “how many” or “how much”, beside “some” and “most”, and in a blank at
    the start.
    """
    yield from _look(item, _NONE, "The option says that no other one is right.")


@rule("all-of-the-above", Level.ERROR, english=True)
@each
def all_of_the_above(item: ItemContext) -> Iterator[Violation]:
    """An option says that all the others are right.

    ## Why it matters

    Whoever knows that two options are right picks it without reading the third; whoever sees one
    right option first is misled.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 26; Tarrant et al. (2006)

    ## How to mend it

    Ask for several with the kind `choices`, or keep the one best answer.

    Weak:

    ```yaml
    kind: choice
    ask: Where is ketamine useful?
    options:
    - {text: In surgery}
    - {text: In emergency care}
    - {text: All of the above, correct: true}
    ```

    Better:

    ```yaml
    kind: choices
    ask: Where is ketamine useful? Choose two.
    options:
    - {text: In surgery, correct: true}
    - {text: In emergency care, correct: true}
    - {text: In eye tests}
    ```

    ## Known traps

    “All-cause deaths”, “each other” and “all of the patients” speak of other things. A bare “all of
    them” is an amount after “how many”, beside “some” and “most”, and in a blank at the start.
    """
    yield from _look(item, _ALL, "The option says that all others are right.")


def _look(item: ItemContext, pattern: re.Pattern[str], message: str) -> Iterator[Violation]:
    for index, option in enumerate(item.options):
        found = pattern.search(option.text)
        if found and not _is_amount(item, found[0]):
            yield _at_option(item, index, message, found)


_POINTS = re.compile(r"above|below|option|answer|choice|correct|listed|mentioned", re.IGNORECASE)
_THESE = re.compile(r"\b(?:these|those|following)\b", re.IGNORECASE)
_ZERO = re.compile(r"\W*(?:0|zero)\b", re.IGNORECASE)


def _is_amount(item: ItemContext, words: str) -> bool:
    """Return whether “all” or “none” is an amount like the other options, and points at none."""
    if _POINTS.search(words):
        return False
    texts = [option.text for option in item.options]
    ask = item.question.ask
    if any(map(_AMOUNT.match, texts)) or ask.lstrip().startswith("_"):
        return True
    these = _THESE.search(words) and not _THESE.search(ask)
    return item.asks_amount and not these and not any(map(_ZERO.match, texts))


_MARK = r"\(?(?:[A-H]|[IVX]{1,4}|[a-h]|[ivx]{1,4}|\d)(?:\)|\b)"
_CALLED = r"(?i:options?|answers?|choices?|statements?|conclusions?|assumptions?)"
_LETTERS = re.compile(
    rf"\W*(?:(?i:only|both|either|neither|all of|{_CALLED}) )*{_MARK}"
    rf"(?:(?:\s*[,&+]\s*|,?\s+(?i:and|or|nor)\s+|,\s*(?i:and|or)\s+)(?:{_CALLED} )?{_MARK})+"
    r"(?i: only| alone| together|(?: are)?(?: both| all)? (?:correct|right|true))?\W*$"
)
_ALONE = re.compile(rf"\W*(?:(?i:only) (?:{_CALLED} )?{_MARK}|{_MARK} (?i:only|alone))\W*$")
_PLACE = r"(?:first|second|third|fourth|last)"
_NAMED_OPTION = re.compile(
    r"(?i:\b(?:options?|answers?|choices?)) (?:[A-H1-9]|one|two)\b"
    rf"|(?i:^\W*all (?:but|except) (?:the {_PLACE}(?: one)?|{_CALLED}? ?{_MARK})\W*$)"
    rf"|(?i:^\W*(?:both |only )?(?:the )?{_PLACE}(?: (?:two|three)|(?:, (?:the )?{_PLACE})*,? "
    rf"(?:and|or) (?:the )?{_PLACE})(?: (?:one|option|answer|statement|choice)s?)?"
    r"(?: (?:is|are)(?: both)? (?:correct|right|true)| apply| only)?\W*$)"
    rf"|(?i:^\W*only the {_PLACE}(?: (?:one|option|answer|statement|choice))?"
    r"(?: is (?:correct|right|true))?\W*$)"
)
_LETTERED = re.compile(
    r"blood|vitamin|hepatitis|influenza|\b(?:groups?|types?|class(?:es)?|grades?|letters?|points?|notes?|keys)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:1|i)[.)].+\s\(?(?:2|ii)[.)]", re.IGNORECASE | re.DOTALL)
_NAME = re.compile(r"\b[B-Hb-h]\b(?!\.\s|\))")
_SAYS_SO = re.compile(r"[A-Za-z]{4}|\(\d\)")


@rule("option-combines-options", Level.WARNING, english=True)
@each
def option_combines_options(item: ItemContext) -> Iterator[Violation]:
    """An option stands for a combination of others, as “A and C”.

    ## Why it matters

    It tests logic and not the passage. Options are shuffled, so a letter or a place points nowhere.

    Source: NBME Item-Writing Guide (type K); Haladyna et al. (2002), guideline 9

    ## How to mend it

    Ask for several with the kind `choices`, or ask about one thing.

    Weak:

    ```yaml
    kind: choice
    ask: Which risks are named?
    options:
    - {text: Accidents}
    - {text: Bad mixes with other substances}
    - {text: Both A and B, correct: true}
    ```

    Better:

    ```yaml
    kind: choices
    ask: Which two risks are named? Choose two.
    options:
    - {text: Accidents, correct: true}
    - {text: Bad mixes with other substances, correct: true}
    - {text: Broken bones}
    ```

    ## Known traps

    “Vitamin B and C”, “A and E department” and “IV” are no combinations of options. Letters alone
    are left where the question asks about blood groups, vitamins or types, or names them itself;
    numbers alone where it has no numbered list.
    """
    for index, option in enumerate(item.options):
        found = _NAMED_OPTION.search(option.text) or _marks(item.question.ask, option.text)
        if found:
            yield _at_option(item, index, "The option stands for a combination of others.", found)
        elif _joins_two(item, index):
            whole = Span(0, len(option.text))
            message = "The option joins two of the others."
            yield Violation(item.at("options", index, "text"), message, whole)


def _marks(ask: str, text: str) -> re.Match[str] | None:
    """Return the letters or numbers of other options, None where they are something else."""
    found = _LETTERS.match(text) or _ALONE.match(text)
    named = set(_NAME.findall(ask)) & set(_NAME.findall(text)) or _LETTERED.search(ask)
    other = not _SAYS_SO.search(text) if re.search(r"\d", text) else bool(named)
    return None if other and not _NUMBERED.search(ask) else found


def _joins_two(item: ItemContext, index: int) -> bool:
    text = " ".join(words(item.options[index].text)).removeprefix("both ")
    others = {" ".join(words(other.text)) for other in item.options}
    joints = re.finditer(" and ", text)
    return any(text[: at.start()] in others and text[at.end() :] in others for at in joints)


def _at_option(item: ItemContext, index: int, message: str, found: re.Match[str]) -> Violation:
    return Violation(item.at("options", index, "text"), message, Span(*found.span()))
