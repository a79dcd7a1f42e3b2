"""The questions of a class as all its learners are asked them, and what is said of each answer.

A question is shown under its number and with its parts in the order of the class: neither the
author's ids nor the order of the file, in which the key may come first, reach a learner. So an
answer comes and goes by the places of the parts as they are shown.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from quiz.engine.feedback import Feedback, feedback
from quiz.engine.kinds import KINDS, renamed
from quiz.engine.kinds.base import Grade, Reason
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.session import Presented, Response
from quiz.engine.terms import gives_away
from quiz.model.answer import Answer, with_texts
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.question_parts import Note
from quiz.model.quiz import Quiz, Term
from quiz.model.span import Span
from quiz.model.text import clean_typed

_REMEMBERED = 4096
"""So many different answers are explained once only: a class gives the same ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What is said of a question once it may be: the only place in which a key can be."""

    feedback: Feedback
    """The verdict and the reasons; parts are named by their places as they are shown."""
    key: str
    """The right answer in words."""
    given: str | None
    """The answer in words; None where there is none."""
    points: tuple[str, ...]
    """What a full explanation in own words names; empty for every other question."""
    explain: str
    """What the passage says about it."""
    evidence: tuple[Span, ...]
    """Where in the passage the proof stands."""
    note: Note | None
    """A dated fact from beyond the passage."""


class Lesson:
    """A quiz and the questions that a class is asked of it."""

    def __init__(self, quiz: Quiz, asked: Sequence[Presented]) -> None:
        self.quiz = quiz
        self.asked = tuple(asked)
        """The questions, in the order in which they are asked."""
        self.shown = tuple(_as_shown(number, one) for number, one in enumerate(self.asked, 1))
        """The same as learners are shown them, without a key."""
        self._telling = [(term, _told_by(term, self.asked)) for term in quiz.glossary]
        self.explained = lru_cache(_REMEMBERED)(self._explained)
        """Returns what to say of an answer to the question at a place, or of none."""
        self.grade = lru_cache(_REMEMBERED)(self._grade)
        """Returns what an answer to the question at a place is worth."""
        self.second_go = lru_cache(_REMEMBERED)(self._second_go)
        """Returns why a first answer to the question at a place may be given once more."""

    def question(self, position: int) -> Question:
        """Return the question at a place, with its key."""
        question = self.asked[position].question
        if isinstance(question, PublicQuestion):
            raise TypeError("a class has the key")
        return question

    def terms(self, closed: Collection[int]) -> tuple[Term, ...]:
        """Return the hard words whose meaning answers no question but those at some places."""
        return tuple(term for term, told in self._telling if told <= {*closed})

    def read(self, position: int, answer: Answer) -> Answer:
        """Return an answer by the places that are shown as one by the indices of the quiz file.

        Raises:
            TypeError: the question can't be answered in that way.
            ValueError: the answer names a part that the question hasn't, or leaves one out.
        """
        asked = self.asked[position]
        typed = with_texts(answer, clean_typed)
        found = renamed(asked.question.kind, typed, dict(enumerate(asked.option_order)))
        KINDS[asked.question.kind].check(asked.public, found, self.quiz)
        return found

    def written(self, position: int, answer: Answer) -> Answer:
        """Return an answer by the indices of the quiz file as one by the places that are shown."""
        return renamed(self.asked[position].question.kind, answer, _places(self.asked[position]))

    def _grade(self, position: int, answer: Answer) -> Grade:
        question = self.question(position)
        grade: Grade = KINDS[question.kind].grade(question, answer, self.quiz)
        return grade

    def _second_go(self, position: int, answer: Answer) -> SecondGo | None:
        return self.asked[position].second_go(answer, self.quiz)

    def _explained(self, position: int, answer: Answer | None) -> Explained:
        asked, question, quiz = self.asked[position], self.question(position), self.quiz
        kind = KINDS[question.kind]
        response = Response(answer, self.grade(position, answer)) if answer else None
        said = feedback(question, response, quiz)
        return Explained(
            feedback=replace(said, reasons=tuple(_reasons(asked, question, said.reasons))),
            key=kind.key(question),
            given=kind.in_words(question, answer, quiz) if answer else None,
            points=() if asked.public.scored else asked.public.parts,
            explain=question.explain,
            evidence=quiz.evidence(question),
            note=question.note,
        )


def _told_by(term: Term, asked: Sequence[Presented]) -> frozenset[int]:
    """Return the places of the questions that the meaning of a word may answer."""
    return frozenset(at for at, one in enumerate(asked) if gives_away(term, one.public))


def _as_shown(number: int, asked: Presented) -> PublicQuestion:
    return replace(asked.public, id=str(number), hint=None, parts=asked.shown)


def _places(asked: Presented) -> dict[int, int]:
    return {index: place for place, index in enumerate(asked.option_order)}


def _reasons(asked: Presented, question: Question, reasons: Sequence[Reason]) -> Iterator[Reason]:
    """Yield reasons by the places of their parts; those of options in the order shown."""
    places = _places(asked)
    named = [
        one if one.index is None else replace(one, index=places.get(one.index)) for one in reasons
    ]
    if KINDS[question.kind].options(question):
        named.sort(key=lambda one: -1 if one.index is None else one.index)
    yield from named
