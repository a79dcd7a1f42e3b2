"""Writes a quiz as a GIFT file: a block a question, with no empty line in it.

What is told as lost is what does not come back when the block is read again.
"""

from collections.abc import Iterator
from dataclasses import fields

from quiz.engine.kinds import public
from quiz.exchange.evidence import EVIDENCE, NOTE, NOTE_AS_OF, NOTE_SOURCE, with_marks
from quiz.exchange.format import Exported, Loss
from quiz.exchange.gift.block import escaped, in_brackets
from quiz.exchange.gift.item import CHECKLIST, REASONS
from quiz.exchange.gift.layout import Layout, layout_of
from quiz.exchange.gift.reading import CATEGORY, read
from quiz.exchange.gift.words import in_pairs
from quiz.exchange.unheld import in_order, unheld
from quiz.model.question import Question, TeachBack
from quiz.model.quiz import Quiz

_UNHELD = (
    *("glossary", "know", "forms", "claims"),
    *("points", "hint", "group", "waive"),
)
_LOST = {
    "reject": "wrong answers that it has no place for",
    "shuffle": "the order of its options",
    "ask": "the line breaks of its task",
    "text": "the line breaks of its sentence",
    "accept": "right answers with an arrow (->)",
    "blanks": "right words beside the first one of a blank, and the wrong ones that it names",
}


_TOLD = {"topic", "draft", "claims", "points", "hint", "group", "waive"}


def write(quiz: Quiz) -> Exported:
    """Return a quiz as a GIFT file, and what it could not carry."""
    category = _category(quiz, "")
    pieces = [f"{CATEGORY} {category}\n", *_passage(quiz)]
    losses = [*unheld(quiz, *_UNHELD)]
    for question in quiz.questions:
        layout = layout_of(question, quiz)
        block = _block(question, layout) if layout else ""
        back = _read_back(block)
        losses += (Loss(question.id, what) for what in _lost(question, back))
        if not isinstance(back, type(question)):
            continue
        if category != (category := _category(quiz, question.topic)):
            pieces.append(f"{CATEGORY} {category}\n")
        pieces.append(block)
    return Exported(data="\n".join(pieces).encode(), losses=in_order(quiz, losses))


def _passage(quiz: Quiz) -> Iterator[str]:
    """Yield the passage as a description."""
    if quiz.passage.text:
        yield f"::{escaped(quiz.passage.title)}::[plain]{escaped(quiz.passage.text)}\n"


def _category(quiz: Quiz, topic: str) -> str:
    """Return a topic within the quiz, in words; a slash in a name is written twice."""
    names = (quiz.title, quiz.topics.get(topic, topic))
    return " / ".join(" ".join(name.split()).replace("/", "//") for name in names if name)


def _block(question: Question, layout: Layout) -> str:
    lines = ("", *layout.answers, *_general_feedback(question, layout))
    inside = "\n\t".join(lines) + "\n" if any(lines) else ""
    return (
        f"// {' '.join(_comments(question, layout))}\n"
        f"::{question.id}::[plain]{escaped(layout.stem)}"
        f"{{{layout.opening}{inside}}}{escaped(layout.tail)}\n"
    )


def _comments(question: Question, layout: Layout) -> Iterator[str]:
    """Yield the id, and what GIFT has no place for, as tags."""
    yield in_brackets("id", question.id)
    unit = getattr(question, "unit", None)
    tags = {
        "kind": layout.kind,
        "skill": question.skill,
        "difficulty": question.difficulty,
        "unit": unit,
    }
    for name, value in tags.items():
        if value:
            yield in_brackets("tag", f"{name}:{value}")


def _general_feedback(question: Question, layout: Layout) -> Iterator[str]:
    points = question.checklist if isinstance(question, TeachBack) else ()
    note = question.note
    marks = (
        *((EVIDENCE, quote) for quote in question.quotes),
        *(
            ((NOTE, note.text), (NOTE_AS_OF, note.as_of), (NOTE_SOURCE, note.source))
            if note
            else ()
        ),
        *((CHECKLIST, point) for point in points),
        *((label, said) for label, said in zip(REASONS, layout.reasons, strict=False) if said),
    )
    if text := with_marks(question.explain, marks):
        yield f"####{in_pairs(text)}"


def _read_back(block: str) -> Question | None:
    entries = read(block).entries
    return entries[0].question if entries else None


def _lost(question: Question, back: Question | None) -> Iterator[str]:
    """Yield what differs in a question that was written and read back."""
    if not isinstance(back, type(question)):
        yield "all of it: GIFT has no place for such a question"
        return
    if public(question).most_words:
        yield "right answers in a form that is not listed"
    for field in fields(type(question)):
        before, after = (getattr(one, field.name) for one in (question, back))
        if field.name == "reject":  # in whatever order
            before, after = set(before), set(after)
        if field.name not in _TOLD and before != after:
            yield _LOST.get(field.name, f"a part of its {field.name}")
