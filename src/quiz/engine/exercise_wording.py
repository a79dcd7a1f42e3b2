"""What every front end says of an exercise that a teacher handed out, in the same words."""

from collections.abc import Iterator
from datetime import datetime

from quiz.engine.dates import moment_in_words
from quiz.engine.session import Mode, Session
from quiz.engine.wording import MODES, count, empty, stopped
from quiz.model.assignment import Assignment

WHO = "Your name, or the code that your teacher gave you. It is written into the file you hand in."
"""What is asked of a learner first."""

UNEXPLAINED = "Answers are not explained here: your teacher has the key"
"""When answers are explained, where the key stayed with the teacher."""

HANDED_IN = "Handed in"
"""What is said once the answers are where they should go."""

WHERE = "Your answers are in this file:"
"""What is said before the name of a result file."""

NOT_YET = "Not handed in yet"
"""What is said of answers that could not be put where they should go."""

KEPT = "Nothing is lost: your answers are kept on this computer."
"""What is said of answers that could not be handed in, once they are on disk."""

LATER = "Later, the command “quiz hand-in” hands them in."
"""What can be done about answers that could not be handed in."""

UNGRADED = "There is no score here: your teacher grades the answers."
"""What is said in place of a score where the key stayed with the teacher."""


def how(assignment: Assignment) -> str:
    """Return how many questions there are, and when their answers are explained."""
    explained = MODES[Mode(assignment.terms.mode)] if assignment.with_answers else UNEXPLAINED
    return f"{count(assignment.asks, 'question')}. {explained}."


def which_answer_counts(assignment: Assignment) -> str:
    """Return what a learner should know before the first question."""
    first = assignment.with_answers and Mode(assignment.terms.mode) is Mode.PRACTICE
    counts = (
        "Your first answer counts."
        if first
        else "You can change an answer until you hand in: the last one counts."
    )
    return f"{counts} You can stop at any time and go on later."


def until(assignment: Assignment, now: datetime) -> str | None:
    """Return until when to hand in, in the time zone of `now`; None where it doesn't matter."""
    if assignment.terms.until is None:
        return None
    when = moment_in_words(assignment.terms.until.astimezone(now.tzinfo))
    if not assignment.late(now):
        return f"Hand in by {when}."
    return (
        f"It was to be handed in by {when}. You can still take it and hand it in: your teacher "
        "sees when you did."
    )


def kept_exercise(session: Session) -> str:
    """Return what becomes of an exercise that is left."""
    return f"Kept, and not handed in yet. {stopped(session)} Open the file again to go on."


def handed_in(when: datetime) -> str:
    """Return when a learner handed in before, in the time zone of `when`."""
    return f"You handed this in on {moment_in_words(when)}. {_AGAIN}"


def waits(when: datetime, why: str) -> str:
    """Return when a learner was through before, and why it is not handed in yet."""
    return f"You finished this on {moment_in_words(when)}. {NOT_YET}: {why}. {LATER} {_AGAIN}"


_AGAIN = "You can take it again: the first one counts."


def because(why: str) -> str:
    """Return a clause that says why as a sentence."""
    return f"{why[:1].upper()}{why[1:]}."


def came_to(session: Session) -> Iterator[str]:
    """Yield how many questions were answered, which are empty, and why there is no score."""
    yield f"{session.answered} of {count(len(session.asked), 'question')} answered."
    left = empty(session)
    if left:
        yield left
    if not session.with_answers:
        yield UNGRADED
