"""What the page of one seat shows, as values for its templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from quiz.engine.dates import source_of
from quiz.engine.live_class import Phase
from quiz.engine.live_view import SeatView
from quiz.engine.wording import CERTAINTIES, MARKS, THIS_ARTICLE, count, once_more, percent, points
from quiz.model.answer import Answer
from quiz.model.class_settings import Pace
from quiz.model.language import is_english
from quiz.model.notice import DISCLAIMER
from quiz.model.public_question import PublicQuestion
from quiz.pages import direction
from quiz.web.kinds import KINDS, asked
from quiz.web.passage import in_pieces, in_sentences, quotes

Focus = Literal["question", "said", "status", "moved"]
"""Where the keyboard is once the page is there."""

_STATUS: Mapping[Phase, str] = {
    Phase.CLOSED: "This question is closed. Your teacher goes on in a moment.",
    Phase.TALK: "Talk about it with your neighbors. Then you may vote again.",
    Phase.ENDED: "The class is over.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """What is in the form of a question, and not saved."""

    answer: Answer | None = None
    """The answer as far as it is there."""
    certainty: str = ""
    """How sure the learner says to be, as the field has it; empty where that is not said."""
    said: str | None = None
    """Why it is not saved, in words."""
    moved: tuple[int, str] | None = None
    """Which item was moved last, and which way."""


def key_of(view: SeatView) -> str:
    """Return what stays the same while the page need not change but for the learner's name."""
    parts = (view.phase, view.position, view.round, view.takes_answer)
    return "-".join(map(str, parts))


def quiz_lang(language: str) -> str:
    """Return the attributes of words in the language of the quiz, where that is not English."""
    if is_english(language):
        return ""
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def seat_values(view: SeatView, typing: Typing | None, focus: Focus) -> Mapping[str, Any]:
    """Return what the templates of a seat's page are given."""
    ended, question = view.phase is Phase.ENDED, view.question
    in_passage = question is not None and KINDS[question.kind].in_passage
    reads_here = in_passage and view.explained is None
    return {
        "view": view,
        "key": key_of(view),
        "title": view.title,
        "quiz_lang": quiz_lang(view.language),
        "free": view.pace is Pace.OWN or ended,
        "waits": _waits(view),
        "beside": view.passage is not None and (not reads_here or view.phase is Phase.READING),
        "passage": _passage(view, reads_here=reads_here and view.phase is not Phase.READING),
        "quotes": quotes(view.passage, view.explained),
        "said": (typing and typing.said) or _second_go(view),
        "status": _status(view),
        "focus": focus,
        "certainty": (typing and typing.certainty) or str(view.certainty),
        "unsent": typing is not None and typing.answer is not None,
        "MARKS": MARKS,
        "CERTAINTIES": CERTAINTIES,
        "DISCLAIMER": DISCLAIMER,
        "THIS_ARTICLE": THIS_ARTICLE,
        "count": count,
        "percent": percent,
        "points": points,
        "source_of": source_of,
        **(_fields(question, typing, view.answer) if question else {}),
    }


def _fields(
    question: PublicQuestion, typing: Typing | None, saved: Answer | None
) -> Mapping[str, Any]:
    """Return what the fields of a question hold: what is being typed, else what is saved."""
    answer, kind = (typing and typing.answer) or saved, KINDS[question.kind]
    return {
        "question": question,
        "kind": kind.template,
        **asked(question),
        "answer": answer,
        **kind.values(question, answer),
        "moved": typing and typing.moved,
    }


def _passage(view: SeatView, *, reads_here: bool) -> tuple[Any, ...]:
    if view.passage is None:
        return ()
    if reads_here:
        return tuple(in_sentences(view.passage, view.language))
    return tuple(in_pieces(view.passage, view.explained.evidence if view.explained else ()))


def _waits(view: SeatView) -> int | None:
    """Return after how many seconds a page without a script asks again; None for never.

    Where an answer can be changed it waits longer: what is being typed would be lost.
    """
    if view.phase is Phase.ENDED or (view.pace is Pace.OWN and view.takes_answer):
        return None
    if view.takes_answer:
        return 20 if view.answer else None
    return 4


def _second_go(view: SeatView) -> str | None:
    if view.second_go is None or view.question is None:
        return None
    return once_more(view.second_go, view.question)


def _status(view: SeatView) -> str:
    """Return how the question stands, in a sentence."""
    if not view.takes_answer:
        otherwise = "This question takes no more answers." if view.phase is Phase.OPEN else ""
        return _STATUS.get(view.phase, otherwise)
    if view.answer is None:
        return ""
    if view.pace is Pace.OWN:
        return "Saved. You can change it until it is explained."
    return "Saved. You can change it until the question is closed."
