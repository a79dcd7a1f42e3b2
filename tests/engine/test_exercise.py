"""What a learner is asked of an assignment, with its key and without."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.assigning import assign
from quiz.engine.exercise import begin, handed_out, questions, seed_for
from quiz.engine.redaction import redact, redacted_answer
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.model.assignment import Assignment, AssignmentSettings
from quiz.model.public_question import PublicQuestion
from tests.engine.conftest import EVERY_KIND, PASSAGE, build_quiz, choice, right_answer
from tests.with_answers import with_answers

WITH_KEY = pytest.mark.parametrize("with_key", [True, False], ids=["keyed", "keyless"])


def assignment(terms: AssignmentSettings = AssignmentSettings()) -> Assignment:  # noqa: B008  frozen
    return assign(build_quiz(), QuestionFilter(), terms, id="0123456789abcdef", rng=Random(1))


def test_the_key_goes_along_only_with_its_quiz() -> None:
    assert all(isinstance(one, PublicQuestion) for one in questions(assignment(), None).values())
    found = questions(assignment(), build_quiz())
    assert found == {redact(one, PASSAGE).id: one for one in EVERY_KIND}


def test_a_question_that_the_quiz_has_otherwise_stays_without_its_key() -> None:
    other = build_quiz(choice(id="other", right=1), *EVERY_KIND[1:])
    mark = redact(EVERY_KIND[0], PASSAGE).id
    changed = questions(assignment(), build_quiz(*EVERY_KIND[1:]))
    assert isinstance(changed[mark], PublicQuestion)
    assert questions(assignment(), other)[mark] == other.questions[0]


@WITH_KEY
@given(st.integers(0, 10**6), st.none() | st.integers(1, 12))
def test_each_question_is_asked_once_and_a_teach_back_last(
    with_key: bool, seed: int, count: int | None
) -> None:
    given = assignment(AssignmentSettings(count=count))
    session = begin(given, build_quiz() if with_key else None, Random(seed))
    kinds = [asked.public.kind for asked in session.asked]
    assert len(set(kinds)) == len(kinds) == min(count or 10, 10)
    assert "teach-back" not in kinds[:-1]
    for asked in session.asked:
        shown = 0 if asked.public.kind == "teach-back" else len(asked.public.parts)
        assert sorted(asked.option_order) == list(range(shown))


def test_the_order_of_questions_is_drawn_too() -> None:
    kinds = [
        [asked.public.kind for asked in begin(assignment(), None, Random(seed)).asked]
        for seed in (1, 1, 2)
    ]
    assert kinds[0] == kinds[1] != kinds[2]


def test_a_learner_gets_the_same_seed_at_every_computer() -> None:
    assert seed_for(assignment(), "Ada Byron") == 3026867524
    assert seed_for(assignment(), " ada  byron ") == 3026867524
    assert seed_for(assignment(), "Grace") == 1211169344
    assert seed_for(assignment(AssignmentSettings(seed=7)), "Grace") == 7


@WITH_KEY
def test_one_seed_gives_one_order_and_others_give_others(with_key: bool) -> None:
    quiz = build_quiz() if with_key else None
    drawn = [begin(assignment(), quiz, Random(seed)).asked for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_an_attempt_without_the_key_takes_answers_and_explains_none() -> None:
    session = begin(assignment(AssignmentSettings(mode="practice")), None, Random(3))
    by_mark = {redact(one, PASSAGE).id: one for one in EVERY_KIND}
    assert session.mode is Mode.TEST
    while not session.finished:
        question = by_mark[session.question.id]
        session = session.answer(redacted_answer(question, right_answer(question)))[0].onward()
    assert session.answered == len(EVERY_KIND)
    assert not session.answers_revealed


@pytest.mark.parametrize("mode", Mode)
def test_with_the_key_the_terms_say_when_answers_are_explained(mode: Mode) -> None:
    session = begin(assignment(AssignmentSettings(mode=mode.value)), build_quiz(), Random(3))
    session = session.answer(right_answer(with_answers(session.current)))[0]
    assert session.shows_explanation is (mode is Mode.PRACTICE)
    assert session.quiz == build_quiz()


def test_what_was_handed_out_has_a_text_and_no_questions() -> None:
    quiz = handed_out(assignment())
    assert (quiz.id, quiz.title, quiz.language) == ("ketamine", "Ketamine", "en")
    assert (quiz.schema, quiz.version) == (1, 1)
    assert quiz.passage == PASSAGE
    assert not quiz.questions
