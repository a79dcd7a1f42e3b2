"""For Canvas: a package of QTI 1.2 with feedback for each answer."""

from collections.abc import Iterator, Mapping

from quiz.engine.kinds import public
from quiz.exchange.canvas.package import package
from quiz.exchange.format import Exported, Format, Loss
from quiz.exchange.unheld import in_order, unheld
from quiz.model.quiz import Quiz

_HOLDS: Mapping[str, str] = {
    "choice": "multiple choice",
    "choices": "multiple answers",
    "statement": "multiple choice: true, false, not stated",
    "number": "numerical answer with a margin, its unit behind the question",
    "short": "fill in the blank",
    "cloze": "fill in multiple blanks; with a word bank, multiple dropdowns",
    "order": "matching: each place, and what belongs there",
    "match": "matching, the spare as a distractor",
    "locate": "multiple choice among sentences of the passage",
    "teach-back": "essay without points, the checklist in its feedback",
    "why": "feedback of the answer; of what is typed, feedback of wrong answers",
    "quote": "behind the reason of its option",
    "explain": "general feedback",
    "evidence": "general feedback, marked",
    "note": "general feedback",
    "topic": "title of the question",
    "points": "points",
    "passage": "a text before the questions",
}
_UNHELD = (
    *("glossary", "know", "forms", "claims"),
    *("skill", "difficulty", "hint", "group", "waive", "tags"),
)


def write(quiz: Quiz) -> Exported:
    """Return a quiz as a package, and what it could not carry."""
    losses = (*unheld(quiz, *_UNHELD), *_own_losses(quiz))
    return Exported(data=package(quiz), losses=in_order(quiz, losses))


def _own_losses(quiz: Quiz) -> Iterator[Loss]:
    for question in quiz.questions:
        if public(question).most_words:
            yield Loss(question.id, "right answers in a form that is not listed")
        if not getattr(question, "shuffle", True):
            yield Loss(question.id, "the order of its options, where Canvas shuffles all or none")


FORMAT = Format(
    name="canvas", title="Canvas (QTI 1.2)", ending=".zip", text=False, write=write, holds=_HOLDS
)
