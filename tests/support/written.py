"""A quiz as the text of a file, as a person writes it."""

from quiz.model.quiz import Quiz
from quiz.quizfile.writing import head_to_yaml, question_to_yaml


def to_yaml(quiz: Quiz) -> str:
    """Return a quiz as the text of a quiz file."""
    questions = "\n".join(map(question_to_yaml, quiz.questions))
    return f"{head_to_yaml(quiz)}\nquestions:\n{questions}"
