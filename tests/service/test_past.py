"""What was, over time."""

from pathlib import Path

import pytest

from quiz.engine.result import result
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.problem import QuizError, UnknownQuiz
from quiz.model.quiz import Quiz
from quiz.service import Service
from tests.begun import begun
from tests.service.conftest import Clock, OpenService
from tests.service.sample import RIGHT, WRONG, lakes
from tests.service.test_attempt import sit


def test_attempts_are_there_with_their_results(
    service: Service, open_service: OpenService, quiz: Quiz, clock: Clock
) -> None:
    one = sit(service, quiz, wrong=frozenset({"sea", "passes"}))
    clock.move(days=-3)
    two = sit(service, quiz)
    first, second = open_service().history.attempts(quiz)
    assert first.result == result(one.session)
    assert second.result == result(two.session)
    assert first.result.by_topic["danube"].right == 1
    assert (first.answered, first.asked, first.mode) == (8, 8, "practice")
    assert second.begun == second.ended == clock.time


def test_an_attempt_without_an_answer_is_no_past(service: Service, quiz: Quiz) -> None:
    begun(service, quiz, QuestionFilter(), mode=Mode.TEST)
    assert service.history.attempts(quiz) == ()


def test_before_is_the_latest_finished_first_form(service: Service, quiz: Quiz) -> None:
    assert service.history.before(quiz) is None
    keys = []
    for form, done in (("pre", True), ("pre", True), ("pre", False), ("post", True)):
        attempt = begun(service, quiz, QuestionFilter(), mode=Mode.TEST, form=form)
        session = attempt.session
        attempt = service.attempts.save(attempt, *session.answer(RIGHT[session.question.id]))
        if done:
            service.attempts.save(attempt, attempt.session.finish())
        keys.append(attempt.id)
    before = service.history.before(quiz)
    assert before is not None
    assert before.id == keys[1]
    assert before.result is not None
    assert before.result.total.right == 1


def test_a_question_has_a_past_of_its_own(service: Service, quiz: Quiz, clock: Clock) -> None:
    sit(service, quiz, wrong=frozenset({"season"}))
    clock.move(days=1)
    sit(service, quiz)
    past = service.history.of_question(quiz, quiz.by_id["season"])
    assert [answer.fraction for answer in past] == [0, 1]
    assert past[1].at == clock.time
    assert past[0].number < past[1].number


def test_the_history_is_of_one_quiz_or_of_all(service: Service, quiz: Quiz) -> None:
    sit(service, quiz)
    sit(service, lakes())
    assert len(service.history.answers("rivers")) == 8
    assert len(service.history.answers("lakes")) == 2
    assert len(service.history.answers()) == 10
    with pytest.raises(UnknownQuiz):
        service.history.answers("seas")


def test_forgetting_by_name_or_all(service: Service, open_service: OpenService, quiz: Quiz) -> None:
    attempt = sit(service, quiz)
    sit(service, lakes())
    with pytest.raises(UnknownQuiz):
        service.history.forget("seas")
    assert service.history.forget("rivers") == 8
    assert service.history.attempts(quiz) == ()
    assert service.reviews.comes_back(attempt) == {}
    assert service.history.forget(None) == 2
    assert open_service().history.answers() == ()


def test_forgetting_that_fails_says_so(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    service = Service(file / "data")
    with pytest.raises(QuizError, match="not a folder"):
        service.history.forget(None)


def test_wrong_answers_are_kept_as_they_were_given(service: Service, quiz: Quiz) -> None:
    sit(service, quiz, wrong=frozenset({"season"}))
    (answer,) = service.history.of_question(quiz, quiz.by_id["season"])
    assert answer.answer == WRONG["season"]
