"""What a learner earns who has read nothing and answers by lot."""

from collections.abc import Iterable
from math import comb

from quiz.engine.grading import holders
from quiz.engine.typed import matches
from quiz.model.question import (
    Choice,
    Choices,
    Cloze,
    Locate,
    Match,
    Number,
    Order,
    Question,
    Short,
    Statement,
    TeachBack,
    how_many,
)
from quiz.model.quiz import Quiz


def random_guess(question: Question, quiz: Quiz) -> float | None:
    """Return the random guess score: the share that lots earn; None where nothing is scored.

    Source: Moodle, "Random guess score": the sum of the options' fractions / n, and 0 for what is
    typed. Moodle gives none where several options are right; here their number is said, so it is
    the mean over all ways to pick so many. Two items stand in the right order by lot half of the
    time.
    """
    match question:
        case Choice() | Statement():
            return how_many(question) / len(question.options)
        case Choices():
            return _several(how_many(question), len(question.options))
        case Match():
            return 1 / len(question.rights)
        case Cloze() if question.words:
            return _mean(_fitting(gap.accept, question.word_bank) for gap in question.gaps)
        case Number() | Short() | Cloze():
            return 0.0
        case Order():
            return 0.5
        case Locate():
            sentences = quiz.passage.sentences(quiz.language)
            return len(holders(question, quiz.passage, quiz.language)) / len(sentences)
        case TeachBack():
            return None


def _several(right: int, options: int) -> float:
    """Return the mean of max(0, (right picks - wrong picks) / right) over all picks of as many."""
    wrong = options - right
    earned = (
        comb(right, picked) * comb(wrong, right - picked) * max(0, 2 * picked - right)
        for picked in range(right + 1)
    )
    return sum(earned) / right / comb(options, right)


def _fitting(accepted: tuple[str, ...], words: tuple[str, ...]) -> float:
    return sum(matches(word, accepted) for word in words) / len(words)


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed)
