"""The sets of questions that a quiz can be asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.engine.selection import QuestionFilter, available
from quiz.engine.wording import FORMS, count
from quiz.model.quiz import LONGEST_ATTEMPT, Form, Quiz


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A set of questions to ask for."""

    count: int | None = None
    """How many at the most; None for as many as there are."""
    form: Form | None = None
    """The form that it is."""

    def label(self, quiz: Quiz, wanted: QuestionFilter) -> str:
        """Return what it is called, with the number of questions that it asks of those wanted."""
        if self.form and quiz.forms:
            asked = quiz.forms.pre if self.form == "pre" else quiz.forms.post
            return f"{FORMS[self.form]} ({count(len(asked), 'question')})"
        there = available(quiz, wanted)
        if self.count:
            less = f" (there are {there})" if there < self.count else ""
            return f"{count(self.count, 'question')}{less}"
        if there > LONGEST_ATTEMPT:
            return f"{LONGEST_ATTEMPT} of {there} questions"
        whole = there == available(quiz, QuestionFilter())
        return f"{'Full quiz' if whole else 'All of them'} ({count(there, 'question')})"


def question_sets(quiz: Quiz, wanted: int | None) -> Iterable[QuestionSet]:
    """Yield the sets of a quiz: all, some, the number that was asked for, and its forms."""
    yield QuestionSet()
    for most in sorted({n for n in (20, 10, 5, wanted) if n}, reverse=True):
        if most < quiz.longest_attempt or most == wanted:
            yield QuestionSet(most)
    if quiz.forms:
        yield from (QuestionSet(form="pre"), QuestionSet(form="post"))
