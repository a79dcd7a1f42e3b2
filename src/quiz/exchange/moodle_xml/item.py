"""What every question of a Moodle XML file has, and what of it was lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from typing import Any

from quiz.exchange.evidence import (
    EVIDENCE,
    MISTAKE,
    NOTE,
    NOTE_AS_OF,
    NOTE_SOURCE,
    TEMPTING,
    as_evidence,
    without_marks,
)
from quiz.exchange.moodle_xml.elements import Element
from quiz.exchange.plain_markdown import plain as plain_markdown
from quiz.exchange.plain_text import formulas, plain
from quiz.model.labels import Difficulty, Skill, Tag
from quiz.model.question import Note, Option, Rejected

PENALTIES = frozenset({"0", "0.3333333", "0.1"})
"""The penalty for a second try that Moodle gives when nobody says, now and before."""
_SAID_BY_ALL = frozenset(
    {
        "Your answer is correct.",
        "Your answer is partially correct.",
        "Your answer is incorrect.",
    }
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp")
_SOUNDS = (".mp3", ".wav", ".ogg", ".m4a", ".flac")
_LABELS: Mapping[str, type[StrEnum]] = {"skill": Skill, "difficulty": Difficulty}


NO_KEY = "no answer is marked as right"


@dataclass(frozen=True, slots=True)
class Alternative:
    """An answer to type, or a word to pick for a gap."""

    text: str
    weight: float
    """In percent."""
    feedback: str

    @property
    def right(self) -> bool:
        """Whether it earns all points."""
        return self.weight > 99.9


class Refused(Exception):
    """Why a question can be none of ours."""


class Item:
    """A question of the file: its fields as ours, and what could not be carried."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.losses: dict[str, None] = {}
        self.marks: tuple[tuple[str, str], ...] = ()
        self.tags = dict(self._tags())

    def lost(self, *what: str) -> None:
        """Note what could not be carried."""
        self.losses.update(dict.fromkeys(what))

    def words(self, element: Element | None) -> str:
        """Return what an element with a format says, as plain text."""
        if element is None:
            return ""
        for file in element.all("file"):
            self.lost(_kind_of(file.attributes.get("name", "")))
        return self.laid_out(element.text, self._format(element))

    def laid_out(self, text: str, form: str) -> str:
        """Return a text of one of Moodle's formats as plain text."""
        if form == "plain_text":
            self.lost(*formulas(text))
            return text
        if form == "moodle_auto_format":  # HTML in which a line break counts
            text = text.replace("\n", "<br>")
        shown = plain_markdown(text) if form == "markdown" else plain(text)
        self.lost(*shown.lost)
        return shown.text

    def form(self) -> str:
        """Return the format of the question's text."""
        element = self.element.find("questiontext")
        return self._format(element) if element else "html"

    def _format(self, element: Element) -> str:
        given = element.attributes.get("format")
        if given is None and element.tag != "questiontext":
            return self.form()
        return given or "html"

    def shown(self, text: str) -> str:
        """Return what may be HTML as plain text; what has no tag keeps its spaces."""
        return self.laid_out(text, "html") if "<" in text else unescape(text)

    def reason(self, said: str) -> tuple[str | None, Tag | None, str | None]:
        """Return why an answer is right or wrong, with its tag and the words that tempt to it."""
        why, marks = without_marks(said, (TEMPTING, MISTAKE))
        known = dict(marks)
        tag = known.get(MISTAKE)
        return why or None, Tag(tag) if tag in set(Tag) else None, known.get(TEMPTING)

    def option(self, answer: Element, correct: bool) -> Option:
        """Return an answer to pick."""
        why, tag, quote = self.reason(self.words(answer.find("feedback")))
        return Option(text=self.words(answer), correct=correct, why=why, tag=tag, quote=quote)

    def alternative(self, answer: Element) -> Alternative:
        """Return an answer to type."""
        return Alternative(answer.text, self.weight(answer), self.words(answer.find("feedback")))

    def rejected(self, text: str, said: str) -> Rejected:
        """Return a wrong answer with its reason."""
        why, tag, _ = self.reason(said)
        return Rejected(text=text, why=why, tag=tag)

    def weight(self, answer: Element) -> float:
        """Return the weight of an answer, in percent."""
        given = answer.attributes.get("fraction") or answer.value("fraction") or "0"
        try:
            return float(given.replace(",", "."))
        except ValueError:
            self.lost(f"the weight {given}")
            return 0.0

    def tell_weight(self, answer: Alternative) -> None:
        """Note that a wrong answer earns or costs something."""
        if answer.weight:
            self.lost(f"the weight {answer.weight:g} % of “{answer.text[:40]}”")

    def common(self, *labels: str) -> dict[str, Any]:
        """Return the fields that every kind of question has.

        Labeled values of the general feedback that a kind has of its own are left in `marks`.
        """
        known = (EVIDENCE, NOTE, NOTE_AS_OF, NOTE_SOURCE, *labels)
        explain, self.marks = without_marks(self.words(self.element.find("generalfeedback")), known)
        self._weighed()
        return {
            "id": self.element.value("idnumber"),
            "topic": self.tags.get("topic", ""),
            "skill": self._label("skill"),
            "difficulty": self._label("difficulty"),
            "group": self.tags.get("group"),
            "ask": self.words(self.element.find("questiontext")),
            "explain": explain,
            "evidence": as_evidence(value for label, value in self.marks if label == EVIDENCE),
            "note": self._note(),
            "hint": self._hint(),
            "points": self._points(),
        }

    def _label(self, name: str) -> StrEnum | None:
        value = self.tags.get(name)
        return _LABELS[name](value) if value in set(_LABELS[name]) else None

    def _tags(self) -> Iterator[tuple[str, str]]:
        tags = self.element.find("tags")
        for tag in tags.all("tag") if tags else ():
            name, _, value = tag.text.partition(":")
            if value and name in {"kind", "topic", "skill", "difficulty", "group"}:
                yield name, value
            else:
                self.lost(f"the tag “{tag.text}”")

    def _weighed(self) -> None:
        penalty = self.element.value("penalty").rstrip("0").rstrip(".") or "0"
        if self.element.attributes.get("type") != "truefalse" and penalty not in PENALTIES:
            self.lost(f"the penalty {penalty} for another try")
        for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
            said = self.words(self.element.find(name))
            if said and said not in _SAID_BY_ALL:
                self.lost("a feedback for all right, partly right or wrong answers")

    def _note(self) -> Note | None:
        known = dict(self.marks)
        if not {NOTE, NOTE_AS_OF, NOTE_SOURCE} <= set(known):
            return None
        return Note(text=known[NOTE], as_of=known[NOTE_AS_OF], source=known[NOTE_SOURCE])

    def _hint(self) -> str | None:
        hints = [said for hint in self.element.all("hint") if (said := self.words(hint))]
        if len(hints) > 1:
            self.lost(f"{len(hints) - 1} more hint" + "s" * (len(hints) > 2))
        return hints[0] if hints else None

    def _points(self) -> int:
        given = self.element.value("defaultgrade")
        try:
            points = float(given or 1)
            kept = min(100, max(1, int(points + 0.5)))
        except (ValueError, OverflowError):
            points, kept = -1.0, 1
        if points != kept and not (points == 0 and self.element.attributes.get("type") == "essay"):
            self.lost(f"its {given} points ({kept} here)")
        return kept


def items_of(text: str) -> tuple[str, ...]:
    """Return the lines of a list without its bullets or numbers."""
    lines = (re.sub(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+", "", line) for line in text.split("\n"))
    return tuple(line.strip() for line in lines if line.strip())


def _kind_of(file: str) -> str:
    name = file.lower()
    if name.endswith(_PICTURES):
        return "a picture"
    return "a sound" if name.endswith(_SOUNDS) else "a file"
