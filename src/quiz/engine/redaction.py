"""Taking the key out of questions for a class, and putting answers back to the questions.

The parts of a redacted question stand in the order of their letters, so that their order says
nothing of the key; parts with an order of their own keep it. No id of the author's and no hint goes
along.
"""

from dataclasses import asdict, replace

from quiz.engine.digest import digest
from quiz.engine.kinds import KINDS, renamed
from quiz.model.answer import Answer
from quiz.model.passage import Passage
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz


def redact(question: Question, passage: Passage) -> PublicQuestion:
    """Return the question without its key, under its content id as its name."""
    public = KINDS[question.kind].public(question)
    parts = tuple(public.parts[index] for index in _order(question))
    redacted = replace(public, hint=None, parts=parts)
    return replace(redacted, id=content_id(redacted, passage))


def content_id(redacted: PublicQuestion, passage: Passage) -> str:
    """Return 16 hex digits that change when what the learner is shown changes.

    They are the name of a question in a class: they know nothing of its key, and find the question
    again in a quiz that was edited elsewhere. Where the passage is what is picked from, it counts.
    """
    shown: dict[str, object] = asdict(replace(redacted, id="", points=1, hint=None))
    del shown["most_words"]  # it comes from the key
    if KINDS[redacted.kind].reads_passage:
        shown["passage"] = passage.text
    return digest(shown)


def quiz_content_id(quiz: Quiz) -> str:
    """Return 16 hex digits that change when what a quiz shows changes, whatever its key is."""
    ids = sorted(redact(question, quiz.passage).id for question in quiz.questions)
    return digest([quiz.passage.text, *ids])


def redacted_answer(question: Question, answer: Answer) -> Answer:
    """Return an answer to a question as an answer to the redacted one."""
    order = enumerate(_order(question))
    return renamed(question.kind, answer, {index: place for place, index in order})


def restored_answer(question: Question, answer: Answer) -> Answer:
    """Return an answer to a redacted question as one to the question itself.

    Raises:
        TypeError: the question can't be answered in that way.
        ValueError: the answer names a part that the question hasn't.
    """
    return renamed(question.kind, answer, dict(enumerate(_order(question))))


def _order(question: Question) -> tuple[int, ...]:
    """Return the indices of a question's parts in the order in which they are handed out."""
    kind = KINDS[question.kind]
    return kind.redacted_order(kind.public(question))
