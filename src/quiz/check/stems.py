"""Weak questions: the words of a question before its options."""

import re
from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.span import Span

_BLANK = re.compile(
    r"(?<!\w)_+(?!\w)|_{3,}|\[\s*(?:blank)?\s*\]|\(\s*blank\s*\)"
    r"|(?<=\s)(?:\.{4,}|-{4,}|…{2,})(?=\s*\w)",
    re.IGNORECASE,
)


@rule("blank-in-stem", Level.ERROR)
@each
def blank_in_stem(item: ItemContext) -> Iterator[Violation]:
    """A question with options has a gap in it.

    ## Why it matters

    The reader has to hold the broken sentence in mind and try each option in the gap. That tests
    memory for words, not understanding.

    Source: Tarrant et al. (2006); Haladyna, Downing & Rodriguez (2002)

    ## How to mend it

    Ask a whole question, or make it a question of the kind `cloze`.

    Weak:

    ```yaml
    kind: choice
    ask: Ketamine is sometimes used to calm ___ before surgery.
    options:
    - {text: Animals, correct: true}
    - {text: Doctors}
    - {text: Visitors}
    ```

    Better:

    ```yaml
    kind: choice
    ask: Who is sometimes calmed with ketamine before surgery?
    options:
    - {text: Animals, correct: true}
    - {text: Doctors}
    - {text: Visitors}
    ```

    ## Known traps

    Names in computer code, such as `max_size`, are no gaps, nor is one at the end, where the
    options go on. A cloze may have gaps.
    """
    if item.options:
        ask = item.question.ask
        found = _BLANK.search(ask)
        if found and any(map(str.isalnum, ask[found.end() :])):
            yield Violation(item.at("ask"), "The question has a gap to fill.", Span(*found.span()))


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


def _first_negative(ask: str, *, statement: bool) -> Span | None:
    ask = ask.replace("_", " ")  # as in _not_
    start = asking_sentence(ask)
    harmless = [found.span() for found in _HARMLESS.finditer(ask, start)]
    whole = "?" not in ask and _ASKS_WHY.search(ask, start)
    for found in _NEGATIVE.finditer(ask, start):
        word = found[0]
        loud = word.isupper()
        if any(first <= found.start() < last for first, last in harmless) and not loud:
            continue
        if statement and word.lower() in {"false", "untrue", "incorrect", "incorrectly"}:
            continue
        before = ask[start : found.start()]
        if _NAME.match(ask, found.start()) or _OPENING.match(before):
            continue
        aside = _CLAUSE.search(before) or (not statement and (whole or _ASKS_WHY.search(before)))
        excepts = word.lower() in {"except", "excluding"}
        if loud or excepts or not aside or _ends_negative(ask, found.start()):
            return Span(*found.span())
    return None


def _ends_negative(ask: str, place: int) -> bool:
    end = _ENDS_NEGATIVE.search(ask)
    return end is not None and end.start() < place


_TASK = (
    r"answer|arrange|calculate|choose|click|complete|compute|convert|count|compare|decide|describe"
    r"|determine|estimate|evaluate|explain|fill|find|finish|give|highlight|identify|judge|list"
    r"|locate|look|mark|match|name|order|pick|place|point|predict|put|rank|read|say|select"
    r"|simplify|solve|sort|state|tell|tick|type|underline|use|write"
)
_WH = r"(?:what|which|who|whom|whose|when|where|why|how)"
_ASKS = re.compile(
    rf"\?|(?:^|[.!:;,]\s+|please |\band )(?:{_TASK}|{_WH})\b"
    rf"|(?:^|[.!:;,]\s+)\W*(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have)\b"
    rf"|\b(?:in|on|at|by|for|to|from|of|with|under) (?:which|what|whom|whose)\b|\btrue or false\b",
    re.IGNORECASE,
)
_COMPLETION = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|can|may|will|should|must|to|for|as|by|of|in|on|at"
    r"|with|from|because|that|when|if|called|named|known|means?|includes?|a|an|the|than|causes?"
    r"|used|than|into|about|like|it|they|not)\s*(?:[:…]|\.\.\.|-+|—)?\s*$|(?:…|\.\.+|-{2,}|—)\s*$",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:[:…]|\.\.\.)\s*$")
_TOPIC = re.compile(
    r"\W*(?:(?:with|in) (?:regard|respect|relation) to|as (?:regards|to)|regarding|concerning"
    r"|about)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:It|They|He|She|We|There|This|[A-Z][\w-]+ (?:is|are|was|were|has|can)) ")
_TRUE = (
    r"(?:not )?(?:the )?(?:true|correct|right|accurate|best|most accurate|false|incorrect|untrue)"
)
_EMPTY_QUESTION = re.compile(
    r"\W*(?:which|what)(?: one)?(?: of (?:the following|these|them|those))?"
    r"(?: (?:statements?|options?|answers?|sentences?|claims?))?"
    rf"(?: (?:below|given|here))? (?:is|are) {_TRUE}"
    r"(?: (?:one|statement|answer|option))?\W*$"
    r"|\W*(?:choose|select|mark|pick|find|identify|tick) the"
    rf" {_TRUE} (?:one|statement|answer|option|sentence|choice)s?\W*$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


@rule("no-question", Level.WARNING, english=True)
@each
def no_question(item: ItemContext) -> Iterator[Violation]:
    """The words before the options ask nothing that could be answered without them.

    ## Why it matters

    A reader should be able to answer before looking at the options. Else each option is a
    true-or-false question of its own, and what is tested stays unclear.

    Source: NBME Item-Writing Guide, “cover the options”; Haladyna et al. (2002), guideline 15

    ## How to mend it

    Write a whole question that can be answered with the options covered.

    Weak:

    ```yaml
    kind: choice
    ask: Ketamine
    options:
    - {text: It was first an anesthetic, correct: true}
    - {text: It was first a vitamin}
    - {text: It was first a sleep aid}
    ```

    Better:

    ```yaml
    kind: choice
    ask: What was ketamine first used as?
    options:
    - {text: An anesthetic, correct: true}
    - {text: A vitamin}
    - {text: A sleep aid}
    ```

    ## Known traps

    A task (“Choose two risks”) asks as well as a question mark does, and so does a question that
    lacks its mark. Four words or more that break off where the options go on (“Spravato was
    approved in”, “The brand name of the drug”) are left alone; where the options are sentences of
    their own they don't go on. “Which of these is true?” has a question mark and asks nothing: it
    is found too.
    """
    if not item.kind.asks:
        return
    ask = item.question.ask
    if _EMPTY_QUESTION.match(ask):
        yield Violation(item.at("ask"), "The question says nothing of what it is about.", _all(ask))
    elif not (_ASKS.search(ask) or _BLANK.search(ask) or _goes_on(item)):
        yield Violation(item.at("ask"), "The words before the options ask nothing.", _all(ask))


def _goes_on(item: ItemContext) -> bool:
    """Return whether the options complete the sentence that the stem begins."""
    ask = item.question.ask
    if _TOPIC.match(ask) or len(ask.split()) < _FEWEST_WORDS - bool(_OPEN_END.search(ask)):
        return False
    ends = ask.rstrip(' "”’)').endswith((".", "!"))
    apart = all(_SENTENCE.match(option.text) for option in item.options)
    return bool(_COMPLETION.search(ask)) or not (ends or apart)


def _all(text: str) -> Span:
    return Span(0, len(text))
