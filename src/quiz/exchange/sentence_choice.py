"""A sentence to find, as a choice among sentences, for formats that know no passage."""

from dataclasses import fields

from quiz.model.question import Choice, Common, Locate
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz

_OPTIONS = 4
"""So many sentences there are to choose from, where the passage has them."""


def as_choice(question: Locate, quiz: Quiz) -> Choice:
    """Return a choice of sentences in the order of the passage, one of them right.

    The sentences that tempt are in it, each with its reason and the words that tempt, and those
    that stand nearest to the right one where there are less than four.
    """
    right, sentences = quiz.holding(question.quotes), quiz.sentences
    wrong = {
        index: tempting
        for tempting in reversed(question.reject)
        for index in _first(quiz, tempting.quote)
        if index not in right
    }
    chosen = [*right[:1], *wrong]
    others = [index for index in range(len(sentences)) if index not in {*right, *wrong}]
    others.sort(key=lambda index: abs(index - chosen[0]) if chosen else index)
    chosen += others[: max(0, _OPTIONS - len(chosen))]
    options = [
        Option(
            text=sentences[index],
            correct=index in right,
            why=wrong[index].why if index in wrong else None,
            quote=wrong[index].quote if index in wrong else None,
        )
        for index in sorted(chosen)
    ]
    if not right:  # a draft may have no passage yet
        options.insert(0, Option(text=" … ".join(question.quotes), correct=True))
    common = {one.name: getattr(question, one.name) for one in fields(Common)}
    return Choice(**common, options=tuple(options), shuffle=False)


def _first(quiz: Quiz, quote: str) -> range:
    return quiz.passage.sentences_of(quote, quiz.language)[:1]
