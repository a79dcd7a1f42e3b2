"""The past: what is kept of quizzes, attempts and answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from quiz.engine.fingerprint import fingerprint
from quiz.engine.kinds import KINDS
from quiz.model.answer import in_numbers
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.service.library import Library
from quiz.store import queries
from quiz.store.export import Words
from quiz.store.records import AttemptRecord, ResponseRecord
from quiz.store.store import Store


@dataclass(frozen=True, slots=True)
class QuizHistory:
    """What is kept of a quiz, whether or not its file is still there."""

    id: str
    title: str
    """Its title when it was last taken."""
    quiz: Quiz | None
    """The quiz as it is now; None where its file is gone or can't be read."""
    attempts: tuple[AttemptRecord, ...]
    """The attempts that count, the oldest first."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What home says of the last score of a quiz, which is from 0 to 1."""

    last_share: float | None = None
    """That of the last attempt that counts; None where nothing in it earned points."""
    last_at: datetime | None = None
    """When that attempt ended."""


@dataclass
class History:
    """Looks up what was answered, and deletes it."""

    _store: Store
    _library: Library

    def attempts(self, quiz: Quiz) -> tuple[AttemptRecord, ...]:
        """Return the attempts of a quiz that count and have an answer, the oldest first."""
        return self._attempts(quiz.id)

    def _attempts(self, quiz: str) -> tuple[AttemptRecord, ...]:
        return tuple(self._store.read(lambda reader: queries.attempts(reader, quiz), []))

    def summary(self, quiz: Quiz) -> Summary:
        """Return the last score of a quiz."""
        past = self._store.read(lambda reader: queries.results(reader, quiz.id), [])
        if not past:
            return Summary()
        last = past[-1].result.total
        return Summary(last.share if last.possible else None, past[-1].ended)

    def quizzes(self, name: str | None = None) -> tuple[QuizHistory, ...]:
        """Return what is kept of a quiz, or of every quiz in the order of their titles.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        wanted = None if name is None else self.id_of(name)
        found = tuple(
            QuizHistory(
                *(one.quiz, one.title, self._library.find_again(one.quiz, one.path)),
                self._attempts(one.quiz),
            )
            for one in self._store.read(queries.quizzes, [])
            if wanted in {None, one.quiz}
        )
        if name is not None and not found:
            quiz = self._library.open(name)
            return (QuizHistory(quiz.id, quiz.title, quiz, ()),)
        return found

    def before(self, quiz: Quiz) -> AttemptRecord | None:
        """Return the latest finished attempt of the form that is asked before teaching."""
        done = [past for past in self.attempts(quiz) if past.form == "pre" and past.result]
        return done[-1] if done else None

    def of_question(self, quiz: Quiz, question: Question) -> tuple[ResponseRecord, ...]:
        """Return the answers to a question as it is now, the oldest first."""
        of = (quiz.id, question.id, fingerprint(question))
        return tuple(self._store.read(lambda reader: queries.responses_to(reader, *of), []))

    def answers(self, name: str | None = None) -> tuple[ResponseRecord, ...]:
        """Return every answer to a quiz, or to all, in the order in which they were given.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        id_ = None if name is None else self.id_of(name)
        return tuple(self._store.read(lambda reader: queries.responses(reader, id_), []))

    def words(self, name: str | None = None) -> Words:
        """Return what says of each answer to a quiz, or to all, what was asked and answered.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
        """
        return partial(_in_words, {kept.id: kept.quiz for kept in self.quizzes(name)})

    def forget(self, name: str | None) -> int:
        """Delete what is kept of a quiz, or of all for None; return how many answers that were.

        Raises:
            UnknownQuiz: nothing of that name is in the history or on the shelf.
            QuizError: it can't be deleted now.
        """
        return self._store.forget(None if name is None else self.id_of(name))

    def id_of(self, name: str) -> str:
        """Return the id of a quiz by its id in the history or its name on the shelf.

        Raises:
            UnknownQuiz: there is none of that name.
        """
        if name in self._store.read(queries.ids, frozenset()):
            return name
        return self._library.open(name).id


def _in_words(quizzes: Mapping[str, Quiz | None], answer: ResponseRecord) -> tuple[str, str]:
    """Return what was asked, and the answer, in words.

    Of a question that is gone or reads otherwise now nothing is said, and of its answer what was
    typed, or the numbers of what was picked, from 1 and in the order of the quiz file.
    """
    quiz = quizzes.get(answer.quiz)
    question = quiz.by_id.get(answer.question) if quiz else None
    if quiz and question and fingerprint(question) == answer.content_id:
        return question.ask, KINDS[question.kind].in_words(question, answer.answer, quiz)
    return "", in_numbers(answer.answer)
