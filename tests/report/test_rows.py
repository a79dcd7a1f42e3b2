"""The tables for a spreadsheet."""

import csv
import io
import re

from quiz.analysis.class_report import report
from quiz.model.quiz import Quiz
from quiz.model.text import first_forbidden
from quiz.report.rows import ANSWERS, LEARNERS, answer_table, learner_table

from ..analysis.build import class_of
from ..paper.build import BANK
from .build import hostile, small, twice


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_for_each_learner_and_question() -> None:
    rows = read(answer_table(small()))
    assert tuple(rows[0]) == ANSWERS
    assert len(rows) == 4 * 3
    said = [
        (row["learner"], row["question"], row["answer"], row["result"], row["points"])
        for row in rows
    ]
    assert said[:4] == [
        ("Ana", "c", "Fog", "right", "2.0"),
        ("Ana", "s", "", "empty", "0"),
        ("Ana", "sh", "rain", "right", "1.0"),
        ("Ben", "c", "Hail", "wrong", "0.0"),
    ]
    assert rows[0]["certainty"] == "3"
    assert rows[0]["possible"] == "2"
    assert rows[0]["asked"] == "Which one?"


def test_what_is_not_scored_has_an_answer_and_no_points() -> None:
    rows = read(answer_table(report(BANK, class_of(BANK, [f"L{n}" for n in range(9)]))))
    told = [row for row in rows if row["question"] == "t" and row["answer"]]
    assert {(row["answer"], row["result"], row["points"], row["share"]) for row in told} == {
        ("In my own words.", "not scored", "", "")
    }


def test_a_row_for_each_learner() -> None:
    rows = read(learner_table(small()))
    assert tuple(rows[0]) == LEARNERS
    assert [row["learner"] for row in rows] == ["Ana", "Ben", "Cleo", "Dan"]
    assert rows[0]["points"] == "3.0"
    assert rows[0]["share"] == "0.75"
    assert rows[1]["certainty_points"] == "-9.0"  # 3 for a right answer, -6 for each of two wrong
    assert rows[3]["certainty_points"] == ""


def test_forms_stand_below_each_other(ketamine: Quiz) -> None:
    rows = read(learner_table(twice(ketamine)))
    assert [row["form"] for row in rows] == ["pre"] * 40 + ["post"] * 38


def test_nothing_that_a_spreadsheet_would_run() -> None:
    for text in (answer_table(hostile()), learner_table(hostile())):
        for row in csv.reader(io.StringIO(text, newline="")):
            for cell in row:
                if not re.fullmatch(r"-?\d+(\.\d+)?", cell):
                    assert not re.match(r"\s*[=+\-@\t\r＝＋－＠]", cell), cell  # noqa: RUF001
                    assert not re.search(r";\s*[=+\-@]", cell), cell
                assert first_forbidden(cell) is None
                assert "\n" not in cell


def test_no_learner_is_a_table_of_names_alone() -> None:
    assert answer_table(report(BANK, [])).strip() == ",".join(ANSWERS)
