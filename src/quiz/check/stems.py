"""Weak questions: the words of a question before its options."""

import re
from collections.abc import Iterator

from quiz.check.context import ItemContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import each, rule
from quiz.model.span import Span

_BLANK = re.compile(
    r"(?<![\w\"'“‘`])_(?![\w\"'”’`])|(?<!\w)__+(?!\w)|_{3,}|\[\s*(?:blank)?\s*\]|\(\s*blank\s*\)"
    r"|(?<=\s)(?:\.{4,}|-{4,}|…{2,})(?=\s*\w)",
    re.IGNORECASE,
)


@rule("blank-in-stem", Level.WARNING)
@each
def blank_in_stem(item: ItemContext) -> Iterator[Violation]:
    """A question with options has a blank in it.

    ## Why it matters

    The reader has to hold the broken sentence in mind and try each option in the blank. That tests
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

    Names in computer code, such as `max_size`, are no blanks, nor is one at the end, where the
    options go on. A cloze may have blanks.
    """
    if item.options:
        ask = item.question.ask
        found = _BLANK.search(ask)
        if found and any(map(str.isalnum, ask[found.end() :])):
            yield Violation(
                item.at("ask"), "The question has a blank to fill.", Span(*found.span())
            )


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


_JUDGE = re.compile(r"\btrue(?: ?/ ?|,? or )false\b|\bfalse(?: ?/ ?|,? or )true\b", re.IGNORECASE)


@rule("true-or-false", Level.NOTE, english=True)
@each
def true_or_false(item: ItemContext) -> Iterator[Violation]:
    """A question with options asks whether a sentence is true.

    ## Why it matters

    Half of those who know nothing get it right. A statement has a third verdict, “not stated in the
    passage”, which tells what was read from what was known before.

    Source: Haladyna, Downing & Rodriguez (2002), guideline 9; NBME Item-Writing Guide

    ## How to mend it

    Make it a question of the kind `statement`.

    Weak:

    ```yaml
    kind: choice
    ask: "True or false: vets use ketamine."
    options:
    - {text: "True", correct: true}
    - {text: "False"}
    ```

    Better:

    ```yaml
    kind: statement
    ask: Vets use ketamine.
    answer: true
    ```

    ## Known traps

    It looks for “true or false” in the question, and for options that are “True” and “False”.
    """
    found = _JUDGE.search(item.question.ask)
    verdicts = {option.text.strip(" .").casefold() for option in item.options}
    if item.options and (found or verdicts >= {"true", "false"}):
        span = Span(*found.span()) if found else _all(item.question.ask)
        yield Violation(item.at("ask"), "It asks whether a sentence is true.", span)


def _all(text: str) -> Span:
    return Span(0, len(text))
