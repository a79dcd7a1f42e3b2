"""What an attempt comes to: points in all, by topic, by skill and by difficulty."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quiz.engine.session import Response, Session
from quiz.model.labels import Difficulty, Skill
from quiz.model.question import Question


@dataclass(frozen=True, slots=True)
class Score:
    """Points of some questions."""

    points: float = 0
    """What the answers earned."""
    possible: int = 0
    """What full answers would have earned."""
    right: int = 0
    """How many answers were fully right."""
    answered: int = 0
    """How many questions were answered."""
    asked: int = 0
    """How many questions were asked."""
    meant: int = 0
    """How many answers that were graded wrong were meant as the right ones."""

    @property
    def share(self) -> float:
        """The share of the points, from 0 to 1; 0 where there were none to earn."""
        return self.points / self.possible if self.possible else 0.0


@dataclass(frozen=True, slots=True)
class Result:
    """What an attempt comes to, without questions that earn no points or came without key."""

    total: Score
    """All questions together."""
    by_topic: Mapping[str, Score]
    """By the topic's short name, in the order of the quiz."""
    by_skill: Mapping[str, Score]
    """By what the learner did with the text."""
    by_difficulty: Mapping[str, Score]
    """By the author's guess; questions without one are left out."""


Scored = tuple[Question, Response | None]


def result(session: Session) -> Result:
    """Return what an attempt comes to.

    In a finished attempt a question without an answer earns nothing; in one that still runs it
    does not count yet.
    """
    pairs = [
        (asked.with_answers, response)
        for asked, response in session.scored()
        if asked.with_answers and (session.finished or response)
    ]
    return Result(
        total=_score(pairs),
        by_topic=_scores(pairs, session.quiz.topics, lambda question: question.topic),
        by_skill=_scores(pairs, Skill, lambda question: question.skill),
        by_difficulty=_scores(pairs, Difficulty, lambda question: question.difficulty),
    )


def _scores(
    pairs: list[Scored], names: Iterable[str], name_of: Callable[[Question], str | None]
) -> dict[str, Score]:
    found = {name: _score([pair for pair in pairs if name_of(pair[0]) == name]) for name in names}
    return {str(name): score for name, score in found.items() if score.asked}


def _score(pairs: list[Scored]) -> Score:
    answers = [(question.points, response) for question, response in pairs if response]
    return Score(
        points=sum(points * response.fraction for points, response in answers),
        possible=sum(question.points for question, _ in pairs),
        right=sum(response.right for _, response in answers),
        answered=len(answers),
        asked=len(pairs),
        meant=sum(response.meant for _, response in answers),
    )
