"""Questions that ask for what is not so."""

import re
from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.span import Span

_NEXT_SENTENCE = re.compile(r"[.?!](?=\W+\w)")
_NEGATIVE = re.compile(
    r"\b(?:not|never|except|excluding|cannot|incorrect(?:ly)?|untrue|false"
    r"|(?:is|are|was|were|do|does|did|has|have|had|can|could|would|should|will|must|need)n['’]t"
    r"|can['’]t|won['’]t|least\s+(?:likely|true|often|important|accurate|common)"
    r"|wrong(?= (?:statement|answer|option|one)\b)"
    r"|all but(?= one\b| which\b| the following\b)|(?<=these )but(?=\W*$)"
    r"|(?<=following )but(?=\W*$))\b",
    re.IGNORECASE,
)
_HARMLESS = re.compile(
    r"\b(?:not (?:only|just|simply|merely|always|necessarily|yet|fully|entirely|completely|well"
    r"|enough|stated|given|named|mentioned in)|whether or not|or not|if not|not until|why not"
    r"|not\b(?=[^?]*\b(?:unless|until)\b)"
    r"|true(?: ?/ ?|,? or )(?:false|not)|false(?: ?/ ?|,? or )true"
    r"|false (?:positives?|negatives?|alarms?|teeth|memor(?:y|ies)|beliefs?))\b",
    re.IGNORECASE,
)
_ASKS_WHY = re.compile(r"\b(?:why|how(?! many| much)|reasons?|because)\b", re.IGNORECASE)
_ENDS_NEGATIVE = re.compile(
    r"\b(?:is|are|was|were) (?:not (?:true|correct)|false|incorrect|untrue)\W*$", re.IGNORECASE
)
_OPENING = re.compile(
    r"\W*(?:if|because|while|although|though|since|unless|until|after|before"
    r"|when(?! (?:is|are|was|were|do|does|did|can|could|will|would|should|must)\b))\b[^,]*$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:Never|Not|False|Except|But)(?:[’']s)? [A-Z]")
_CLAUSE = re.compile(
    r"[\w,]\s+(?:who|whose|that|if|when|whenever|because|while|although|though|since|unless"
    r"|until|after|before|but|where|to)\b"
)


@rule("negative-stem", Level.WARNING, english=True)
@each
def negative_stem(item: ItemContext) -> Iterator[Violation]:
    """The question asks for what is not so.

    ## Why it matters

    A reader under stress skips the small word, and answers the opposite question well. To know what
    is not so is also not to know what is.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 17; NBME Item-Writing Guide

    ## How to mend it

    Ask for what is so; or use a statement, to be judged as true, false or not stated.

    Weak:

    ```yaml
    kind: choice
    ask: Which of these is NOT a use of ketamine?
    options:
    - {text: Lowering a fever, correct: true}
    - {text: Easing depression}
    - {text: Calming animals}
    ```

    Better:

    ```yaml
    kind: choice
    ask: Which of these is a use of ketamine?
    options:
    - {text: Calming animals, correct: true}
    - {text: Lowering a fever}
    - {text: Setting a broken bone}
    ```

    ## Known traps

    A negation that picks no exception is left alone: “not only”, “not fully”, “whether or not”,
    “why ... not”, “reason not to”, and one in a clause of its own (“people who have not got
    better”). “At least” is no negation, nor is a name such as “Never Land”, nor “True or false?”:
    the kind `statement` is made for that. A stem whose negation hides in a word, such as “lacks” or
    “fails to”, is missed.
    """
    if not (item.options or item.kind.judges):
        return
    found = _first_negative(item.question.ask, statement=item.kind.judges)
    if found:
        message = (
            "To call a negative statement false is a double negative."
            if item.kind.judges
            else "The question asks for what is not so."
        )
        yield Violation(item.at("ask"), message, found)


def asking_sentence(ask: str) -> int:
    """Return where the sentence that asks begins: the last with a question mark, or the last."""
    asked = ask.rpartition("?")[0] or ask
    return max((found.end() for found in _NEXT_SENTENCE.finditer(asked)), default=0)


_EXCEPTS = frozenset({"except", "excluding"})
_JUDGES = frozenset({"false", "untrue", "incorrect", "incorrectly"})


def _first_negative(ask: str, *, statement: bool) -> Span | None:
    ask = ask.replace("_", " ")  # as in _not_
    start = asking_sentence(ask)
    harmless = [found.span() for found in _HARMLESS.finditer(ask, start)]
    for found in _NEGATIVE.finditer(ask, start):
        soft = any(first <= found.start() < last for first, last in harmless)
        named = _NAME.match(ask, found.start()) or _OPENING.match(ask[start : found.start()])
        judged = statement and found[0].lower() in _JUDGES
        aside = soft or _is_aside(ask, start, found, statement=statement)
        if not (named or judged) and (found[0].isupper() or not aside):
            return Span(*found.span())
    return None


def _is_aside(ask: str, start: int, found: re.Match[str], *, statement: bool) -> bool:
    """Return whether the negation picks no exception: it stands in a clause, or after a why."""
    end = _ENDS_NEGATIVE.search(ask)
    if found[0].lower() in _EXCEPTS or (end and end.start() < found.start()):
        return False
    before = ask[start : found.start()]
    asked = before if "?" in ask else ask[start:]
    return bool(_CLAUSE.search(before) or (not statement and _ASKS_WHY.search(asked)))
