"""What a finished quiz has and a draft may lack, in the order in which a person would write it.

A key stands on its evidence, reasons on the key, the explanation on both; under which topic and
skill a question falls is easiest to say at the end.
"""

from collections.abc import Iterator

from quiz.engine.kinds import KINDS
from quiz.model.problem import Fault
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.texts import texts
from quiz.model.to_write_over import PASSAGE, TO_WRITE_OVER

TEXT = "missing: write the text that the questions are about"
TOPICS = "missing: write the topics, each as `name: The words that the learner sees`"
OF_EVERY_QUESTION = {
    "explain": "missing: write what the learner reads after the answer",
    "topic": "missing: write one of the topics of the quiz",
    "skill": "missing: write access, understand, appraise or apply",
}
"""The keys of every finished question, and what to write where one is missing."""
OVER = "missing: write over what stands here"
_DONE = "nothing is missing any more: take `draft: true` out"


def lacking(question: Question) -> Iterator[Fault]:
    """Yield what a finished question has and this one lacks."""
    kind = KINDS[question.kind]
    if not question.quotes and kind.needs_evidence(question):
        yield Fault(("evidence",), "missing: copy the words of the passage that hold the answer")
    yield from kind.lacking(question)
    for path, text in texts(question):
        if text in TO_WRITE_OVER and path != ("explain",):
            yield Fault(path, OVER)
    for name, message in OF_EVERY_QUESTION.items():
        value = getattr(question, name)
        if not value or value in TO_WRITE_OVER:
            yield Fault((name,), OVER if value else message)


def left_to_do(quiz: Quiz) -> tuple[Fault, ...]:
    """Return what is left to do in the drafts of a quiz; nothing where it has none."""
    found = list(_of_quiz(quiz)) if quiz.draft else []
    for index, question in enumerate(quiz.questions):
        if quiz.is_draft(question):
            rest = list(lacking(question)) or [Fault(("draft",), _DONE)] * question.draft
            found += (fault._replace(path=("questions", index, *fault.path)) for fault in rest)
    return tuple(found or [Fault(("draft",), _DONE)] * quiz.draft)


def _of_quiz(quiz: Quiz) -> Iterator[Fault]:
    text = quiz.passage.text.strip()
    if text in {"", PASSAGE}:
        yield Fault(("passage", "text"), OVER if text else TEXT)
    if not quiz.topics:
        yield Fault(("topics",), TOPICS)
