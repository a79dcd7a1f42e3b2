"""Weak options: what gives the right one away, or leaves two of them right."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quiz.check.figures import figures
from quiz.check.finding import Level, Mark
from quiz.check.rule import each, rule
from quiz.check.sheet import Item
from quiz.check.words import ARTICLES, words
from quiz.model.question import Choice, Choices, Option
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
_AMOUNT = re.compile(
    r"\bhow (?:many|much|often|large|big)|(?:what|which) (?:share|part|proportion|number)\b",
    re.IGNORECASE,
)


@rule("none-of-the-above", Level.ERROR, english=True)
@each
def none_of_the_above(item: Item) -> Iterator[Mark]:
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
        if found and not (_AMOUNT.search(item.question.ask) and not _points(found[0])):
            yield _mark(item, index, "The option says that no other one is right.", found)


@rule("all-of-the-above", Level.ERROR, english=True)
@each
def all_of_the_above(item: Item) -> Iterator[Mark]:
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
        if found and not (_AMOUNT.search(item.question.ask) and not _points(found[0])):
            yield _mark(item, index, "The option says that all others are right.", found)


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
def option_combines_options(item: Item) -> Iterator[Mark]:
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
            yield _mark(item, index, "The option stands for a combination of others.", found)
        elif _joins_two(item, index):
            whole = Span(0, len(option.text))
            message = "The option joins two of the others."
            yield Mark(item.at("options", index, "text"), message, whole)


def _says_only(text: str) -> bool:
    return re.search("only|both", text, re.IGNORECASE) is not None


def _joins_two(item: Item, index: int) -> bool:
    text = " ".join(words(item.options[index].text)).removeprefix("both ")
    others = {" ".join(words(other.text)) for other in item.options}
    joints = re.finditer(" and ", text)
    return any(text[: at.start()] in others and text[at.end() :] in others for at in joints)


@rule("numbers-out-of-order", Level.ERROR)
@each
def numbers_out_of_order(item: Item) -> Iterator[Mark]:
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
    question = item.question
    if not isinstance(question, Choice | Choices):
        return
    numbers = figures(tuple(option.text for option in item.options))
    if not numbers or len(set(numbers)) < 2:
        return
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    if not (all(step >= 0 for step in steps) or all(step <= 0 for step in steps)):
        yield Mark(item.at("options"), "The numbers are not in order.")
    elif question.shuffle:
        yield Mark(item.at("options"), "The numbers are in order here, and shuffled when shown.")


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
def duplicate_options(item: Item) -> Iterator[Mark]:
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
            yield Mark(item.at("options", index, "text"), f"The option repeats “{first}”.")
        seen.setdefault(same, option)


@rule("option-within-option", Level.ERROR, english=True)
@each
def option_within_option(item: Item) -> Iterator[Mark]:
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
    if not (isinstance(item.question, Choice) and item.question.shuffle):
        return
    plain = [_normal(option.text) for option in item.options]
    for index, short in enumerate(plain):
        wide = next((other for other in range(len(plain)) if _within(short, plain[other])), None)
        if wide is not None:
            message = f"The option is contained in “{item.options[wide].text}”."
            yield Mark(item.at("options", index, "text"), message)


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


_VOWEL_NOT_SOUND = re.compile(r"(?:uni(?!n|m)|use|usu|uti|ura|uro|eu|ewe|one\b|once|ukr)", re.I)
_VOWEL_SOUND = re.compile(r"(?:[aeiou]|8|11\b|18\b|hour|honou?r|heir|honest)", re.IGNORECASE)
_SPELLED = re.compile(r"[A-Z](?=[A-Z0-9-]|\b)")
_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
_ENDS_IN_ARTICLE = re.compile(r"\b(an?)\W*$", re.IGNORECASE)


@rule("article-fits-one", Level.WARNING, english=True)
@each
def article_fits_one(item: Item) -> Iterator[Mark]:
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
        yield Mark(item.at("ask"), message, Span(*found.span(1)))


def _vowel_sound(text: str) -> bool:
    text = text.lstrip("\"'“‘( ")
    if _SPELLED.match(text):
        return text[0] in _VOWEL_LETTERS
    return bool(_VOWEL_SOUND.match(text)) and not _VOWEL_NOT_SOUND.match(text)


def _mark(item: Item, index: int, message: str, found: re.Match[str]) -> Mark:
    return Mark(item.at("options", index, "text"), message, Span(*found.span()))
