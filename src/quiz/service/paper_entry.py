"""What is typed of one learner's sheet, question by question."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from quiz.engine.paper_variant import PaperVariant
from quiz.engine.redaction import redact, redacted_answer, restored_answer
from quiz.engine.session import Presented
from quiz.model.answer import Answer
from quiz.model.passage import Passage
from quiz.model.question import Question
from quiz.model.submission import Reply


@dataclass(frozen=True, slots=True)
class Line:
    """A question on a sheet that earns points."""

    number: int
    """Its number on the sheet."""
    asked: Presented
    """The question as it is laid out there."""
    question: Question
    """The question with its key."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed of one learner's sheet."""

    learner: str
    version: PaperVariant
    """Which version the sheet is."""
    begun: datetime
    replies: Mapping[str, Reply] = field(default_factory=dict)
    """The answers by the ids of their questions; what was left empty is not among them."""
    at: int = 0
    """The place of the question that comes next; after the last one, how many there are."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The questions that earn points, in the order of the sheet."""
        return tuple(
            Line(number, asked, asked.with_answers)
            for number, asked in enumerate(self.version.asked, 1)
            if asked.with_answers and asked.with_answers.scored
        )

    @property
    def complete(self) -> bool:
        """Whether all questions were gone through."""
        return self.at >= len(self.lines)

    def answer(self, place: int) -> Answer | None:
        """Return the answer to the question at a place; None where it was left empty."""
        reply = self.replies.get(self.lines[place].question.id)
        return reply.answer if reply else None

    def typed(self, answer: Answer | None, now: datetime) -> "Entry":
        """Return the entry with the next question answered or left empty, and the one after it."""
        if answer == self.answer(self.at):
            return self.go(self.at + 1)
        id_ = self.lines[self.at].question.id
        replies = {name: reply for name, reply in self.replies.items() if name != id_}
        if answer is not None:
            replies[id_] = Reply(answer=answer, at=now)
        return replace(self, replies=replies, at=self.at + 1)

    def go(self, place: int) -> "Entry":
        """Return the entry with the question at a place next."""
        return replace(self, at=place)

    def content_ids(self, passage: Passage) -> tuple[str, ...]:
        """Return the ids by which the questions are handed in, in the order of the sheet."""
        return tuple(redact(line.question, passage).id for line in self.lines)

    def redacted(self, passage: Passage) -> dict[str, Reply]:
        """Return the answers by those ids, as they are handed in."""
        found = {}
        for id_, line in zip(self.content_ids(passage), self.lines, strict=True):
            reply = self.replies.get(line.question.id)
            if reply:
                found[id_] = replace(reply, answer=redacted_answer(line.question, reply.answer))
        return found

    def reopened(self, replies: Mapping[str, Reply], passage: Passage) -> "Entry":
        """Return the entry with answers that were handed in, and what comes after the last.

        Raises:
            ValueError: an answer names a part that its question hasn't.
        """
        found, at = {}, 0
        pairs = zip(self.content_ids(passage), self.lines, strict=True)
        for place, (id_, line) in enumerate(pairs, 1):
            if id_ in replies:
                answer = restored_answer(line.question, replies[id_].answer)
                found[line.question.id] = replace(replies[id_], answer=answer)
                at = place
        return replace(self, replies=found, at=at)
