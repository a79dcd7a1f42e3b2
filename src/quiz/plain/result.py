"""What an attempt came to, in lines."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from quiz.engine.certainty import Calibration, Certainty, calibration
from quiz.engine.dates import day_from
from quiz.engine.gain import Gain, gains
from quiz.engine.result import Result, result
from quiz.engine.session import Mode, Session
from quiz.engine.wording import (
    BIASES,
    CERTAINTIES,
    PARTLY_IS_WRONG,
    ROUGH_GAIN,
    certainty_earned,
    percent,
)
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Quiz
from quiz.plain.console import Console
from quiz.plain.explain import explanations, note_blocks
from quiz.plain.lines import Block, heading
from quiz.plain.score import practised, scoring
from quiz.service import Service
from quiz.service.attempt import Attempt


def show_result(console: Console, service: Service, attempt: Attempt) -> None:
    """Say what an attempt came to; of an exercise, nothing that the history would know."""
    session = attempt.session
    if attempt.is_retry:
        console.write([*practised(session), *closing(session.quiz)])
        return
    if session.mode is Mode.TEST:
        console.write(explanations(session))
    console.write([*scoring(session), *sureness(session)])
    if not attempt.is_exercise:
        console.write(_gained(service, attempt))
        console.write(coming_back(session, service.reviews.comes_back(attempt), _today()))
    console.write(closing(session.quiz))


def _today() -> date:
    return datetime.now().astimezone().date()


def sureness(session: Session) -> Iterator[Block]:
    """Yield the points that certainty earned, and the table of certainty by right and wrong."""
    judged = [
        (response.judged_certainty, response.fraction)
        for _, response in session.scored()
        if response and response.judged_certainty
    ]
    if not judged:
        return
    yield from heading("How sure you were")
    yield certainty_earned([session]) or ""
    yield from _calibration(calibration(judged))
    if any(0 < fraction < 1 for _, fraction in judged):
        yield PARTLY_IS_WRONG


def _calibration(table: Calibration) -> Iterator[Block]:
    for level in Certainty:
        right, wrong = table.right[level], table.wrong[level]
        yield f"{CERTAINTIES[level]:<8}", f"{right:>3} right, {wrong:>3} wrong"
    if table.bias:
        yield BIASES[table.bias]


def _gained(service: Service, attempt: Attempt) -> Iterable[Block]:
    """Return the gain over the last attempt before teaching; nothing where there was none."""
    session = attempt.session
    if attempt.form != "post" or not session.finished:
        return []
    before = service.history.before(session.quiz)
    if before is None or before.result is None:
        return []
    return _gains(session.quiz.topics, before.result, result(session))


def _gains(topics: Mapping[str, str], before: Result, after: Result) -> Iterator[Block]:
    found = gains(before, after)
    yield from heading("Before and after")
    yield _gain("All", found.total)
    for name, gain in found.by_topic.items():
        yield _gain(topics.get(name, name), gain)
    yield ROUGH_GAIN


def _gain(name: str, gain: Gain) -> str:
    before, after = percent(gain.before.share), percent(gain.after.share)
    return f"{name}: {before} before, {after} after ({round(gain.raw * 100):+} points of 100)"


def coming_back(session: Session, days: Mapping[str, date], today: date) -> Iterator[Block]:
    """Yield the days on which the questions of an attempt come back."""
    numbers: dict[date, list[str]] = {}
    for number, asked in enumerate(session.asked, 1):
        due = days.get(asked.question.id)
        if due:
            numbers.setdefault(due, []).append(str(number))
    if numbers:
        yield from heading("When the questions come back")
    for due in sorted(numbers):
        word = "question" if len(numbers[due]) == 1 else "questions"
        when = day_from(today, max(due, today))
        yield f"{when[0].upper()}{when[1:]}: {word} {', '.join(numbers[due])}"


def closing(quiz: Quiz) -> Iterator[Block]:
    """Yield what stands below every result: what to know, and what the quiz is not."""
    if quiz.know:
        yield from heading("What to know beyond the passage")
    for number, note in enumerate(quiz.know):
        yield from [""] * bool(number)
        yield from note_blocks(note)
    yield from ("", DISCLAIMER)
