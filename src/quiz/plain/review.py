"""Going through what is due today, the quizzes mixed."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from quiz.engine.dates import days_from
from quiz.engine.result import result
from quiz.engine.wording import CERTAINTY_MARKING, certainty_earned, count, meant
from quiz.model.notice import DISCLAIMER
from quiz.plain.commands import Verb
from quiz.plain.console import Console
from quiz.plain.lines import Block, heading
from quiz.plain.question_loop import QuestionLoop
from quiz.service import Service
from quiz.service.attempt import Attempt
from quiz.start import Start


def review(console: Console, service: Service, start: Start) -> None:
    """Ask what is due today, of one quiz where the start names one.

    Raises:
        EndOfInput: there is no more input; what was reviewed was shown.
    """
    certainty = bool(start.certainty)
    attempts = service.reviews.start(start.seed, start.quiz, certainty=certainty)
    if not attempts:
        console.say("Nothing is due today.")
        return
    console.write(heading(f"{count(len(attempts), 'question')} due today"))
    console.say(CERTAINTY_MARKING if certainty else None)
    done: list[Attempt] = []
    try:
        _ask_each(console, service, attempts, done)
    finally:
        console.write(_came_to(service, done))


def _ask_each(
    console: Console, service: Service, attempts: Sequence[Attempt], done: list[Attempt]
) -> None:
    for number, attempt in enumerate(attempts, 1):
        place = f"{number} of {len(attempts)} · {attempt.session.quiz.title}"
        loop = QuestionLoop(console, service, attempt, place)
        try:
            over = loop.run()
        finally:
            if loop.session.answered:
                done.append(loop.attempt)
        if over in {Verb.END, Verb.QUIT}:
            return


def _came_to(service: Service, done: Sequence[Attempt]) -> Iterator[Block]:
    right = sum(not attempt.session.missed() for attempt in done)
    yield from heading(f"{count(len(done), 'question')} reviewed, {right} fully right")
    if said := meant(sum(result(attempt.session).total.meant for attempt in done)):
        yield said
    if earned := certainty_earned(attempt.session for attempt in done):
        yield earned
    back = [day for attempt in done for day in service.reviews.comes_back(attempt).values()]
    if back:
        yield f"They come back: {days_from(datetime.now().astimezone().date(), back)}."
    yield from ("", DISCLAIMER)
