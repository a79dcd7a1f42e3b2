"""The quizzes and assignments that were opened, and where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.model.assignment import Assignment
from quiz.model.problem import QuizError, UnreadableFile, UnreadableQuiz
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path


class Library:
    """Opens quizzes and assignments, and remembers the file of each."""

    def __init__(self) -> None:
        self._paths: dict[str, str] = {}
        self._handed_out: dict[str, tuple[str, Quiz | None]] = {}

    def open(self, name: str) -> Quiz:
        """Return the quiz of a name on the shelf, or of a file.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: it is a file of a class.
        """
        from quiz.quizfile.opening import open_quiz  # noqa: PLC0415  not needed to keep an answer
        from quiz.quizfile.shelf import find  # noqa: PLC0415

        path = find(name)
        try:
            quiz = open_quiz(path)
        except UnreadableQuiz as error:
            raise _of_a_class(path) or error from None
        self._paths[quiz.id] = path
        return quiz

    def open_to_copy(self, name: str) -> tuple[Quiz, str]:
        """Return the quiz of a name on the shelf, or of a file, and the text of its file.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: it is a file of a class.
        """
        from quiz.quizfile import source  # noqa: PLC0415  not needed to keep an answer
        from quiz.quizfile.reader import read_bytes  # noqa: PLC0415
        from quiz.quizfile.shelf import find  # noqa: PLC0415

        path = find(name)
        try:
            data = source.contents(path)
            return read_bytes(data, path), source.decode(data, path)
        except UnreadableQuiz as error:
            raise _of_a_class(path) or error from None

    @staticmethod
    def is_shipped(name: str) -> bool:
        """Return whether the quiz of that name comes with the program, for everybody to read."""
        from quiz.quizfile.shelf import find, shipped  # noqa: PLC0415  not needed to keep an answer

        return _absolute(find(name)).parent == shipped().absolute()

    def open_any(self, name: str) -> Quiz | Assignment:
        """Return the quiz of a name on the shelf, or what a file holds: a quiz or an assignment.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: it is an assignment that can't be read, or a result.
        """
        from quiz.quizfile.opening import known  # noqa: PLC0415  not needed to keep an answer
        from quiz.quizfile.shelf import find  # noqa: PLC0415

        path = find(name)
        if quiz := known(path):
            self._paths[quiz.id] = path
            return quiz
        from quiz.assignment import file  # noqa: PLC0415  not needed for a quiz that was read before

        try:
            handed_out = file.format_of(file.beginning(path)) == file.ASSIGNMENT
        except file.Unreadable:
            handed_out = False
        return self._assignment(path) if handed_out else self.open(name)

    def _assignment(self, path: str) -> Assignment:
        from quiz.assignment import assignment_data, file  # noqa: PLC0415  only in a class

        name = clean_line(path)
        try:
            data = file.contents(path, assignment_data.LARGEST)
            assignment = assignment_data.from_bytes(data)
        except ValueError as error:
            raise UnreadableFile(name, str(error)) from None
        self._handed_out[assignment.id] = path, self._quiz_in(assignment, name)
        return assignment

    @staticmethod
    def _quiz_in(assignment: Assignment, name: str) -> Quiz | None:
        """Return the quiz that an assignment brings along; None where the key stayed behind."""
        if assignment.source is None:
            return None
        from quiz.quizfile.reader import read_bytes  # noqa: PLC0415  pydantic takes its time

        return read_bytes(assignment.source.encode(errors="replace"), f"{name}, source")

    def path_of(self, quiz: Quiz) -> Path | None:
        """Return the file that a quiz was read from; None for one made in the program."""
        path = self._paths.get(quiz.id)
        return _absolute(path) if path else None

    def handed_out(self, assignment: Assignment) -> tuple[Path, Quiz | None]:
        """Return the folder of an assignment's file, and its quiz; None without the key.

        One made in the program lies in the folder that the program was started in.
        """
        path, quiz = self._handed_out.get(assignment.id) or (
            "assignment.json",
            self._quiz_in(assignment, assignment.title),
        )
        return _absolute(path).parent, quiz

    def files(self) -> tuple[Path, ...]:
        """Return the files of the quizzes on the shelf."""
        from quiz.quizfile.shelf import shelf  # noqa: PLC0415  not needed to keep an answer

        return tuple(shelf())

    def find_again(self, id_: str, path: Path | None) -> Quiz | None:
        """Return a quiz of the history: from the file it was last read from, or off the shelf."""
        for name in (str(path), id_) if path else (id_,):
            try:
                quiz = self.open(name)
            except QuizError:
                continue
            if quiz.id == id_:
                return quiz
        return None


def _absolute(path: str) -> Path:
    from pathlib import Path  # noqa: PLC0415  not needed to ask

    return Path(path).absolute()


def _of_a_class(path: str) -> UnreadableFile | None:
    """Return what to say of a file of a class that was taken for a quiz; None of another one."""
    from quiz.assignment import file  # noqa: PLC0415  only after a mistake

    says = {
        file.ASSIGNMENT: "this is an exercise that was handed out: name the quiz it was made of",
        file.RESULT: "this is a result file, and no quiz: `quiz report` reads it",
    }
    try:
        format_ = file.format_of(file.beginning(path))
    except file.Unreadable:
        return None
    return UnreadableFile(clean_line(path), says[format_]) if format_ else None
