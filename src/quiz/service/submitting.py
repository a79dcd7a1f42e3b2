"""An attempt of an assignment as what is handed in of it."""

from datetime import datetime
from pathlib import Path

from quiz import __version__
from quiz.assignment.placing import stem
from quiz.assignment.submission_data import LONGEST_TEXT, to_text
from quiz.engine.exercise import questions
from quiz.engine.redaction import redacted_answer
from quiz.engine.session import Response
from quiz.model.answer import with_texts
from quiz.model.assignment import Assignment
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.submission import Reply, Submission
from quiz.service.attempt import Attempt
from quiz.store.records import SubmissionRecord


def submission_of(
    assignment: Assignment, quiz: Quiz | None, attempt: Attempt, folder: Path
) -> SubmissionRecord:
    """Return what is handed in of an attempt that is over, with the name of its file."""
    submission = _submission(assignment, quiz, attempt)
    name = stem(assignment.quiz, assignment.terms.form or "", submission.learner)
    return SubmissionRecord(attempt=attempt.id, stem=name, text=to_text(submission), folder=folder)


def _submission(assignment: Assignment, quiz: Quiz | None, attempt: Attempt) -> Submission:
    """Return the answers of an attempt as those to the redacted questions."""
    if attempt.begun is None or attempt.ended is None:
        raise LookupError("it is not over")
    content_ids = {one.id: id_ for id_, one in questions(assignment, quiz).items()}
    asked = [content_ids[one.question.id] for one in attempt.session.asked]
    return Submission(
        assignment=assignment.id,
        quiz=assignment.quiz,
        version=assignment.version,
        fingerprint=assignment.fingerprint,
        learner=attempt.learner or "",
        form=assignment.terms.form,
        begun=attempt.begun.astimezone(),
        ended=attempt.ended.astimezone(),
        looks=attempt.session.passage_views,
        asked=tuple(asked),
        replies={
            asked[index]: _reply(attempt.session.asked[index].question, response, at)
            for index, at in attempt.times.items()
            if (response := attempt.session.responses[index])
        },
        program=__version__,
    )


def _reply(question: Question | PublicQuestion, response: Response, at: datetime) -> Reply:
    answer = with_texts(response.answer, lambda text: text[:LONGEST_TEXT])
    if not isinstance(question, PublicQuestion):
        answer = redacted_answer(question, answer)
    certainty = None if response.certainty is None else int(response.certainty)
    return Reply(answer=answer, at=at.astimezone(), certainty=certainty, changes=response.changes)
