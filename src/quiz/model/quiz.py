"""A quiz: a passage, and the questions that stand on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from typing import Annotated, Literal

from annotated_types import Interval, Len

from quiz.model.constraints import Flag, Id, Label, Language, LongText, Text, Title, Visible, Whole
from quiz.model.language import is_english
from quiz.model.passage import Passage
from quiz.model.question import Question
from quiz.model.question_parts import Note
from quiz.model.span import Span

Form = Literal["pre", "post"]
"""A set of questions to ask before teaching, or one to ask after it."""
MOST_QUESTIONS = 10_000
"""So many questions a quiz has at the most: to check them takes some seconds and 200 MB."""
LONGEST_ATTEMPT = 100
"""An attempt asks no more questions than that, unless more are asked for: they take an hour."""


class Status(StrEnum):
    """How a claim of the article stands against other sources."""

    OK = "ok"
    IMPRECISE = "imprecise"
    DATED = "dated"
    VAGUE = "vague"
    VIEW = "view"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that the article says, checked against other sources."""

    says: Text
    """The claim, in a few words."""
    status: Status
    """ok, imprecise, dated, vague (can't be checked) or view (an opinion or advice)."""
    basis: LongText | None = None
    """What it was checked against."""
    unasked: LongText | None = None
    """Why no question asks about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """Two sets of questions that share none, to ask before and after teaching."""

    pre: Annotated[tuple[Text, ...], Len(1, 1_000)]
    """The ids of the questions asked before teaching."""
    post: Annotated[tuple[Text, ...], Len(1, 1_000)]
    """The ids of the questions asked after it."""


Word = Annotated[Visible, Len(1, 100)]
"""A word, or a few that go together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A hard word that is explained."""

    term: Word
    """The word, as it stands in the passage or in a question."""
    means: Text
    """What it means, in plain words."""
    source: Text
    """Where a reader can look that up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A whole quiz file."""

    schema: Annotated[Whole, Interval(ge=1, le=1)]
    """The version of this format: 1."""
    id: Id
    """A short name of your own, in small letters, digits and hyphens. Never change it later."""
    title: Title
    """What the learner sees in the list of quizzes."""
    language: Language = "en"
    """The language of the quiz, as in en, fr or zh-Hans."""
    version: Annotated[Whole, Interval(ge=1, le=1_000_000)] = 1
    """Raise it by one when you hand out a changed quiz."""
    draft: Flag = False
    """Write `draft: true` while parts of the quiz are not written yet; take it out at the end."""
    topics: Annotated[Mapping[Id, Text], Len(1, 100)] = field(default_factory=dict)
    """The topics: a short name for each, and the words that the learner sees."""
    terms: Annotated[tuple[Word | Term, ...], Len(0, 1_000)] = ()
    """Hard words that plain language can't avoid; they count as familiar."""
    passage: Passage
    """The text that the quiz is about."""
    know: Annotated[tuple[Note, ...], Len(0, 1_000)] = ()
    """What to know beyond the passage: dated facts, shown with the result."""
    claims: Annotated[Mapping[Label, Claim], Len(0, 1_000)] = field(default_factory=dict)
    """What the article says, claim by claim, under short ids."""
    forms: Forms | None = None
    """Which questions to ask before and which after teaching."""
    questions: Annotated[tuple[Question, ...], Len(1, MOST_QUESTIONS)]
    """The questions."""

    @property
    def english(self) -> bool:
        """Whether it is in English, of whatever country."""
        return is_english(self.language)

    @property
    def drafts(self) -> tuple[Question, ...]:
        """The questions that are drafts: all of them where the quiz is one."""
        return tuple(filter(self.is_draft, self.questions))

    def is_draft(self, question: Question) -> bool:
        """Return whether a question, or all of the quiz, is a draft."""
        return self.draft or question.draft

    @property
    def by_id(self) -> Mapping[str, Question]:
        """The questions by their ids, in their order."""
        return {question.id: question for question in self.questions}

    @property
    def familiar(self) -> tuple[str, ...]:
        """The hard words that count as familiar."""
        return tuple(term.term if isinstance(term, Term) else term for term in self.terms)

    @property
    def glossary(self) -> tuple[Term, ...]:
        """The hard words that are explained."""
        return tuple(term for term in self.terms if isinstance(term, Term))

    @property
    def scored(self) -> tuple[Question, ...]:
        """The questions that earn points."""
        return tuple(question for question in self.questions if question.scored)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the passage."""
        text = self.passage.text
        return tuple(text[start:end] for start, end in self.passage.sentences(self.language))

    def evidence(self, question: Question) -> tuple[Span, ...]:
        """Return where in the passage the proof of a question stands."""
        spans = (self.passage.find(quote) for quote in question.quotes)
        return tuple(span for span in spans if span)

    def holding(self, quotes: Iterable[str]) -> tuple[int, ...]:
        """Return the indices of the sentences in which quotes stand, in the passage's order."""
        found = (self.passage.sentences_of(quote, self.language) for quote in quotes)
        return tuple(sorted(set(chain.from_iterable(found))))

    @property
    def together(self) -> int:
        """How many questions go together in one attempt: of each group one."""
        groups = [question.group for question in self.questions]
        return groups.count(None) + len(set(groups) - {None})

    @property
    def longest_attempt(self) -> int:
        """How many questions one attempt asks at the most, unless more are asked for."""
        return min(self.together, LONGEST_ATTEMPT)

    @property
    def minutes(self) -> int:
        """The minutes that the longest attempt takes, at 180 words or 1.5 questions a minute."""
        return max(1, round(self.passage.words() / 180 + self.longest_attempt * 2 / 3))
