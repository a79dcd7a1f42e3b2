"""An item of an assessment, as Canvas writes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from quiz.exchange.canvas.elements import add, condition, html, material, metadata
from quiz.exchange.canvas.responses import Response

_ABOUT_ALL = "general_fb"
_ABOUT_WRONG = "general_incorrect_fb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A question as Canvas has it."""

    type: str
    """What Canvas calls its kind, without `_question`."""
    stem: tuple[str, ...]
    """The paragraphs that are read before answering."""
    response: Response | None = None
    """How it is answered; None where there is only something to read."""
    points: int = 0
    """What a full answer earns."""
    about_all: tuple[str, ...] = ()
    """What everyone reads after answering."""
    about_wrong: tuple[str, ...] = ()
    """What is read after an answer that is not right."""


def element(item: Item, ident: str, title: str) -> Element:
    """Return an item as XML, under a name that stays and with a title."""
    root = Element("item", ident=ident, title=title)
    fields = {"question_type": f"{item.type}_question", "points_possible": f"{item.points}.0"}
    reference = {"assessment_question_identifierref": f"{ident}-reference"}
    metadata(add(root, "itemmetadata"), {**fields, **reference}.items())
    presentation = add(root, "presentation")
    material(presentation, html(item.stem), "text/html")
    if item.response:
        item.response.present(presentation)
        _process(root, item, item.response)
    return root


def _process(root: Element, item: Item, response: Response) -> None:
    processing = add(root, "resprocessing")
    outcomes = add(processing, "outcomes")
    add(outcomes, "decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
    if item.about_all:
        _always(processing, _ABOUT_ALL)
    reasons = response.explain(processing)
    response.mark(processing)
    if item.about_wrong:
        _always(processing, _ABOUT_WRONG)
    general = {_ABOUT_ALL: item.about_all, _ABOUT_WRONG: item.about_wrong}
    each = {ident: (why,) for ident, why in reasons.items()}
    _feedback(root, {**general, **each})


def _always(processing: Element, feedback: str) -> None:
    add(condition(processing, go_on=True), "other")
    add(processing[-1], "displayfeedback", feedbacktype="Response", linkrefid=feedback)


def _feedback(root: Element, texts: Mapping[str, tuple[str, ...]]) -> None:
    for ident, paragraphs in texts.items():
        if paragraphs:
            below = add(add(root, "itemfeedback", ident=ident), "flow_mat")
            material(below, html(paragraphs), "text/html")
