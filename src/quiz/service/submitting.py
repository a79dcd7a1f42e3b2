"""An attempt of an assignment as what is handed in of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from quiz import __version__
from quiz.assignment.placing import stem
from quiz.assignment.submission_data import LONGEST_TEXT, to_text
from quiz.engine.exercise import questions
from quiz.engine.redaction import redacted_answer
from quiz.model.answer import Answer, TeachBackAnswer, TypedAnswer, from_data
from quiz.model.assignment import Assignment
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.submission import Reply, Submission
from quiz.store.records import Answered, Submitted
from quiz.store.running import KeptAttempt


def submitted(
    assignment: Assignment, quiz: Quiz | None, kept: KeptAttempt, now: datetime, folder: Path
) -> Submitted:
    """Return what is handed in of an attempt, with the name and the folder of its file."""
    submission = submission_of(assignment, quiz, kept, now)
    form = assignment.terms.form or ""
    name = stem(assignment.quiz, form, submission.learner)
    return Submitted(kept.begun.attempt, name, to_text(submission), str(folder))


def submission_of(
    assignment: Assignment, quiz: Quiz | None, kept: KeptAttempt, now: datetime
) -> Submission:
    """Return what is handed in of an attempt: its answers as those to the redacted questions."""
    begun = kept.begun
    by_mark = questions(assignment, quiz)
    marks = {question.id: mark for mark, question in by_mark.items()}
    asked = tuple(marks[one.question] for one in begun.plan if one.question in marks)
    answers = {marks[one.question]: one for one in kept.answers if one.question in marks}
    return Submission(
        assignment=assignment.id,
        quiz=assignment.quiz,
        version=assignment.version,
        fingerprint=assignment.fingerprint,
        learner=begun.learner or "",
        form=assignment.terms.form,
        begun=begun.at.astimezone(),
        ended=now.astimezone(),
        looks=kept.moved.looks,
        asked=asked,
        replies=dict(_replies(asked, answers, by_mark)),
        program=__version__,
    )


def _replies(
    asked: tuple[str, ...],
    answers: Mapping[str, Answered],
    by_mark: Mapping[str, Question | PublicQuestion],
) -> Iterator[tuple[str, Reply]]:
    for mark in asked:
        if mark in answers:
            given, question = answers[mark], by_mark[mark]
            answer = _bounded(from_data(dict(given.answer)))
            if not isinstance(question, PublicQuestion):
                answer = redacted_answer(question, answer)
            yield mark, Reply(answer=answer, at=given.at.astimezone(), certainty=given.certainty)


def _bounded(answer: Answer) -> Answer:
    """Return an answer of which each text fits into a result file."""
    match answer:
        case TypedAnswer(texts):
            return TypedAnswer(tuple(text[:LONGEST_TEXT] for text in texts))
        case TeachBackAnswer(text):
            return replace(answer, text=text[:LONGEST_TEXT])
    return answer
