"""An attempt, step by step."""

from dataclasses import replace
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.certainty import Certainty
from quiz.engine.kinds.base import Grade
from quiz.engine.result import result
from quiz.engine.session import Mode, Presented, Response, Session
from quiz.model.answer import Answer, ChoiceAnswer, TypedAnswer
from quiz.model.assignment import AssignmentSettings
from quiz.model.question import Question
from tests.engine.conftest import (
    EVERY_KIND,
    build_quiz,
    choice,
    cloze,
    number,
    right_answer,
    short,
    teach_back,
    wrong_answer,
)
from tests.with_answers import with_answers

RIGHT, WRONG = ChoiceAnswer(frozenset({0})), ChoiceAnswer(frozenset({1}))


def begin(*questions: Question, mode: Mode = Mode.PRACTICE) -> Session:
    questions = questions or (choice("a"), choice("b"), choice("c"))
    return Session.begin(build_quiz(*questions), tuple(map(Presented, questions)), mode)


def test_an_attempt_begins_at_its_first_question_with_no_answer() -> None:
    session = begin()

    assert session.question.id == "a"
    assert session.response is None
    assert session.responses == (None, None, None)
    assert session.open == (0, 1, 2)
    assert (session.answered, session.passage_views, session.flagged) == (0, 0, frozenset())
    assert not session.shows_explanation
    assert not session.finished


def test_an_answer_is_marked_and_kept_with_its_certainty() -> None:
    session, response = begin().answer(RIGHT, Certainty.HIGH)

    assert session.response == response == Response(RIGHT, Grade(1, (True,)), Certainty.HIGH)
    assert session.open == (1, 2)
    assert session.answered == 1
    assert session.position == 0


def test_how_many_are_fully_right_is_counted_of_what_earns_points() -> None:
    session = begin(choice("a"), choice("b"), choice("c"), teach_back("d"))
    assert session.right == 0
    session = session.answer(RIGHT)[0].go(1).answer(WRONG)[0]
    assert (session.answered, session.right) == (2, 1)


def test_modes_are_called_as_in_an_assignment() -> None:
    assert set(Mode) == set(get_args(get_type_hints(AssignmentSettings)["mode"]))


def test_a_step_gives_a_new_attempt_and_leaves_the_old_one() -> None:
    session = begin()
    session.answer(RIGHT)

    assert session == begin()


def test_in_practice_the_first_answer_counts() -> None:
    session = begin().answer(WRONG, Certainty.LOW)[0]

    assert not session.takes_answer
    assert session.answer(RIGHT, Certainty.HIGH) == (session, None)


@pytest.mark.parametrize(
    ("given", "changes"),
    [
        ([(WRONG, None)], 0),
        ([(WRONG, None), (RIGHT, None)], 1),
        ([(WRONG, Certainty.LOW), (WRONG, Certainty.HIGH)], 1),  # how sure one is changes too
        ([(RIGHT, None), (WRONG, None), (RIGHT, None)], 2),
        ([(RIGHT, Certainty.LOW)] * 3, 0),  # what changes nothing is no change
    ],
)
def test_in_a_test_the_last_answer_counts_until_it_is_handed_in(
    given: list[tuple[ChoiceAnswer, Certainty | None]], changes: int
) -> None:
    session = begin(mode=Mode.TEST)
    for answer, certainty in given:
        session = session.answer(answer, certainty)[0].go(2).onward().go(0)
        assert session.takes_answer
        assert session.answered == 1
    last, certainty = given[-1]
    grade = Grade(float(last == RIGHT), (last == RIGHT,))
    assert session.response == Response(last, grade, certainty, changes=changes)
    over = session.finish()
    assert not over.takes_answer
    assert over.answer(RIGHT if last == WRONG else WRONG) == (over, None)


def test_a_slip_in_place_of_an_answer_leaves_that_until_it_is_graded() -> None:
    session = begin(short(), choice(), mode=Mode.TEST).answer(KEY)[0].answer(SLIP)[0]
    assert session.second_go
    assert session.response == Response(KEY, Grade(1, (True,)))
    assert session.go(1).finish().responses[0] == session.response

    changed = session.answer(SLIP)[0]
    assert changed.response == Response(SLIP, Grade(0, (False,), misspelled=True), changes=1)
    assert session.answer(KEY) == (replace(session, tried=None), None)


def test_practice_explains_at_once_and_a_test_at_the_end() -> None:
    practice, test = begin().answer(RIGHT)[0], begin(mode=Mode.TEST).answer(RIGHT)[0]

    assert practice.shows_explanation
    assert not test.shows_explanation
    assert test.finish().shows_explanation


def test_a_question_without_answer_is_explained_at_the_end() -> None:
    assert not begin().shows_explanation
    assert begin().finish().shows_explanation


@pytest.mark.parametrize(("index", "at"), [(1, 1), (2, 2), (3, 2), (99, 2), (-1, 0), (0, 0)])
def test_going_to_a_question(index: int, at: int) -> None:
    assert begin().go(index).position == at


def test_onward_skips_what_has_an_answer() -> None:
    session = begin().go(1).answer(RIGHT)[0].go(0).answer(RIGHT)[0]

    assert session.onward().position == 2


def test_onward_without_an_answer_skips_the_question_and_comes_back_to_it() -> None:
    session = begin().onward().answer(RIGHT)[0].onward().answer(RIGHT)[0]

    assert session.position == 2
    assert session.onward().position == 0


def test_onward_at_the_only_open_question_stays_there() -> None:
    session = begin().answer(RIGHT)[0].go(1).answer(RIGHT)[0].go(2)

    assert session.onward() is session
    assert not session.onward().finished


def test_onward_after_the_last_answer_finishes() -> None:
    session = begin(choice()).answer(WRONG)[0].onward()

    assert session.finished
    assert session.onward() == session


def test_a_finished_attempt_takes_no_answer() -> None:
    session = begin().finish()

    assert session.answer(RIGHT)[0] is session


def test_a_flag_is_set_and_taken_away() -> None:
    session = begin().flag().go(2).flag()

    assert session.flagged == {0, 2}
    assert session.flag().flagged == {0}


def test_looks_at_the_passage_count_before_an_answer_alone() -> None:
    session = begin().look().look().answer(RIGHT)[0].look()

    assert session.passage_views == 2
    assert session.go(1).look().passage_views == 3
    assert session.finish().go(1).look().passage_views == 2


def test_looks_count_in_a_test_even_after_an_answer() -> None:
    assert begin(mode=Mode.TEST).answer(RIGHT)[0].look().passage_views == 1


SLIP, KEY = TypedAnswer(("glutamat",)), TypedAnswer(("glutamate",))


@pytest.mark.parametrize("mode", Mode)
def test_a_slip_is_not_marked_and_has_one_more_go(mode: Mode) -> None:
    session, response = begin(short(), mode=mode).answer(SLIP, Certainty.HIGH)

    assert session.tried == SLIP
    assert session.response is response is None
    assert session.answered == 0

    mended = session.answer(KEY, Certainty.LOW)[0]
    assert mended.response == Response(KEY, Grade(1, (True,)), Certainty.LOW)
    assert mended.tried is None

    again = session.answer(TypedAnswer(("glutamte",)))[0]
    assert again.response == Response(
        TypedAnswer(("glutamte",)), Grade(0, (False,), misspelled=True)
    )
    assert again.tried is None


def test_the_same_slip_twice_is_wrong() -> None:
    session = begin(short()).answer(SLIP)[0].answer(SLIP)[0]

    assert session.response == Response(SLIP, Grade(0, (False,), misspelled=True))


def test_going_away_and_back_gives_no_further_go() -> None:
    session = begin(short(), choice()).answer(SLIP)[0].onward()
    assert session.tried is None

    back = session.go(0).answer(SLIP)[0]
    assert back.response is not None
    assert back.tried is None


def test_each_question_has_its_own_second_go() -> None:
    session = begin(short(), replace(short(), id="other")).answer(SLIP)[0].go(1).answer(SLIP)[0]

    assert session.tried == SLIP
    assert session.responses == (None, None)


def test_finishing_after_a_slip_leaves_the_question_without_an_answer() -> None:
    session = begin(short()).answer(SLIP)[0].finish()

    assert session.tried is None
    assert session.responses == (None,)


def test_what_was_missed_is_wrong_partly_right_or_without_an_answer() -> None:
    questions = (*EVERY_KIND[:5], teach_back())
    session = begin(*questions).answer(right_answer(questions[0]))[0]
    session = session.go(1).answer(ChoiceAnswer(frozenset({0})))[0]
    session = session.go(2).answer(wrong_answer(questions[2]))[0]
    session = session.go(3).answer(right_answer(questions[3]))[0]

    assert [asked.question for asked in session.missed()] == [*questions[1:3], questions[4]]


def test_an_attempt_is_rebuilt_from_its_parts() -> None:
    session = begin().answer(RIGHT)[0].flag().onward().look()
    rebuilt = Session(
        quiz=session.quiz,
        asked=session.asked,
        responses=session.responses,
        mode=session.mode,
        position=session.position,
        flagged=session.flagged,
        passage_views=session.passage_views,
    )

    assert rebuilt == session
    assert rebuilt.answer(WRONG)[0].onward().position == 2


@pytest.mark.parametrize(
    ("asked", "responses", "at"), [(0, 0, 0), (2, 1, 0), (2, 3, 0), (2, 2, 2), (2, 2, -1)]
)
def test_parts_that_do_not_fit_are_refused(asked: int, responses: int, at: int) -> None:
    with pytest.raises(ValueError, match=str(asked)):
        Session(
            build_quiz(),
            tuple(map(Presented, EVERY_KIND[:asked])),
            (None,) * responses,
            position=at,
        )


STEPS = st.one_of(
    st.tuples(st.just("answer"), st.booleans(), st.none() | st.sampled_from(Certainty)),
    st.tuples(st.just("go"), st.integers(-2, 12)),
    st.tuples(st.sampled_from(["onward", "flag", "look"])),
)


@given(st.lists(STEPS, max_size=40), st.sampled_from(list(Mode)))
def test_no_step_loses_or_changes_an_attempt(steps: list[tuple[object, ...]], mode: Mode) -> None:
    session = begin(*EVERY_KIND, mode=mode)
    for name, *arguments in steps:
        before = session
        if name == "answer":
            right, certainty = arguments
            key = right_answer if right else wrong_answer
            session = session.answer(key(session.question), certainty)[0]  # type: ignore[arg-type]
        else:
            session = getattr(session, str(name))(*arguments)
        for old, new in zip(before.responses, session.responses, strict=True):
            if old is not None and old is not new:
                assert mode is Mode.TEST
                assert new is not None
                assert new.changes == old.changes + 1
        assert session.answered - before.answered in ((0, 1) if name == "answer" else (0,))
        assert 0 <= session.position < len(session.asked)
        assert session.finished <= (not session.open)
        assert session.passage_views >= before.passage_views
    assert session.answered + len(session.open) == len(session.asked)


@given(st.permutations(range(len(EVERY_KIND))))
def test_every_question_is_reached_by_going_onward(skipped: list[int]) -> None:
    session = begin(*EVERY_KIND)
    for _ in range(2 * len(EVERY_KIND)):
        if session.position != skipped[0] or len(session.open) == 1:
            session = session.answer(right_answer(with_answers(session.current)))[0]
        session = session.onward()

    assert session.finished
    assert session.answered == len(EVERY_KIND)


@pytest.mark.parametrize(
    ("question", "answer", "mode", "may"),
    [
        (short(), TypedAnswer(("nerves",)), Mode.PRACTICE, True),
        (number(), TypedAnswer(("2018",)), Mode.PRACTICE, True),
        (cloze(), TypedAnswer(("anesthetic", "salt")), Mode.PRACTICE, True),
        (cloze(words=("salt",)), TypedAnswer(("anesthetic", "salt")), Mode.PRACTICE, False),
        (short(), TypedAnswer(("glutamate",)), Mode.PRACTICE, False),
        (short(), TypedAnswer(("nerves",)), Mode.TEST, False),
        (choice("a"), WRONG, Mode.PRACTICE, False),
    ],
)
def test_a_typed_answer_that_is_wrong_in_practice_may_have_been_meant_as_right(
    question: Question, answer: Answer, mode: Mode, may: bool
) -> None:
    session, response = begin(question, mode=mode).answer(answer)
    meant = session.mean()
    assert response
    assert session.can_be_meant is may
    assert (result(meant).total.meant, meant.response == response) == (may, not may)
    assert result(meant).total.points == result(session).total.points
    assert meant.mean() == session
    assert not session.finish().can_be_meant


def test_nothing_is_meant_before_there_is_an_answer() -> None:
    assert begin(short()).mean() == begin(short())
