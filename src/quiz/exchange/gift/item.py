"""What stands in a block of a GIFT file: a stem, its answers, and what is said of them.

Source: readquestion() in Moodle's question/format/gift/format.php.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quiz.exchange.evidence import (
    EVIDENCE,
    NOTE,
    NOTE_AS_OF,
    NOTE_SOURCE,
    as_evidence,
    without_marks,
)
from quiz.exchange.gift.block import BLANKS, Block, shown
from quiz.exchange.gift.words import MOODLE, Words, words_of
from quiz.model.labels import Difficulty, Skill
from quiz.model.public_question import BLANK
from quiz.model.question import Note

NO_KEY = "no answer is marked as right"
"""Why a question is none."""
CHECKLIST = "Checklist"
"""The label of a point that a full explanation names."""
REASONS = tuple(f"Reason {number}" for number in range(1, 100))
"""The labels of the reasons of pairs, and behind these of choices that fit nothing."""
_NOTE = (NOTE, NOTE_AS_OF, NOTE_SOURCE)
_LABELS = {"skill": tuple(Skill), "difficulty": tuple(Difficulty)}
_ENDS = (".", "?", "!", ":")
_BRACES = r"write \{ and \} for those that belong to the text"


class Refused(Exception):
    """What stands there is no question of ours; the message says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question, or a description, which has no answers."""

    stem: str
    """Its words, with a blank for the answers where more words follow."""
    has_blank: bool
    answers: str | None
    """What stands in the braces but the general feedback, hidden; None where there are none."""
    format: str
    """The format of its texts that name no other one."""
    tags: Mapping[str, str]
    """What our tags say, by their names."""
    common: Mapping[str, Any]
    """The fields that a question has of whatever kind."""
    checklist: tuple[str, ...]
    """What a full explanation names."""
    reasons: Mapping[str, str]
    """Reasons that stand in the general feedback, by their labels."""
    lost: tuple[str, ...]
    """What could not be carried of its stem, its feedback and its tags."""

    @property
    def kind(self) -> str:
        """The kind that a tag of ours names; empty where none does."""
        return self.tags.get("kind", "")

    def because(self, reason: str | None) -> Mapping[str, Any]:
        """Return the common fields, explained by the reason of the key where nothing else does."""
        return {**self.common, "explain": self.common["explain"] or reason or ""}

    def unexplained(self, reason: str | None) -> tuple[str, ...]:
        """Return that the reason of the key is lost, where the question is explained without."""
        return ("why its answer is right",) if reason and self.common["explain"] else ()

    @property
    def task_and_sentence(self) -> Mapping[str, Any]:
        """Its stem as a cloze has it: what to do, and the sentence."""
        task, _, sentence = self.stem.partition("\n") if self.kind == "cloze" else ("", "", "")
        return {"ask": task or "What is missing?", "text": sentence or self.stem}


def named(block: Block) -> tuple[str, str]:
    """Return the name that a block begins with, or nothing, and the hidden text behind it."""
    text = block.text
    if not text.startswith("::"):
        return "", text
    name, ended, rest = text[2:].partition("::")
    return (" ".join(shown(name).split()), rest.strip(BLANKS)) if ended else ("", text[2:])


def item_of(block: Block, text: str) -> Item:
    """Return what a block says, from the text behind its name.

    Raises:
        Refused: its braces don't fit together, or it has no words.
    """
    head, answers, tail = _parts(text)
    tags, foreign = _tags(block)
    has_blank = answers is not None and (tags.get("kind") == "cloze" or _goes_on(head, tail))
    stem = words_of(f"{head}{BLANK}{tail}" if has_blank else head, MOODLE)
    if not stem.text:
        raise Refused("it has no words but its answers")
    before, marked, feedback = (answers or "").rpartition("####")
    said = words_of(feedback.strip(BLANKS), stem.format) if marked else Words("", stem.format)
    explain, marks = without_marks(said.text, (EVIDENCE, *_NOTE, CHECKLIST, *REASONS))
    common = {
        "id": block.id,
        "topic": "",
        "skill": Skill(tags["skill"]) if "skill" in tags else None,
        "difficulty": Difficulty(tags["difficulty"]) if "difficulty" in tags else None,
        "explain": explain,
        "note": _note(dict(marks)),
        "evidence": as_evidence(value for label, value in marks if label == EVIDENCE),
    }
    return Item(
        stem=stem.text,
        has_blank=has_blank,
        answers=None if answers is None else (before if marked else answers).strip(BLANKS),
        format=stem.format,
        tags=tags,
        common=common,
        reasons=dict(marks),
        checklist=tuple(value for label, value in marks if label == CHECKLIST),
        lost=(*stem.lost, *said.lost, *(f"the tag “{tag}”" for tag in foreign)),
    )


def _note(marks: Mapping[str, str]) -> Note | None:
    text, as_of, source = (marks.get(label) for label in _NOTE)
    return Note(text=text, as_of=as_of, source=source) if text and as_of and source else None


def _parts(text: str) -> tuple[str, str | None, str]:
    """Return what stands before the braces, in them, and behind them."""
    head, opened, rest = text.partition("{")
    answers, closed, tail = rest.partition("}")
    if "}" in head:
        raise Refused(f"a brace is closed here and none is open: {_BRACES}")
    if not opened:
        return head, None, ""
    if not closed:
        raise Refused("its braces are not closed: write a }, and no empty line before it")
    if "{" in answers or "{" in tail or "}" in tail:
        raise Refused(f"more than one pair of braces: {_BRACES}")
    return head, answers, tail


def _goes_on(head: str, tail: str) -> bool:
    """Return whether the answers stand within a sentence; a mark behind a full one is none."""
    if any(char.isalnum() for char in tail):
        return True
    return bool(tail.strip(BLANKS)) and not head.rstrip(BLANKS).endswith(_ENDS)


def _tags(block: Block) -> tuple[dict[str, str], list[str]]:
    """Return the tags of ours by their names, and all others."""
    ours, others = {}, []
    for tag in block.tags:
        name, _, value = tag.partition(":")
        if name in {"kind", "unit"} or value in _LABELS.get(name, ()):
            ours[name] = value
        else:
            others.append(tag)
    return ours, others
