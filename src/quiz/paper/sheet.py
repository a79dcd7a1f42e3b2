"""A sheet: all that a learner gets on paper, and nothing of the key."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from quiz.engine.earning import earning
from quiz.engine.kinds import KINDS
from quiz.engine.paper_variant import PaperVariant
from quiz.engine.session import Presented
from quiz.engine.terms import named_in, open_terms, texts_of
from quiz.engine.wording import count
from quiz.model.notice import DISCLAIMER
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Quiz, Term
from quiz.paper.area import Area
from quiz.paper.kinds import on_paper

WHOLE = (
    "Read the passage. Then answer the questions with a pencil. You may look back at the passage "
    "as often as you like."
)
"""What stands above the passage."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the passage."""

    text: str
    """A sentence, or a whole paragraph where sentences have no numbers."""
    number: int | None = None
    """Its number, from 1, where a question asks for one."""


@dataclass(frozen=True, slots=True)
class Definition:
    """What a hard word means."""

    term: str
    """The word."""
    means: str
    """What it means, and where to look that up."""


@dataclass(frozen=True, slots=True)
class Task:
    """A question on paper."""

    number: int
    """From 1."""
    ask: str
    """The question."""
    how: str
    """What to do with the pencil."""
    points: str
    """What it earns, in words; empty where it isn't scored."""
    area: Area
    """Where to write."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a learner gets."""

    title: str
    """The title of the quiz."""
    version: str
    """Which version it is, in words."""
    language: str
    """The language of the quiz."""
    passage: str
    """The heading of the passage."""
    source: str
    """Where the passage comes from."""
    paragraphs: tuple[tuple[Sentence, ...], ...]
    """The passage."""
    words: tuple[Definition, ...]
    """Hard words that are explained, none in a way that may answer a question."""
    tasks: tuple[Task, ...]
    """The questions."""
    total: int
    """How many points can be earned."""
    earned: tuple[str, ...]
    """How they are earned."""
    instructions: str = WHOLE
    """What to do."""
    disclaimer: str = DISCLAIMER
    """What the quiz is not."""
    what: ClassVar[str] = "sheet"
    """The name of its template."""

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.title

    @property
    def foot(self) -> str:
        """What stands at the foot of each of its pages."""
        return self.version


def sheet(quiz: Quiz, version: PaperVariant) -> Sheet:
    """Return what a learner gets of one version."""
    questions = [asked.public for asked in version.asked]
    numbered = any(KINDS[question.kind].reads_passage for question in questions)
    return Sheet(
        title=quiz.title,
        version=version.name,
        language=quiz.language,
        passage=quiz.passage.title,
        source=quiz.passage.source,
        paragraphs=_numbered(quiz) if numbered else _plain(quiz),
        words=tuple(map(definition, open_terms(_terms(quiz, questions), questions))),
        tasks=tuple(_task(number, asked) for number, asked in enumerate(version.asked, 1)),
        total=total(questions),
        earned=tuple(earning(questions)),
    )


def total(questions: Sequence[PublicQuestion]) -> int:
    """Return how many points the questions earn."""
    return sum(question.points for question in questions if question.scored)


def points(question: PublicQuestion) -> str:
    """Return what a question earns, in words; nothing where it isn't scored."""
    return count(question.points, "point") if question.scored else ""


def definition(term: Term) -> Definition:
    """Return what a term means, as it is printed."""
    return Definition(term.term, f"{term.means} ({term.source})")


def _terms(quiz: Quiz, questions: Sequence[PublicQuestion]) -> tuple[Term, ...]:
    """Return the terms that stand on the sheet."""
    asked = chain.from_iterable(map(texts_of, questions))
    return named_in(quiz.glossary, quiz.passage.text, *asked)


def _task(number: int, asked: Presented) -> Task:
    question, kind = asked.public, on_paper(asked.question)
    how, area = kind.instruction(question), kind.area(asked)
    return Task(number, question.ask, how, points(question), area)


def _plain(quiz: Quiz) -> tuple[tuple[Sentence, ...], ...]:
    text = quiz.passage.text
    return tuple((Sentence(text[start:end]),) for start, end in quiz.passage.paragraphs)


def _numbered(quiz: Quiz) -> tuple[tuple[Sentence, ...], ...]:
    text, spans = quiz.passage.text, quiz.passage.sentences(quiz.language)
    return tuple(
        tuple(
            Sentence(text[span.start : span.end], number)
            for number, span in enumerate(spans, 1)
            if paragraph.start <= span.start < paragraph.end
        )
        for paragraph in quiz.passage.paragraphs
    )
