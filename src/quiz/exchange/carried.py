"""What a format carries of each question: what is the same when it is written and read back."""

from collections.abc import Callable, Iterator
from dataclasses import fields

from quiz.exchange.categories import category
from quiz.exchange.format import Loss
from quiz.exchange.item import Item, Refused
from quiz.exchange.losses import in_order, of_quiz
from quiz.exchange.to_item import item_of
from quiz.model.question import Question
from quiz.model.quiz import Quiz

_LOST = {
    "reject": "wrong answers that it has no place for",
    "accept": "right answers that it has no place for",
    "blanks": "right words beside the first one of a blank, or the wrong ones that it names",
    "ask": "where its task ends",
    "text": "where its text begins",
    "checklist": "line breaks in its checklist",
    "shuffle": "the order of its options",
    "points": "its points",
    "hint": "its hint",
    "claims": "the claims that it asks about",
    "waive": "the rules of the check that are waived for it",
}


def carried(
    quiz: Quiz,
    title: str,
    write: Callable[[Item], str],
    back: Callable[[Item, str], Question | None],
    category_as: Callable[[str], str],
) -> tuple[list[str], tuple[Loss, ...]]:
    """Return the questions as a format writes them, each topic with its category, and losses.

    A question that does not come back as one of its kind is left out.
    """
    parts, topic = [], ""
    losses = [Loss("", "the language of the quiz")] if quiz.language != "en" else []
    losses += of_quiz(quiz, {"passage"})
    for question in quiz.questions:
        item = item_of(question, quiz)
        piece = write(item)
        found = _found(back, item, piece)
        if found is None or found.kind != question.kind:
            losses.append(Loss(question.id, f"all of it: {title} has no place for such a question"))
            continue
        losses += (Loss(question.id, what) for what in _lost(question, found))
        if question.topic != topic:
            topic = question.topic
            parts.append(category_as(category(quiz.title, quiz.topics.get(topic, topic))))
        parts.append(piece)
    return parts, in_order(quiz, losses)


def _found(back: Callable[[Item, str], Question | None], item: Item, piece: str) -> Question | None:
    try:
        return back(item, piece) if piece else None
    except Refused:
        return None


def _lost(question: Question, back: Question) -> Iterator[str]:
    for field in fields(question):
        before, after = (
            _unordered(field.name, getattr(one, field.name)) for one in (question, back)
        )
        if before != after:
            yield _LOST.get(field.name, f"a part of its {field.name}")


def _unordered(name: str, value: object) -> object:
    """Return a value without the order in which its wrong answers stand."""
    match name, value:
        case "reject", tuple():
            return frozenset(value)
        case "blanks", tuple():
            return [(blank.accept, frozenset(blank.reject)) for blank in value]
    return value
