"""What an attempt comes to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.result import Result, Score, result
from quiz.engine.session import Presented, Session
from quiz.model.answer import ChoiceAnswer, MatchAnswer
from quiz.model.labels import Difficulty, Skill
from quiz.model.question import Question
from tests.engine.conftest import (
    EVERY_KIND,
    build_quiz,
    choice,
    match,
    number,
    order,
    right_answer,
    short,
    teach_back,
    wrong_answer,
)


def attempt(*questions: Question) -> Session:
    return Session.begin(build_quiz(*questions), tuple(map(Presented, questions)))


def test_points_are_added_up() -> None:
    session = attempt(choice("a", points=3), choice("b"), match(3), short(), teach_back())
    session = (
        session.answer(right_answer(choice()))[0].go(1).answer(ChoiceAnswer(frozenset({1})))[0]
    )
    session = (
        session.go(2)
        .answer(MatchAnswer((0, 1, None)))[0]
        .go(4)
        .answer(right_answer(teach_back()))[0]
    )

    total = result(session.finish()).total
    assert total.points == pytest.approx(3 + 2 / 3)
    assert (total.possible, total.right, total.answered, total.asked) == (6, 1, 3, 4)


def test_a_question_without_an_answer_counts_at_the_end_alone() -> None:
    session = attempt(choice("a"), choice("b")).answer(right_answer(choice()))[0]

    assert result(session).total == Score(1, 1, 1, 1, 1)
    assert result(session.finish()).total == Score(1, 2, 1, 1, 2)


def test_nothing_answered_is_a_share_of_nothing() -> None:
    assert result(attempt(choice())).total.share == 0
    assert result(attempt(teach_back()).finish()) == Result(Score(), {}, {}, {})


def test_by_topic_in_the_order_of_the_quiz() -> None:
    session = attempt(short(), number(), choice(), order())

    assert list(result(session.finish()).by_topic) == ["uses", "approval", "risks"]
    assert result(session.finish()).by_topic["approval"].asked == 2
    assert result(session).by_topic == {}


def test_by_skill_and_by_difficulty_from_easy_to_hard() -> None:
    session = attempt(order(), number(), choice(skill=Skill.APPLY), choice("b", difficulty=None))
    outcome = result(session.go(3).answer(right_answer(choice()))[0].finish())

    assert list(outcome.by_skill) == ["access", "understand", "apply"]
    assert outcome.by_skill["apply"] == Score(0, 1, 0, 0, 1)
    assert list(outcome.by_difficulty) == ["easy", "medium", "hard"]
    assert outcome.by_difficulty["easy"].asked == 1
    assert set(outcome.by_difficulty) == set(Difficulty)


def test_the_order_of_skills_is_that_of_the_model() -> None:
    session = attempt(*(choice(str(i), skill=skill) for i, skill in enumerate(reversed(Skill))))

    assert list(result(session.finish()).by_skill) == list(Skill)


@given(st.lists(st.sampled_from(["right", "wrong", "none"]), min_size=10, max_size=10))
def test_the_parts_add_up_to_the_whole(answers: list[str]) -> None:
    session = attempt(*EVERY_KIND)
    for index, (question, name) in enumerate(zip(EVERY_KIND, answers, strict=True)):
        if name != "none":
            key = right_answer if name == "right" else wrong_answer
            session = session.go(index).answer(key(question))[0]
    outcome = result(session.finish())
    count = sum(name == "right" for name, q in zip(answers, EVERY_KIND, strict=True) if q.scored)

    assert outcome.total.points == outcome.total.right == count
    assert outcome.total.share == count / 9
    for tallies in (outcome.by_topic, outcome.by_skill):
        for name in ("points", "possible", "right", "answered", "asked"):
            whole = getattr(outcome.total, name)
            assert sum(getattr(tally, name) for tally in tallies.values()) == whole
