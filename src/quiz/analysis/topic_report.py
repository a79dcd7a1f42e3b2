"""What a class made of one topic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from quiz.analysis.figure import Figure, figure
from quiz.analysis.interval import of_mean
from quiz.analysis.item_statistics import total
from quiz.analysis.learner import Learner, learner
from quiz.model.question import Question
from quiz.model.quiz import Quiz


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicReport:
    """What a class made of the scored questions of one topic."""

    topic: str
    """The topic's short name."""
    title: str
    """The topic in words."""
    learners: int
    """How many learners were asked about it."""
    questions: int
    """How many questions about it were asked."""
    right: int
    """How many answers were fully right."""
    partly: int
    """How many were right in part."""
    wrong: int
    """How many earned nothing."""
    empty: int
    """How many were left empty."""
    regraded: int
    """How many answers are worth something else than by the key, by the teacher."""
    points: float
    """The points that the class earned."""
    possible: int
    """The points that full answers would have earned."""
    share: Figure
    """The mean of the learners' shares of their points, from 0 to 1."""


def topic_reports(
    quiz: Quiz, learners: Sequence[Learner], scored: Mapping[str, Question]
) -> tuple[TopicReport, ...]:
    """Return what a class made of each topic that it was asked about."""
    made = []
    for topic, title in quiz.topics.items():
        about = {name: each for name, each in scored.items() if each.topic == topic}
        parts = [learner(one.submission, about) for one in learners]
        parts = [part for part in parts if part.possible]
        if parts:
            made.append(_topic(topic, title, parts, _asked(about, parts)))
    return tuple(made)


def _asked(scored: Mapping[str, Question], parts: Iterable[Learner]) -> int:
    return len({name for part in parts for name in part.submission.answers if name in scored})


def _topic(topic: str, title: str, parts: Sequence[Learner], questions: int) -> TopicReport:
    shares = [part.share for part in parts if part.share is not None]
    return TopicReport(
        topic=topic,
        title=title,
        learners=len(parts),
        questions=questions,
        right=sum(part.right for part in parts),
        partly=sum(part.partly for part in parts),
        wrong=sum(part.wrong for part in parts),
        empty=sum(part.empty for part in parts),
        regraded=sum(part.regraded for part in parts),
        points=total([part.points for part in parts]),
        possible=sum(part.possible for part in parts),
        share=figure(len(parts), fmean(shares), interval=of_mean(shares), needs=1),
    )
