"""What kinds share in which words or numbers are typed into fields."""

from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from quiz.engine.kinds.base import Grade, Kind, Part, Possible, Q, Reason, as_many, unexplained
from quiz.engine.kinds.field import Field
from quiz.engine.kinds.second_go import SecondGo
from quiz.model.answer import TypedAnswer
from quiz.model.normalize import joined, word_count
from quiz.model.problem import Fault
from quiz.model.public_question import PublicQuestion
from quiz.model.quiz import Quiz
from quiz.model.text import seen


class TypedKind(Kind[Q, TypedAnswer]):
    """A kind with fields to type into, which count the same."""

    answer = TypedAnswer

    @abstractmethod
    def fields(self, question: Q, language: str) -> tuple[Field, ...]:
        """Return the fields to type into, in a quiz of that language."""

    def fit(self, question: PublicQuestion, answer: TypedAnswer, quiz: Quiz) -> None:
        """Raise a `ValueError` where there is not a text for each field."""
        as_many(answer.texts, question.blanks or 1, "fields")

    def grade(self, question: Q, answer: TypedAnswer, quiz: Quiz) -> Grade:
        """Return the share of right texts."""
        fields = self.fields(question, quiz.language)
        pairs = zip(fields, answer.texts, strict=True)
        parts = tuple(field.accepts(text) for field, text in pairs)
        misspelled = set(self._near(fields, answer, quiz)) == {SecondGo.SPELLING}
        return replace(Grade.share(parts), misspelled=misspelled)

    def second_go(
        self, public: PublicQuestion, question: Q | None, answer: TypedAnswer, quiz: Quiz
    ) -> SecondGo | None:
        """Return why a text that is neither right nor rejected may be typed once more.

        Without the key it is what the look of a text shows.
        """
        fields: Sequence[Field | None] = (None,) * len(answer.texts)
        if question:
            fields = keyed = self.fields(question, quiz.language)
            near = self._near(keyed, answer, quiz)
            if near and all(near):
                return near[0]
        misfits = (
            self.misfit(public, place, text, quiz.language)
            for place, (field, text) in enumerate(zip(fields, answer.texts, strict=True))
            if not (field and (field.accepts(text) or field.why(text) is not None))
        )
        return next(filter(None, misfits), None)

    def misfit(
        self, public: PublicQuestion, place: int, text: str, language: str
    ) -> SecondGo | None:
        """Return why a text looks like no answer in a field, whatever the key is."""
        if public.most_words and word_count(text) > public.most_words:
            return SecondGo.SHORTER
        return None

    def _near(
        self, fields: tuple[Field, ...], answer: TypedAnswer, quiz: Quiz
    ) -> Sequence[SecondGo | None]:
        """Return for each text that is not right why it is near to it; None where it is not.

        No text may be right in another field: the second go is for the form alone.
        """
        pairs = zip(fields, answer.texts, strict=True)
        return [
            None if any(other.accepts(text) for other in fields) else field.near(text, quiz)
            for field, text in pairs
            if not field.accepts(text)
        ]

    def reasons(self, question: Q, answer: TypedAnswer | None, quiz: Quiz) -> Iterator[Reason]:
        """Yield each text as it was typed, and the key where it is another."""
        fields = self.fields(question, quiz.language)
        texts = answer.texts if answer else ("",) * len(fields)
        for field, text in zip(fields, texts, strict=True):
            right = field.accepts(text)
            if text.strip():
                yield Reason(text.strip(), right, True, field.remark(text, quiz))
            if not right:
                yield Reason(field.key, True, False)

    def key(self, question: Q) -> str:
        """Return the key of each field."""
        return "; ".join(field.key for field in self.fields(question, ""))

    def given(self, public: PublicQuestion, answer: TypedAnswer, quiz: Quiz) -> str:
        """Return the texts."""
        return "; ".join(answer.texts)

    def texts(self, answer: TypedAnswer) -> tuple[str, ...]:
        """Return the text of each field."""
        return answer.texts

    def same_text(self, question: Q, place: int, text: str, quiz: Quiz) -> Hashable:
        """Return what is equal for texts that count as the same in a field."""
        return _same(text, self.fields(question, quiz.language)[place], quiz)

    def lacking(self, question: Q) -> Iterator[Fault]:
        """Yield wrong texts without a reason."""
        for field in self.fields(question, ""):
            yield from unexplained((*field.path[:-1], "reject"), field.reject)

    def counted(
        self, question: Q, answers: Sequence[TypedAnswer], quiz: Quiz
    ) -> Iterator[Part[TypedAnswer]]:
        """Yield what was typed into each field; what counts as the same text is one answer."""
        fields = self.fields(question, quiz.language)
        for place, field in enumerate(fields):
            part = _counted(field, place, answers, quiz)
            yield replace(part, name=f"Blank {place + 1}") if len(fields) > 1 else part


def _counted(
    field: Field, place: int, answers: Sequence[TypedAnswer], quiz: Quiz
) -> Part[TypedAnswer]:
    """Return what was typed into one field."""

    def same(text: str) -> Hashable:
        return _same(text, field, quiz)

    rows = [
        Possible(same(text), text or None, field.accepts(text), field.remark(text, quiz))
        for text in commonest((answer.texts[place] for answer in answers), same)
    ]
    return Part(rows, lambda answer: [same(answer.texts[place])], frequent_first=True, typed=True)


def _same(text: str, field: Field, quiz: Quiz) -> Hashable:
    """Return what is equal for texts that count as the same."""
    return joined(text, quiz.language), field.accepts(text), field.why(text)


def commonest(texts: Iterable[str], same: Callable[[str], Hashable]) -> Iterator[str]:
    """Yield of texts that count as the same the one that most typed."""
    spellings: dict[Hashable, Counter[str]] = {}
    for text in texts:
        plain = " ".join(seen(text).split())
        spellings.setdefault(same(plain), Counter())[plain] += 1
    for found in spellings.values():
        yield min(found, key=lambda text: (-found[text], text))


def accepted_too(field: Field, message: str) -> Iterator[Fault]:
    """Yield a fault for each rejected answer that is right."""
    for index, wrong in enumerate(field.reject):
        if field.accepts(wrong.text):
            yield Fault((*field.path[:-1], "reject", index, "text"), message)


def most_words(accept: Iterable[str]) -> int:
    """Return how many words the longest of some texts has, 1 at least."""
    return max(1, *map(word_count, accept))


BOTH = "this is accepted as right: keep it in one list"
"""What is wrong with words that are rejected and accepted."""
