"""Learners by questions, on the page and as a table."""

import csv
import io
import re
from itertools import chain

from quiz.analysis.class_report import ClassReport, report
from quiz.analysis.grid import grid
from quiz.model.answer import ChoiceAnswer, TypedAnswer
from quiz.model.quiz import Quiz
from quiz.report.page import to_page
from quiz.report.rows import grid_table
from tests.analysis.build import took
from tests.paper.build import BANK


def of_two() -> ClassReport:
    right, half = ChoiceAnswer(frozenset({0})), TypedAnswer(("rained", "mud"))
    wrong = ChoiceAnswer(frozenset({1}))
    return report(
        BANK,
        [
            took(BANK, "Ana", {"c": right, "cl": half, "sh": TypedAnswer(("rain",))}),
            took(BANK, "=Ben", {"c": wrong, "sh": None}),
        ],
    )


def test_the_table_has_a_word_for_each_outcome() -> None:
    rows = {row["learner"]: row for row in csv.DictReader(io.StringIO(grid_table(of_two())))}
    assert [*rows] == ["'=Ben", "Ana"]
    asked = ("c", "cl", "sh")
    assert [rows["'=Ben"][name] for name in asked] == ["wrong", "not asked", "empty"]
    assert [rows["Ana"][name] for name in asked] == ["right", "partly", "right"]


def test_the_page_has_a_sign_and_a_word_under_the_number_of_each_question() -> None:
    made = of_two()
    (table,) = re.findall(r"What became of each question.*?</table>", to_page(made), re.DOTALL)
    heads = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', table)
    ids = [each.question.id for each in made.forms[0].questions]
    row = re.search(r'<th scope="row"><bdi>Ana</bdi></th>(.*?)</tr>', table, re.DOTALL)
    assert row
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row[1])
    assert heads[0] == "Learner"
    found = {ids[int(number) - 1]: cell for number, cell in zip(heads[1:], cells, strict=True)}
    texts = {name: re.sub("<[^>]+>", " ", cell).split() for name, cell in found.items()}
    assert texts == {"c": ["✓", "right"], "cl": ["◐", "partly"], "sh": ["✓", "right"]}


def test_many_questions_stand_in_several_tables_that_fit_on_paper(ketamine: Quiz) -> None:
    made = report(ketamine, [took(ketamine, "Ana", dict.fromkeys(ketamine.by_id))])
    tables = re.findall(r"What became of each question.*?</table>", to_page(made), re.DOTALL)
    numbers = [re.findall(r'<th scope="col" class="n">(\d+)</th>', table) for table in tables]
    assert max(map(len, numbers)) <= 20
    assert [*chain(*numbers)] == [str(number) for number in grid(made.forms[0]).numbers]
