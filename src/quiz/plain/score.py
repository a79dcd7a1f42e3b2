"""The score of an attempt and what was missed, in lines."""

from collections.abc import Iterable, Mapping

from quiz.engine.certainty import sure_and_wrong
from quiz.engine.feedback import verdict
from quiz.engine.kinds import kind_of
from quiz.engine.result import Result, Score, result
from quiz.engine.session import Response, Session
from quiz.engine.wording import (
    CERTAINTIES,
    MARKS,
    THIS_ARTICLE,
    count,
    passage_views,
    percent,
    points,
)
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.plain.lines import bar, heading, wrap


def scoring(session: Session, width: int) -> list[str]:
    """Return the score, the tables, every question with its mark, and what was missed."""
    came_to = result(session)
    return [
        *heading("Result", width),
        *_score(session, came_to.total, width),
        *_tables(session.quiz, came_to, width),
        *_questions(session, width),
        *_missed(session, width),
    ]


def practised(session: Session, width: int) -> list[str]:
    """Return what a practice of missed questions came to, which is no score."""
    total = result(session).total
    return [
        *heading("Practice, not scored", width),
        f"{total.right} of {count(total.asked, 'question')} right this time.",
        *_questions(session, width),
        *_missed(session, width),
    ]


def _score(session: Session, total: Score, width: int) -> Iterable[str]:
    if not total.possible:
        yield from wrap("No question was answered, so there is no score.", width)
        return
    yield f"{percent(total.share)}"
    fully = f"{total.right} of {count(total.asked, 'question')} fully right"
    yield from wrap(f"{_of(total)} points, {fully}", width)
    left = len(session.open)
    if left and session.finished:
        yield f"{left} not answered"
    elif left:
        yield f"So far: {session.answered} of {count(len(session.asked), 'question')} answered"
    yield passage_views(session.passage_views)
    yield from wrap(THIS_ARTICLE, width)


def _tables(quiz: Quiz, came_to: Result, width: int) -> Iterable[str]:
    if not came_to.total.possible:
        return
    by_topic = {quiz.topics[name]: tally for name, tally in came_to.by_topic.items()}
    yield from _table("By topic", by_topic, width)
    yield from _table("By skill", _named(came_to.by_skill), width)
    yield from _table("By difficulty", _named(came_to.by_difficulty), width)


def _table(title: str, tallies: Mapping[str, Score], width: int) -> Iterable[str]:
    if not tallies:
        return
    yield from heading(title, width)
    for name, tally in tallies.items():
        numbers = f"{percent(tally.share):>5}  {bar(tally.share)}  "
        yield from wrap(f"{name}: {_of(tally)}", width, numbers)


def _questions(session: Session, width: int) -> Iterable[str]:
    yield from heading("Every question", width)
    pairs = zip(session.asked, session.responses, strict=True)
    for number, (asked, response) in enumerate(pairs, 1):
        said = verdict(asked.question, response)
        flag = ", flagged" if number - 1 in session.flagged else ""
        yield from wrap(f"{said}{flag}: {asked.public.ask}", width, f"{number:>3} {MARKS[said]} ")


def _missed(session: Session, width: int) -> Iterable[str]:
    """Yield the scored questions that were answered and not fully right, the surest first."""
    pairs = zip(session.asked, session.responses, strict=True)
    missed = [
        (number, asked.with_answers, response)
        for number, (asked, response) in enumerate(pairs, 1)
        if response and asked.with_answers and asked.public.scored and not response.right
    ]
    judged = ((one, one[2].certainty, one[2].fraction) for one in missed)
    sure = sure_and_wrong(judged)
    if missed:
        yield from heading("What was missed", width)
    for number, question, response in (*sure, *(one for one in missed if one not in sure)):
        lead = f"{number:>3}  "
        yield from wrap(question.ask, width, lead)
        yield from _answers(question, response, session.quiz, width, " " * len(lead))


def _answers(
    question: Question, response: Response, quiz: Quiz, width: int, lead: str
) -> Iterable[str]:
    sure = f" (how sure: {CERTAINTIES[response.certainty]})" if response.certainty else ""
    kind = kind_of(question)
    answer = kind.in_words(question, response.answer, quiz)
    yield from wrap(f"Your answer: {answer}{sure}", width, lead)
    yield from wrap(f"Right: {kind.key(question)}", width, lead)


def _named(tallies: Mapping[str, Score]) -> dict[str, Score]:
    return {name.capitalize(): tally for name, tally in tallies.items()}


def _of(tally: Score) -> str:
    return f"{points(tally.points)} of {tally.possible}"
