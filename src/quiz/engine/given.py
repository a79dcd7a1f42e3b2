"""What was answered, in words."""

from quiz.model.answer import Answer, Located, Matched, Ordered, Picked, Taught, Typed
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Quiz


def given(question: PublicQuestion, answer: Answer, quiz: Quiz) -> str:
    """Return an answer in words."""
    parts = question.parts
    match answer:
        case Picked(options):
            return "; ".join(parts[index] for index in sorted(options))
        case Ordered(items):
            return "; ".join(parts[index] for index in items)
        case Matched(rights):
            chosen = ("–" if index is None else parts[index] for index in rights)
            pairs = zip(question.lefts, chosen, strict=True)
            return "; ".join(f"{left} → {right}" for left, right in pairs)
        case Located(sentence):
            start, end = quiz.passage.sentences(quiz.language)[sentence]
            return quiz.passage.text[start:end]
        case Typed(texts):
            return "; ".join(texts)
        case Taught(text):
            return text
