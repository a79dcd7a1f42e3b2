"""What was, over time."""

from pathlib import Path

import pytest

from quiz.engine.result import result
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.problem import QuizError, UnknownQuiz
from quiz.model.quiz import Quiz
from quiz.service import Desk
from tests.begun import begun
from tests.service.conftest import Clock, OpenDesk
from tests.service.sample import RIGHT, WRONG, lakes
from tests.service.test_attempt import sit


def test_attempts_are_there_with_their_results(
    desk: Desk, open_desk: OpenDesk, quiz: Quiz, clock: Clock
) -> None:
    one = sit(desk, quiz, wrong=frozenset({"sea", "passes"}))
    clock.move(days=-3)
    two = sit(desk, quiz)
    first, second = open_desk().past(quiz)
    assert first.result == result(one.session)
    assert second.result == result(two.session)
    assert first.result.by_topic["danube"].right == 1
    assert (first.answered, first.asked, first.mode) == (8, 8, "practice")
    assert second.begun == second.ended == clock.time


def test_a_attempt_without_an_answer_is_no_past(desk: Desk, quiz: Quiz) -> None:
    begun(desk, quiz, QuestionFilter(), mode=Mode.TEST)
    assert desk.past(quiz) == ()


def test_before_is_the_latest_finished_first_form(desk: Desk, quiz: Quiz) -> None:
    assert desk.before(quiz) is None
    keys = []
    for form, done in (("pre", True), ("pre", True), ("pre", False), ("post", True)):
        attempt = begun(desk, quiz, QuestionFilter(), mode=Mode.TEST, form=form)
        session = attempt.session
        attempt = desk.keep(attempt, session.answer(RIGHT[session.question.id]))
        if done:
            desk.keep(attempt, attempt.session.finish())
        keys.append(attempt.key)
    before = desk.before(quiz)
    assert before is not None
    assert before.key == keys[1]
    assert before.result is not None
    assert before.result.total.right == 1


def test_a_question_has_a_past_of_its_own(desk: Desk, quiz: Quiz, clock: Clock) -> None:
    sit(desk, quiz, wrong=frozenset({"season"}))
    clock.move(days=1)
    sit(desk, quiz)
    past = desk.question_past(quiz, quiz.named({"season"})["season"])
    assert [answer.given.fraction for answer in past] == [0, 1]
    assert past[1].given.at == clock.time
    assert past[0].number < past[1].number


def test_the_history_is_of_one_quiz_or_of_all(desk: Desk, quiz: Quiz) -> None:
    sit(desk, quiz)
    sit(desk, lakes())
    assert len(desk.history("rivers")) == 8
    assert len(desk.history("lakes")) == 2
    assert len(desk.history()) == 10
    with pytest.raises(UnknownQuiz):
        desk.history("seas")


def test_forgetting_by_name_or_all(desk: Desk, open_desk: OpenDesk, quiz: Quiz) -> None:
    attempt = sit(desk, quiz)
    sit(desk, lakes())
    with pytest.raises(UnknownQuiz):
        desk.forget("seas")
    assert desk.forget("rivers") == 8
    assert desk.past(quiz) == ()
    assert desk.comes_back(attempt) == {}
    assert desk.forget(None) == 2
    assert open_desk().history() == ()


def test_forgetting_that_fails_says_so(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    desk = Desk(file / "data")
    with pytest.raises(QuizError, match="not a folder"):
        desk.forget(None)


def test_wrong_answers_are_kept_as_they_were_given(desk: Desk, quiz: Quiz) -> None:
    sit(desk, quiz, wrong=frozenset({"season"}))
    (answer,) = desk.question_past(quiz, quiz.named({"season"})["season"])
    assert answer.given.answer == {"way": "typed", "texts": [WRONG["season"].texts[0]]}  # type: ignore[union-attr]
