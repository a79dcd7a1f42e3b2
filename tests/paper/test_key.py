"""The key: it earns all points on the sheet that it belongs to, and says why."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.engine.kinds import grade
from quiz.engine.paper_variant import PaperVariant, variants
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Presented
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TypedAnswer,
)
from quiz.model.notice import DISCLAIMER
from quiz.model.question import Cloze, Locate, Match, Number, Order, Short, TeachBack
from quiz.model.quiz import Quiz
from quiz.paper.area import LETTERS, Boxes
from quiz.paper.key import Solution, key
from quiz.paper.kinds import on_paper
from tests.with_answers import with_answers

from .build import BANK, QUESTIONS, asked


def written(one: Presented, answer: str) -> Answer:
    """Return the answer of a learner who does on the sheet what the key says."""
    match one.question:
        case Number() | Short():
            return TypedAnswer((answer,))
        case Cloze():
            return TypedAnswer(tuple(answer.split("; ")))
        case Order():
            places = [int(number) for number in answer.split(", ")]
            boxes = sorted(range(len(places)), key=places.__getitem__)
            return OrderAnswer(tuple(one.option_order[box] for box in boxes))
        case Match():
            pairs = dict(re.findall(r"(\d+)([a-z])", answer))
            letters = (pairs[str(left)] for left in range(1, len(pairs) + 1))
            return MatchAnswer(tuple(one.option_order[LETTERS.index(letter)] for letter in letters))
        case Locate():
            return LocateAnswer(int(answer.removeprefix("sentence ").split(" or ")[0]) - 1)
    area = on_paper(one.question).area(one)
    assert isinstance(area, Boxes)
    return ChoiceAnswer(
        frozenset(one.option_order[area.letters.index(letter)] for letter in answer.split(", "))
    )


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_whoever_writes_the_key_earns_all_points(ketamine: Quiz, seed: int) -> None:
    for quiz in (ketamine, BANK):
        for version in variants(quiz, QuestionFilter(), 2, seed):
            pairs = zip(version.asked, key(quiz, version).solutions, strict=True)
            for one, solution in pairs:
                if one.public.scored:
                    answer = written(one, solution.answer)
                    assert grade(with_answers(one), answer, quiz).right


def solution(name: str, *layout: int) -> Solution:
    question = next(question for question in QUESTIONS if question.id == name)
    (one,) = key(BANK, PaperVariant("A", 1, (asked(question, *layout),))).solutions
    return one


ROWS = [
    ("c", (1, 0), "b", [("a", "Hail", False, "Why Hail."), ("b", "Fog", True, "Why Fog.")]),
    ("n", (), "12 years", [("", "12 years", True, "Up to 2 more or less is right, too.")]),
    ("sh", (), "rain", [("", "rain", True, "Right, too: drops.")]),
    (
        "cl",
        (0, 1, 2, 3),
        "rained; night",
        [
            ("1", "rained", True, "Right, too: poured."),
            ("2", "night", True, ""),
            ("", "slept", False, "Nobody did."),
            ("", "year", False, "Too long."),
        ],
    ),
    (
        "o",
        (2, 0, 1),
        "3, 1, 2",
        [("3", "Puddle", False, ""), ("1", "Cloud", False, ""), ("2", "Drop", False, "")],
    ),
    (
        "m",
        (2, 1, 0),
        "1c, 2b",
        [
            ("1c", "Coat → Yellow", True, ""),
            ("2b", "Hat → Green", True, ""),
            ("a", "Purple", False, "Nothing is."),
        ],
    ),
    (
        "l",
        (),
        "sentence 2",
        [("2", "It came at night.", True, ""), ("3", "Then it stopped", False, "No time.")],
    ),
    ("t", (), "in their own words", [("☐", "Clouds", False, ""), ("☐", "Drops", False, "")]),
]


@pytest.mark.parametrize(("name", "layout", "answer", "rows"), ROWS)
def test_what_is_said_of_possible_answers(
    name: str, layout: tuple[int, ...], answer: str, rows: list[tuple[str, str, bool, str]]
) -> None:
    one = solution(name, *layout)
    assert one.answer == answer
    assert [(row.label, row.text, row.right, row.why) for row in one.rows] == rows


def test_what_else_the_key_says(ketamine: Quiz) -> None:
    (version,) = variants(ketamine, QuestionFilter(), 1, 1)
    whole = key(ketamine, version)
    assert whole.version == version.name
    assert whole.disclaimer == DISCLAIMER
    assert whole.total == sum(one.public.scored for one in version.asked)
    assert whole.know[0].endswith(f"(Checked in November 2026. Source: {ketamine.know[0].source})")
    for one, told in zip(version.asked, whole.solutions, strict=True):
        question = with_answers(one)
        assert (told.ask, told.explain) == (question.ask, question.explain)
        assert told.evidence == question.quotes
        assert (question.note is not None) == ("(Checked in" in told.note)
        assert isinstance(question, TeachBack) != bool(told.points)
