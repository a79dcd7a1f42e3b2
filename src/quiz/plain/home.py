"""The list of quizzes, in lines."""

from collections.abc import Iterable, Sequence

from quiz.engine.wording import count, percent
from quiz.plain.console import Console
from quiz.plain.lines import heading, wrap
from quiz.plain.opening import helping
from quiz.plain.play import play
from quiz.plain.review import review
from quiz.service import Service, Shelved
from quiz.start import Start


def home(console: Console, service: Service, start: Start) -> None:
    """List the quizzes, and open the one that is chosen, until the learner leaves.

    Raises:
        EndOfInput: there is no more input.
    """
    while True:
        shelf = service.shelf()
        due = sum(len(one.questions) for one in service.reviews.due())
        console.write(listing(shelf, due, console.width))
        console.say(*service.notices(), service.trouble)
        line = console.ask().casefold()
        if line == "q":
            return
        if line == "h":
            console.write(helping(console.width))
        elif line == "r":
            review(console, service, start)
        elif line in map(str, range(1, len(shelf) + 1)):
            _choose(console, service, start, shelf[int(line) - 1])
        else:
            console.say("Type the number of a quiz, or r, h or q.")


def _choose(console: Console, service: Service, start: Start, shelved: Shelved) -> None:
    if shelved.quiz:
        play(console, service, start, shelved.quiz)
        return
    console.say("This quiz can't be read:")
    for problem in shelved.problems:
        console.say(str(problem))


def listing(shelf: Sequence[Shelved], due: int, width: int) -> list[str]:
    """Return the quizzes of the shelf, numbered, what is due in all, and what to type."""
    lines = heading("Read. Answer. See why.", width)
    for number, shelved in enumerate(shelf, 1):
        title = shelved.quiz.title if shelved.quiz else f"{shelved.name} can't be read"
        lines += wrap(title, width, f"{number:>3}  ")
        lines += wrap(", ".join(_facts(shelved)), width, " " * 5) if shelved.quiz else []
    if not shelf:
        lines += wrap("There is no quiz here yet.", width)
    if due:
        lines += wrap(f"{count(due, 'question is', 'questions are')} due today in all.", width)
    return [*lines, *wrap("Type a number; r reviews what is due, h help lines, q leaves.", width)]


def _facts(shelved: Shelved) -> Iterable[str]:
    if shelved.quiz:
        yield count(len(shelved.quiz.questions), "question")
        yield f"about {count(shelved.quiz.minutes, 'minute')}"
    if shelved.summary.last_share is not None:
        yield f"last score {percent(shelved.summary.last_share)}"
    if shelved.due:
        yield f"{shelved.due} due today"
    if shelved.unfinished:
        yield f"stopped after {shelved.unfinished.answered} of {shelved.unfinished.asked}"
