"""A sentence to find in the passage, line by line."""

from collections.abc import Iterable

from quiz.engine.session import Presented
from quiz.model.answer import LocateAnswer
from quiz.model.quiz import Quiz
from quiz.plain.kinds.base import InLines
from quiz.plain.kinds.reading import InvalidAnswer, are_numbers, folded, numbered, numbers
from quiz.plain.lines import Hanging


class Locate(InLines[LocateAnswer]):
    """A sentence to find."""

    asks_for = "Type the number of the sentence in the passage that answers this."

    def parts(self, asked: Presented, quiz: Quiz) -> Iterable[Hanging]:
        """Return the sentences of the passage."""
        return numbered(quiz.sentences)

    def read(self, asked: Presented, quiz: Quiz, text: str) -> LocateAnswer:
        """Return the sentence by its number, or by words that stand in one sentence alone."""
        sentences = quiz.sentences
        if not are_numbers(text, len(sentences)):
            found = [n for n, one in enumerate(sentences) if folded(text) in folded(one)]
            if len(found) == 1:
                return LocateAnswer(found[0])
        typed = numbers(text, len(sentences))
        if len(typed) > 1:
            raise InvalidAnswer("Type the number of one sentence.")
        return LocateAnswer(typed[0] - 1)

    def on_sheet_how(self, asked: Presented, quiz: Quiz) -> str:
        """Return the numbers of the sentences."""
        return f"a sentence, 1-{len(quiz.sentences)}"

    def read_sheet(self, asked: Presented, quiz: Quiz, text: str) -> LocateAnswer:
        """Return the sentence by its number."""
        count = len(quiz.sentences)
        if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= count):
            raise InvalidAnswer(
                f"Type the number of one sentence, from 1 to {count}. If something else stands "
                "there, leave it empty: it earns nothing either."
            )
        return LocateAnswer(int(text) - 1)

    def as_on_sheet(self, asked: Presented, answer: LocateAnswer) -> str:
        """Return the number of the sentence."""
        return str(answer.sentence + 1)
