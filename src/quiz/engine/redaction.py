"""Taking the key out of questions for a class, and putting answers back to the questions.

The parts of a redacted question stand in the order of their letters, so that their order says
nothing of the key; parts with an order of their own keep it. No id of the author's and no hint goes
along.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, replace

from quiz.model.answer import Answer, ChoiceAnswer, MatchAnswer, OrderAnswer, TeachBackAnswer
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion, public
from quiz.model.question import Question
from quiz.model.quiz import Quiz


def redact(question: Question, passage: Passage) -> PublicQuestion:
    """Return the question without its key, under its content id as its name."""
    open_ = public(question)
    order = () if open_.kind == "teach-back" else _order(open_)
    in_order = tuple(open_.parts[index] for index in order)
    redacted = replace(open_, hint=None, parts=in_order)
    return replace(redacted, id=content_id(redacted, passage))


def content_id(redacted: PublicQuestion, passage: Passage) -> str:
    """Return 16 hex digits that change when what the learner is shown changes.

    They are the name of a question in a class: they know nothing of its key, and find the question
    again in a quiz that was edited elsewhere. Where the passage is what is picked from, it counts.
    """
    shown: dict[str, object] = asdict(replace(redacted, id="", points=1, hint=None))
    if redacted.kind == "locate":
        shown["passage"] = passage.text
    text = json.dumps(shown, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def quiz_content_id(quiz: Quiz) -> str:
    """Return 16 hex digits that change when what a quiz shows changes, whatever its key is."""
    ids = sorted(redact(question, quiz.passage).id for question in quiz.questions)
    text = json.dumps([quiz.passage.text, *ids])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def redacted_answer(question: Question, answer: Answer) -> Answer:
    """Return an answer to a question as an answer to the redacted one."""
    places = {index: place for place, index in enumerate(_order(public(question)))}
    return _renamed(answer, places)


def restored_answer(question: Question, answer: Answer) -> Answer:
    """Return an answer to a redacted question as one to the question itself.

    Raises:
        ValueError: the answer names a part that the question hasn't.
    """
    return _renamed(answer, dict(enumerate(_order(public(question)))))


def _order(open_: PublicQuestion) -> tuple[int, ...]:
    """Return the indices of a question's parts in the order in which they are redacted."""
    indices = range(len(open_.parts))
    if not open_.shuffle:
        return tuple(indices)
    return tuple(sorted(indices, key=lambda index: (open_.parts[index], index)))


def _renamed(answer: Answer, names: dict[int, int]) -> Answer:
    """Return an answer with each part under its other index; others stay as they are."""
    match answer:
        case ChoiceAnswer(options):
            return ChoiceAnswer(frozenset(_named(options, names)))
        case OrderAnswer(items):
            return OrderAnswer(tuple(_named(items, names)))
        case MatchAnswer(rights):
            pairs = (None if right is None else _name(right, names) for right in rights)
            return MatchAnswer(tuple(pairs))
        case TeachBackAnswer(text):
            return TeachBackAnswer(text)
    return answer


def _named(indices: Iterable[int], names: dict[int, int]) -> Iterable[int]:
    return (_name(index, names) for index in indices)


def _name(index: int, names: dict[int, int]) -> int:
    if index not in names:
        raise ValueError(f"there is no part {index} of {len(names)}")
    return names[index]
