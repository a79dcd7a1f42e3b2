"""Which sentences of the passage some question stands on, and which none."""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.check.context import QuizContext
from quiz.check.finding import Level, Violation
from quiz.check.rule import rule
from quiz.model.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the passage, and who stands on it."""

    span: Span
    """Where it stands in the passage's text."""
    text: str
    questions: tuple[str, ...]
    """The ids of the scored questions that quote it, in the order of the file."""
    topics: tuple[str, ...]
    """The topics of these questions, each once."""

    @property
    def states(self) -> bool:
        """Whether it states anything; a question states nothing, and needs no cover."""
        return not self.text.rstrip("\"'”’)").endswith("?")


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sentences of a passage, covered or not."""

    sentences: tuple[Sentence, ...]
    """All sentences in order."""

    @property
    def stating(self) -> tuple[Sentence, ...]:
        """The sentences that state something."""
        return tuple(sentence for sentence in self.sentences if sentence.states)

    @property
    def covered(self) -> tuple[Sentence, ...]:
        """Those of them that some question stands on."""
        return tuple(sentence for sentence in self.stating if sentence.questions)

    @property
    def uncovered(self) -> tuple[Sentence, ...]:
        """Those of them that none stands on."""
        return tuple(sentence for sentence in self.stating if not sentence.questions)

    @property
    def share(self) -> float:
        """The share of them that some question stands on, from 0 to 1."""
        return len(self.covered) / len(self.stating) if self.stating else 1.0

    def of_topic(self, topic: str) -> tuple[Sentence, ...]:
        """Return the sentences that questions of the topic stand on."""
        return tuple(sentence for sentence in self.covered if topic in sentence.topics)


def coverage(context: QuizContext) -> Coverage:
    """Return what the evidence of the scored questions covers."""
    passage, language = context.quiz.passage, context.quiz.language
    spans = passage.sentences(language)
    standing: list[dict[str, str]] = [{} for _ in spans]
    for item in context.items:
        for quote in item.question.quotes if item.question.scored else ():
            for index in passage.sentences_of(quote, language):
                standing[index][item.question.id] = item.question.topic
    return Coverage(
        tuple(
            Sentence(
                span,
                passage.text[span.start : span.end],
                tuple(questions),
                tuple(dict.fromkeys(questions.values())),
            )
            for span, questions in zip(spans, standing, strict=True)
        )
    )


@rule("low-coverage", Level.ERROR)
def low_coverage(context: QuizContext) -> Iterator[Violation]:
    """Questions cover less of the passage than `--min-coverage` asks for.

    ## Why it matters

    What no question asks about, nobody learns whether a reader understood.

    Source: Coverage: the share of the passage's sentences that some question stands on

    ## How to mend it

    Ask about this sentence and the others that `--coverage` shows as open, or cut them.

    Weak:

    ```yaml
    # a passage of 30 sentences, 12 of which some question quotes; --min-coverage 90
    title: What is ketamine used for?
    ```

    Better:

    ```yaml
    # the same passage, with questions that quote 28 of its sentences
    title: What is ketamine used for?
    ```

    ## Known traps

    Sentences that end in a question mark state nothing, and need no question. Without
    `--min-coverage` nothing is found.
    """
    if context.min_coverage:
        found = coverage(context)
        if found.share < context.min_coverage:
            message = (
                f"Questions cover {len(found.covered)} of {len(found.stating)} sentences "
                f"({found.share:.0%}); {context.min_coverage:.0%} are asked for."
            )
            yield Violation(("passage", "text"), message, found.uncovered[0].span)
