"""An attempt of questions that were handed out without their key."""

from dataclasses import replace
from random import Random

import pytest

from quiz.engine.certainty import Certainty
from quiz.engine.feedback import Verdict, verdict
from quiz.engine.redaction import redact, redacted_answer
from quiz.engine.result import Score, result
from quiz.engine.session import Mode, Presented, Session
from quiz.model.answer import ChoiceAnswer, TypedAnswer
from quiz.model.question import Question
from tests.engine.conftest import (
    EVERY_KIND,
    PASSAGE,
    build_quiz,
    choice,
    number,
    right_answer,
    short,
    teach_back,
)

KEYLESS = replace(build_quiz(), topics={}, questions=())


def begin(*questions: Question, mode: Mode = Mode.TEST) -> Session:
    redacted = (redact(question, PASSAGE) for question in questions or EVERY_KIND)
    return Session.begin(
        KEYLESS, tuple(Presented.shuffled(one, Random(1)) for one in redacted), mode
    )


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.kind)
def test_an_answer_is_kept_and_nothing_is_told_of_it(question: Question, mode: Mode) -> None:
    answer = redacted_answer(question, right_answer(question))
    session = begin(question, mode=mode).answer(answer, Certainty.HIGH)[0]
    assert session.response is not None
    assert (session.response.answer, session.response.certainty) == (answer, Certainty.HIGH)
    assert session.response.grade is None
    assert not session.response.right
    for now in (session, session.finish()):
        assert not now.shows_explanation
        assert not now.answers_revealed
        assert verdict(now.question, now.response) is Verdict.ANSWERED


def test_what_could_not_be_marked_earned_nothing() -> None:
    response = begin(choice()).answer(ChoiceAnswer(frozenset({1})))[0].response
    assert response is not None
    assert (response.fraction, response.right) == (0, False)


def test_an_attempt_is_marked_only_where_every_question_has_its_key() -> None:
    known, redacted = Presented(choice("a")), Presented(redact(choice("b"), PASSAGE))
    for asked, with_answers in (
        ((known, known), True),
        ((known, redacted), False),
        ((redacted,), False),
    ):
        session = Session.begin(build_quiz(), asked).finish()
        assert (session.with_answers, session.answers_revealed) == (with_answers, with_answers)


def test_in_practice_the_first_answer_stands() -> None:
    session = begin(choice(), mode=Mode.PRACTICE).answer(ChoiceAnswer(frozenset({1})))[0]
    assert session.answer(ChoiceAnswer(frozenset({2})))[0] is session


def test_a_slip_of_the_keys_is_no_slip_without_the_key() -> None:
    session = begin(short("glutamate")).answer(TypedAnswer(("glutamte",)))[0]
    assert session.tried is None
    assert session.answered == 1


def test_what_is_no_answer_is_refused() -> None:
    with pytest.raises(ValueError, match="part 9"):
        begin(choice()).answer(ChoiceAnswer(frozenset({9})))
    with pytest.raises(TypeError):
        begin(choice()).answer(TypedAnswer(("a",)))


def test_there_is_no_score_and_nothing_missed() -> None:
    session = (
        begin(choice(), number(), teach_back()).answer(ChoiceAnswer(frozenset({1})))[0].finish()
    )
    assert result(session).total == Score()
    assert result(session).by_topic == {}
    assert session.missed() == ()
    assert verdict(session.asked[1].question, None) is Verdict.NONE


def test_it_goes_on_skips_flags_and_looks_as_any_attempt() -> None:
    session = begin(choice(), number(), short()).onward().flag().look()
    assert (session.position, session.flagged, session.passage_views) == (1, frozenset({1}), 1)
    session = session.answer(TypedAnswer(("7",)))[0].onward()
    assert session.position == 2
    session = session.answer(TypedAnswer(("serotonin",)))[0].onward()
    assert session.position == 0
    session = session.answer(ChoiceAnswer(frozenset({0})))[0].onward()
    assert session.finished


def test_what_is_told_with_the_key_is_told_in_its_own_time() -> None:
    for mode, early in ((Mode.PRACTICE, True), (Mode.TEST, False)):
        session = Session.begin(build_quiz(), (Presented(choice(), (0, 1, 2, 3)),), mode)
        assert session.answers_revealed is early
        assert session.finish().answers_revealed


def test_what_is_shown_stands_in_the_order_of_the_layout() -> None:
    one = Presented(choice(), (2, 0, 3, 1))
    assert one.shown == ("Option 2", "Option 0", "Option 3", "Option 1")
    assert one.public.parts == ("Option 0", "Option 1", "Option 2", "Option 3")
    redacted = Presented(redact(choice(), PASSAGE), (1, 0, 2, 3))
    assert redacted.public is redacted.question
    assert redacted.with_answers is None
