"""Whether what a quiz quotes stands in its passage."""

from collections.abc import Iterator
from functools import cached_property, partial

from quiz.check.difference import difference
from quiz.engine.kinds import kind_of
from quiz.model.passage import Passage
from quiz.model.problem import Fault, Path
from quiz.model.question import Question

_HINTS = 50
"""How many lost quotes get the nearest sentence named, which takes its time."""
_COMPARED = 800
"""Up to so many characters in all, two texts are compared by words: more would take minutes."""


class Quotes:
    """The quotes of a quiz, looked up in its passage."""

    def __init__(self, passage: Passage, language: str) -> None:
        self._passage = passage
        self._language = language
        self._hints = _HINTS

    @cached_property
    def _words(self) -> list[tuple[str, frozenset[str]]]:
        """Each sentence with its words."""
        spans = self._passage.sentences(self._language)
        texts = [self._passage.text[start:end] for start, end in spans]
        return [(text, frozenset(text.casefold().split())) for text in texts]

    def faults(self, question: Question) -> Iterator[Fault]:
        """Yield the quotes that are missing from the question or from the passage."""
        kind = kind_of(question)
        if not question.quotes and kind.needs_evidence(question):
            yield Fault(
                ("evidence",), "missing: copy the words of the passage that hold the answer"
            )
        for path, quote in _quotes(question):
            if self._passage.find(quote) is None:
                yield Fault(path, self._nearest(quote))
        if kind.reads_passage:
            yield from self._tempting(question)

    def _tempting(self, question: Question) -> Iterator[Fault]:
        """Yield the wrong sentences that hold the answer."""
        touched = partial(self._passage.sentences_of, language=self._language)
        right = {index for quote in question.quotes for index in touched(quote)}
        for path, quote in kind_of(question).wrong_quotes(question):
            if right.intersection(touched(quote)):
                yield Fault(path, "this sentence holds the evidence: quote one that is no answer")

    def _nearest(self, quote: str) -> str:
        """Return that the quote is not in the passage, with the sentence that is most like it."""
        message = "these words are not in the passage: copy them exactly"
        if self._hints == 0:
            return message
        self._hints -= 1
        words = frozenset(quote.casefold().split())
        text, shared = max(
            self._words, key=lambda known: len(known[1] & words) / len(known[1] | words)
        )
        if len(shared & words) * 3 < len(words):
            return message
        near = text if len(text) <= 200 else f"{text[:199]}…"
        differs = difference(quote, text) if len(quote) + len(text) <= _COMPARED else ""
        return f"{message}; the nearest sentence is: {near}" + (f" ({differs})" if differs else "")


def _quotes(question: Question) -> Iterator[tuple[Path, str]]:
    """Yield everything that the question quotes, with the way to it."""
    if isinstance(question.evidence, str):
        yield ("evidence",), question.evidence
    else:
        for index, quote in enumerate(question.evidence):
            yield ("evidence", index), quote
    yield from kind_of(question).wrong_quotes(question)
