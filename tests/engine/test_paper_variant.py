"""Versions: the same questions, each time in another way."""

import re
from dataclasses import replace
from itertools import combinations
from random import Random

import pytest

from quiz.engine.paper_variant import MOST, variants
from quiz.engine.selection import QuestionFilter, select
from quiz.engine.session import Presented
from quiz.model.question import Choice
from quiz.model.quiz import Quiz


def ids(asked: tuple[Presented, ...]) -> list[str]:
    return [one.question.id for one in asked]


def layouts(asked: tuple[Presented, ...]) -> dict[str, tuple[int, ...]]:
    return {one.question.id: one.option_order for one in asked}


def test_all_ask_the_same_questions(ketamine: Quiz) -> None:
    first, *others = variants(ketamine, QuestionFilter(count=9), 4, 7)
    assert len(first.asked) == 9
    assert all(sorted(ids(other.asked)) == sorted(ids(first.asked)) for other in others)


def test_no_two_have_the_same_order_of_questions_or_of_options(ketamine: Quiz) -> None:
    drawn = variants(ketamine, QuestionFilter(), MOST, 1)
    assert "".join(version.letter for version in drawn) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for one, other in combinations(drawn, 2):
        assert ids(one.asked) != ids(other.asked)
        assert layouts(one.asked) != layouts(other.asked)


def test_the_first_is_what_the_same_seed_plays(ketamine: Quiz) -> None:
    (only,) = variants(ketamine, QuestionFilter(count=5), 1, 3)
    assert only.asked == select(ketamine, QuestionFilter(count=5), Random(3))


def test_more_versions_leave_the_others_as_they_are(ketamine: Quiz) -> None:
    assert variants(ketamine, QuestionFilter(), 5, 2)[:3] == variants(
        ketamine, QuestionFilter(), 3, 2
    )


def test_versions_differ_as_long_as_they_can(ketamine: Quiz) -> None:
    drawn = variants(ketamine, QuestionFilter(ids=frozenset({"first-use"})), 20, 1)
    assert len({version.asked[0].option_order for version in drawn}) == 20
    one_way = variants(ketamine, QuestionFilter(kinds=frozenset({"number"})), 3, 1)
    assert one_way[0].asked == one_way[1].asked == one_way[2].asked


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_there_is_a_letter_for_each(count: int, ketamine: Quiz) -> None:
    with pytest.raises(ValueError, match=str(count)):
        variants(ketamine, QuestionFilter(), count, 1)


def test_the_code_follows_what_is_shown_and_nothing_else(ketamine: Quiz) -> None:
    wanted = QuestionFilter(ids=frozenset({"first-use"}))
    drawn = variants(ketamine, wanted, 3, 1)
    assert len({version.code for version in drawn}) == 3
    assert all(f"({version.code})" in version.name for version in drawn)
    (version,) = variants(ketamine, wanted, 1, 1)
    question = version.asked[0].with_answers
    assert isinstance(question, Choice)

    def code(question: Choice) -> str:
        return replace(version, asked=(Presented(question, version.asked[0].option_order),)).code

    turned = tuple(replace(one, correct=not one.correct) for one in question.options)
    assert code(replace(question, options=turned, explain="Otherwise.")) == version.code
    assert code(replace(question, ask="Otherwise?")) != version.code
    reworded = (replace(question.options[0], text="Otherwise"), *question.options[1:])
    assert code(replace(question, options=reworded)) != version.code


def test_the_name_of_a_version_ends_in_four_hex_digits(ketamine: Quiz) -> None:
    one, other = variants(ketamine, QuestionFilter(count=5), 2, 3)
    assert re.fullmatch(r"Version A, set 3 \([0-9a-f]{4}\)", one.name)
    assert re.fullmatch(r"Version B, set 3 \([0-9a-f]{4}\)", other.name)
    assert one.code != other.code
