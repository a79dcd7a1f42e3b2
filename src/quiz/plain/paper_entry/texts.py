"""What is said while the sheets of a class are typed in."""

from collections.abc import Iterator

from quiz.engine.kinds import grade
from quiz.engine.wording import count, points
from quiz.plain.lines import Block
from quiz.plain.paper_entry.sheet import as_on_sheet
from quiz.service.paper_class import PaperClass
from quiz.service.paper_entry import Entry

_HELP = (
    ("u", "back to the question before; between two learners, to the one before"),
    ("s", "what was entered of this learner; between two learners, how far you are"),
    ("q", "leave; all is kept, also of a learner who is not finished"),
    ("=u", "the word u itself, and so for each of these"),
)
_KINDS = (
    "Checked boxes are letters, as in c or a d; a statement is t, f or n. Boxes with numbers are "
    "copied from the top, as in 2 1 3. Lines are the letters that 1, 2 and 3 go to, as in b a c. "
    "Words of several blanks have commas between them. - stands for a box, a blank or a line that "
    "is empty. An empty line leaves the whole question empty."
)

AS_WRITTEN = "If the sheet has it so, type it again."
"""What is said of an answer that gets a second go: nobody can ask the learner."""


def opening(room: PaperClass) -> Iterator[Block]:
    """Yield what the sheets are, where the results go, and what to type."""
    yield room.quiz.title
    yield from (version.name for version in room.drawn)
    yield "If the sheets have other codes, the quiz was edited after printing."
    yield f"Results go to {room.folder}."
    version = room.drawn[0]
    left_out = len(version.asked) - len(room.begin("", version).lines)
    if left_out:
        questions = count(left_out, "question")
        yield f"{questions} in the learner's own words: not scored, and not asked for."
    yield (
        "Type a learner's name or code, then each answer as it stands on the sheet. An empty line "
        "is a question that was left empty. ? says more."
    )
    if waits := unfinished(room):
        yield waits


def unfinished(room: PaperClass) -> str | None:
    """Return who is not finished; None where nobody is."""
    names = "; ".join(room.unfinished())
    return f"Not finished: {names}. Type the name again to go on." if names else None


def help_with_sheets() -> Iterator[Block]:
    """Yield what can be typed."""
    yield _KINDS
    yield from ((f"  {letter:<3}", says) for letter, says in _HELP)


def entered(entry: Entry) -> str:
    """Return what was entered of a learner so far, each answer behind its number."""
    cells = [
        f"{line.number} {as_on_sheet(line.asked, entry.answer(place))}"
        for place, line in enumerate(entry.lines)
        if place < entry.at
    ]
    return f"{entry.learner}, version {entry.version.letter}: " + ";  ".join(cells)


def earned(entry: Entry, room: PaperClass) -> str:
    """Return the points of an entry, in words."""
    quiz, total = room.quiz, 0.0
    for place, line in enumerate(entry.lines):
        answer = entry.answer(place)
        if answer:
            grade_ = grade(line.question, answer, quiz)
            total += line.question.points * grade_.fraction
    possible = sum(line.question.points for line in entry.lines)
    return f"{points(total)} of {count(possible, 'point')}"
