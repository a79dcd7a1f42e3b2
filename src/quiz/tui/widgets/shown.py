"""What is shown of a question as an attempt stands."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.engine.feedback import Feedback
from quiz.engine.selection import Presented
from quiz.engine.session import Response, Session
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Shown:
    """What the view draws: a new value anew, an answer to what stands there in its place."""

    asked: Presented
    """The question as the attempt asks it."""
    response: Response | None
    """Its answer."""
    explained: bool
    """Whether the answer is explained."""
    draft: Answer | None
    """An answer that is not marked yet: to be respelled, or to be said how sure of."""
    respell: bool
    """Whether the draft was one slip from right."""
    unsure: bool
    """Whether it is asked how sure the learner is."""

    def answers(self, before: Shown) -> bool:
        """Return whether it is what stood there before, and now has its answer."""
        return before.waits and not self.waits and before.asked == self.asked

    @property
    def answer(self) -> Answer | None:
        """The answer that was given, or that waits to be."""
        return self.response.answer if self.response else self.draft

    @property
    def waits(self) -> bool:
        """Whether it waits for an answer."""
        return self.response is None and not self.explained

    @classmethod
    def of(cls, session: Session, draft: Answer | None) -> Shown:
        """Return what to draw of an attempt; a draft is an answer to be said how sure of."""
        return cls(
            asked=session.current,
            response=session.response,
            explained=session.shows_explanation,
            draft=draft or session.respell,
            respell=session.respell is not None,
            unsure=draft is not None,
        )

    def feedback(self, quiz: Quiz) -> Feedback | None:
        """Return what is said of the answer, once it may be."""
        with_answers = self.asked.with_answers
        if with_answers is None or not self.explained:
            return None
        from quiz.engine.feedback import feedback  # noqa: PLC0415  once there is an answer

        return feedback(with_answers, self.response, quiz.passage, quiz.language)
