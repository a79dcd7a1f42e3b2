"""Which questions of a class earn points."""

from collections.abc import Iterable, Mapping

from quiz.analysis.learner import MarkedSubmission
from quiz.model.question import Question
from quiz.model.quiz import Quiz


def scored_questions(quiz: Quiz, submissions: Iterable[MarkedSubmission]) -> Mapping[str, Question]:
    """Return the questions that earn points, by their ids, in the order of the quiz.

    One that the key gives no points for is among them as soon as a teacher has given some to every
    answer to it: before that, learners whose text is not read yet would come off worse.
    """
    listed = list(submissions)
    return {
        question.id: question
        for question in quiz.questions
        if question.scored or _credited(question.id, listed)
    }


def _credited(name: str, submissions: Iterable[MarkedSubmission]) -> bool:
    given = [marked for one in submissions if (marked := one.answers.get(name))]
    return bool(given) and all(any(marked.credits) for marked in given)
