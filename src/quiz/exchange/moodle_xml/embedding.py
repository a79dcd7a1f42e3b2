"""A cloze as a text with its answers in it."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.exchange.moodle_xml.cloze import apart
from quiz.exchange.moodle_xml.gaps import GAP, written
from quiz.exchange.moodle_xml.item import Alternative
from quiz.exchange.moodle_xml.markup import literal, reason
from quiz.model.public_question import BLANK
from quiz.model.question import Blank, Cloze, Rejected

CANT = "the whole question: Moodle would read words of it as a gap"


def embedded(question: Cloze) -> str:
    """Return the task of a cloze, and its text with the answers in each gap."""
    first, *rest = question.text.split(BLANK)
    gaps = (_gap(question, blank) for blank in question.blanks)
    text = first + "".join(gap + words for gap, words in zip(gaps, rest, strict=True))
    return f"{question.ask}\n\n{text}"


def holds_gaps(question: Cloze) -> bool:
    """Return whether words of a cloze would be read as a gap."""
    return GAP.search(f"{question.ask}\n\n{question.text}") is not None


def unheld_of(question: Cloze) -> Iterator[str]:
    """Yield what of a cloze does not come back."""
    if apart(f"{question.ask}\n\n{question.text}") != (question.ask, question.text):
        yield "where its task ends and its text begins"
    offered = set(question.word_bank)
    reject = [each.text for blank in question.blanks for each in blank.reject]
    if offered and set(reject) - offered:
        yield "reasons for words that its word bank does not offer"


def _gap(question: Cloze, blank: Blank) -> str:
    if not question.words:
        right = [Alternative(literal(each), 100, "") for each in blank.accept]
        wrong = [_wrong(literal(each.text), each) for each in blank.reject]
        return written("SHORTANSWER", [*right, *wrong])
    reasons = {each.text: each for each in (*question.words, *blank.reject)}
    offered = [word for word in question.word_bank if word not in blank.accept]
    return written(
        "MULTICHOICE",
        [Alternative(each, 100, "") for each in blank.accept]
        + [_wrong(word, reasons.get(word)) for word in offered],
    )


def _wrong(text: str, rejected: Rejected | None) -> Alternative:
    return Alternative(text, 0, reason(rejected.why, rejected.tag) if rejected else "")
