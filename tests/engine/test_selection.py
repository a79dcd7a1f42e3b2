"""Which questions are asked, and how they are laid out."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.selection import QuestionFilter, of_form, select, usual
from quiz.engine.session import Presented
from quiz.model.labels import Skill
from quiz.model.problem import NothingToAsk
from quiz.model.question import Question
from quiz.model.quiz import Form, Forms
from tests.engine.conftest import EVERY_KIND, build_quiz, choice, cloze, match, order, teach_back
from tests.with_answers import with_answers

ANY = QuestionFilter()


def order_of(question: Question, seed: int) -> tuple[int, ...]:
    return Presented.shuffled(question, Random(seed)).option_order


def ids(wanted: QuestionFilter, *questions: Question, seed: int = 1) -> list[str]:
    return [asked.question.id for asked in select(build_quiz(*questions), wanted, Random(seed))]


def test_all_questions_are_asked_once() -> None:
    assert sorted(ids(ANY)) == sorted(question.id for question in EVERY_KIND)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (QuestionFilter(topics=frozenset({"approval"})), {"year", "order", "sentence"}),
        (
            QuestionFilter(topics=frozenset({"approval", "risks"})),
            {"year", "order", "sentence", "messenger"},
        ),
        (QuestionFilter(skills=frozenset({Skill.ACCESS})), {"uses", "year", "sentence"}),
        (QuestionFilter(kinds=frozenset({"teach-back", "match"})), {"own-words", "pairs"}),
        (QuestionFilter(ids=frozenset({"vets", "no-such"})), {"vets"}),
        (QuestionFilter(topics=frozenset({"uses"}), skills=frozenset({Skill.ACCESS})), {"uses"}),
        (
            QuestionFilter(topics=frozenset({"uses"}), count=100),
            {
                "first-use",
                "uses",
                "vets",
                "blanks",
                "pairs",
                "own-words",
            },
        ),
    ],
)
def test_only_what_is_asked_for(wanted: QuestionFilter, expected: set[str]) -> None:
    assert set(ids(wanted)) == expected


FORMS = replace(build_quiz(), forms=Forms(pre=("uses", "vets"), post=("year", "order")))


@pytest.mark.parametrize(
    ("form", "wanted", "expected"),
    [
        (None, frozenset(), frozenset()),
        ("pre", frozenset(), {"uses", "vets"}),
        ("post", frozenset(), {"year", "order"}),
        ("post", frozenset({"vets", "order"}), {"order"}),
    ],
)
def test_a_form_asks_for_its_own_questions(
    form: Form | None, wanted: frozenset[str], expected: frozenset[str]
) -> None:
    assert of_form(FORMS, QuestionFilter(ids=wanted, count=3), form) == QuestionFilter(
        ids=expected, count=3
    )


def test_a_form_that_has_nothing_to_ask() -> None:
    with pytest.raises(NothingToAsk, match="no forms"):
        of_form(build_quiz(), ANY, "pre")
    with pytest.raises(NothingToAsk, match="fits"):
        of_form(FORMS, QuestionFilter(ids=frozenset({"year"})), "pre")


@pytest.mark.parametrize("count", [1, 4, 9, 10, 11])
def test_no_more_than_asked_for(count: int) -> None:
    assert len(ids(QuestionFilter(count=count))) == min(count, len(EVERY_KIND))


@pytest.mark.parametrize("count", [0, -1])
def test_fewer_than_one_question_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match=str(count)):
        ids(QuestionFilter(count=count))


def test_nothing_to_ask_is_said_in_words() -> None:
    with pytest.raises(NothingToAsk, match="Ketamine"):
        ids(QuestionFilter(topics=frozenset({"risks"}), kinds=frozenset({"match"})))


def test_no_more_than_a_hundred_are_asked_unless_more_are_asked_for() -> None:
    many = tuple(choice(f"q{n}") for n in range(250))
    assert len(ids(usual(ANY), *many)) == 100
    assert len(ids(usual(QuestionFilter(count=200)), *many)) == 200
    some = frozenset(f"q{n}" for n in range(150))
    assert set(ids(usual(QuestionFilter(ids=some)), *many)) == some


def test_teach_backs_come_last_and_are_the_first_to_go() -> None:
    for seed in range(20):
        assert ids(ANY, teach_back("a"), choice("b"), choice("c"), seed=seed)[-1] == "a"
        assert "a" not in ids(
            QuestionFilter(count=2), teach_back("a"), choice("b"), choice("c"), seed=seed
        )


GROUPED = (
    choice("a1", group="a"),
    choice("a2", group="a"),
    choice("a3", group="a"),
    choice("b1", group="b"),
    choice("b2", group="b"),
    choice("free-1"),
    choice("free-2"),
    teach_back("own", group="b"),
)


def test_each_of_a_group_has_its_turn_and_a_full_count_is_reached() -> None:
    seen = Counter(
        id_ for seed in range(60) for id_ in ids(QuestionFilter(count=4), *GROUPED, seed=seed)
    )

    assert all(len(ids(QuestionFilter(count=4), *GROUPED, seed=seed)) == 4 for seed in range(60))
    assert {"a1", "a2", "a3", "b1", "b2", "free-1", "free-2"} == set(seen)


@given(
    st.integers(),
    st.none() | st.integers(1, 9),
    st.frozensets(st.sampled_from([question.id for question in GROUPED])),
)
def test_never_two_of_one_group(seed: int, count: int | None, wanted: frozenset[str]) -> None:
    asked = select(build_quiz(*GROUPED), QuestionFilter(ids=wanted, count=count), Random(seed))
    groups = [group for one in asked if (group := with_answers(one).group)]

    assert len(groups) == len(set(groups))
    assert len({one.question.id for one in asked}) == len(asked) <= (count or 99)
    assert not wanted or {one.question.id for one in asked} <= wanted


@given(st.integers())
def test_the_same_seed_asks_the_same(seed: int) -> None:
    assert select(build_quiz(), ANY, Random(seed)) == select(build_quiz(), ANY, Random(seed))


def test_an_order_that_every_python_gives() -> None:
    assert ids(ANY, seed=7) == [
        "sentence",
        "year",
        "uses",
        "messenger",
        "pairs",
        "first-use",
        "order",
        "vets",
        "blanks",
        "own-words",
    ]
    assert order_of(choice(), 7) == (3, 1, 0, 2)


PARTS = {
    "choice": 4,
    "choices": 5,
    "statement": 3,
    "number": 0,
    "short": 0,
    "cloze": 0,
    "order": 3,
    "match": 4,
    "locate": 0,
    "teach-back": 0,
}


@given(st.sampled_from(EVERY_KIND), st.integers())
def test_a_layout_is_a_permutation(question: Question, seed: int) -> None:
    layout = order_of(question, seed)

    assert sorted(layout) == list(range(PARTS[question.kind]))


def test_a_word_bank_is_shuffled_with_its_wrong_words() -> None:
    layouts = {order_of(cloze("a", "b", words=("c",)), seed) for seed in range(100)}

    assert len(layouts) == 6


@pytest.mark.parametrize("question", [choice(), match(3)], ids=["options", "right sides"])
def test_every_layout_comes_up(question: Question) -> None:
    assert len({order_of(question, seed) for seed in range(500)}) == 24


def test_what_has_an_order_of_its_own_keeps_it() -> None:
    for seed in range(20):
        assert order_of(choice(shuffle=False), seed) == (0, 1, 2, 3)


@given(st.integers(2, 6), st.integers())
def test_items_are_never_shown_in_the_right_order(count: int, seed: int) -> None:
    layout = order_of(order(count), seed)

    assert sorted(layout) == list(range(count))
    assert layout != tuple(range(count))


@pytest.mark.parametrize(("count", "layouts"), [(2, 1), (3, 5), (4, 23)])
def test_every_wrong_order_of_items_comes_up(count: int, layouts: int) -> None:
    assert len({order_of(order(count), seed) for seed in range(500)}) == layouts
