"""What a quiz has and a format has no place for, by question and in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict

from quiz.engine.kinds import KINDS
from quiz.exchange.format import Loss
from quiz.model.question import Question
from quiz.model.quiz import Quiz

_OF_QUESTIONS: Mapping[str, tuple[Callable[[Question], object], str]] = {
    "topic": (lambda question: question.topic, "its topic"),
    "skill": (lambda question: question.skill, "its skill"),
    "difficulty": (lambda question: question.difficulty, "its difficulty"),
    "points": (lambda question: question.points != 1, "its points"),
    "hint": (lambda question: question.hint, "its hint"),
    "note": (lambda question: question.note, "its dated note"),
    "group": (lambda question: question.group, "its group"),
    "claims": (lambda question: question.claims, "the claims that it asks about"),
    "waive": (lambda question: question.waive, "the rules of the check that are waived for it"),
    "tags": (lambda question: _tagged(asdict(question)), "the tags of its wrong answers"),
    "quotes": (
        lambda question: any(option.quote for option in KINDS[question.kind].options(question)),
        "the words of the passage that tempt to its wrong options",
    ),
}
_OF_QUIZ: Mapping[str, tuple[Callable[[Quiz], object], str]] = {
    "language": (lambda quiz: quiz.language != "en", "the language of the quiz"),
    "passage": (lambda quiz: quiz.passage.text, "the passage"),
    "glossary": (lambda quiz: quiz.glossary, "the meanings of hard words"),
    "know": (lambda quiz: quiz.know, "what to know beyond the passage"),
    "forms": (lambda quiz: quiz.forms, "the pretest and the posttest"),
    "claims": (lambda quiz: quiz.claims, "the claims of the article"),
}


def unheld(quiz: Quiz, *names: str) -> Iterator[Loss]:
    """Yield what the quiz has of the fields named: that of the quiz, then question by question."""
    for name in names:
        has, what = _OF_QUIZ.get(name, (None, ""))
        if has and has(quiz):
            yield Loss("", what)
    for question in quiz.questions:
        for name in names:
            holds, what = _OF_QUESTIONS.get(name, (None, ""))
            if holds and holds(question):
                yield Loss(question.id, what)


def in_order(quiz: Quiz, losses: Iterable[Loss]) -> tuple[Loss, ...]:
    """Return losses in the order of the quiz, those of the quiz as a whole first."""
    places = {question: place for place, question in enumerate(quiz.by_id, 1)}
    return tuple(sorted(losses, key=lambda loss: places.get(loss.question, 0)))


def _tagged(value: object) -> bool:
    match value:
        case {"tag": tag} if tag:
            return True
        case dict():
            return any(map(_tagged, value.values()))
        case tuple():
            return any(map(_tagged, value))
    return False
