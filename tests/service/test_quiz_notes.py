"""A draft as the text of a quiz file, with a place for all that is still to be written."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.check.finishing import left_to_do
from quiz.model.problem import written
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read, read_bytes
from quiz.service import quiz_notes
from tests.support.drafts import bare
from tests.support.files import ROOT

FOLDER = ROOT / "tests/quizzes/good"
GOOD = sorted(path for path in FOLDER.glob("*.yaml") if "draft" not in path.stem)


def with_places(quiz: Quiz) -> str:
    head = quiz_notes.head(quiz, "q.yaml", quiz_notes.OF_IMPORT)
    entries = [quiz_notes.question(question, ["one", "two"]) for question in quiz.questions]
    return "\n".join([head, "questions:", *entries])


def left(quiz: Quiz) -> set[str]:
    return {written(fault.path) for fault in left_to_do(quiz)}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_what_a_draft_lacks_is_left_to_do_until_its_place_is_written_over(path: Path) -> None:
    draft = bare(read(path))
    text = with_places(draft)
    assert left(read_bytes(text.encode(), "q.yaml")) == left(draft)
    for where in left(draft) - {"topics"}:
        key = re.sub(r"\[\d+\]$", "", where).rpartition(".")[2]
        assert re.search(rf'^ *(?:- |# )?"?{key}"?:', text, re.MULTILINE), where


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_quiz_that_lacks_nothing_stays_as_it_is(path: Path) -> None:
    quiz = replace(read(path), draft=True)
    assert read_bytes(with_places(quiz).encode(), "q.yaml") == quiz


def test_a_passage_that_is_missing_has_its_place() -> None:
    draft = bare(read(FOLDER / "short.yaml"))
    text = with_places(replace(draft, passage=replace(draft.passage, text="")))
    place = "\n  # text: |\n  #   Write here the text that the questions are about.\n"
    assert place in text
    begun = read_bytes(text.replace(place, place.replace("  # ", "  ")).encode(), "q.yaml")
    assert left(begun) == left(draft) | {"passage.text"}
