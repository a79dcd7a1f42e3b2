"""A result that a teacher returned, as the attempt that it was: marked, and over."""

from dataclasses import replace

from quiz.engine.certainty import Certainty
from quiz.engine.kinds import grade, public
from quiz.engine.session import Mode, Presented, Response, Session
from quiz.engine.wording import count, points
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.returned import WHOLE, Returned, ReturnedAnswer


def session_of(returned: Returned) -> Session:
    """Return the attempt; what the teacher gave stands before the explanation of its question.

    Raises:
        ValueError: its questions are not those of its quiz, or an answer is none to its question.
    """
    by_id = returned.quiz.by_id
    if sorted(one.question for one in returned.answers) != sorted(by_id):
        raise ValueError("answers: not one for each question")
    asked = [_presented(by_id[one.question], one) for one in returned.answers]
    numbered = enumerate(zip(asked, returned.answers, strict=True))
    return Session(
        quiz=returned.quiz,
        asked=tuple(asked),
        responses=tuple(_response(number, *pair, returned.quiz) for number, pair in numbered),
        mode=Mode.TEST,
        passage_views=returned.looks,
        finished=True,
    )


def _presented(question: Question, one: ReturnedAnswer) -> Presented:
    order = tuple(range(len(public(question).parts)))
    if one.given is None:
        return Presented(question, order)
    earned = f"{points(one.given / WHOLE * question.points)} of {count(question.points, 'point')}"
    beside = "" if question.scored else ", beside the score"
    explain = f"Your teacher gave this answer {earned}{beside}. {question.explain}"
    return Presented(replace(question, explain=explain), order)


def _response(number: int, asked: Presented, one: ReturnedAnswer, quiz: Quiz) -> Response | None:
    question = asked.with_answers
    if one.answer is None or question is None:
        return None
    try:
        earned = grade(question, one.answer, quiz)
    except (TypeError, ValueError) as error:
        raise ValueError(f"answers[{number}].answer: none to this question") from error
    if one.given is not None:
        earned = replace(earned, fraction=one.given / WHOLE, misspelled=False)
    certainty = Certainty(one.certainty) if one.certainty else None
    return Response(one.answer, earned, certainty)
