"""What answers are worth."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.certainty import Certainty, certainty_points
from quiz.engine.feedback import feedback
from quiz.engine.kinds import grade
from quiz.engine.kinds.base import Grade
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.session import Presented, Response
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)
from quiz.model.question import Question
from tests.engine.conftest import (
    EVERY_KIND,
    PASSAGE,
    QUIZ,
    choice,
    choices,
    cloze,
    locate,
    match,
    number,
    order,
    right_answer,
    short,
    statement,
    teach_back,
    wrong_answer,
)

SCORED = [question for question in EVERY_KIND if question.scored]


def fraction(question: Question, answer: Answer) -> float:
    return grade(question, answer, QUIZ).fraction


def second_go(question: Question, answer: Answer) -> SecondGo | None:
    return Presented(question).second_go(answer, QUIZ)


def picked(*options: int) -> ChoiceAnswer:
    return ChoiceAnswer(frozenset(options))


@pytest.mark.parametrize("question", SCORED, ids=lambda question: question.kind)
def test_the_key_earns_all_and_is_right(question: Question) -> None:
    graded = grade(question, right_answer(question), QUIZ)

    assert graded.fraction == 1
    assert graded.right
    assert all(graded.parts)


@pytest.mark.parametrize("question", SCORED, ids=lambda question: question.kind)
def test_a_wrong_answer_earns_nothing(question: Question) -> None:
    graded = grade(question, wrong_answer(question), QUIZ)

    assert graded.fraction == 0
    assert not graded.right


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (choice(right=2), picked(2), 1),
        (choice(right=2), picked(1), 0),
        (choice(right=2), picked(), 0),
        (choice(right=2), picked(1, 2), 0),
        (choice(right=2), picked(0, 1, 2, 3), 0),
        (statement(), picked(0), 1),
        (statement(), picked(1), 0),
        (statement(), picked(2), 0),
        (choices(3, 2), picked(0, 1, 2), 1),
        (choices(3, 2), picked(0, 1), 2 / 3),
        (choices(3, 2), picked(0, 1, 3), 1 / 3),
        (choices(3, 2), picked(0, 3, 4), 0),
        (choices(3, 2), picked(3, 4), 0),
        (choices(3, 2), picked(), 0),
        (choices(3, 2), picked(0, 1, 2, 3, 4), 1 / 3),
        (choices(2, 4), picked(0, 1, 2, 3, 4, 5), 0),
        (number(2019), TypedAnswer(("2,019",)), 1),
        (number(2019), TypedAnswer(("",)), 0),
        (number(20, 2, "percent"), TypedAnswer(("22 %",)), 1),
        (number(20, 2, "percent"), TypedAnswer(("22.5 %",)), 0),
        (number(1.5), TypedAnswer(("1.5",)), 1),
        (number(1.5), TypedAnswer(("15",)), 0),
        (number(15), TypedAnswer(("1.5",)), 0),
        (short(), TypedAnswer(("The Glutamate.",)), 1),
        (short(), TypedAnswer(("glutamat",)), 0),
        (short(), TypedAnswer(("glutamine",)), 0),
        (short("hypothyroidism"), TypedAnswer(("hyperthyroidism",)), 0),
        (cloze("a b", "c", "d"), TypedAnswer(("a-b", "x", "D")), 2 / 3),
        (cloze("a", "b"), TypedAnswer(("", "")), 0),
        (order(3), OrderAnswer((0, 1, 2)), 1),
        (order(3), OrderAnswer((1, 0, 2)), 2 / 3),
        (order(3), OrderAnswer((1, 2, 0)), 1 / 3),
        (order(3), OrderAnswer((2, 1, 0)), 0),
        (order(2), OrderAnswer((1, 0)), 0),
        (order(3), OrderAnswer((0, 2)), 1 / 3),
        (order(3), OrderAnswer((2, 0)), 0),
        (order(3), OrderAnswer(()), 0),
        (match(3), MatchAnswer((0, 1, None)), 2 / 3),
        (match(3), MatchAnswer((0, 2, 1)), 1 / 3),
        (match(3), MatchAnswer((3, 3, 3)), 0),
        (match(3), MatchAnswer((0, 0, 0)), 1 / 3),
        (locate(), LocateAnswer(1), 1),
        (locate(), LocateAnswer(0), 0),
        (locate("approved in 2019", "to calm animals"), LocateAnswer(4), 1),
        (teach_back(), TeachBackAnswer("...", frozenset({0, 1})), 0),
    ],
)
def test_every_rule(question: Question, answer: Answer, expected: float) -> None:
    assert fraction(question, answer) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("question", "answer", "parts"),
    [
        (choice(), picked(0, 3), (True, False)),
        (choices(), picked(0, 4), (True, False)),
        (choices(2, 7), picked(8, 1), (True, False)),
        (number(), TypedAnswer(("2019",)), (True,)),
        (cloze("a", "b"), TypedAnswer(("a", "x")), (True, False)),
        (order(3), OrderAnswer((1, 0, 2)), (False, True, True)),
        (match(3), MatchAnswer((0, None, 3)), (True, False, False)),
        (locate(), LocateAnswer(0), (False,)),
        (teach_back(), TeachBackAnswer("", frozenset({1})), (False, True)),
    ],
)
def test_every_part_is_told_apart(
    question: Question, answer: Answer, parts: tuple[bool, ...]
) -> None:
    assert grade(question, answer, QUIZ).parts == parts


def test_a_teach_back_is_never_right() -> None:
    assert not grade(teach_back(), TeachBackAnswer("All of it.", frozenset({0, 1})), QUIZ).right


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_an_order_is_worth_its_pairs_alone(count: int) -> None:
    fractions = [fraction(order(count), OrderAnswer(items)) for items in permutations(range(count))]

    assert fractions.count(1) == 1
    assert fractions.count(0) == 1
    assert sum(fractions) / len(fractions) == pytest.approx(0.5)


INDICES = st.integers(-2, 7)
ANSWERS = st.one_of(
    st.builds(ChoiceAnswer, st.frozensets(INDICES)),
    st.builds(TypedAnswer, st.lists(st.text(), max_size=3).map(tuple)),
    st.builds(OrderAnswer, st.permutations(range(3)).map(tuple)),
    st.builds(MatchAnswer, st.lists(st.none() | INDICES, max_size=4).map(tuple)),
    st.builds(LocateAnswer, INDICES),
    st.builds(TeachBackAnswer, st.text(), st.frozensets(INDICES)),
)


@given(st.sampled_from(EVERY_KIND), ANSWERS)
def test_any_answer_earns_between_nothing_and_all_or_is_refused(
    question: Question, answer: Answer
) -> None:
    try:
        graded = grade(question, answer, QUIZ)
    except (TypeError, ValueError):
        return
    assert 0 <= graded.fraction <= 1
    assert graded == grade(question, answer, QUIZ)


@given(st.integers(2, 4), st.integers(1, 4), st.data())
def test_picking_never_pays_more_than_knowing(right: int, wrong: int, data: st.DataObject) -> None:
    question = choices(right, wrong)
    options = data.draw(st.frozensets(st.integers(0, right + wrong - 1)))

    assert (fraction(question, ChoiceAnswer(options)) == 1) == (options == frozenset(range(right)))
    assert fraction(question, ChoiceAnswer(options | {right})) <= fraction(
        question, ChoiceAnswer(options)
    )


def test_the_sentences_that_hold_the_evidence_are_in_order() -> None:
    assert QUIZ.holding(("to calm animals", "approved in 2019")) == (1, 4)
    assert QUIZ.holding(("anesthetic. A form of it",)) == (0, 1)
    assert QUIZ.holding(("not in the passage",)) == ()
    nine = replace(PASSAGE, text="One. Two. Three. Four. Five. Six. Seven. Eight. Nine.")
    assert replace(QUIZ, passage=nine).holding(("Nine", "Two")) == (1, 8)


@pytest.mark.parametrize(
    ("question", "texts", "expected"),
    [
        (short(), ("glutamat",), True),
        (short(), ("glutamate",), False),
        (short(), ("glutamine",), False),
        (short("affluent", reject=()), ("effluent",), True),
        (short("afferent", reject=("efferent",)), ("efferent",), False),
        (number(), ("2018",), False),
        (cloze(), ("anesthetik", "glutamate"), True),
        (cloze(), ("anesthetik", "glutamat"), True),
        (cloze(), ("anesthetik", "dopamine"), False),
        (cloze(), ("anesthetic", "glutamate"), False),
        (cloze("afferent", "efferent"), ("efferent", "efferent"), False),
        (cloze("afferent", words=("efferent",)), ("efferent",), False),
        (cloze("affluent", words=("other",)), ("effluent",), True),
    ],
)
def test_spelling_is_checked_where_it_alone_is_wrong(
    question: Question, texts: tuple[str, ...], expected: bool
) -> None:
    assert (second_go(question, TypedAnswer(texts)) is SecondGo.SPELLING) is expected


def test_only_typed_answers_have_a_spelling() -> None:
    assert not any(second_go(q, right_answer(q)) for q in EVERY_KIND)
    assert not second_go(choice(), picked(1))


def test_one_slip_anywhere_in_a_long_word_earns_nothing() -> None:
    for place in range(len("glutamate")):
        answer = TypedAnswer(("glutamate"[:place] + "z" + "glutamate"[place + 1 :],))
        assert second_go(short(), answer) is SecondGo.SPELLING
        assert grade(short(), answer, QUIZ) == Grade(0, (False,), misspelled=True)


@pytest.mark.parametrize(
    ("question", "texts", "misspelled"),
    [
        (short(), ("glutamat",), True),
        (short(), ("glutamine",), False),
        (short(), ("serotonin",), False),
        (short(), ("glutamate",), False),
        (short("Ärzte"), ("Arzte",), False),  # in English it is right
        (cloze(), ("anesthetik", "glutamat"), True),
        (cloze(), ("anesthetik", "dopamine"), False),
        (number(), ("2018",), False),
    ],
)
def test_where_only_the_spelling_failed_being_sure_costs_nothing(
    question: Question, texts: tuple[str, ...], misspelled: bool
) -> None:
    answer = TypedAnswer(texts)
    graded = grade(question, answer, QUIZ)
    assert graded.misspelled is misspelled
    response = Response(answer, graded, Certainty.HIGH)
    lost = certainty_points(response.judged_certainty, response.fraction)
    assert lost == (3 if graded.right else 0 if misspelled else -6)


def test_of_a_half_right_cloze_being_sure_still_earns() -> None:
    answer = TypedAnswer(("anesthetic", "glutamat"))
    response = Response(answer, grade(cloze(), answer, QUIZ), Certainty.HIGH)
    assert certainty_points(response.judged_certainty, response.fraction) == 1.5


@pytest.mark.parametrize(
    ("text", "differs"),
    [
        ("glutamat", ": “e” is missing."),
        ("gluttamate", ": there is one “t” too many."),
        ("glutemate", ", with “a” in place of “e”."),
        ("glutmaate", ", with “am” in place of “ma”."),
    ],
)
def test_a_second_slip_is_told_as_one_of_spelling(text: str, differs: str) -> None:
    response = Response(TypedAnswer((text,)), grade(short(), TypedAnswer((text,)), QUIZ))
    yours, right = feedback(short(), response, QUIZ).reasons
    assert yours.why == f"Only the spelling is not right. Write “glutamate”{differs}"
    assert (right.text, right.right) == ("glutamate", True)


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (("dose", "doses"), 1),
        (("doses", "dose"), 0),
        (("Dose.", "doses"), 1),
        (("dosis", "doses"), 0.5),
    ],
)
def test_of_a_word_bank_the_very_word_is_right(words: tuple[str, ...], right: float) -> None:
    assert fraction(cloze("dose", "doses", words=("dosis",)), TypedAnswer(words)) == right
