"""A line typed off a sheet as an answer, and an answer as it stands on the sheet.

The letters, boxes and numbers are those of the printed sheet. What was written counts as it is:
a sheet stops nobody from checking too many boxes or from leaving a blank empty.
"""

from quiz.engine.session import Presented
from quiz.model.answer import Answer
from quiz.model.quiz import Quiz
from quiz.plain.kinds import in_lines
from quiz.plain.kinds.reading import EMPTY


def expected(asked: Presented, quiz: Quiz) -> str:
    """Return what to type for an answer, in a few words."""
    return in_lines(asked.question).on_sheet_how(asked, quiz)


def parse_sheet(asked: Presented, quiz: Quiz, line: str) -> Answer | None:
    """Return the answer that a line copies from a sheet; None where nothing was written.

    Raises:
        InvalidAnswer: the line can't stand on that sheet, or can't be told apart from another.
    """
    text = " ".join(line.split())
    if not text.strip(f"{EMPTY},; "):
        return None
    answer: Answer = in_lines(asked.question).read_sheet(asked, quiz, text)
    return answer


def as_on_sheet(asked: Presented, answer: Answer | None) -> str:
    """Return an answer as it is typed off the sheet; `-` for none."""
    return EMPTY if answer is None else in_lines(asked.question).as_on_sheet(asked, answer)
