"""Whether what a question quotes stands in the passage that it came to."""

from collections.abc import Iterator
from dataclasses import replace

from quiz.exchange.evidence import as_evidence
from quiz.model.passage import Passage
from quiz.model.question import Choice, Choices, Locate, Question


def grounded(question: Question, passage: Passage) -> tuple[Question, tuple[str, ...]]:
    """Return a question without the quotes that its passage does not hold, and these in words.

    A passage that is still to be written may hold all; and a question for a sentence keeps them:
    they are its key.
    """
    if not passage.text or isinstance(question, Locate):
        return question, ()
    lost = [*_lost(question, passage)]
    if not lost:
        return question, ()
    kept = as_evidence(quote for quote in question.quotes if passage.find(quote))
    question = replace(question, evidence=kept)
    if isinstance(question, Choice | Choices):
        options = (
            option if passage.find(option.quote or "") else replace(option, quote=None)
            for option in question.options
        )
        question = replace(question, options=tuple(options))
    return question, tuple(lost)


def _lost(question: Question, passage: Passage) -> Iterator[str]:
    for quote in question.quotes:
        if not passage.find(quote):
            yield f"evidence that is not in the passage: {quote}"
    for option in question.options if isinstance(question, Choice | Choices) else ():
        if option.quote and not passage.find(option.quote):
            yield f"tempting words that are not in the passage: {option.quote}"
