"""Which questions go to a class."""

from dataclasses import replace
from random import Random

import pytest

from quiz.engine.assigning import assign
from quiz.engine.redaction import quiz_content_id, redact
from quiz.engine.selection import QuestionFilter
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.problem import NothingToAsk
from tests.engine.conftest import EVERY_KIND, PASSAGE, build_quiz, choice

GROUPED = build_quiz(
    *(replace(choice(f"a{n}", group="a"), ask=f"A, number {n}?") for n in range(3)),
    *(replace(choice(f"b{n}", group="b"), ask=f"B, number {n}?") for n in range(3)),
    *(replace(choice(f"c{n}"), ask=f"Number {n}?") for n in range(3)),
)


def assigned(
    terms: AssignmentSettings = AssignmentSettings(),  # noqa: B008  frozen
    seed: int = 1,
    wanted: QuestionFilter = QuestionFilter(),
) -> Assignment:
    return assign(GROUPED, wanted, terms, id="0123456789abcdef", rng=Random(seed))


def asks(assignment: Assignment) -> list[str]:
    return [question.ask[0] for question in assignment.questions]


def test_an_assignment_says_what_it_is_of() -> None:
    quiz = replace(build_quiz(), version=3, language="de")
    found = assign(
        quiz, QuestionFilter(), AssignmentSettings(), id="0" * 16, rng=Random(1), source="schema: 1"
    )
    assert (found.id, found.quiz, found.title) == ("0" * 16, "ketamine", "Ketamine")
    assert (found.version, found.language, found.passage) == (3, "de", PASSAGE)
    assert (found.fingerprint, found.source) == (quiz_content_id(quiz), "schema: 1")
    assert set(found.questions) == {redact(question, PASSAGE) for question in EVERY_KIND}


@pytest.mark.parametrize("seed", range(5))
def test_of_a_group_one_question_goes_along_and_the_marks_alone_say_where(seed: int) -> None:
    found = assigned(seed=seed)
    assert sorted(asks(found)) == ["A", "B", "N", "N", "N"]
    assert [one.id for one in found.questions] == sorted(one.id for one in found.questions)


def test_which_one_of_a_group_it_is_depends_on_the_seed() -> None:
    assert assigned(seed=1) == assigned(seed=1)
    assert len({assigned(seed=seed).questions for seed in range(12)}) > 3


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_file_leaves_no_trace(seed: int) -> None:
    turned = replace(GROUPED, questions=tuple(reversed(GROUPED.questions)))
    there = assign(turned, QuestionFilter(), AssignmentSettings(), id="0" * 16, rng=Random(seed))
    assert there.questions == assigned(seed=seed).questions


@pytest.mark.parametrize("group", ["g", "1"])
def test_twins_of_which_one_has_a_group_are_the_same_in_any_order(group: str) -> None:
    twins = [choice("one"), choice("two", group=group)]
    other = replace(choice("three", group=group), ask="Something else?")
    found = [
        assign(
            build_quiz(*pair, other),
            QuestionFilter(),
            AssignmentSettings(),
            id="0" * 16,
            rng=Random(1),
        ).questions
        for pair in (twins, twins[::-1])
    ]
    assert found[0] == found[1]
    assert len(found[0]) == 1


def test_twins_go_along_once() -> None:
    twins = build_quiz(choice("one"), choice("two", group="g"))
    found = assign(twins, QuestionFilter(), AssignmentSettings(), id="0" * 16, rng=Random(1))
    assert len(found.questions) == 1


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (AssignmentSettings(count=2), 5),
        (AssignmentSettings(seed=7), 5),
        (AssignmentSettings(count=2, seed=7), 2),
    ],
)
def test_no_more_questions_go_along_than_one_seed_asks(
    terms: AssignmentSettings, expected: int
) -> None:
    assert len(assigned(terms).questions) == expected


def test_only_what_is_wanted_goes_along() -> None:
    assert asks(assigned(wanted=QuestionFilter(ids=frozenset({"a1"})))) == ["A"]
    with pytest.raises(NothingToAsk, match="fits"):
        assigned(wanted=QuestionFilter(ids=frozenset({"none"})))
    with pytest.raises(NothingToAsk, match="no forms"):
        assigned(AssignmentSettings(form="pre"))
