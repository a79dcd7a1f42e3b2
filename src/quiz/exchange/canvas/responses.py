"""How an item is answered and marked in Canvas: picked, filled in, typed, or written at length."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from quiz.exchange.canvas.elements import add, condition, html, material

_ONE = "response1"
"""What Canvas calls the only response of an item."""


class Response(ABC):
    """How an item is answered."""

    def present(self, presentation: Element) -> None:
        """Add what there is to answer: a field to type into, where nothing else is said."""
        _field(presentation)

    @abstractmethod
    def mark(self, processing: Element) -> None:
        """Add when it is right."""

    def explain(self, processing: Element) -> Mapping[str, str]:
        """Add which feedback is shown for which answer, and return these feedbacks by name."""
        return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Something to pick."""

    ident: str
    """Its number: Canvas takes nothing else."""
    text: str
    """What the learner reads."""
    right: bool = False
    """Whether it is right."""
    why: str = ""
    """Why it is right or wrong."""


@dataclass(frozen=True, slots=True)
class Picked(Response):
    """Options of which one is right, or several."""

    labels: tuple[Label, ...]
    """The options."""
    several: bool = False
    """Whether several are right."""
    shuffle: bool = True
    """Whether they may stand in any order: only the newer quizzes of Canvas read it."""

    def present(self, presentation: Element) -> None:
        """Add the options."""
        cardinality = "Multiple" if self.several else "Single"
        response = add(presentation, "response_lid", ident=_ONE, rcardinality=cardinality)
        offered = add(response, "render_choice", shuffle="Yes" if self.shuffle else "No")
        for label in self.labels:
            _option(add(offered, "response_label", ident=label.ident), label.text)

    def mark(self, processing: Element) -> None:
        """Add that all right options and no others earn the points."""
        step = condition(processing, go_on=False)
        right = add(step, "and") if self.several else step
        for label in self.labels:
            if label.right:
                add(right, "varequal", label.ident, respident=_ONE)
            elif self.several:
                add(add(right, "not"), "varequal", label.ident, respident=_ONE)
        _earns(processing, "100", "Set")

    def explain(self, processing: Element) -> Mapping[str, str]:
        """Add the reason of each option."""
        return dict(_reasons(processing, _ONE, self.labels))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A blank, or what something has to be found for."""

    ident: str
    """What Canvas knows it by: the name of a blank, or a number."""
    name: str
    """What stands beside it."""
    labels: tuple[Label, ...]
    """What there is to choose from, or all that is right."""
    why: str = ""
    """What is said where it is answered wrong."""


@dataclass(frozen=True, slots=True)
class Parts(Response):
    """Blanks or pairs of which each right one earns its share."""

    parts: tuple[Part, ...]
    """The blanks or pairs."""

    def present(self, presentation: Element) -> None:
        """Add the parts with what there is to choose for each."""
        for part in self.parts:
            response = add(presentation, "response_lid", ident=_part(part))
            material(response, part.name)
            _offer(response, part.labels)

    def mark(self, processing: Element) -> None:
        """Add what each part earns."""
        share = f"{100 / len(self.parts):.2f}"
        for part in self.parts:
            for label in part.labels:
                if label.right:
                    step = condition(processing, go_on=True)
                    add(step, "varequal", label.ident, respident=_part(part))
                    _earns(processing, share, "Add")

    def explain(self, processing: Element) -> Mapping[str, str]:
        """Add the reasons of all that can be chosen, and of what was answered wrong."""
        feedback: dict[str, str] = {}
        for part in self.parts:
            feedback |= _reasons(processing, _part(part), part.labels)
            if part.why:
                step = add(condition(processing, go_on=True), "not")
                for label in part.labels:
                    if label.right:
                        add(step, "varequal", label.ident, respident=_part(part))
                _shows(processing, f"{part.ident}_fb")
                feedback[f"{part.ident}_fb"] = part.why
        return feedback


@dataclass(frozen=True, slots=True)
class Typed(Response):
    """A word or a few to type."""

    accept: tuple[str, ...]
    """All that is right."""

    def mark(self, processing: Element) -> None:
        """Add what is right."""
        step = condition(processing, go_on=False)
        for text in self.accept:
            add(step, "varequal", text, respident=_ONE)
        _earns(processing, "100", "Set")


@dataclass(frozen=True, slots=True)
class Numeric(Response):
    """A number to type."""

    answer: Decimal
    """The right number."""
    tolerance: Decimal
    """How far off is still right."""

    def present(self, presentation: Element) -> None:
        """Add a field for a number."""
        _field(presentation, fibtype="Decimal")

    def mark(self, processing: Element) -> None:
        """Add the number, and from where to where an answer is right."""
        either = add(condition(processing, go_on=False), "or")
        add(either, "varequal", f"{self.answer:f}", respident=_ONE)
        between = add(either, "and")
        add(between, "vargte", f"{self.answer - self.tolerance:f}", respident=_ONE)
        add(between, "varlte", f"{self.answer + self.tolerance:f}", respident=_ONE)
        _earns(processing, "100", "Set")


@dataclass(frozen=True, slots=True)
class Written(Response):
    """An explanation that a person reads."""

    def mark(self, processing: Element) -> None:
        """Add that nothing is marked."""
        add(condition(processing, go_on=False), "other")


def _field(presentation: Element, **attributes: str) -> None:
    response = add(presentation, "response_str", ident=_ONE, rcardinality="Single")
    add(add(response, "render_fib", **attributes), "response_label", ident="answer1", rshuffle="No")


def _option(parent: Element, text: str) -> None:
    """Add an option: the newer quizzes of Canvas take plain text with such signs for HTML, too."""
    if set("<&") & set(text):
        material(parent, html([text]), "text/html")
    else:
        material(parent, text)


def _offer(response: Element, labels: tuple[Label, ...]) -> None:
    offered = add(response, "render_choice")
    for label in labels:
        material(add(offered, "response_label", ident=label.ident), label.text)


def _part(part: Part) -> str:
    return f"response_{part.ident}"


def _reasons(
    processing: Element, respident: str, labels: tuple[Label, ...]
) -> Iterator[tuple[str, str]]:
    for label in labels:
        if label.why:
            step = condition(processing, go_on=True)
            add(step, "varequal", label.ident, respident=respident)
            _shows(processing, f"{label.ident}_fb")
            yield f"{label.ident}_fb", label.why


def _shows(processing: Element, feedback: str) -> None:
    add(processing[-1], "displayfeedback", feedbacktype="Response", linkrefid=feedback)


def _earns(processing: Element, points: str, action: str) -> None:
    add(processing[-1], "setvar", points, varname="SCORE", action=action)
