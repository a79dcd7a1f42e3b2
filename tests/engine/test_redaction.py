"""Questions without their key, and the way of an answer there and back."""

from dataclasses import replace

import pytest

from quiz.engine.kinds import grade, public
from quiz.engine.redaction import quiz_content_id, redact, redacted_answer, restored_answer
from quiz.model.answer import ChoiceAnswer, MatchAnswer, OrderAnswer, TeachBackAnswer, TypedAnswer
from quiz.model.passage import Passage
from quiz.model.question import Question
from quiz.model.question_parts import Option, Pair, Rejected
from tests.engine.conftest import (
    EVERY_KIND,
    PASSAGE,
    QUIZ,
    build_quiz,
    choice,
    locate,
    match,
    number,
    order,
    right_answer,
    statement,
    teach_back,
    wrong_answer,
)

kinds = pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.kind)


@kinds
def test_an_answer_finds_its_way_to_the_redacted_question_and_back(question: Question) -> None:
    for answer in (right_answer(question), wrong_answer(question)):
        back = restored_answer(question, redacted_answer(question, answer))
        if isinstance(answer, TeachBackAnswer):
            assert back == TeachBackAnswer(answer.text)
        else:
            assert back == answer
            assert grade(question, back, QUIZ) == grade(question, answer, QUIZ)


def test_items_and_right_sides_go_by_their_place_among_the_letters() -> None:
    items = replace(order(3), items=("wake", "eat", "sleep"))
    sides = replace(
        match(2),
        pairs=(Pair(left="a", right="tea"), Pair(left="b", right="milk")),
        spare=Rejected(text="salt", why="It fits nothing."),
    )
    for question, answer, redacted in (
        (items, OrderAnswer((0, 1, 2)), OrderAnswer((2, 0, 1))),
        (sides, MatchAnswer((1, None)), MatchAnswer((0, None))),
        (sides, MatchAnswer((0, 2)), MatchAnswer((2, 1))),
    ):
        assert redacted_answer(question, answer) == redacted
        assert restored_answer(question, redacted) == answer


def test_marks_of_today_are_those_of_tomorrow() -> None:
    assert {question.kind: redact(question, PASSAGE).id for question in EVERY_KIND} == {
        "choice": "3e941d0d446b774b",
        "choices": "8b4dea3179906fd4",
        "statement": "c2fa297997c98067",
        "number": "5705609ce82c3e6a",
        "short": "edb8a39cfdefb5f6",
        "cloze": "3fb356319f24bb05",
        "order": "b090301d3e7f7657",
        "match": "223afe5722b6b684",
        "locate": "ce32f36d2ccaab70",
        "teach-back": "4dfc33e6fb8b09cd",
    }
    assert quiz_content_id(build_quiz()) == "f5f61dcf4f09856a"


@kinds
def test_a_redacted_question_has_no_name_of_its_author_and_no_hint(question: Question) -> None:
    redacted = redact(replace(question, hint="Look at the second sentence."), PASSAGE)
    assert redacted.id != question.id
    assert redacted.hint is None
    assert redacted.ask == question.ask


@pytest.mark.parametrize("right", range(4))
def test_which_option_is_right_changes_nothing_of_what_is_redacted(right: int) -> None:
    texts = [option.text for option in choice().options]
    moved = (texts[right], *texts[:right], *texts[right + 1 :])
    options = tuple(Option(text=text, correct=text == texts[right]) for text in moved)
    assert redact(replace(choice(), options=options), PASSAGE) == redact(choice(), PASSAGE)


def test_parts_with_an_order_of_their_own_keep_it() -> None:
    texts = ("smaller", "the same", "larger")
    options = tuple(Option(text=text, correct=text == "larger") for text in texts)
    kept = replace(choice(), options=options, shuffle=False)
    assert redact(kept, PASSAGE).parts == texts
    assert redact(statement(), PASSAGE).parts == public(statement()).parts


def test_items_to_put_in_order_are_redacted_by_their_letters() -> None:
    question = replace(order(3), items=("wake", "eat", "sleep"))
    assert redact(question, PASSAGE).parts == ("eat", "sleep", "wake")


def test_the_points_of_a_teach_back_stay_behind() -> None:
    assert redact(teach_back(), PASSAGE).parts == ()


def test_a_mark_follows_what_is_shown() -> None:
    def name(question: Question, passage: Passage = PASSAGE) -> str:
        return redact(question, passage).id

    edited = replace(PASSAGE, text="Another text.")
    assert name(choice()) != name(replace(choice(), ask="Something else?"))
    assert name(choice()) == name(replace(choice(), explain="Otherwise.", id="other", points=3))
    assert name(choice()) == name(choice(), edited)
    assert name(locate("acts mainly")) != name(locate("acts mainly"), edited)


def test_an_answer_to_a_part_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="no part 9"):
        restored_answer(choice(), ChoiceAnswer(frozenset({9})))


def test_what_is_typed_stays_as_it_is() -> None:
    assert redacted_answer(number(), TypedAnswer(("2019",))) == TypedAnswer(("2019",))


def test_the_mark_of_a_quiz_follows_what_it_shows_and_not_its_key() -> None:
    quiz = build_quiz()
    turned = replace(quiz, questions=tuple(reversed(quiz.questions)), title="Other", version=2)
    rekeyed = replace(
        quiz, questions=(replace(choice(right=2), explain="So."), *quiz.questions[1:])
    )
    edited = replace(quiz, questions=(replace(choice(), ask="Another?"), *quiz.questions[1:]))
    assert quiz_content_id(quiz) == quiz_content_id(turned) == quiz_content_id(rekeyed)
    assert quiz_content_id(quiz) != quiz_content_id(edited)
    assert quiz_content_id(quiz) != quiz_content_id(
        replace(quiz, passage=replace(PASSAGE, text="Another."))
    )
