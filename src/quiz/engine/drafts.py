"""What is said of a quiz, or of a question, that is not finished."""

from quiz.engine.wording import count
from quiz.model.quiz import Quiz

MARK = "Draft"
"""What stands beside a question that is one."""


def standing(quiz: Quiz) -> str:
    """Return that a quiz is a draft, or how many of its questions are; else nothing."""
    if quiz.draft:
        return "a draft"
    drafts = len(quiz.drafts)
    return count(drafts, "question is a draft", "questions are drafts") if drafts else ""


def notice(quiz: Quiz) -> str:
    """Return what to know before one takes such a quiz; nothing of a finished one."""
    if not quiz.drafts:
        return ""
    what = "This quiz is a draft" if quiz.draft else f"In this quiz {standing(quiz)}"
    return (
        f"{what}. You can try it: answers are graded, but reasons and explanations may be missing. "
        "`quiz check` lists what is left to do."
    )
