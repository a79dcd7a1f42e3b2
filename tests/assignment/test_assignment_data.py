"""Files for a class: good ones are read, broken ones refused with the place and the reason."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quiz.assignment.assignment_data import from_bytes, to_text
from quiz.engine.assigning import assign
from quiz.engine.redaction import content_id
from quiz.engine.selection import QuestionFilter
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.problem import QuizError
from quiz.model.question import KINDS
from quiz.service import Service
from tests.engine.conftest import build_quiz

FILES = Path(__file__).with_name("files")
TERMS = AssignmentSettings(
    mode="practice",
    count=3,
    seed=0,
    form=None,
    certainty=True,
    instructions="Read first.\n\nThen answer.",
    until=datetime(2026, 12, 4, 23, 59, tzinfo=UTC),
    folder="results/7b",
)
Change = Callable[[dict[str, Any]], object]


def made(terms: AssignmentSettings = TERMS) -> Assignment:
    drawn = assign(
        build_quiz(), QuestionFilter(), replace(terms, count=None), id="0" * 16, rng=Random(1)
    )
    return replace(drawn, terms=terms)


def test_every_kind_and_every_term_is_read_back() -> None:
    assert {question.kind for question in made().questions} == set(KINDS)
    assert from_bytes(to_text(made()).encode()) == made()
    assert from_bytes(to_text(made(AssignmentSettings())).encode()).terms == AssignmentSettings()
    with_answers = replace(made(), source="schema: 1\n")
    assert from_bytes(to_text(with_answers).encode()) == with_answers


@pytest.mark.parametrize("path", sorted((FILES / "good").iterdir()), ids=lambda path: path.name)
def test_good_files_of_this_version_are_read_for_ever(path: Path, tmp_path: Path) -> None:
    service = Service(tmp_path)
    found = service.library.open_any(str(path))
    assert isinstance(found, Assignment)
    assert service.exercises.start(found, "Ada").session.asked
    assert json.loads(to_text(found)) == json.loads(path.read_text(encoding="utf-8"))


BROKEN = dict(
    line.split(": ", 1) for line in (FILES / "broken.txt").read_text(encoding="utf-8").splitlines()
)


@pytest.mark.parametrize("name", BROKEN)
def test_broken_files_are_refused_in_words(name: str, tmp_path: Path) -> None:
    path = FILES / "broken" / name
    with pytest.raises(QuizError) as caught:
        Service(tmp_path).library.open_any(str(path))
    assert str(caught.value) == f"{path}: {BROKEN[name]}"


def test_there_is_a_message_for_every_broken_file() -> None:
    assert set(BROKEN) == {path.name for path in (FILES / "broken").iterdir()}


def at(kind: str) -> int:
    return [question.kind for question in made().questions].index(kind)


def question(kind: str, **changed: object) -> Change:
    return lambda data: data["questions"][at(kind)].update(changed)


TABLE: list[tuple[Change, str]] = [
    (lambda data: data.pop("passage"), "passage: missing"),
    (lambda data: data["passage"].update(text=" "), "passage.text: empty"),
    (lambda data: data["passage"].update(text="x" * 50_001), "longer than 50,000 characters"),
    (lambda data: data.update(title="A\u202eB"), "title: holds the hidden character U+202E"),
    (lambda data: data.update(language="../x"), "language: not as it has to be written"),
    (lambda data: data.update(run="rm"), "run: unknown"),
    (lambda data: data["terms"].update(run="rm"), "terms.run: unknown"),
    (lambda data: data["terms"].pop("mode"), "terms.mode: missing"),
    (lambda data: data["terms"].update(count=0), "terms.count: less than 1"),
    (lambda data: data["terms"].update(seed=-1), "terms.seed: less than 0"),
    (lambda data: data["terms"].update(certainty=1), "terms.certainty: not true or false"),
    (lambda data: data["terms"].update(until="2026-12-04"), "terms.until: no date and time"),
    (lambda data: data["terms"].update(folder="a\nb"), "terms.folder: not a folder inside"),
    (lambda data: data["terms"].update(folder="a\x00b"), "terms.folder: holds the hidden"),
    (lambda data: data["terms"].update(folder=""), "terms.folder: empty"),
    (lambda data: data.update(questions=[]), "questions: too few values: at least 1"),
    (lambda data: data["questions"].append(data["questions"][0]), "the same question twice"),
    (lambda data: data["questions"].append({"kind": "essay"}), "[10]: no kind that is known"),
    (question("choice", correct=1), ".correct: unknown"),
    (question("choice", ask="Another?"), ".id: not that of this question: the file was changed"),
    (question("choice", parts=["one"]), ".parts: too few values: at least 2"),
    (question("choice", shuffle="no"), ".shuffle: not true or false"),
    (question("choices", pick=1), ".pick: less than 2"),
    (question("statement", parts=["Yes", "No"]), ".parts: unknown"),
    (question("number", unit=""), ".unit: empty"),
    (question("cloze", text="x" * 2_001), ".text: longer than 2,000 characters"),
    (question("order", id="../../../../x"), ".id: not as it has to be written"),
]


@pytest.mark.parametrize(("change", "message"), TABLE, ids=[message for _, message in TABLE])
def test_what_is_wrong_is_said_with_its_place(change: Change, message: str) -> None:
    data = json.loads(to_text(made()))
    change(data)
    with pytest.raises(ValueError, match=re.escape(message)):
        from_bytes(json.dumps(data).encode())


@pytest.mark.parametrize(
    ("kind", "changed", "message"),
    [
        ("choices", {"pick": 5}, "pick: not fewer than there are parts"),
        ("cloze", {"text": "No blank."}, "text: not from 1 to 20 blanks"),
        ("cloze", {"text": "___" * 21}, "text: not from 1 to 20 blanks"),
        ("match", {"parts": ("a", "b", "c")}, "parts: not more than there are lefts"),
    ],
)
def test_what_no_quiz_can_ask_is_refused_under_its_right_mark(
    kind: str, changed: dict[str, Any], message: str
) -> None:
    given = made()
    odd = replace(given.questions[at(kind)], **changed)
    odd = replace(odd, id=content_id(odd, given.passage))
    with pytest.raises(ValueError, match=re.escape(f"questions[0].{message}")):
        from_bytes(to_text(replace(given, questions=(odd,))).encode())
