"""Whether a quiz that a program made can be one: what is wrong with its questions."""

from pydantic import ValidationError

from quiz.model.problem import Fault, written
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.quizfile import schema
from quiz.quizfile.faults import faults_of
from quiz.quizfile.rules import Parts, judge
from quiz.quizfile.writing import as_data


def faulty(quiz: Quiz) -> dict[int, str]:
    """Return for each question that is refused in a file why it is, by its index."""
    found: dict[int, str] = {}
    questions: dict[int, Question] = {}
    for index, question in enumerate(quiz.questions):
        data = as_data(question)
        try:
            questions[index] = schema.QUESTION.validate_python(data)
        except ValidationError as error:
            found[index] = _in_words(next(faults_of(error, data), Fault((), "it is no question")))
    parts = Parts(
        draft=quiz.draft,
        language=quiz.language,
        topics=quiz.topics,
        passage=quiz.passage,
        claims=quiz.claims,
        forms=quiz.forms,
        ids=[question.id for question in quiz.questions],
        questions=questions,
    )
    for fault in judge(parts):
        index = int(fault.path[1])
        found.setdefault(index, _in_words(fault._replace(path=fault.path[2:])))
    return found


def _in_words(fault: Fault) -> str:
    where = written(fault.path)
    return f"{where}: {fault.message}" if where else fault.message
