"""The score of an attempt and what was missed, in lines."""

from collections.abc import Iterator, Mapping

from quiz.engine.certainty import sure_and_wrong
from quiz.engine.earning import earning
from quiz.engine.feedback import verdict
from quiz.engine.kinds import KINDS
from quiz.engine.result import Result, Score, result
from quiz.engine.session import Response, Session
from quiz.engine.wording import (
    CERTAINTIES,
    MARKS,
    SKILLS,
    THIS_ARTICLE,
    count,
    meant,
    passage_views,
    percent,
    points,
)
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.plain.lines import Block, heading


def scoring(session: Session) -> Iterator[Block]:
    """Yield the score, the tables, every question with its mark, and what was missed."""
    came_to = result(session)
    yield from heading("Result")
    yield from _score(session, came_to.total)
    yield from _tables(session.quiz, came_to)
    yield from _questions(session)
    yield from _missed(session)


def practised(session: Session) -> Iterator[Block]:
    """Yield what a practice of missed questions came to, which is no score."""
    total = result(session).total
    yield from heading("Practice, not scored")
    yield f"{total.right} of {count(total.asked, 'question')} right this time."
    yield from _questions(session)
    yield from _missed(session)


def _score(session: Session, total: Score) -> Iterator[Block]:
    if not total.possible:
        yield "No question was answered, so there is no score."
        return
    yield percent(total.share)
    fully = f"{total.right} of {count(total.asked, 'question')} fully right"
    yield f"{_of(total)}, {fully}"
    if said := meant(total.meant):
        yield said
    left = len(session.open)
    if left and session.finished:
        yield f"{left} not answered"
    elif left:
        yield f"So far: {session.answered} of {count(len(session.asked), 'question')} answered"
    yield passage_views(session.passage_views)
    yield THIS_ARTICLE
    yield from earning(asked.question for asked in session.asked)


def _tables(quiz: Quiz, came_to: Result) -> Iterator[Block]:
    if not came_to.total.possible:
        return
    by_topic = {quiz.topics[name]: tally for name, tally in came_to.by_topic.items()}
    yield from _table("By topic", by_topic)
    yield from _table("By skill", {SKILLS[n]: each for n, each in came_to.by_skill.items()})
    yield from _table("By difficulty", _named(came_to.by_difficulty))


def _table(title: str, tallies: Mapping[str, Score]) -> Iterator[Block]:
    if not tallies:
        return
    yield from heading(title)
    for name, tally in tallies.items():
        yield f"{percent(tally.share):>5}  ", f"{name}: {_of(tally)}"


def _questions(session: Session) -> Iterator[Block]:
    yield from heading("Every question")
    pairs = zip(session.asked, session.responses, strict=True)
    for number, (asked, response) in enumerate(pairs, 1):
        said = verdict(asked.question, response)
        flag = ", flagged" if number - 1 in session.flagged else ""
        yield f"{number:>3} {MARKS[said]} ", f"{said}{flag}: {asked.public.ask}"


def _missed(session: Session) -> Iterator[Block]:
    """Yield the scored questions that were answered and not fully right, the surest first."""
    pairs = zip(session.asked, session.responses, strict=True)
    missed = [
        (number, asked.with_answers, response)
        for number, (asked, response) in enumerate(pairs, 1)
        if response and asked.with_answers and asked.question.scored and not response.right
    ]
    judged = ((one, one[2].judged_certainty, one[2].fraction) for one in missed)
    sure = sure_and_wrong(judged)
    if missed:
        yield from heading("What was missed")
    for number, question, response in (*sure, *(one for one in missed if one not in sure)):
        lead = f"{number:>3}  "
        yield lead, question.ask
        yield from _answers(question, response, session.quiz, " " * len(lead))


def _answers(question: Question, response: Response, quiz: Quiz, lead: str) -> Iterator[Block]:
    sure = f" (how sure: {CERTAINTIES[response.certainty]})" if response.certainty else ""
    kind = KINDS[question.kind]
    answer = kind.in_words(question, response.answer, quiz)
    yield lead, f"Your answer: {answer}{sure}"
    yield lead, f"Right: {kind.key(question)}"


def _named(tallies: Mapping[str, Score]) -> dict[str, Score]:
    return {name.capitalize(): tally for name, tally in tallies.items()}


def _of(tally: Score) -> str:
    return f"{points(tally.points)} of {count(tally.possible, 'point')}"
