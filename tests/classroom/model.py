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
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
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
        answer = _any(quiz, question, rng)
        if _worth(quiz, question, answer) < 1:
            return answer


def _any(quiz: Quiz, question: Question, rng: Random) -> Answer:
    """Return an answer by lot that the program takes: no half pairs, no empty gaps."""
    match question:
        case Choice() | Choices() | Statement():
            picked = rng.sample(range(len(question.options)), how_many(question))
            return ChoiceAnswer(frozenset(picked))
        case Number():
            return TypedAnswer((str(question.answer + rng.choice((-9, 7, 20))),))
        case Short():
            return TypedAnswer((rng.choice(("serotonin", "no idea", "=1+1")),))
        case Cloze():
            words = question.word_bank or ("thing",)
            return TypedAnswer(tuple(rng.choice(words) for _ in question.gaps))
        case Order():
            return OrderAnswer(tuple(rng.sample(range(len(question.items)), len(question.items))))
        case Match():
            return MatchAnswer(tuple(rng.sample(range(len(question.rights)), len(question.pairs))))
        case Locate():
            return LocateAnswer(rng.randrange(len(quiz.passage.sentences(quiz.language))))
        case TeachBack():
            return TeachBackAnswer("So it is.")


def _worth(quiz: Quiz, question: Question, answer: Answer | None) -> float:
    return grade(question, answer, quiz).fraction if answer else 0
