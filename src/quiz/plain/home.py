"""The list of quizzes, in lines."""

from collections.abc import Iterator, Sequence

from quiz.engine.wording import count
from quiz.plain.console import Console
from quiz.plain.lines import Block, heading
from quiz.plain.open_file import open_file
from quiz.plain.opening import help_for_people
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
        console.write(listing(shelf, due))
        console.say(*service.store.notices(), service.store.trouble)
        line = console.ask().casefold()
        if line == "q":
            return
        if line == "h":
            console.write(help_for_people())
        elif line == "o":
            open_file(console, service, start)
        elif line == "r":
            review(console, service, start)
        elif line in map(str, range(1, len(shelf) + 1)):
            _choose(console, service, start, shelf[int(line) - 1])
        else:
            console.say("Type the number of a quiz, or o, r, h or q.")


def _choose(console: Console, service: Service, start: Start, shelved: Shelved) -> None:
    if shelved.quiz:
        play(console, service, start, shelved.quiz)
        return
    console.say("This quiz can't be read:")
    for problem in shelved.problems:
        console.say(str(problem))


def listing(shelf: Sequence[Shelved], due: int) -> Iterator[Block]:
    """Yield the quizzes of the shelf, numbered, what is due in all, and what to type."""
    yield from heading("Read. Answer. See why.")
    for number, shelved in enumerate(shelf, 1):
        lead = f"{number:>3}  "
        if shelved.quiz:
            yield lead, shelved.quiz.title
            yield " " * len(lead), ", ".join((*shelved.length(), *shelved.standing()))
        else:
            yield lead, f"{shelved.name} can't be read"
    if not shelf:
        yield "There is no quiz here yet."
    if due:
        yield f"{count(due, 'question is', 'questions are')} due today in all."
    yield "Type a number; o opens a file, r reviews what is due, h help lines, q leaves."
