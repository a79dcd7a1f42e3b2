"""What a quiz has and a format has no place for, by question and in words."""

from collections.abc import Collection, Iterable
from dataclasses import asdict

from quiz.exchange.format import Loss
from quiz.model.quiz import Quiz

_OF_QUIZ = {
    "passage": "the passage",
    "glossary": "the meanings of hard words",
    "know": "what to know beyond the passage",
    "forms": "the pretest and the posttest",
    "claims": "the claims of the article, and which questions ask about them",
}
_OF_QUESTIONS = {
    "id": "its id",
    "topic": "its topic",
    "skill": "its skill",
    "difficulty": "its difficulty",
    "points": "its points",
    "hint": "its hint",
    "note": "its dated note",
    "group": "its group",
    "waive": "the rules of the check that are waived for it",
    "tag": "the tags of its wrong answers",
    "quote": "the words of the passage that tempt to its wrong options",
    "why": "why its answers are right or wrong",
    "explain": "its explanation",
    "evidence": "its evidence",
    "shuffle": "the order of its options",
}
_USUAL = {"points": 1, "shuffle": True}
"""What a field is where nobody wrote one, if it isn't empty."""


def losses(quiz: Quiz, holds: Collection[str], own: Iterable[Loss] = ()) -> tuple[Loss, ...]:
    """Return all of a quiz that stands in no field that a format holds, and what else it loses.

    They stand in the order of the quiz, those of the quiz as a whole first.
    """
    whole = {name: getattr(quiz, name) for name in _OF_QUIZ} | {"passage": quiz.passage.text}
    told = [Loss("", what) for name, what in _OF_QUIZ.items() if name not in holds and whole[name]]
    for question in quiz.questions:
        fields = asdict(question)
        told += [
            Loss(question.id, what)
            for name, what in _OF_QUESTIONS.items()
            if name not in holds and _has(fields, name)
        ]
    places = {id_: place for place, id_ in enumerate(quiz.by_id, 1)}
    return tuple(sorted([*told, *own], key=lambda loss: places.get(loss.question, 0)))


def _has(value: object, name: str) -> bool:
    """Return whether a field is written somewhere in plain data."""
    match value:
        case dict():
            usual = _USUAL.get(name)
            held = value.get(name, usual)
            written = held != usual if usual else bool(held)
            return written or any(_has(each, name) for each in value.values())
        case tuple():
            return any(_has(each, name) for each in value)
    return False
