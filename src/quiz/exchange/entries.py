"""What a file of another program holds, from what was found in it, item by item."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice

from quiz.exchange.categories import Path, title_of
from quiz.exchange.format import Entry, Imported, NotThatFormat
from quiz.exchange.from_item import question_of
from quiz.exchange.item import Item, Refused, Way
from quiz.model.problem import shown
from quiz.model.quiz import MOST_QUESTIONS

_MOST = MOST_QUESTIONS + 1  # with a passage


@dataclass(frozen=True, slots=True)
class Found:
    """A question or a description of a file, which is still to be read."""

    path: Path
    """Its category."""
    line: int
    name: str
    read: Callable[[], Item]
    """Reads it; raises `Refused`."""


def imported(every: Iterable[Found]) -> Imported:
    """Return what a file holds; a question that can't be read leaves out no other.

    Raises:
        NotThatFormat: it holds too many questions.
    """
    entries: list[tuple[Path, Entry]] = []
    passage: list[str] = []
    found = [*islice(every, _MOST + 1)]
    if len(found) > _MOST:
        raise NotThatFormat(f"the file has more than {MOST_QUESTIONS:,} questions: split it")
    for one in found:
        entry = _entry(one, passage)
        entries += [(one.path, entry)] if entry else []
    title = title_of({path for path, _ in entries})
    topics = [path[-1] if path[bool(title) :] else "" for path, _ in entries]
    return Imported(
        title=title,
        entries=tuple(
            replace(entry, topic=topic) for topic, (_, entry) in zip(topics, entries, strict=True)
        ),
        passage=tuple(passage),
    )


def _entry(found: Found, passage: list[str]) -> Entry | None:
    """Return a question; a description goes into the passage, and what it lost is told."""
    name = shown(found.name)
    try:
        item = found.read()
        if item.way is not Way.READ:
            question = question_of(item)
            losses = tuple(dict.fromkeys(item.lost))
            return Entry(line=found.line, name=name, question=question, losses=losses)
    except Refused as refused:
        return Entry(line=found.line, name=name, question=None, refused=str(refused))
    passage += [item.stem] if item.stem else []
    losses = tuple(dict.fromkeys(item.lost))
    return Entry(line=found.line, name=name, question=None, losses=losses) if losses else None
