"""A quiz laid out for the rules: what several of them look at is worked out once."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property

from quiz.engine.kinds import KINDS
from quiz.engine.kinds.field import Field
from quiz.model.problem import ValuePath
from quiz.model.question import Question
from quiz.model.question_parts import Option
from quiz.model.quiz import Quiz, Term
from quiz.model.texts import texts
from quiz.model.words import content, content_stems

_MANY = 4
"""A word is one of the topic where it stands in at least this many questions and a quarter."""


class ItemContext:
    """One question, and the words in it."""

    def __init__(self, context: "QuizContext", index: int, question: Question) -> None:
        self.context = context
        """The quiz that it stands in."""
        self.index = index
        """Where it stands in the file, from 0."""
        self.question = question
        self.kind = KINDS[question.kind]
        """All that is known of its kind."""

    def at(self, *path: str | int) -> ValuePath:
        """Return the path of one of its fields."""
        return ("questions", self.index, *path)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The options that the author wrote; none for other kinds."""
        return self.kind.options(self.question)

    @cached_property
    def key(self) -> int | None:
        """The index of the one right option; None where there is no such one."""
        right = [index for index, option in enumerate(self.options) if option.correct]
        return right[0] if len(right) == 1 else None

    @cached_property
    def keeps_places(self) -> bool:
        """Whether its options are shown in the order of the file."""
        return not self.kind.public(self.question).shuffle

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields to type into."""
        return self.kind.fields(self.question, self.context.quiz.language)

    @cached_property
    def asks_amount(self) -> bool:
        """Whether the answer is an amount, of which “all” and “none” are two."""
        return _AMOUNT.search(self.question.ask) is not None

    @cached_property
    def stem_words(self) -> frozenset[str]:
        """The stems of the words of the question that carry meaning."""
        return content(self.question.ask)

    @cached_property
    def option_words(self) -> tuple[frozenset[str], ...]:
        """The same for each option."""
        return tuple(content(option.text) for option in self.options)

    @cached_property
    def asks(self) -> tuple[tuple[ValuePath, str], ...]:
        """What a learner reads before answering but options, each text with its path."""
        stem = ((("ask",), self.question.ask), *self.kind.stem(self.question))
        return tuple((self.at(*path), text) for path, text in stem)

    @cached_property
    def explanations(self) -> tuple[tuple[ValuePath, str], ...]:
        """What is shown after the answer, each text with its path."""
        return tuple(text for text in self.prose if not _AFTER.isdisjoint(text[0]))

    @cached_property
    def prose(self) -> tuple[tuple[ValuePath, str], ...]:
        """Every text but ids, sources, dates and what is quoted from the passage."""
        everything = texts(self.question, self.at())
        return tuple(text for text in everything if _UNREAD.isdisjoint(text[0]))


class QuizContext:
    """A quiz, the day on which it is looked at, and its questions as items."""

    def __init__(self, quiz: Quiz, today: date, min_coverage: float = 0) -> None:
        self.quiz = quiz
        self.today = today
        """The day on which it is looked at."""
        self.min_coverage = min_coverage
        """The share of the passage's sentences that questions must cover, from 0 to 1."""
        self.items = tuple(
            ItemContext(self, index, each) for index, each in enumerate(quiz.questions)
        )
        """Its questions, in the order of the file."""

    @cached_property
    def topic_words(self) -> frozenset[str]:
        """Stems of the words that the whole quiz is about, and that so give nothing away."""
        quiz = self.quiz
        named = content(" ".join([quiz.title, quiz.passage.title]))
        counts = Counter(word for item in self.items for word in item.stem_words)
        least = max(_MANY, len(self.items) / 4)
        return named | {word for word, count in counts.items() if count >= least}

    @cached_property
    def names(self) -> frozenset[str]:
        """Words in small letters that the passage writes with a capital inside a sentence."""
        return frozenset(found[1].lower() for found in _NAME.finditer(self.quiz.passage.text))

    @cached_property
    def _phrases(self) -> str:
        return (
            f" {' . '.join(' '.join(content_stems(sentence)) for sentence in self.quiz.sentences)} "
        )

    def states(self, text: str) -> bool:
        """Return whether the words of the text stand in the passage, side by side.

        Endings and words that carry little meaning are forgiven; two words must carry some.
        """
        phrase = content_stems(text)
        return len(phrase) >= _PHRASE and f" {' '.join(phrase)} " in self._phrases

    @cached_property
    def prose(self) -> tuple[tuple[ValuePath, str], ...]:
        """The texts of the quiz outside its questions, each with its path."""
        quiz = self.quiz
        topics = ((("topics", name), text) for name, text in quiz.topics.items())
        know = ((("know", index, "text"), note.text) for index, note in enumerate(quiz.know))
        passage = (
            (("passage", "title"), quiz.passage.title),
            (("passage", "text"), quiz.passage.text),
        )
        terms = (
            (("terms", index, "means"), term.means)
            for index, term in enumerate(quiz.terms)
            if isinstance(term, Term)
        )
        return ((("title",), quiz.title), *topics, *passage, *know, *terms)

    @property
    def texts(self) -> Iterator[str]:
        """All texts of the quiz but ids, sources, dates and what is quoted from the passage."""
        yield from (text for _, text in self.prose)
        yield from (text for item in self.items for _, text in item.prose)


_PHRASE = 2
_AMOUNT = re.compile(
    r"\bhow (?:many|much|often|large|big|long)|(?:what|which) (?:share|part|proportion|number)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[a-z,;] )([A-Z][a-z]{2,})\b")
_AFTER = frozenset({"explain", "why", "note"})
_UNREAD_LISTED = "id kind topic skill difficulty evidence quote group claims waive tag source as_of"
_UNREAD = frozenset(_UNREAD_LISTED.split())
