"""Marking a submission by the quiz with its key: each answer back to its question."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.engine.kinds import grade
from quiz.engine.redaction import redact, restored_answer
from quiz.model.answer import Answer
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.submission import Reply, Submission


def content_id(question: Question, quiz: Quiz) -> str:
    """Return the name of a question in the files of a class."""
    return redact(question, quiz.passage).id


class AnswerKey:
    """A quiz with its key, in which the questions of a submission are found again."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz
        """The quiz as it is now."""
        self.questions: Mapping[str, Question] = {
            content_id(question, quiz): question for question in quiz.questions
        }
        """Its questions by their content ids."""
        # A class gives the same answers.
        self._worth: dict[tuple[str, Answer], MarkedAnswer | None] = {}

    def unchanged(self, submission: Submission) -> int:
        """Return how many of the questions that were asked are in the quiz as it is now."""
        return sum(content_id in self.questions for content_id in submission.asked)

    def marked(self, submission: Submission, learner: str) -> MarkedSubmission:
        """Return a submission with each answer marked; questions that are gone are left out."""
        return MarkedSubmission(
            learner=learner,
            form=submission.form,
            assignment=submission.assignment,
            looks=submission.looks,
            answers={
                question.id: self._marked(question, submission.replies.get(content_id))
                for content_id in submission.asked
                if (question := self.questions.get(content_id))
            },
        )

    def unfit(self, submission: Submission) -> Iterator[int]:
        """Yield the place, from 1, of each answer that is none to its question."""
        for number, content_id in enumerate(submission.asked, 1):
            question, reply = self.questions.get(content_id), submission.replies.get(content_id)
            if question and reply and self._marked(question, reply) is None:
                yield number

    def _marked(self, question: Question, reply: Reply | None) -> MarkedAnswer | None:
        """Return an answer with what it is worth; None where there is none, or it is unfit."""
        if reply is None:
            return None
        if (question.id, reply.answer) not in self._worth:
            self._worth[question.id, reply.answer] = self._graded(question, reply.answer)
        marked = self._worth[question.id, reply.answer]
        return marked and replace(
            marked, certainty=reply.certainty, at=reply.at, changes=reply.changes
        )

    def _graded(self, question: Question, redacted: Answer) -> MarkedAnswer | None:
        try:
            answer = restored_answer(question, redacted)
            earned = grade(question, answer, self.quiz)
        except (TypeError, ValueError):
            return None
        return MarkedAnswer(answer=answer, fraction=earned.fraction, misspelled=earned.misspelled)
