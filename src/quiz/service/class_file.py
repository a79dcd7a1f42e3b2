"""What a file of a class calls itself, and what to do with it where a quiz is wanted."""

from quiz.assignment import file
from quiz.model.problem import UnreadableFile
from quiz.model.text import clean_line

_USE = {
    file.ASSIGNMENT: "this is an exercise that was handed out: name the quiz it was made of",
    file.RESULT: "this is a result file, and no quiz: `quiz report` reads it",
    file.RETURNED: "this is a result that was returned to a learner: `quiz play` shows it",
    file.REGRADING: "this says what a teacher graded over, and is no quiz: `quiz regrade` lists it",
    file.REPORT: "this is a report of a class, and no quiz",
}


def format_of(path: str) -> str | None:
    """Return what a file of a class calls itself; None of any other file."""
    try:
        return file.format_of(file.beginning(path))
    except (file.Unreadable, TimeoutError):
        return None


def not_a_quiz(path: str) -> UnreadableFile | None:
    """Return what to say of a file of a class that was taken for a quiz; None of another one."""
    format_ = format_of(path)
    return UnreadableFile(clean_line(path), _USE[format_]) if format_ else None
