"""Quizzes as flashcards, read as Anki reads them, and by Anki itself where it is installed."""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO, StringIO
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.exchange import anki
from quiz.exchange.format import Exported
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read
from tests.support.html import Html
from tests.support.made_up import HOSTILE, quizzes, texts_of

GOOD = Path(__file__).parents[1] / "quizzes/good"
UNSEEN = {"accept", "answer", "difficulty", "id", "kind", "points", "skill", "tag", "topic"}
ELEMENTS = {"div", "p", "ul", "li", "b", "blockquote", "details", "summary"}
ANKI = os.environ.get("QUIZ_ANKI") or (sys.executable if find_spec("anki") else "")


Writing = Callable[[Quiz], Exported]


class Note(NamedTuple):
    guid: str
    front: str
    back: str
    tags: list[str]


def of_package(data: bytes) -> tuple[list[Note], dict[str, Any]]:
    """Return the notes of an `.apkg` file, and the names of its decks by their numbers."""
    with ZipFile(BytesIO(data)) as archive:
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
    rows = database.execute("SELECT guid, flds, tags FROM notes").fetchall()
    (decks,) = database.execute("SELECT decks FROM col").fetchone()
    database.close()
    notes = []
    for guid, fields, tags in rows:
        front, back = fields.split("\x1f")
        notes.append(Note(guid, front, back, tags.split()))
    return notes, {number: deck["name"] for number, deck in json.loads(decks).items()}


def of_text(data: bytes) -> tuple[list[Note], dict[str, str]]:
    """Return the notes of a tab-separated file, and its headers."""
    lines = data.decode().splitlines(keepends=True)
    headers = dict(line[1:].rstrip("\n").split(":", 1) for line in lines if line[0] == "#")
    text = StringIO("".join(line for line in lines if line[0] != "#"))
    rows = csv.reader(text, "excel-tab")
    return [Note(guid, front, back, tags.split()) for guid, front, back, tags in rows], headers


def test_a_card_asks_on_its_front_and_explains_on_its_back() -> None:
    notes, headers = of_text(anki.write_text(read(GOOD / "everything.yaml")).data)
    assert headers == {
        "separator": "tab",
        "html": "true",
        "notetype": "Article quiz",
        "deck": "Water: what's in a glass?",
        "columns": "GUID\tFront\tBack\tTags",
        "guid column": "1",
        "tags column": "4",
    }
    assert notes[0].guid == "everything/hot"
    assert notes[0].tags == ["kind:choice", "topic:need", "skill:understand", "difficulty:easy"]
    assert Html(notes[0].front).text == (
        "When do you need more water?A. At nightB. On hot daysPick one.HintThink of the sun."
    )
    assert Html(notes[0].back).text == (
        "B. On hot days✗ A. At night – Night is not in the passage."
        "✓ B. On hot days – The passage says so.Hot days, and hard work.On hot days"
        "Very old people feel thirst less. (Checked in November 2026. Source: A leaflet)"
    )


def test_a_sentence_to_find_is_one_of_a_few() -> None:
    ((note,), _) = of_text(anki.write_text(read(GOOD / "locate.yaml")).data)
    assert note.front.count("<li>") == 4
    assert "D. Cold water works as well as warm water." in note.back


def test_a_package_and_a_text_hold_the_same_notes() -> None:
    quiz = read(GOOD / "everything.yaml")
    notes, decks = of_package(anki.write_package(quiz).data)
    assert notes == of_text(anki.write_text(quiz).data)[0]
    assert "Water: what's in a glass?" in decks.values()
    assert anki.write_package(quiz).losses == anki.write_text(quiz).losses


def test_a_deck_and_its_notes_keep_their_names_when_the_quiz_changes() -> None:
    quiz = read(GOOD / "everything.yaml")
    notes, decks = of_package(anki.write_package(quiz).data)
    later, later_decks = of_package(anki.write_package(replace(quiz, title="Another")).data)
    assert [note.guid for note in later] == [note.guid for note in notes]
    assert later_decks.keys() == decks.keys()


def test_a_title_with_colons_makes_one_deck() -> None:
    quiz = replace(read(GOOD / "choice.yaml"), title="Water::or:::not")
    assert of_text(anki.write_text(quiz).data)[1]["deck"] == "Water:or:not"
    assert "Water:or:not" in of_package(anki.write_package(quiz).data)[1].values()


def test_without_genanki_a_package_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(anki.NoGenanki, match=r"pip install 'article-quiz\[anki\]'.*\.tsv"):
        anki.write_package(read(GOOD / "choice.yaml"))
    assert anki.write_text(read(GOOD / "choice.yaml")).data


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(quizzes())
def test_every_key_reason_and_explanation_is_in_it_as_text(quiz: Quiz) -> None:
    notes, _ = of_text(anki.write_text(quiz).data)
    for question, note in zip(quiz.questions, notes, strict=True):
        sides = [Html(note.front), Html(note.back)]
        shown = "\n".join(side.text for side in sides)
        assert all(side.tags <= ELEMENTS for side in sides)
        assert "[" not in note.front + note.back  # no command of Anki begins
        for text in texts_of(question, UNSEEN):
            assert " ".join(text.split()) in shown


@pytest.mark.skipif(not ANKI, reason="anki is not installed: name a Python with it in QUIZ_ANKI")
class TestAnki:
    def imported(self, folder: Path, *files: tuple[str, bytes]) -> dict[str, list[dict[str, Any]]]:
        paths = []
        for number, (ending, data) in enumerate(files):
            paths.append(folder / f"{number}{ending}")
            paths[-1].write_bytes(data)
        script = Path(__file__).parent / "read_with_anki.py"
        run = subprocess.run([ANKI, script, *paths], capture_output=True, check=True)
        found: dict[str, list[dict[str, Any]]] = json.loads(run.stdout)
        return found

    @pytest.mark.parametrize(
        ("ending", "write"), [(".apkg", anki.write_package), (".tsv", anki.write_text)]
    )
    def test_what_is_exported_later_updates_the_notes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, write: Writing
    ) -> None:
        seconds = count(1_800_000_000)
        monkeypatch.setattr("time.time", lambda: next(seconds))
        quiz = read(GOOD / "everything.yaml")
        first, *others = quiz.questions
        edited = replace(quiz, questions=(replace(first, explain="Newer."), *others))
        files = [(ending, write(one).data) for one in (quiz, edited)]
        found = self.imported(tmp_path, *files)
        assert found["imported"][0] == {"new": 4, "updated": 0}
        assert found["imported"][1]["new"] == 0
        assert [note["guid"] for note in found["notes"]] == [
            f"everything/{question.id}" for question in quiz.questions
        ]
        assert "Newer." in found["notes"][0]["back"]
        assert found["notes"][0]["deck"] == quiz.title

    @pytest.mark.parametrize("endings", [(".tsv", ".apkg"), (".apkg", ".tsv")])
    def test_a_text_and_a_package_make_one_card_of_a_question(
        self, tmp_path: Path, endings: tuple[str, str]
    ) -> None:
        quiz = read(GOOD / "everything.yaml")
        written = {".tsv": anki.write_text(quiz).data, ".apkg": anki.write_package(quiz).data}
        files = [(ending, written[ending]) for ending in endings]
        notes = self.imported(tmp_path, *files)["notes"]
        assert [note["guid"] for note in notes] == [f"everything/{one}" for one in quiz.by_id]

    @pytest.mark.parametrize(
        ("ending", "write"), [(".apkg", anki.write_package), (".tsv", anki.write_text)]
    )
    def test_a_text_that_means_something_to_anki_stays_text(
        self, tmp_path: Path, ending: str, write: Writing
    ) -> None:
        quiz = read(GOOD / "choice.yaml")
        (question,) = quiz.questions
        hostile = [
            replace(question, id=f"q{number}", ask=text, explain=text)
            for number, text in enumerate(HOSTILE)
        ]
        data = write(replace(quiz, questions=tuple(hostile))).data
        notes = self.imported(tmp_path, (ending, data))["notes"]
        assert len(notes) == len(HOSTILE)
        for note, text in zip(notes, HOSTILE, strict=True):
            assert note["sounds"] == 0
            assert Html(note["front"]).text.startswith(" ".join(text.split()))
            assert " ".join(text.split()) in Html(note["back"]).text
