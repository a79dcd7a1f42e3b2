"""Hard words that a quiz explains: where they stand, and which meanings may answer a question."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from quiz.engine.kinds import KINDS
from quiz.engine.session import Session
from quiz.model.answer import TypedAnswer
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Term
from quiz.model.span import Span
from quiz.model.words import content, words

NOT_YET = "It may answer a question, and so is explained after that."
"""What is said in place of a meaning that is held back."""
_TELLING = 2
"""So many words of meaning in common with a question make a definition one about it."""


def spans(term: Term, text: str) -> Iterator[Span]:
    """Yield where a term stands in a text, as a whole word or as its plural."""
    for found in _pattern(term.term).finditer(text):
        yield Span(*found.span())


def named_in(terms: Iterable[Term], *texts: str) -> tuple[Term, ...]:
    """Return the terms that stand in texts, in the order of the quiz."""
    return tuple(term for term in terms if any(map(_pattern(term.term).search, texts)))


def find(terms: Iterable[Term], typed: str) -> Term | None:
    """Return the term that was typed, in its plural or not; None where there is no such one."""
    return next((term for term in terms if _pattern(term.term).fullmatch(typed.strip())), None)


@lru_cache(maxsize=1024)
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(term)}(?:e?s)?(?!\w)", re.IGNORECASE)


def texts_of(question: PublicQuestion) -> tuple[str, ...]:
    """Return all that is shown of a question before its answer."""
    return (question.ask, question.text or "", *question.lefts, *question.parts)


def gives_away(term: Term, question: PublicQuestion) -> bool:
    """Return whether a definition may answer a question that names its term, or asks for it.

    It may where two words of meaning stand in both, or all that the question has, or half of those
    of a part, or where something is typed and it has a figure. What is right plays no role: who
    learns which definitions are held back learns nothing of the key.
    """
    kind = KINDS[question.kind]
    typed = kind.answer is TypedAnswer
    if not question.scored or not (typed or named_in((term,), *texts_of(question))):
        return False
    asked = content(f"{question.ask} {question.text or ''}") - content(term.term)
    means = content(term.means) - content(term.term)
    both = len(means & asked)
    if (both and both >= min(_TELLING, len(asked))) or (typed and _has_figure(term)):
        return True
    shown = () if kind.judges else (*question.lefts, *question.parts)
    parts = (content(part) - asked for part in shown)
    return any(part and 2 * len(means & part) >= len(part) for part in parts)


def _has_figure(term: Term) -> bool:
    return any(word.isdecimal() for word in words(term.means))


def open_terms(terms: Iterable[Term], questions: Collection[PublicQuestion]) -> tuple[Term, ...]:
    """Return the terms whose definitions answer none of the questions."""
    return tuple(term for term in terms if not any(gives_away(term, one) for one in questions))


def explained(session: Session) -> tuple[Term, ...]:
    """Return the terms whose definitions answer no question of an attempt that is still open."""
    terms = session.quiz.glossary
    if session.finished:
        return terms
    pairs = zip(session.asked, session.responses, strict=True)
    return open_terms(
        terms,
        [asked.public for asked, response in pairs if not (response and session.answers_revealed)],
    )
