"""Reads a GIFT file: block by block, as Moodle does.

Source: Moodle's question/format/gift/format.php, and its documentation of the GIFT format.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from quiz.exchange.format import Entry, Imported, NotThatFormat
from quiz.exchange.gift.block import BLANKS, Block, blocks
from quiz.exchange.gift.item import Item, Refused, item_of, named
from quiz.exchange.gift.making import made
from quiz.exchange.gift.words import MOODLE, words_of
from quiz.exchange.text_file import text_of
from quiz.model.quiz import MOST_QUESTIONS
from quiz.model.text import clean_line

CATEGORY = "$CATEGORY:"
"""What a line begins with that says where the questions below it belong."""
_MOST = 2 * MOST_QUESTIONS
_MOST_ANSWERS = 20 * MOST_QUESTIONS
_LONGEST_NAME = 60
_CONTEXT = re.compile(r"\$[a-z]+\$")
_SLASH = "\ue000"

_Path = tuple[str, ...]
"""The names of categories, each within the one before."""


def read(data: bytes | str) -> Imported:
    """Return what a GIFT file holds.

    Raises:
        NotThatFormat: it is too long, no text, or holds too many questions.
    """
    text = text_of(data)
    if sum(text.count(mark) - text.count(f"\\{mark}") for mark in "=~") > _MOST_ANSWERS:
        raise NotThatFormat(f"the file has more than {_MOST_ANSWERS:,} answers: split it")
    found = [*islice(_placed(blocks(text)), _MOST + 1)]
    if len(found) > _MOST:
        raise NotThatFormat(f"the file has more than {_MOST:,} questions and texts: split it")
    title = _title({path for path, _ in found})
    entries: list[Entry] = []
    passage: list[str] = []
    for path, block in found:
        entry, words = _read(block)
        passage += words
        if entry:
            entries.append(replace(entry, topic=path[-1] if path[bool(title) :] else ""))
    return Imported(title=title, entries=tuple(entries), passage=tuple(passage))


def _placed(every: Iterator[Block]) -> Iterator[tuple[_Path, Block]]:
    """Yield each block that is no category, with the path of its category."""
    path: _Path = ()
    for block in every:
        lines = block.lines
        while lines and lines[0][1].startswith(CATEGORY):
            path = _path(lines[0][1].removeprefix(CATEGORY))
            lines = lines[1:]
        if lines:
            yield path, replace(block, lines=lines)


def _path(names: str) -> _Path:
    """Return the names of a path without where it is, as $course$; two slashes are one of a name.

    Source: split_category_path() in Moodle's question/format.php.
    """
    parts = names.replace("//", _SLASH).split("/")
    found = [part.replace(_SLASH, "/").strip(BLANKS) for part in parts]
    if _CONTEXT.fullmatch(found[0]):
        found = found[1:]
    return tuple(filter(None, found[1:] if found[:1] == ["top"] else found))


def _title(paths: set[_Path]) -> str:
    """Return the category that holds all others, or nothing."""
    firsts = {path[0] for path in paths if path}
    nested = any(len(path) > 1 for path in paths)
    return firsts.pop() if nested and len(firsts) == 1 else ""


def _read(block: Block) -> tuple[Entry | None, tuple[str, ...]]:
    """Return the question of a block, or the words of a description."""
    name, text = named(block)
    stem = words_of(text.partition("{")[0], MOODLE).text
    name = clean_line(name or stem)[:_LONGEST_NAME]
    try:
        item = item_of(block, text)
        if item.answers is None:
            return _told(block.line, name, item), (item.stem,)
        question, lost = made(item, item.answers)
    except Refused as reason:
        return Entry(line=block.line, name=name, question=None, refused=str(reason)), ()
    losses = tuple(dict.fromkeys((*item.lost, *lost)))
    return Entry(line=block.line, name=name, question=question, losses=losses), ()


def _told(line: int, name: str, item: Item) -> Entry | None:
    """Return what a description lost on its way into the passage, if anything."""
    if not item.lost:
        return None
    refused = "a description: its words go into the passage"
    return Entry(line=line, name=name, question=None, losses=item.lost, refused=refused)
