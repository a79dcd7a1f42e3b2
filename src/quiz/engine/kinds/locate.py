"""A sentence to find in the passage."""

from collections.abc import Iterator, Mapping, Sequence

from quiz.engine.kinds.base import Grade, Kind, Part, Possible, Reason, unexplained, within
from quiz.model.answer import LocateAnswer
from quiz.model.problem import Fault, ValuePath
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Locate
from quiz.model.quiz import Quiz


class LocateKind(Kind[Locate, LocateAnswer]):
    """Everything about a sentence to find."""

    name = "locate"
    other_names = ("find", "hotspot", "sentence")
    answer = LocateAnswer
    reads_passage = True

    def identity(self, question: Locate) -> Mapping[str, object]:
        """Return the evidence, which is the key."""
        return {"key": [" ".join(quote.split()) for quote in question.quotes]}

    def fit(self, question: PublicQuestion, answer: LocateAnswer, quiz: Quiz) -> None:
        """Raise a `ValueError` where the passage has no such sentence."""
        within((answer.sentence,), len(quiz.sentences))

    def grade(self, question: Locate, answer: LocateAnswer, quiz: Quiz) -> Grade:
        """Return all or nothing."""
        return Grade.share((answer.sentence in quiz.holding(question.quotes),))

    def reasons(
        self, question: Locate, answer: LocateAnswer | None, quiz: Quiz
    ) -> Iterator[Reason]:
        """Yield the sentence that was picked if it is wrong, then the right ones."""
        right = quiz.holding(question.quotes)
        chosen = answer.sentence if answer else None
        if chosen is not None and chosen not in right:
            why = _why(question, chosen, quiz) or _about(question, chosen, quiz)
            yield Reason(quiz.sentences[chosen], False, True, why)
        for index in right:
            yield Reason(quiz.sentences[index], True, index == chosen)

    def key(self, question: Locate) -> str:
        """Return the evidence."""
        return " … ".join(question.quotes)

    def given(self, public: PublicQuestion, answer: LocateAnswer, quiz: Quiz) -> str:
        """Return the sentence."""
        return quiz.sentences[answer.sentence]

    def guess(self, question: Locate, quiz: Quiz) -> float:
        """Return the share of right sentences."""
        return len(quiz.holding(question.quotes)) / len(quiz.sentences)

    def counted(
        self, question: Locate, answers: Sequence[LocateAnswer], quiz: Quiz
    ) -> Iterator[Part[LocateAnswer]]:
        """Yield the sentences that were picked, and the right ones."""
        right = quiz.holding(question.quotes)
        rows = []
        for index in {*right, *(answer.sentence for answer in answers)}:
            text, why = quiz.sentences[index], _why(question, index, quiz)
            rows.append(Possible(index, text, index in right, why, quote=text))
        yield Part(rows, lambda answer: [answer.sentence], frequent_first=True)

    def faults(self, question: Locate, language: str) -> Iterator[Fault]:
        """Yield that the evidence is missing, which is the key."""
        if not question.quotes:
            yield Fault(
                ("evidence",), "missing: copy the words of the passage that hold the answer"
            )

    def lacking(self, question: Locate) -> Iterator[Fault]:
        """Yield sentences that tempt without a reason."""
        return unexplained(("reject",), question.reject)

    def wrong_quotes(self, question: Locate) -> Iterator[tuple[ValuePath, str]]:
        """Yield the sentences that tempt."""
        for index, tempting in enumerate(question.reject):
            yield ("reject", index, "quote"), tempting.quote


def _about(question: Locate, sentence: int, quiz: Quiz) -> str:
    """Return what a sentence is about: the topics of the questions that it answers.

    Not of other sentences to find, whose key that would be.
    """
    answered = (one for one in quiz.questions if not isinstance(one, Locate))
    topics = {one.topic for one in answered if sentence in quiz.holding(one.quotes)}
    if question.topic in topics:
        here = quiz.topics.get(question.topic, question.topic)
        return f"It is about “{here}” as well, but it does not answer this question."
    if not topics:
        return "It does not say what this question asks for."
    titles = (f"“{title}”" for topic, title in quiz.topics.items() if topic in topics)
    return f"It is about something else: {' and '.join(titles)}."


def _why(question: Locate, sentence: int, quiz: Quiz) -> str | None:
    whys = (one.why for one in question.reject if sentence in quiz.holding((one.quote,)))
    return next(whys, None)
