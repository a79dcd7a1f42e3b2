"""What a learner gained between two forms of a quiz, in lines."""

from collections.abc import Iterable, Mapping

from quiz.engine.gain import Gain, gains
from quiz.engine.result import Result, result
from quiz.engine.wording import ROUGH_GAIN, percent
from quiz.plain.lines import heading, wrap
from quiz.service import Service
from quiz.service.attempt import Attempt


def gained(service: Service, attempt: Attempt, width: int) -> list[str]:
    """Return the gain over the last attempt before teaching; nothing where there was none."""
    session = attempt.session
    if attempt.form != "post" or not session.finished:
        return []
    before = [
        past.result
        for past in service.history.attempts(session.quiz)
        if past.form == "pre" and past.result
    ]
    return list(_lines(session.quiz.topics, before[-1], result(session), width)) if before else []


def _lines(topics: Mapping[str, str], before: Result, after: Result, width: int) -> Iterable[str]:
    found = gains(before, after)
    yield from heading("Before and after", width)
    yield from wrap(_said("All", found.total), width)
    for name, gain in found.by_topic.items():
        yield from wrap(_said(topics.get(name, name), gain), width)
    yield from wrap(ROUGH_GAIN, width)


def _said(name: str, gain: Gain) -> str:
    before, after = percent(gain.before.share), percent(gain.after.share)
    return f"{name}: {before} before, {after} after ({round(gain.raw * 100):+} points of 100)"
