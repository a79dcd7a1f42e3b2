"""A question as it is asked, and a typed line as an answer."""

from collections.abc import Iterator

from quiz.engine.session import Presented
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz
from quiz.plain.kinds import in_lines
from quiz.plain.kinds.reading import InvalidAnswer
from quiz.plain.lines import Block


def question_blocks(asked: Presented, quiz: Quiz) -> Iterator[Block]:
    """Yield what is asked, what there is to pick from, and what to type."""
    kind = in_lines(asked.question)
    yield asked.public.ask
    parts = list(kind.parts(asked, quiz))
    if parts:
        yield ""
        yield from parts
    yield from ("", kind.how(asked.public))
    if kind.words:  # "e" alone may be an answer
        yield "To end early: ?e"


def shortly(asked: Presented, quiz: Quiz) -> Iterator[Block]:
    """Yield what is asked of a question that was read just before, without its parts."""
    kind = in_lines(asked.question)
    yield asked.public.ask
    if list(kind.parts(asked, quiz)):
        yield f"Type {'?g' if kind.words else 'g'} to read all of it once more."
    yield from ("", kind.how(asked.public))


def parse_answer(asked: Presented, quiz: Quiz, line: str) -> Answer:
    """Return the answer that a line gives to a question as it was asked.

    Raises:
        InvalidAnswer: the line is no answer to it.
    """
    kind, text = in_lines(asked.question), " ".join(line.split())
    if not text:
        raise InvalidAnswer(kind.how(asked.public))
    answer: Answer = kind.read(asked, quiz, text)
    return answer
