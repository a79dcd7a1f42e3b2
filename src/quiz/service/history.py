"""The past: what is kept of quizzes, attempts and answers."""

from dataclasses import dataclass

from quiz.model.question import Question, fingerprint
from quiz.model.quiz import Quiz
from quiz.service.library import Library
from quiz.store import reading
from quiz.store.journal import Journal
from quiz.store.past import PastAnswer, PastAttempt, Summary, Unfinished


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a quiz, whether or not its file is still there."""

    id: str
    """Its id."""
    title: str
    """Its title when it was last taken."""
    quiz: Quiz | None
    """The quiz as it is now; None where its file is gone or can't be read."""
    attempts: tuple[PastAttempt, ...]
    """The attempts that count, the oldest first."""


class History:
    """Looks up what was answered, and deletes it."""

    def __init__(self, store: Journal, library: Library) -> None:
        self._store = store
        self._library = library

    def attempts(self, quiz: Quiz) -> tuple[PastAttempt, ...]:
        """Return the attempts of a quiz that count, the oldest first."""
        return self._store.read(lambda c: reading.past_attempts(c, quiz.id), ())

    def summary(self, quiz: Quiz) -> Summary:
        """Return the last and the best score of a quiz."""
        return self._store.read(lambda c: reading.summary(c, quiz.id), Summary())

    def unfinished(self, quiz: Quiz) -> Unfinished | None:
        """Return the latest attempt of a quiz that isn't over, in short."""
        return self._store.read(lambda c: reading.unfinished(c, quiz.id), None)

    def quizzes(self, name: str | None = None) -> tuple[Kept, ...]:
        """Return what is kept of a quiz, or of every quiz in the order of their titles.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        rows = self._store.read(reading.quizzes, ())
        wanted = None if name is None else self._quiz_id(name)
        found = [self._kept(*row) for row in rows if wanted in {None, row[0]}]
        if name is not None and not found:
            quiz = self._library.open(name)
            return (Kept(quiz.id, quiz.title, quiz, ()),)
        return tuple(found)

    def _kept(self, id_: str, title: str, path: str | None) -> Kept:
        attempts = self._store.read(lambda c: reading.past_attempts(c, id_), ())
        return Kept(id_, title, self._library.find_again(id_, path), attempts)

    def before(self, quiz: Quiz) -> PastAttempt | None:
        """Return the latest finished attempt of the form that is asked before teaching."""
        done = [past for past in self.attempts(quiz) if past.form == "pre" and past.result]
        return done[-1] if done else None

    def of_question(self, quiz: Quiz, question: Question) -> tuple[PastAnswer, ...]:
        """Return the answers to a question as it is now, the oldest first."""
        mark = fingerprint(question)
        return self._store.read(lambda c: reading.answers_of(c, quiz.id, question.id, mark), ())

    def answers(self, name: str | None = None) -> tuple[PastAnswer, ...]:
        """Return every answer to a quiz, or to all, in the order in which they were given.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        id_ = None if name is None else self._quiz_id(name)
        return self._store.read(lambda c: reading.all_answers(c, id_), ())

    def forget(self, name: str | None) -> int:
        """Delete what is kept of a quiz, or of all for None; return how many answers that were.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
            QuizError: it can't be deleted now.
        """
        return self._store.forget(None if name is None else self._quiz_id(name))

    def _quiz_id(self, name: str) -> str:
        if name in self._store.read(reading.ids, frozenset()):
            return name
        return self._library.open(name).id
