"""The tables for a spreadsheet."""

import csv
import io
import re

from quiz.analysis.class_report import report
from quiz.analysis.first_lines import first_lines
from quiz.model.quiz import Quiz
from quiz.model.text import first_forbidden
from quiz.report.figure_rows import FIGURES, QUESTIONS, figure_table, question_table
from quiz.report.rows import ANSWERS, LEARNERS, answer_table, learner_table

from ..analysis.build import class_of
from ..paper.build import BANK
from .build import hostile, small, twice, whole


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
    for table in (answer_table, learner_table, question_table, figure_table):
        text = table(hostile())
        for row in csv.reader(io.StringIO(text, newline="")):
            for cell in row:
                if not re.fullmatch(r"-?\d+(\.\d+)?", cell):
                    assert not re.match(r"\s*[=+\-@\t\r＝＋－＠]", cell), cell  # noqa: RUF001
                    assert not re.search(r";\s*[=+\-@]", cell), cell
                assert first_forbidden(cell) is None
                assert "\n" not in cell


def test_a_row_for_each_question(ketamine: Quiz) -> None:
    rows = read(question_table(small()))
    assert tuple(rows[0]) == QUESTIONS
    first = rows[0]
    assert [first[name] for name in ("question", "points", "right", "wrong")] == [*"c222"]
    assert [first[name] for name in ("facility", "facility_low", "facility_high")] == [
        *("0.5", "0.15", "0.85")
    ]
    assert (first["standard_deviation"], first["intended_weight"]) == ("0.5774", "50.0")
    assert first["random_guess_score"] == "0.3333"
    assert (first["discrimination"], first["effective_weight_high"]) == ("", "")
    assert first["blank"].endswith("weight: none. It takes 10 learners, and this is about 4.")
    larger = read(question_table(whole(ketamine, 25)))
    for row in larger:
        figures = [row[name] for name in QUESTIONS if name.endswith(("_low", "_high"))]
        assert all(figures) or row["blank"]
    assert [row["blank"] for row in larger if row["kind"] == "teach-back"] == ["not scored"]


def test_a_row_for_each_figure_after_what_a_teacher_needs_first(ketamine: Quiz) -> None:
    rows = read(figure_table(small()))
    assert tuple(rows[0]) == FIGURES
    assert [(row["figure"], row["value"]) for row in rows[:3]] == [
        (line.label, line.text) for line in first_lines(small().forms[0], small().issues)
    ]
    named = [(row["figure"], row["value"], row["low"], row["blank"]) for row in rows[3:]]
    few = "it takes 10 learners, and this is about 4"
    assert named == [
        ("Mean score", "0.4375", "0.0566", ""),
        ("Median score", "0.375", "", ""),
        ("Standard deviation", "0.2394", "", ""),
        ("Skewness", "0.8546", "", ""),
        ("Kurtosis", "-1.2893", "", ""),
        ("Internal consistency", "", "", few),
        ("Error ratio", "", "", few),
        ("Standard error", "", "", few),
    ]
    forms = [row["form"] for row in read(figure_table(twice(ketamine)))]
    assert forms == ["post"] * 11 + ["pre"] * 11 + ["change"] * 5


def test_no_learner_is_a_table_of_names_alone() -> None:
    assert answer_table(report(BANK, [])).strip() == ",".join(ANSWERS)
