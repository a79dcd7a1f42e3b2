"""Exercises on the bees, as a teacher hands them out."""

from hashlib import sha256
from pathlib import Path
from random import Random

from quiz.assignment.assignment_data import to_text
from quiz.engine.assigning import assign
from quiz.engine.redaction import redact, redacted_answer
from quiz.engine.selection import QuestionFilter
from quiz.model.answer import Answer
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.quizfile.reader import read
from quiz.service import Service
from quiz.start import Start

BEES = Path(__file__).parent / "quizzes" / "bees.yaml"
QUIZ = read(BEES)
MARKS = {redact(question, QUIZ.passage).id: question for question in QUIZ.questions}
"""The questions of the bees by their names in a class."""


def exercise(
    service: Service,
    folder: Path,
    *ids: str,
    terms: AssignmentSettings = AssignmentSettings(seed=5),  # noqa: B008  frozen
    with_key: bool = False,
) -> Assignment:
    """Write an exercise of some questions, or of all, into a folder, and open it there."""
    source = BEES.read_text(encoding="utf-8") if with_key else None
    wanted = QuestionFilter(ids=frozenset(ids))
    name = sha256(repr((ids, with_key)).encode()).hexdigest()[:16]  # another for other questions
    made = assign(QUIZ, wanted, terms, id=name, rng=Random(1), source=source)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "exercise.json"
    path.write_text(to_text(made), encoding="utf-8")
    opened = service.library.open_any(str(path))
    assert isinstance(opened, Assignment)
    return opened


def start(assignment: Assignment, learner: str | None = "Ada") -> Start:
    """Return how to open an exercise."""
    return Start(screen="play", assignment=assignment, learner=learner)


def as_redacted(mark: str, answers: dict[str, Answer]) -> Answer:
    """Return the answer to a question of the bees as one to the question without its key."""
    question = MARKS[mark]
    return redacted_answer(question, answers[question.id])
