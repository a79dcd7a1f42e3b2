"""A class of which all is known: how able each learner is, how hard each question, what each says.

The model is Rasch's (1960): the chance of a right answer is 1 / (1 + exp(difficulty - ability)).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from random import Random

from quiz.engine.kinds import grade
from quiz.model.answer import (
    Answer,
)
from quiz.model.question import (
    Question,
    TeachBack,
)
from quiz.model.quiz import Quiz
from tests.analysis.build import lot

EMPTY = 0.06
"""How often a learner who does not know leaves a question empty."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a learner says to a question."""

    answer: Answer | None
    """The answer; None where it is left empty."""
    fraction: float
    """What it is worth."""
    certainty: int
    """How sure the learner says to be."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """A class of which all is known."""

    quiz: Quiz
    """The quiz."""
    abilities: Mapping[str, float]
    """How able each learner is."""
    difficulties: Mapping[str, float]
    """How hard each question is."""
    said: Mapping[str, Mapping[str, Said]]
    """What each learner says to each question."""

    @property
    def learners(self) -> Sequence[str]:
        """The codes of the learners."""
        return tuple(self.abilities)

    def chance(self, learner: str, question: str) -> float:
        """Return how likely a right answer is."""
        return 1 / (1 + exp(self.difficulties[question] - self.abilities[learner]))


def simulated(quiz: Quiz, learners: int, seed: int) -> Simulated:
    """Return a class of so many learners, always the same for the same seed."""
    rng = Random(seed)
    codes = [f"7b-{number:02}" for number in range(1, learners + 1)]
    abilities = {code: rng.gauss(0.3, 1) for code in codes}
    spread = [3 * place / (len(quiz.scored) - 1) - 1.5 for place in range(len(quiz.scored))]
    rng.shuffle(spread)
    hard = dict(zip((question.id for question in quiz.scored), spread, strict=True))
    empty = Simulated(quiz, abilities, hard, {})
    said = {code: dict(_said(empty, code, rng)) for code in codes}
    return Simulated(quiz, abilities, hard, said)


def _said(known: Simulated, learner: str, rng: Random) -> Iterator[tuple[str, Said]]:
    for question in known.quiz.questions:
        if isinstance(question, TeachBack):
            yield question.id, Said(None, 0, 1)
            continue
        chance = known.chance(learner, question.id)
        answer = _answer(known.quiz, question, rng, right=rng.random() < chance)
        sure = 3 if chance > 0.8 else 2 if chance > 0.5 else 1
        yield question.id, Said(answer, _worth(known.quiz, question, answer), sure)


def _answer(quiz: Quiz, question: Question, rng: Random, *, right: bool) -> Answer | None:
    """Return a right answer, or a wrong one that can be typed, or none."""
    if right:
        return lot(quiz, question, rng, good=True)
    if rng.random() < EMPTY:
        return None
    while True:
        answer = lot(quiz, question, rng, good=False)
        if _worth(quiz, question, answer) < 1:
            return answer


def _worth(quiz: Quiz, question: Question, answer: Answer | None) -> float:
    return grade(question, answer, quiz).fraction if answer else 0
