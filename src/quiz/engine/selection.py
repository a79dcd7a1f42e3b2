"""Which questions an attempt asks, in which order, and how their options are laid out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from random import Random

from quiz.engine.session import Presented
from quiz.model.labels import Skill
from quiz.model.problem import NothingToAsk
from quiz.model.question import Question
from quiz.model.quiz import LONGEST_ATTEMPT, Form, Quiz


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Which questions a learner asks for; what is left out asks for all."""

    topics: frozenset[str] = frozenset()
    """Topics by their short names."""
    skills: frozenset[Skill] = frozenset()
    """What the learner does with the text."""
    kinds: frozenset[str] = frozenset()
    """Kinds by their names in a file."""
    ids: frozenset[str] = frozenset()
    """Single questions by their ids."""
    count: int | None = None
    """How many at the most."""

    def fits(self, question: Question) -> bool:
        """Return whether a question is asked for."""
        return (
            (not self.topics or question.topic in self.topics)
            and (not self.skills or question.skill in self.skills)
            and (not self.kinds or question.kind in self.kinds)
            and (not self.ids or question.id in self.ids)
        )


def fitting(quiz: Quiz, wanted: QuestionFilter) -> list[Question]:
    """Return the questions that are wanted, in the order of the quiz.

    Raises:
        NothingToAsk: no question fits.
    """
    found = [question for question in quiz.questions if wanted.fits(question)]
    if not found:
        raise NothingToAsk(f"No question of “{quiz.title}” fits what you asked for.")
    return found


def available(quiz: Quiz, wanted: QuestionFilter) -> int:
    """Return how many of the questions that are wanted go together in one attempt."""
    return sum(1 for _ in _one_of_a_group(filter(wanted.fits, quiz.questions)))


def usual(wanted: QuestionFilter) -> QuestionFilter:
    """Return what is wanted, with no more questions than an attempt has where no number is said."""
    said = wanted.count is not None or wanted.ids
    return wanted if said else replace(wanted, count=LONGEST_ATTEMPT)


def select(quiz: Quiz, wanted: QuestionFilter, rng: Random) -> tuple[Presented, ...]:
    """Return the questions of an attempt, shuffled, never two of one group, teach-backs last.

    Raises:
        NothingToAsk: no question fits.
        ValueError: fewer than one question is asked for.
    """
    if wanted.count is not None and wanted.count < 1:
        raise ValueError(f"{wanted.count} questions can't be asked")
    asked = fitting(quiz, wanted)
    rng.shuffle(asked)
    asked.sort(key=lambda question: question.scored, reverse=True)
    chosen = islice(_one_of_a_group(asked), wanted.count)
    return tuple(Presented.shuffled(question, rng) for question in chosen)


def of_form(quiz: Quiz, wanted: QuestionFilter, form: Form | None) -> QuestionFilter:
    """Return what is wanted of a form alone; all of it where no form is asked for.

    Raises:
        NothingToAsk: the quiz has no such form, or it shares no id with what is wanted.
    """
    if form is None:
        return wanted
    if quiz.forms is None:
        raise NothingToAsk(f"“{quiz.title}” has no forms for before and after.")
    ids = frozenset(quiz.forms.pre if form == "pre" else quiz.forms.post)
    ids = ids & wanted.ids if wanted.ids else ids
    if not ids:
        raise NothingToAsk(f"No question of this form of “{quiz.title}” fits what you asked for.")
    return replace(wanted, ids=ids)


def _one_of_a_group(questions: Iterable[Question]) -> Iterable[Question]:
    seen: set[str] = set()
    for question in questions:
        if question.group not in seen:
            yield question
        if question.group is not None:
            seen.add(question.group)
