"""What was answered, in words."""

from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Quiz


def given(question: PublicQuestion, answer: Answer, quiz: Quiz) -> str:
    """Return an answer in words."""
    parts = question.parts
    match answer:
        case ChoiceAnswer(options):
            return "; ".join(parts[index] for index in sorted(options))
        case OrderAnswer(items):
            return "; ".join(parts[index] for index in items)
        case MatchAnswer(rights):
            chosen = ("–" if index is None else parts[index] for index in rights)
            pairs = zip(question.lefts, chosen, strict=True)
            return "; ".join(f"{left} → {right}" for left, right in pairs)
        case LocateAnswer(sentence):
            start, end = quiz.passage.sentences(quiz.language)[sentence]
            return quiz.passage.text[start:end]
        case TypedAnswer(texts):
            return "; ".join(texts)
        case TeachBackAnswer(text):
            return text
