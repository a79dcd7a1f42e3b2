"""Whether a comma took a text of a list apart, which the file does not show any more."""

import re
from collections.abc import Iterator
from itertools import groupby

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.problem import ValuePath
from quiz.model.span import Span
from quiz.model.texts import texts

_LISTS = frozenset({"accept", "items", "checklist"})
_CAPITALIZED = frozenset({"items", "checklist"})
_GOES_ON = re.compile(
    r"(?:and|or|nor|but|then|which|who|whose|such as|as well as|rather than|for example"
    r"|(?:it|that|this|he|she) (?:is|was|has)|(?:it|that)['’]s|(?:they|these|those) (?:are|were))\b"
)
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ("(", ")"))


@rule("comma-in-list", Level.WARNING)
@each
def comma_in_list(item: ItemContext) -> Iterator[Violation]:
    """A value of a list begins like the middle of a sentence: a comma may have taken it apart.

    ## Why it matters

    In `[safe, it is fine, harmless]` each comma ends a value, and so there are three answers where
    two were meant. The file reads, and nobody sees it but the learner.

    Source: YAML 1.2, 7.4.1 (flow sequences)

    ## How to mend it

    Put a text that holds a comma in quotation marks, or each value on a line of its own after a
    hyphen.

    Weak:

    ```yaml
    kind: short
    ask: How is it to drink?
    accept: [safe, it is fine, harmless]
    ```

    Better:

    ```yaml
    kind: short
    ask: How is it to drink?
    accept: ["safe, it is fine", harmless]
    ```

    ## Known traps

    A value that is meant to begin with such a word is found too, and can be waived. English words
    are known; brackets, typographic quotation marks that close in another value, and small letters
    among items that begin with capital ones tell it in any language.
    """
    for path, values in _lists(item):
        for index in range(1, len(values)):
            if _goes_on(values, index, capitals=path[-1] in _CAPITALIZED):
                message = f"“{values[index]}” begins like the middle of a sentence."
                yield Violation((*path, index), message, Span(0, len(values[index])))


def _lists(item: ItemContext) -> Iterator[tuple[ValuePath, list[str]]]:
    """Yield the lists of answers and items in a question, each with its path."""
    for path, listed in groupby(texts(item.question, item.at()), lambda found: found[0][:-1]):
        if path[-1] in _LISTS:
            yield path, [text for _, text in listed]


def _goes_on(values: list[str], index: int, *, capitals: bool) -> bool:
    """Return whether a value goes on with the one before it."""
    before, value = values[index - 1], values[index]
    if any(_open(before, *pair) > 0 > _open(value, *pair) for pair in _PAIRS):
        return True
    small = capitals and values[0][:1].isupper() and value[:1].islower()
    return small or _GOES_ON.match(value) is not None


def _open(text: str, begins: str, ends: str) -> int:
    return text.count(begins) - text.count(ends)
