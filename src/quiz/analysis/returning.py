"""What goes back to each learner of a class: of what was asked of them, and of nothing else."""

from collections.abc import Iterator
from dataclasses import replace

from quiz.analysis.class_report import ClassReport
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.engine.kinds import public
from quiz.engine.terms import open_terms
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.returned import WHOLE, Returned, ReturnedAnswer


def returned(report: ClassReport) -> Iterator[Returned]:
    """Yield the result of each learner and form that has a question."""
    for submission in report.submissions:
        if submission.answers:
            yield _returned(report.quiz, submission)


def _returned(quiz: Quiz, submission: MarkedSubmission) -> Returned:
    by_id = quiz.by_id
    return Returned(
        assignment=submission.assignment,
        learner=submission.learner,
        form=submission.form,
        looks=submission.looks,
        quiz=_asked_of(quiz, [by_id[name] for name in submission.answers]),
        answers=tuple(_answer(name, marked) for name, marked in submission.answers.items()),
    )


def _asked_of(quiz: Quiz, asked: list[Question]) -> Quiz:
    """Return a quiz without the other questions: somebody else may still be asked them."""
    own = {question.id for question in asked}
    topics = {question.topic for question in asked}
    others = [public(question) for question in quiz.questions if question.id not in own]
    return replace(
        quiz,
        topics={name: title for name, title in quiz.topics.items() if name in topics},
        terms=open_terms(quiz.glossary, others),
        claims={},
        forms=None,
        questions=tuple(
            replace(question, group=None, claims=(), waive={})
            for question in quiz.questions
            if question.id in own
        ),
    )


def _answer(question: str, marked: MarkedAnswer | None) -> ReturnedAnswer:
    if marked is None:
        return ReturnedAnswer(question=question, answer=None)
    return ReturnedAnswer(
        question=question,
        answer=marked.answer,
        certainty=marked.certainty,
        given=round(marked.fraction * WHOLE) if marked.regraded else None,
    )
