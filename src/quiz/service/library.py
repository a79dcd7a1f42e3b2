"""The quizzes and assignments that were opened, and where they lie."""

from pathlib import Path

from quiz.assignment import file
from quiz.check.finishing import left_to_do
from quiz.engine.returning import session_of
from quiz.model.assignment import Assignment
from quiz.model.problem import QuizError, UnfinishedQuiz, UnreadableFile, UnreadableQuiz
from quiz.model.quiz import Quiz
from quiz.model.returned import Returned
from quiz.model.text import clean_line
from quiz.quizfile import source
from quiz.quizfile.opening import known, open_quiz, quiz_in
from quiz.quizfile.shelf import find, shelf, shipped
from quiz.service.class_file import format_of, not_a_quiz


class Library:
    """Opens quizzes and assignments, and remembers the file of each."""

    def __init__(self) -> None:
        self._paths: dict[str, Path] = {}
        self._handed_out: dict[str, tuple[Path, Quiz | None]] = {}

    def open(self, name: str) -> Quiz:
        """Return the quiz of a name on the shelf, or of a file.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: it is a file of a class.
        """
        path = find(name)
        try:
            return self._found(open_quiz(path), path)
        except UnreadableQuiz as error:
            raise not_a_quiz(path) or error from None

    def open_finished(self, name: str) -> Quiz:
        """Return the same, where it is no draft.

        Raises:
            UnfinishedQuiz: it is one, or one of its questions is.
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: it is a file of a class.
        """
        return _finished(self.open(name), name)

    def open_to_copy(self, name: str) -> tuple[Quiz, str]:
        """Return the finished quiz of a name on the shelf, or of a file, and the text of its file.

        Raises:
            UnfinishedQuiz: it is a draft, or one of its questions is.
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: it is a file of a class.
        """
        path = find(name)
        try:
            data = source.contents(path)
            return _finished(quiz_in(data, path), name), source.decode(data, path)
        except UnreadableQuiz as error:
            raise not_a_quiz(path) or error from None

    def open_any(self, name: str) -> Quiz | Assignment | Returned:
        """Return the quiz of a name on the shelf, or what a file holds.

        Raises:
            UnknownQuiz: there is none.
            UnreadableQuiz: the file can't be read as a quiz.
            UnreadableFile: it is a file of a class that can't be read, or a result.
        """
        path = find(name)
        if quiz := known(path):
            return self._found(quiz, path)
        match format_of(path):
            case file.ASSIGNMENT:
                return self._assignment(path)
            case file.RETURNED:
                return _returned(path)
        return self.open(name)

    @staticmethod
    def is_shipped(name: str) -> bool:
        """Return whether the quiz of that name comes with the program, for everybody to read."""
        return Path(find(name)).absolute().parent == shipped().absolute()

    @staticmethod
    def files() -> tuple[Path, ...]:
        """Return the files of the quizzes on the shelf."""
        return tuple(shelf())

    def path_of(self, quiz: Quiz) -> Path | None:
        """Return the file that a quiz was read from; None for one made in the program."""
        return self._paths.get(quiz.id)

    def handed_out(self, assignment: Assignment) -> tuple[Path, Quiz | None]:
        """Return the folder of an assignment's file, and its quiz; None without the key.

        One made in the program lies in the folder that the program was started in.
        """
        if assignment.id not in self._handed_out:
            return Path.cwd(), _quiz_in(assignment, assignment.title)
        return self._handed_out[assignment.id]

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

    def _found(self, quiz: Quiz, path: str) -> Quiz:
        self._paths[quiz.id] = Path(path).absolute()
        return quiz

    def _assignment(self, path: str) -> Assignment:
        from quiz.assignment import assignment_data

        name = clean_line(path)
        try:
            assignment = assignment_data.from_bytes(file.contents(path, assignment_data.LARGEST))
        except (ValueError, TimeoutError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UnreadableFile(name, reason) from None
        self._handed_out[assignment.id] = Path(path).absolute().parent, _quiz_in(assignment, name)
        return assignment


def _finished(quiz: Quiz, name: str) -> Quiz:
    """Return a quiz that is no draft.

    Raises:
        UnfinishedQuiz: it is one, or one of its questions is.
    """
    if quiz.drafts:
        raise UnfinishedQuiz(clean_line(name), len(left_to_do(quiz)))
    return quiz


def _quiz_in(assignment: Assignment, name: str) -> Quiz | None:
    """Return the quiz that an assignment brings along; None where the key stayed behind."""
    if assignment.source is None:
        return None
    return _quiz_of(assignment.source, name)


def _returned(path: str) -> Returned:
    """Return the result that a teacher returned, if it is one to its last answer.

    Raises:
        UnreadableQuiz: what it holds of the quiz can't be read.
        UnreadableFile: the rest of it can't.
    """
    from quiz.assignment import returned_data

    name = clean_line(path)
    try:
        data = file.contents(path, returned_data.LARGEST)
        found = returned_data.from_bytes(data, lambda source: _quiz_of(source, name))
        session_of(found)
    except (ValueError, TimeoutError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(name, reason) from None
    return found


def _quiz_of(text: str, name: str) -> Quiz:
    return quiz_in(text.encode(errors="replace"), f"{name}, source")
