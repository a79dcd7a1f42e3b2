"""What an attempt came to, in lines."""

from collections.abc import Iterable, Mapping
from datetime import date

from quiz.engine.certainty import Calibration, Certainty, calibration, mark
from quiz.engine.gain import Gain, gains
from quiz.engine.result import Result, result
from quiz.engine.session import Mode, Session
from quiz.engine.wording import BIASES, CERTAINTIES, ROUGH_GAIN, percent, points
from quiz.model.notice import DISCLAIMER
from quiz.model.quiz import Quiz
from quiz.plain.console import Console
from quiz.plain.explain import explanations, note_lines
from quiz.plain.lines import day, heading, wrap
from quiz.plain.score import practised, scoring
from quiz.service import Service
from quiz.service.attempt import Attempt


def show_result(console: Console, service: Service, attempt: Attempt) -> None:
    """Say what an attempt came to; of an exercise, nothing that the history would know."""
    session, width = attempt.session, console.width
    if attempt.practice:
        console.write([*practised(session, width), *closing(session.quiz, width)])
        return
    if session.mode is Mode.TEST:
        console.write(explanations(session, width))
    console.write(scoring(session, width))
    console.write(sureness(session, width))
    if not attempt.exercise:
        console.write(_gained(service, attempt, width))
        console.write(coming_back(session, service.reviews.comes_back(attempt), width))
    console.write(closing(session.quiz, width))


def sureness(session: Session, width: int) -> list[str]:
    """Return the marks that certainty earned, and the table of certainty by right and wrong."""
    judged = [
        (response.certainty, response.fraction)
        for _, response in session.scored()
        if response and response.certainty
    ]
    if not judged:
        return []
    earned = sum(mark(certainty, fraction) for certainty, fraction in judged)
    most = len(judged) * mark(Certainty.HIGH, 1)
    said = f"{points(earned)} of {points(most)} marks for how sure you were"
    table = calibration(judged)
    return [*heading("How sure you were", width), *wrap(said, width), *_calibration(table, width)]


def _calibration(table: Calibration, width: int) -> Iterable[str]:
    for level in Certainty:
        right, wrong = table.right[level], table.wrong[level]
        yield from wrap(f"{right:>3} right, {wrong:>3} not", width, f"{CERTAINTIES[level]:<8}")
    if table.bias:
        yield from wrap(BIASES[table.bias], width)


def _gained(service: Service, attempt: Attempt, width: int) -> list[str]:
    """Return the gain over the last attempt before teaching; nothing where there was none."""
    session = attempt.session
    if attempt.form != "post" or not session.finished:
        return []
    before = [
        past.result
        for past in service.history.attempts(session.quiz)
        if past.form == "pre" and past.result
    ]
    return list(_gains(session.quiz.topics, before[-1], result(session), width)) if before else []


def _gains(topics: Mapping[str, str], before: Result, after: Result, width: int) -> Iterable[str]:
    found = gains(before, after)
    yield from heading("Before and after", width)
    yield from wrap(_gain("All", found.total), width)
    for name, gain in found.by_topic.items():
        yield from wrap(_gain(topics.get(name, name), gain), width)
    yield from wrap(ROUGH_GAIN, width)


def _gain(name: str, gain: Gain) -> str:
    before, after = percent(gain.before.share), percent(gain.after.share)
    return f"{name}: {before} before, {after} after ({round(gain.raw * 100):+} points of 100)"


def coming_back(session: Session, days: Mapping[str, date], width: int) -> list[str]:
    """Return the days on which the questions of an attempt come back."""
    numbers: dict[date, list[str]] = {}
    for number, asked in enumerate(session.asked, 1):
        due = days.get(asked.question.id)
        if due:
            numbers.setdefault(due, []).append(str(number))
    lines = heading("When the questions come back", width) if numbers else []
    for due in sorted(numbers):
        word = "question" if len(numbers[due]) == 1 else "questions"
        lines += wrap(f"{day(due)}: {word} {', '.join(numbers[due])}", width)
    return lines


def closing(quiz: Quiz, width: int) -> list[str]:
    """Return what stands below every result: what to know, and what the quiz is not."""
    return [*_know(quiz, width), "", *wrap(DISCLAIMER, width)]


def _know(quiz: Quiz, width: int) -> Iterable[str]:
    if quiz.know:
        yield from heading("What to know beyond the passage", width)
    for number, note in enumerate(quiz.know):
        yield from [""] * bool(number)
        yield from note_lines(note, width)
