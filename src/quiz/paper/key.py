"""The key to a sheet: right answers, reasons, evidence and explanations, for whoever marks it."""

from dataclasses import dataclass
from typing import ClassVar

from quiz.engine.dates import source_of
from quiz.engine.earning import earning
from quiz.engine.paper_variant import PaperVariant
from quiz.engine.session import Presented
from quiz.model.notice import DISCLAIMER
from quiz.model.question import Question
from quiz.model.question_parts import Note
from quiz.model.quiz import Quiz
from quiz.paper.kinds import Row, on_paper
from quiz.paper.sheet import Definition, definition, points, total


@dataclass(frozen=True, slots=True)
class Solution:
    """The key to one question."""

    number: int
    """Its number on the sheet."""
    ask: str
    """The question."""
    points: str
    """What it earns, in words; empty where it isn't scored."""
    answer: str
    """The right answer in the shortest form, as it should stand on the sheet."""
    rows: tuple[Row, ...]
    """Possible answers."""
    evidence: tuple[str, ...]
    """The words of the passage that prove it."""
    explain: str
    """What the passage says about it."""
    note: str
    """A dated fact from beyond the passage; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Key:
    """The key to one version."""

    title: str
    """The title of the quiz."""
    version: str
    """Which version it is the key to, in words."""
    language: str
    """The language of the quiz."""
    solutions: tuple[Solution, ...]
    """The key to each question, in the order of the sheet."""
    words: tuple[Definition, ...]
    """All hard words that are explained."""
    know: tuple[str, ...]
    """What to know beyond the passage."""
    total: int
    """How many points can be earned."""
    earned: tuple[str, ...]
    """How they are earned."""
    disclaimer: str = DISCLAIMER
    """What the quiz is not."""
    what: ClassVar[str] = "key"
    """The name of its template."""

    @property
    def heading(self) -> str:
        """What stands above it."""
        return f"Key: {self.title}"

    @property
    def foot(self) -> str:
        """What stands at the foot of each of its pages."""
        return f"Key to {self.version}"


def key(quiz: Quiz, version: PaperVariant) -> Key:
    """Return the key to one version."""
    questions = [asked.public for asked in version.asked]
    return Key(
        title=quiz.title,
        version=version.name,
        language=quiz.language,
        solutions=tuple(
            _solution(number, asked.with_answers, asked, quiz)
            for number, asked in enumerate(version.asked, 1)
            if asked.with_answers
        ),
        words=tuple(map(definition, quiz.glossary)),
        know=tuple(map(_dated, quiz.know)),
        total=total(questions),
        earned=tuple(earning(questions)),
    )


def _solution(number: int, question: Question, asked: Presented, quiz: Quiz) -> Solution:
    return Solution(
        number=number,
        ask=question.ask,
        points=points(asked.public),
        answer=on_paper(question).answer(question, asked, quiz),
        rows=tuple(on_paper(question).rows(question, asked, quiz)),
        evidence=question.quotes,
        explain=question.explain,
        note=_dated(question.note) if question.note else "",
    )


def _dated(note: Note) -> str:
    return f"{note.text} ({source_of(note)})"
