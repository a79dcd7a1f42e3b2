"""Options that stand for other options: none of them, all of them, two of them."""

import re
from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.check.words import words
from quiz.model.span import Span

_OTHERS = (
    r"(?:the |these |those )?(?:above|below|options?|answers?|choices?|others?|other (?:options"
    r"|answers|choices)|rest|preceding|mentioned|listed)(?: (?:options|answers|choices))?"
)
_NONE = re.compile(
    r"^\W*(?:none|neither|nothing)(?: one)?(?: of (?:them|it|(?:these|those)(?: \w+)?))?\W*$"
    rf"|(?:none|neither) of {_OTHERS}|^\W*none {_OTHERS}\W*$"
    r"|^\W*(?:there is )?no (?:correct|right) (?:answer|option)\W*$",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^\W*(?:all|both|each|every one|any)(?: of (?:them|these|those|the two|the three))?\W*$"
    rf"|\b(?:all|both|any|each) (?:of )?{_OTHERS}|^\W*(?:all|both) (?:these|those)\W*$"
    r"|^\W*(?:all|both) (?:are|of them are) (?:correct|right|true)\W*$",
    re.IGNORECASE,
)


@rule("none-of-the-above", Level.ERROR, english=True)
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

    “None of the patients” speaks of patients, not of options. A bare “None” is an amount after “how
    many” or “how much”.
    """
    for index, option in enumerate(item.options):
        found = _NONE.search(option.text)
        if found and not (item.asks_amount and not _points(found[0])):
            yield _at_option(item, index, "The option says that no other one is right.", found)


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

    “All-cause deaths” and “all of the patients” speak of other things. A bare “all of them” is an
    amount after “how many”.
    """
    for index, option in enumerate(item.options):
        found = _ALL.search(option.text)
        if found and not (item.asks_amount and not _points(found[0])):
            yield _at_option(item, index, "The option says that all others are right.", found)


def _points(text: str) -> bool:
    """Return whether the words point at options."""
    return re.search(r"above|below|option|answer|choice|correct", text, re.IGNORECASE) is not None


_LETTERS = re.compile(
    r"\W*(?i:only |both |options? |answers? |choices? )*(?P<one>[A-H]|[IVX]{1,4}|\d)\)?"
    r"(?:\s*,\s*(?:[A-H]|[IVX]{1,4}|\d)\)?)*,?\s*(?:and|or|&|\+|,)\s*"
    r"(?P<last>[A-H]|[IVX]{1,4}|\d)\)?(?P<only> only)?\W*$"
)
_NAMED_OPTION = re.compile(
    r"\b(?:options?|answers?|choices?) (?:[A-H1-9]|one|two)\b"
    r"|\b(?:both|only) the (?:first|second|third|last)\b"
    r"|^\W*all (?:but|except) the (?:first|second|third|last)(?: one)?\W*$"
    r"|\bthe (?:first|second|third|last) (?:two|three|and (?:the )?(?:second|third|last))\b",
    re.IGNORECASE,
)
_LETTERED = re.compile("blood|vitamin|hepatitis|influenza|group|type|class|grade", re.IGNORECASE)


@rule("option-combines-options", Level.ERROR, english=True)
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
    are left where the question asks about blood groups, vitamins or types.
    """
    lettered = _LETTERED.search(item.question.ask)
    for index, option in enumerate(item.options):
        found = _NAMED_OPTION.search(option.text)
        if not found and not lettered:
            found = _LETTERS.match(option.text)
            if found and found["one"].isdecimal() and not _says_only(found[0]):
                found = None
        if found:
            yield _at_option(item, index, "The option stands for a combination of others.", found)
        elif _joins_two(item, index):
            whole = Span(0, len(option.text))
            message = "The option joins two of the others."
            yield Violation(item.at("options", index, "text"), message, whole)


def _says_only(text: str) -> bool:
    return re.search("only|both", text, re.IGNORECASE) is not None


def _joins_two(item: ItemContext, index: int) -> bool:
    text = " ".join(words(item.options[index].text)).removeprefix("both ")
    others = {" ".join(words(other.text)) for other in item.options}
    joints = re.finditer(" and ", text)
    return any(text[: at.start()] in others and text[at.end() :] in others for at in joints)


def _at_option(item: ItemContext, index: int, message: str, found: re.Match[str]) -> Violation:
    return Violation(item.at("options", index, "text"), message, Span(*found.span()))
