"""The history for other programs."""

import csv
import io
import json

from quiz.store.export import COLUMNS, cells, to_csv, to_json
from quiz.store.records import ResponseRecord
from quiz.store.writing import to_data
from tests.store.conftest import attempt, response


def words(answer: ResponseRecord) -> tuple[str, str]:
    """Return a stem, and what was typed or that something was picked."""
    said = to_data(answer.answer)
    return "What do bees\ncollect?", " / ".join(said.get("texts", ["The queen"]))


def test_csv_has_a_heading_and_a_line_an_answer() -> None:
    answers = [
        response(attempt(), 0, number=1),
        response(attempt(), 1, number=2, quiz="=HYPERLINK(1)", scored=False),
    ]
    heading, first, second = csv.reader(io.StringIO(to_csv(answers, words)))
    assert tuple(heading) == COLUMNS
    assert first[:3] == ["1", "2026-03-01T12:00:00.000000+00:00", "rivers"]
    assert (first[8], first[13]) == ("The queen", "What do bees collect?")
    assert first[9] == "1.0"
    assert second[2] == "'=HYPERLINK(1)"
    assert second[9] == ""


def test_json_holds_the_answer_as_data() -> None:
    (row,) = json.loads(to_json([response(attempt(), 0, number=7, certainty=2)]))
    assert tuple(row) == COLUMNS[:-1]
    assert row["number"] == 7
    assert row["answer"] == {"way": "picked", "options": [0]}
    assert row["certainty"] == 2
    assert row["meant"] is False


def test_a_cell_is_one_line_of_clean_text() -> None:
    typed = {"way": "typed", "texts": ["a\nb", "\u202e"]}
    row = cells(response(attempt(), 0, number=1, answer=typed, question="q\x1b[31m\n0"), words)
    assert len(row) == len(COLUMNS)
    assert not any("\x1b" in cell or "\n" in cell for cell in row)


def test_no_answer_holds_what_splits_a_line_elsewhere() -> None:
    typed = {"way": "typed", "texts": ["nectar;=1+1", "a\t=1"]}
    text = to_csv([response(attempt(), 0, number=1, answer=typed)], words)
    assert ";" not in text
    assert "\t" not in text
    row = dict(zip(*csv.reader(io.StringIO(text)), strict=True))
    assert row["answer"] == "nectar,=1+1 / a =1"
