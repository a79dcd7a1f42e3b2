"""Going through what is due today, the quizzes mixed."""

from collections.abc import Iterable, Sequence

from quiz.engine.wording import SURENESS, count
from quiz.model.notice import DISCLAIMER
from quiz.plain.asker import Asker
from quiz.plain.command import Verb
from quiz.plain.lines import day, heading, wrap
from quiz.plain.talk import Talk
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.start import Start


def review(talk: Talk, service: Service, start: Start) -> None:
    """Ask what is due today, of one quiz where the start names one.

    Raises:
        EndOfInput: there is no more input; what was reviewed was shown.
    """
    certainty = bool(start.certainty)
    attempts = service.reviews.start(start.seed, start.quiz, certainty=certainty)
    if not attempts:
        talk.tell("Nothing is due today.")
        return
    talk.say(heading(f"{count(len(attempts), 'question')} due today", talk.width))
    if certainty:
        talk.say(wrap(SURENESS, talk.width))
    done: list[Attempt] = []
    try:
        _ask_each(talk, service, attempts, done)
    finally:
        talk.say(_came_to(service, done, talk.width))


def _ask_each(
    talk: Talk, service: Service, attempts: Sequence[Attempt], done: list[Attempt]
) -> None:
    for number, attempt in enumerate(attempts, 1):
        place = f"{number} of {len(attempts)} · {attempt.session.quiz.title}"
        asker = Asker(talk, service, attempt, place)
        try:
            over = asker.ask_all()
        finally:
            if asker.session.answered:
                done.append(asker.attempt)
        if over in {Verb.END, Verb.QUIT}:
            return


def _came_to(service: Service, done: Sequence[Attempt], width: int) -> Iterable[str]:
    right = sum(not attempt.session.missed() for attempt in done)
    yield from heading(f"{count(len(done), 'question')} reviewed, {right} fully right", width)
    days = [day for attempt in done for day in service.reviews.comes_back(attempt).values()]
    for due in sorted(set(days)):
        yield f"{count(days.count(due), 'question')} back on {day(due)}"
    yield from ["", *wrap(DISCLAIMER, width)]
