"""An attempt: a frozen value, of which every step gives a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from quiz.engine.certainty import Certainty
from quiz.engine.kinds import KINDS
from quiz.engine.kinds.base import Grade
from quiz.engine.kinds.second_go import SecondGo
from quiz.model.answer import Answer, TypedAnswer
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz


class Mode(StrEnum):
    """When answers are explained."""

    PRACTICE = "practice"
    """Right after each answer: the first one counts."""
    TEST = "test"
    """All together at the end: until then an answer can be changed, and the last one counts."""


@dataclass(frozen=True, slots=True)
class Presented:
    """A question as an attempt asks it."""

    question: Question | PublicQuestion
    """What is asked; without its key where it was handed out so."""
    option_order: tuple[int, ...] = ()
    """Indices of its options, items, words or right sides, in the order in which they are shown."""

    @classmethod
    def shuffled(cls, question: Question | PublicQuestion, rng: Random) -> Presented:
        """Return a question with its parts in an order drawn by chance."""
        asked = cls(question)
        return cls(question, KINDS[question.kind].option_order(asked.public, rng))

    @property
    def public(self) -> PublicQuestion:
        """What is shown of it before the answer."""
        if isinstance(self.question, PublicQuestion):
            return self.question
        return KINDS[self.question.kind].public(self.question)

    @property
    def with_answers(self) -> Question | None:
        """The question with its key; None where it was handed out without."""
        return None if isinstance(self.question, PublicQuestion) else self.question

    @property
    def shown(self) -> tuple[str, ...]:
        """Its parts in the order in which they are shown."""
        parts = self.public.parts
        return tuple(parts[index] for index in self.option_order)

    def second_go(self, answer: Answer, quiz: Quiz) -> SecondGo | None:
        """Return why an answer that fits may be given once more; None where it is to be marked."""
        kind = KINDS[self.question.kind]
        return kind.second_go(self.public, self.with_answers, answer, quiz)


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to one question of an attempt, and what it is worth."""

    answer: Answer
    """What the learner answered."""
    grade: Grade | None
    """What it is worth; None where the question came without its key."""
    certainty: Certainty | None = None
    """How sure the learner said to be."""
    meant: bool = False
    """Whether the learner says that it was meant as the right answer, whatever it earned."""
    changes: int = 0
    """How often the learner had changed it before, in a test."""

    @property
    def fraction(self) -> float:
        """The share of the points that it earned; 0 where it could not be marked."""
        return self.grade.fraction if self.grade else 0.0

    @property
    def judged_certainty(self) -> Certainty | None:
        """How sure the learner said to be; None where only the spelling failed."""
        spared = self.grade and self.grade.misspelled and not self.fraction
        return None if spared else self.certainty

    @property
    def right(self) -> bool:
        """Whether it is known to have earned all points."""
        return self.grade is not None and self.grade.right


@dataclass(frozen=True, slots=True)
class Session:
    """An attempt at one moment."""

    quiz: Quiz
    """The quiz."""
    asked: tuple[Presented, ...]
    """Its questions, in the order in which they are asked."""
    responses: tuple[Response | None, ...]
    """The answer to each of them; None where there is none yet."""
    mode: Mode = Mode.PRACTICE
    """When answers are explained."""
    position: int = 0
    """The index of the question on the screen."""
    flagged: frozenset[int] = frozenset()
    """Indices of the questions that the learner flagged."""
    tried: Answer | None = None
    """An answer to the question on the screen that got a second go, and is not marked yet."""
    passage_views: int = 0
    """How often the passage was opened before an answer."""
    finished: bool = False
    """Whether the result has been asked for."""
    second_goes: Mapping[int, SecondGo] = field(default_factory=dict)
    """Why the learner got a second go, by the indices of the questions."""

    def __post_init__(self) -> None:
        """Refuse parts that don't fit together.

        Raises:
            ValueError: no question, no place for an answer for each, or none at `position`.
        """
        if not len(self.responses) == len(self.asked) > self.position >= 0:
            raise ValueError(
                f"question {self.position} of {len(self.asked)} with {len(self.responses)} answers"
            )

    @classmethod
    def begin(cls, quiz: Quiz, asked: tuple[Presented, ...], mode: Mode = Mode.PRACTICE) -> Session:
        """Return an attempt at its first question."""
        return cls(quiz, asked, (None,) * len(asked), mode)

    @property
    def current(self) -> Presented:
        """The question on the screen, as it is asked."""
        return self.asked[self.position]

    @property
    def question(self) -> Question | PublicQuestion:
        """The question on the screen."""
        return self.current.question

    @property
    def response(self) -> Response | None:
        """The answer to the question on the screen."""
        return self.responses[self.position]

    @property
    def second_go(self) -> SecondGo | None:
        """Why the question on the screen may be answered once more."""
        return self.second_goes.get(self.position) if self.tried else None

    @property
    def takes_answer(self) -> bool:
        """Whether the question on the screen can be answered, or its answer changed."""
        return not self.finished and (self.response is None or self.mode is Mode.TEST)

    @property
    def shows_explanation(self) -> bool:
        """Whether the question on the screen shows its explanation."""
        now = self.finished or (self.mode is Mode.PRACTICE and self.response is not None)
        return now and self.current.with_answers is not None

    @property
    def with_answers(self) -> bool:
        """Whether answers can be marked: every question came with its key."""
        return all(asked.with_answers for asked in self.asked)

    @property
    def answers_revealed(self) -> bool:
        """Whether it may be told by now which answers are right."""
        return self.with_answers and (self.finished or self.mode is Mode.PRACTICE)

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(response is not None for response in self.responses)

    @property
    def right(self) -> int:
        """How many of the questions that earn points were answered fully right."""
        return sum(response.right for _, response in self.scored() if response)

    @property
    def open(self) -> tuple[int, ...]:
        """Indices of the questions without an answer."""
        return tuple(i for i, response in enumerate(self.responses) if response is None)

    def answer(
        self, answer: Answer, certainty: Certainty | None = None
    ) -> tuple[Session, Response | None]:
        """Return the attempt with the question on the screen answered, and the response made.

        In practice the first answer counts: a second one leaves the attempt as it is, without a
        response. In a test the last one counts; one that changes nothing makes no response. An
        answer that gets a second go makes none either; the next one to that question is marked,
        whatever was done in between, and until then the one before it counts.

        Raises:
            TypeError: the question can't be answered in that way.
            ValueError: the answer names a part that the question hasn't, or leaves one out.
        """
        if not self.takes_answer:
            return self, None
        quiz, key, at = self.quiz, self.current.with_answers, self.position
        kind = KINDS[self.question.kind]
        kind.check(self.current.public, answer, quiz)
        why = self.current.second_go(answer, quiz)
        if why and at not in self.second_goes:
            return replace(self, tried=answer, second_goes={**self.second_goes, at: why}), None
        before, grade = self.response, kind.grade(key, answer, quiz) if key else None
        if before and (before.answer, before.certainty) == (answer, certainty):
            return replace(self, tried=None), None
        changes = before.changes + 1 if before else 0
        response = Response(answer, grade, certainty, changes=changes)
        return replace(self, responses=self._with(response), tried=None), response

    @property
    def can_be_meant(self) -> bool:
        """Whether the answer on the screen was typed and graded wrong, and may have been right."""
        response = self.response
        return (
            self.mode is Mode.PRACTICE
            and not self.finished
            and response is not None
            and isinstance(response.answer, TypedAnswer)
            and not (response.right or self.current.public.parts)
        )

    def mean(self) -> Session:
        """Return the attempt with the answer on the screen meant as the right one, or no more."""
        if self.response is None or not self.can_be_meant:
            return self
        response = replace(self.response, meant=not self.response.meant)
        return replace(self, responses=self._with(response))

    def _with(self, response: Response) -> tuple[Response | None, ...]:
        """Return the answers with another one to the question on the screen."""
        return (*self.responses[: self.position], response, *self.responses[self.position + 1 :])

    def go(self, index: int) -> Session:
        """Return the attempt with another question on the screen; the nearest one out of range."""
        at = min(max(index, 0), len(self.asked) - 1)
        return replace(self, position=at, tried=None) if at != self.position else self

    def onward(self) -> Session:
        """Return the attempt at the next question without an answer, or finished if none is left.

        After the last question it goes round to those that were skipped. Where the question on the
        screen is the only one left, the attempt stays as it is: only `finish` leaves it unanswered.
        """
        if not self.open:
            return self.finish()
        later = [index for index in self.open if index > self.position]
        return self.go((later or self.open)[0])

    def flag(self) -> Session:
        """Return the attempt with the flag of the question on the screen set or taken away."""
        return replace(self, flagged=self.flagged ^ {self.position})

    def look(self) -> Session:
        """Return the attempt with one more look at the passage counted, before an answer alone."""
        return (
            self if self.shows_explanation else replace(self, passage_views=self.passage_views + 1)
        )

    def finish(self) -> Session:
        """Return the attempt with its result asked for; what has no answer counts as none."""
        return replace(self, finished=True, tried=None)

    def missed(self) -> tuple[Presented, ...]:
        """Return the scored questions that were not answered fully right, in the order asked."""
        return tuple(
            asked for asked, response in self.scored() if not (response and response.right)
        )

    def scored(self) -> Iterable[tuple[Presented, Response | None]]:
        """Return the questions that earn points here, each with its answer: those with a key."""
        pairs = zip(self.asked, self.responses, strict=True)
        return (pair for pair in pairs if pair[0].with_answers and pair[0].question.scored)
