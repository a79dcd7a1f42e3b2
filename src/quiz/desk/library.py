"""The quizzes that were opened, and where they lie."""

from contextlib import suppress
from pathlib import Path

from quiz.model.bank import Bank
from quiz.model.problem import QuizError


class Library:
    """Opens quizzes, and remembers the file of each."""

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}

    def open(self, name: str) -> Bank:
        """Return the quiz of a name on the shelf, or of a file.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
        """
        from quiz.bank.reader import read  # noqa: PLC0415  not needed to keep an answer
        from quiz.bank.shelf import find  # noqa: PLC0415

        path = find(name)
        bank = read(path)
        self._paths[bank.id] = path
        return bank

    def files(self) -> tuple[Path, ...]:
        """Return the files of the quizzes on the shelf."""
        from quiz.bank.shelf import shelf  # noqa: PLC0415  not needed to keep an answer

        return tuple(shelf())

    def path_of(self, bank: Bank) -> str | None:
        """Return the file that a quiz was read from; None for one made in the program."""
        path = self._paths.get(bank.id)
        return str(path.absolute()) if path else None

    def find_again(self, quiz: str, path: str | None) -> Bank | None:
        """Return a quiz of the history: from the file it was last read from, or off the shelf."""
        for name in filter(None, (path, quiz)):
            with suppress(QuizError):
                bank = self.open(name)
                if bank.id == quiz:
                    return bank
        return None
