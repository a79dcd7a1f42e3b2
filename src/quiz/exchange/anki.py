"""Flashcards for Anki: a package by genanki, or a text of tab-separated fields that needs nothing.

Each question is a note whose name is made of the ids of its quiz and its own, so that what is
exported later takes the place of what was imported before. Source: "Text files" in Anki's manual.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import closing
from csv import QUOTE_MINIMAL, writer
from hashlib import sha256
from io import BytesIO, StringIO
from itertools import count
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from quiz.engine.dates import source_of
from quiz.exchange.card import card_of
from quiz.exchange.format import Exported, Format
from quiz.exchange.losses import losses
from quiz.exchange.sentence_choice import as_choice
from quiz.model.problem import QuizError
from quiz.model.question import Locate, Question
from quiz.model.quiz import Quiz
from quiz.model.text import clean_line
from quiz.pages import page

if TYPE_CHECKING:
    import genanki

_HOLDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("choice", "choices", "statement", "number", "short", "cloze", "order", "match"),
        "a card to turn over",
    ),
    "locate": "a card to turn over, with a few sentences to choose from",
    "teach-back": "a card to turn over, the checklist on its back",
    "id": "name of the note",
    **dict.fromkeys(("why", "quote", "explain", "evidence", "note"), "on the back"),
    "hint": "on the front, behind a click",
    **dict.fromkeys(("topic", "skill", "difficulty"), "a tag"),
    "shuffle": "options that are not to be mixed stand in their order",
}
_NOTE_TYPE = 1_607_392_315
"""The number of the type of note: as long as it stays, Anki knows the notes again."""
_NOTE_TYPE_NAME = "Article quiz"
_CSS = """
.card { font-family: sans-serif; font-size: 20px; line-height: 1.4; text-align: start;
  max-width: 40em; margin: 0 auto; padding: 0 0.5em; }
ul { list-style: none; padding-inline-start: 1em; }
blockquote { border-inline-start: 4px solid #999; margin-inline: 0; padding-inline: 0.8em; }
.how, .note { font-size: 80%; }
"""
_HEADERS = f"""\
#separator:tab
#html:true
#notetype:{_NOTE_TYPE_NAME}
#deck:{{deck}}
#columns:GUID\tFront\tBack\tTags
#guid column:1
#tags column:4
"""


class NoGenanki(QuizError):
    """The package that makes packages for Anki is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "For an .apkg file the package genanki is needed. To add it: pip install "
            "'article-quiz[anki]', or with pipx: pipx inject article-quiz genanki. Text needs "
            "nothing, and Anki imports it, too: --to anki-text, and a file that ends in .tsv."
        )


class _Note(NamedTuple):
    guid: str
    front: str
    back: str
    tags: tuple[str, ...]


def write_package(quiz: Quiz) -> Exported:
    """Return a quiz as an `.apkg` file, and what it could not carry.

    Raises:
        NoGenanki: the package that makes it is not installed.
    """
    try:
        import genanki  # the package need not be there
    except ImportError as error:
        raise NoGenanki from error
    fields = [{"name": "Front"}, {"name": "Back"}]
    template = {
        "name": "Card 1",  # as in Anki's own types: notes that came as text keep their card
        "qfmt": "{{Front}}",
        "afmt": "{{FrontSide}}<hr id=answer>{{Back}}",
    }
    model = genanki.Model(_NOTE_TYPE, _NOTE_TYPE_NAME, fields, [template], _CSS)
    deck = genanki.Deck(_number(quiz.id), _deck(quiz))
    for note in _notes(quiz):
        both = [note.front, note.back]
        deck.add_note(genanki.Note(model, both, guid=note.guid, tags=note.tags))
    return Exported(data=_packed(genanki.Package(deck)), losses=losses(quiz, _HOLDS))


def write_text(quiz: Quiz) -> Exported:
    """Return a quiz as tab-separated text with the headers that Anki reads, and what is lost."""
    text = StringIO()
    text.write(_HEADERS.format(deck=_deck(quiz)))
    rows = writer(text, "excel-tab", quoting=QUOTE_MINIMAL, lineterminator="\n")
    rows.writerows((*note[:3], " ".join(note.tags)) for note in _notes(quiz))
    return Exported(data=text.getvalue().encode(), losses=losses(quiz, _HOLDS))


def _packed(package: genanki.Package) -> bytes:
    """Return the file: genanki itself would leave a copy of it among the temporary files."""
    database = sqlite3.connect(":memory:")
    now = time.time()
    package.write_to_db(database.cursor(), now, count(int(now * 1000)))
    database.commit()
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive, closing(database):
        archive.writestr("collection.anki2", database.serialize())
        archive.writestr("media", "{}")
    return packed.getvalue()


def _notes(quiz: Quiz) -> Iterator[_Note]:
    for question in quiz.questions:
        asked = as_choice(question, quiz) if isinstance(question, Locate) else question
        card = card_of(asked, quiz)
        note = question.note and f"{question.note.text} ({source_of(question.note)})"
        front, back = (
            page("quiz.exchange", f"anki_{side}.html", card=card, question=question, note=note)
            for side in ("front", "back")
        )
        tags = tuple(_tags(question))
        yield _Note(f"{quiz.id}/{question.id}", _on_one_line(front), _on_one_line(back), tags)


def _on_one_line(html: str) -> str:
    """Return HTML on one line; Anki finds no command of its own, as [sound:...], in it."""
    return " ".join(html.split()).replace("[", "&#91;")


def _tags(question: Question) -> Iterator[str]:
    for name in ("kind", "topic", "skill", "difficulty"):
        if value := getattr(question, name):
            yield f"{name}:{'_'.join(value.split())}"


def _deck(quiz: Quiz) -> str:
    return re.sub(":{2,}", ":", clean_line(quiz.title))  # two would make a deck within a deck


def _number(name: str) -> int:
    """Return a number for a name that is always the same."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big") + 1


PACKAGE = Format(
    name="anki", title="Anki", ending=".apkg", text=False, write=write_package, holds=_HOLDS
)
TEXT = Format(
    name="anki-text", title="Anki, as text", ending=".tsv", write=write_text, holds=_HOLDS
)
