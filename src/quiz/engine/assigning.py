"""Making an assignment of a quiz: which questions go to the class, and nothing of their key.

Whatever depends on chance is drawn from the questions in the order of their content ids. So the
order in which their author wrote them, their ids and their key leave no trace.
"""

from collections.abc import Sequence
from operator import attrgetter
from random import Random

from quiz.engine.redaction import quiz_content_id, redact
from quiz.engine.selection import QuestionFilter, fitting, of_form
from quiz.engine.terms import open_terms
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.public_question import PublicQuestion
from quiz.model.question import Question
from quiz.model.quiz import Quiz


def assign(  # noqa: PLR0913  all of it goes into the file
    quiz: Quiz,
    wanted: QuestionFilter,
    terms: AssignmentSettings,
    *,
    id: str,
    rng: Random,
    source: str | None = None,
) -> Assignment:
    """Return an assignment of the questions that are wanted, of a group only one.

    Where all learners get the same seed, they get the same questions: no more go along.

    Raises:
        NothingToAsk: no question fits, or the quiz has no such form.
    """
    wanted = of_form(quiz, wanted, terms.form)
    drawn = _drawn(quiz, fitting(quiz, wanted), rng)
    if terms.seed is not None:
        drawn = drawn[: terms.count]
    return Assignment(
        id=id,
        quiz=quiz.id,
        version=quiz.version,
        fingerprint=quiz_content_id(quiz),
        title=quiz.title,
        language=quiz.language,
        passage=quiz.passage,
        terms=terms,
        questions=tuple(sorted(drawn, key=lambda question: question.id)),
        glossary=tuple(
            sorted(open_terms(quiz.glossary, drawn), key=attrgetter("term", "means", "source"))
        ),
        source=source,
    )


def _drawn(quiz: Quiz, questions: Sequence[Question], rng: Random) -> list[PublicQuestion]:
    """Return questions without their key, in any order, of each group and of twins only one."""
    by_id: dict[str, tuple[PublicQuestion, str | None]] = {}
    for question in sorted(questions, key=lambda question: question.group or ""):
        public = redact(question, quiz.passage)
        by_id[public.id] = public, question.group
    drawn = [by_id[id_] for id_ in sorted(by_id)]
    rng.shuffle(drawn)
    groups = [group for _, group in drawn]
    return [
        public
        for index, (public, group) in enumerate(drawn)
        if group is None or group not in groups[:index]
    ]
