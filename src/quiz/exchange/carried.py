"""What a format carries of each question: what is the same when it is written and read back."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import fields

from quiz.exchange.categories import category
from quiz.exchange.format import Loss
from quiz.exchange.item import Item, Refused
from quiz.exchange.losses import losses
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
}
_ALL = "all of it: the format has no place for such a question"
_TOLD = frozenset({"claims", "points", "hint", "waive", "shuffle"})
"""What a format holds or does not, whatever stands in it."""


def carried(
    quiz: Quiz,
    holds: Collection[str],
    write: Callable[[Item], str],
    back: Callable[[Item, str], Question | None],
    own: list[Loss],
) -> tuple[list[tuple[str, str]], tuple[Loss, ...]]:
    """Return the category of each question, where it changes, and the question, and losses.

    A question that does not come back as one of its kind is left out.
    """
    parts, topic = list[tuple[str, str]](), ""
    own += [Loss("", "the language of the quiz")] if quiz.language != "en" else []
    for question in quiz.questions:
        item = item_of(question, quiz)
        piece = write(item)
        found = _found(back, item, piece)
        if found is None or found.kind != question.kind:
            own.append(Loss(question.id, _ALL))
            continue
        own += (Loss(question.id, what) for what in _lost(question, found))
        path = category(quiz.title, quiz.topics.get(question.topic, question.topic))
        parts.append((path if question.topic != topic else "", piece))
        topic = question.topic
    return parts, losses(quiz, holds, own)


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
        if before != after and field.name not in _TOLD:
            yield _LOST.get(field.name, f"a part of its {field.name}")


def _unordered(name: str, value: object) -> object:
    """Return a value without the order in which its wrong answers stand."""
    match name, value:
        case "reject", tuple():
            return frozenset(value)
        case "blanks", tuple():
            return [(blank.accept, frozenset(blank.reject)) for blank in value]
    return value
