"""Passages and sentences for tests."""

from quiz.drafting.sentence import Sentence, sentences
from quiz.model.passage import Passage


def passage(text: str, title: str = "A title") -> Passage:
    """Return a passage of a text."""
    return Passage(title=title, source="Our own words", text=text)


def sentence(text: str) -> Sentence:
    """Return a sentence that stands alone in its passage."""
    (one,) = sentences(passage(text), "en")
    return one
