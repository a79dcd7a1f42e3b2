"""How each kind of question is put in a form, and how the form is read.

What is picked goes by its place among the parts as they are shown, from 0.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from markupsafe import escape

from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.problem import QuizError
from quiz.model.public_question import BLANK, PublicQuestion, unparted
from quiz.model.text import clean, clean_line
from quiz.web.forms import Form, first, is_place

LONGEST_LINE = 200
"""Characters that are taken of a typed word or number."""
LONGEST_TEXT = 4_000
"""Characters that are taken of an explanation in own words."""


class NoAnswer(QuizError):
    """A form that holds no whole answer; says what to do."""

    def __init__(self, what: str, so_far: Answer | None = None) -> None:
        super().__init__(what)
        self.so_far = so_far
        """What it holds of one."""


class InForm(ABC):
    """One kind in a form."""

    template: ClassVar[str]
    """The template of its fields."""
    lettered: ClassVar[bool] = False
    """Whether its parts go by letters, so that people can talk about them."""
    in_passage: ClassVar[bool] = False
    """Whether the passage itself is the form."""

    @abstractmethod
    def how(self, question: PublicQuestion) -> str:
        """Return what to do for an answer."""

    @abstractmethod
    def read(self, form: Form, question: PublicQuestion) -> Answer:
        """Return the answer that a form gives.

        Raises:
            NoAnswer: it gives none, or only a part of one.
        """

    def values(self, question: PublicQuestion, answer: Answer | None) -> Mapping[str, object]:
        """Return what its fields hold beside the answer itself, as values of its template."""
        del question, answer
        return {}

    def moved(self, form: Form, answer: Answer) -> tuple[int, str] | None:
        """Return which part a form moved, and which way; None where it gives the answer."""
        del form, answer
        return None


class _Choice(InForm):
    template = "kinds/choice.html"
    lettered = True

    def how(self, question: PublicQuestion) -> str:
        return "Pick one."

    def read(self, form: Form, question: PublicQuestion) -> Answer:
        picked = frozenset(_part(value, question) for value in form.get("pick", ()))
        if len(picked) != question.pick:
            raise NoAnswer(self.how(question), ChoiceAnswer(picked))
        return ChoiceAnswer(picked)


class _Choices(_Choice):
    def how(self, question: PublicQuestion) -> str:
        return f"Pick {question.pick}."


class _Statement(_Choice):
    lettered = False

    def how(self, question: PublicQuestion) -> str:
        return "By the passage: true, false, or not stated?"


class _Typed(InForm):
    template = "kinds/typed.html"

    def how(self, question: PublicQuestion) -> str:
        return "Type a number." if question.kind == "number" else "Type a word or a few."

    def read(self, form: Form, question: PublicQuestion) -> Answer:
        texts = tuple(_line(form, f"text{n}") for n in range(question.blanks or 1))
        if not all(texts):
            raise NoAnswer(self.how(question), TypedAnswer(texts))
        return TypedAnswer(texts)

    def values(self, question: PublicQuestion, answer: Answer | None) -> Mapping[str, object]:
        blanks = question.blanks or 1
        return {
            "typed": answer.texts if isinstance(answer, TypedAnswer) else ("",) * blanks,
            "pieces": unparted(question.text or "").split(BLANK),
        }


class _Cloze(_Typed):
    template = "kinds/cloze.html"

    def how(self, question: PublicQuestion) -> str:
        if question.parts:
            return "Choose a word for each blank."
        return "Type the missing word." if question.blanks == 1 else "Fill in each blank."


class _Order(InForm):
    template = "kinds/order.html"

    def how(self, question: PublicQuestion) -> str:
        return "Put these in order: what comes first goes on top."

    def read(self, form: Form, question: PublicQuestion) -> Answer:
        items = tuple(_part(value, question) for value in form.get("item", ()))
        if sorted(items) != [*range(len(question.parts))]:
            raise NoAnswer("Some items are missing. Load this page again.")
        return OrderAnswer(_moved(items, first(form, "move")))

    def values(self, question: PublicQuestion, answer: Answer | None) -> Mapping[str, object]:
        as_shown = tuple(range(len(question.parts)))
        return {"items": answer.items if isinstance(answer, OrderAnswer) else as_shown}

    def moved(self, form: Form, answer: Answer) -> tuple[int, str] | None:
        if "move" not in form or not isinstance(answer, OrderAnswer):
            return None
        place, _, way = first(form, "move").partition(" ")
        to = _number(place, "Load this page again.") + (1 if way == "down" else -1)
        return answer.items[min(max(to, 0), len(answer.items) - 1)], way


class _Match(InForm):
    template = "kinds/match.html"

    def how(self, question: PublicQuestion) -> str:
        return "Choose what belongs to each. One choice is left over."

    def read(self, form: Form, question: PublicQuestion) -> Answer:
        chosen = [first(form, f"pair{n}") for n in range(len(question.lefts))]
        rights = tuple(_part(value, question) if value else None for value in chosen)
        if None in rights:
            raise NoAnswer("Choose something for each.", MatchAnswer(rights))
        return MatchAnswer(rights)


class _Locate(InForm):
    template = "kinds/locate.html"
    in_passage = True

    def how(self, question: PublicQuestion) -> str:
        return "Pick the sentence of the passage that answers this."

    def read(self, form: Form, question: PublicQuestion) -> Answer:
        return LocateAnswer(_number(first(form, "sentence"), self.how(question)))


class _TeachBack(InForm):
    template = "kinds/teach-back.html"

    def how(self, question: PublicQuestion) -> str:
        return "Explain it in your own words. This is not scored."

    def read(self, form: Form, question: PublicQuestion) -> Answer:
        text = clean(first(form, "text").replace("\r\n", "\n"))[:LONGEST_TEXT].strip()
        if not text:
            raise NoAnswer("Write a sentence or two.")
        return TeachBackAnswer(text)

    def values(self, question: PublicQuestion, answer: Answer | None) -> Mapping[str, object]:
        return {
            "own_text": escape(clean(answer.text)) if isinstance(answer, TeachBackAnswer) else ""
        }


KINDS: Mapping[str, InForm] = {
    "choice": _Choice(),
    "choices": _Choices(),
    "statement": _Statement(),
    "number": _Typed(),
    "short": _Typed(),
    "cloze": _Cloze(),
    "order": _Order(),
    "match": _Match(),
    "locate": _Locate(),
    "teach-back": _TeachBack(),
}
"""Every kind by its name in a file."""


def asked(question: PublicQuestion) -> Mapping[str, object]:
    """Return what every page says of a question beside its own words, as values of templates."""
    kind = KINDS[question.kind]
    return {"how": kind.how(question), "lettered": kind.lettered}


def _moved(items: tuple[int, ...], move: str) -> tuple[int, ...]:
    """Return items with one of them a place further up or down, as `3 up`; its place from 0."""
    place, _, way = move.partition(" ")
    if not is_place(place) or way not in {"up", "down"}:
        return items
    here = min(int(place), len(items) - 1)
    there = min(max(here + (1 if way == "down" else -1), 0), len(items) - 1)
    swapped = [*items]
    swapped[here], swapped[there] = items[there], items[here]
    return tuple(swapped)


def _line(form: Form, name: str) -> str:
    return clean_line(first(form, name))[:LONGEST_LINE].strip()


def _number(value: str, otherwise: str) -> int:
    if not is_place(value):
        raise NoAnswer(otherwise)
    return int(value)


def _part(value: str, question: PublicQuestion) -> int:
    place = _number(value, "Load this page again.")
    if place >= len(question.parts):
        raise NoAnswer("Load this page again.")
    return place
