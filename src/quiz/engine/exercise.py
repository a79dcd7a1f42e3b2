"""Taking an assignment: what is asked, in which order, with its key or without."""

import hashlib
from collections.abc import Mapping
from random import Random

from quiz.engine.redaction import redact
from quiz.engine.session import Mode, Presented, Session
from quiz.model.assignment import Assignment
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.submission import folded


def seed_for(assignment: Assignment, learner: str) -> int:
    """Return what the order is drawn from: the seed for all, or one of the learner's own.

    That one is the same at every computer, so that beginning anew brings no other questions.
    """
    if assignment.terms.seed is not None:
        return assignment.terms.seed
    name = f"{assignment.id} {folded(learner)}"
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16)


def handed_out(assignment: Assignment) -> Quiz:
    """Return the quiz as far as it was handed out without its key: a text, and no questions."""
    return Quiz(
        schema=1,
        id=assignment.quiz,
        title=assignment.title,
        language=assignment.language,
        version=assignment.version,
        topics={},
        terms=assignment.glossary,
        passage=assignment.passage,
        questions=(),
    )


def questions(assignment: Assignment, quiz: Quiz | None) -> Mapping[str, Question | PublicQuestion]:
    """Return the questions of an assignment by their content ids, with their key where it is known.

    The quiz is the one that was handed out along; None where the key stayed with the teacher.
    """
    with_answers = {redact(one, quiz.passage).id: one for one in quiz.questions} if quiz else {}
    return {public.id: with_answers.get(public.id, public) for public in assignment.questions}


def begin(assignment: Assignment, quiz: Quiz | None, rng: Random) -> Session:
    """Return a session of an assignment at its first question; teach-backs come last.

    Without the key answers are explained at the end: that is, not at all.
    """
    chosen = list(questions(assignment, quiz).values())
    rng.shuffle(chosen)
    chosen.sort(key=lambda question: question.scored, reverse=True)
    asked = tuple(Presented.shuffled(one, rng) for one in chosen[: assignment.terms.count])
    mode = Mode(assignment.terms.mode) if quiz else Mode.TEST
    return Session.begin(quiz or handed_out(assignment), asked, mode)
