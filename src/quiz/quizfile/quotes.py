"""Whether what a quiz quotes stands in its passage."""

from collections.abc import Iterator
from functools import lru_cache, partial

from quiz.check.difference import difference
from quiz.engine.kinds import KINDS
from quiz.model.passage import Passage
from quiz.model.problem import Fault, ValuePath
from quiz.model.question import Question

_COMPARED = 800
"""Up to so many characters in all, two texts are compared by words: more would take minutes."""


def quote_faults(question: Question, passage: Passage, language: str) -> Iterator[Fault]:
    """Yield the quotes of a question that are not in the passage."""
    kind = KINDS[question.kind]
    for path, quote in (*_evidence(question), *kind.wrong_quotes(question)):
        if passage.find(quote) is None:
            yield Fault(path, _lost(quote, passage, language))
    if kind.reads_passage:
        touched = partial(passage.sentences_of, language=language)
        right = {index for quote in question.quotes for index in touched(quote)}
        for path, quote in kind.wrong_quotes(question):
            if right.intersection(touched(quote)):
                yield Fault(path, "this sentence holds the evidence: quote one that is no answer")


def _evidence(question: Question) -> Iterator[tuple[ValuePath, str]]:
    """Yield the quotes that hold the answer, with the way to each."""
    if isinstance(question.evidence, str):
        yield ("evidence",), question.evidence
    else:
        for index, quote in enumerate(question.evidence):
            yield ("evidence", index), quote


def _lost(quote: str, passage: Passage, language: str) -> str:
    """Return that a quote is not in the passage, with the sentence that is most like it."""
    message = "these words are not in the passage: copy them exactly"
    words = frozenset(quote.casefold().split())

    def likeness(sentence: tuple[str, frozenset[str]]) -> float:
        shared = len(sentence[1] & words)
        return shared / (len(sentence[1]) + len(words) - shared)

    text, known = max(_sentences(passage, language), key=likeness)
    if len(known & words) * 3 < len(words):
        return message
    near = text if len(text) <= 200 else f"{text[:199]}…"
    differs = difference(quote, text) if len(quote) + len(text) <= _COMPARED else ""
    return f"{message}; the nearest sentence is: {near}" + (f" ({differs})" if differs else "")


@lru_cache(maxsize=1)
def _sentences(passage: Passage, language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return each sentence with its words."""
    texts = [passage.text[start:end] for start, end in passage.sentences(language)]
    return tuple((text, frozenset(text.casefold().split())) for text in texts)
