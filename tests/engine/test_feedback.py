"""What is told after an answer."""

from dataclasses import replace

import pytest

from quiz.engine.feedback import Feedback, Verdict, feedback, verdict
from quiz.engine.kinds import KINDS, grade
from quiz.engine.kinds.base import Reason
from quiz.engine.session import Response
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


def told(question: Question, answer: Answer | None) -> Feedback:
    response = Response(answer, grade(question, answer, QUIZ)) if answer else None
    return feedback(question, response, QUIZ)


def reasons(question: Question, answer: Answer | None) -> tuple[Reason, ...]:
    return told(question, answer).reasons


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.kind)
def test_every_verdict(question: Question) -> None:
    right = Verdict.RIGHT if question.scored else Verdict.DONE
    wrong = Verdict.WRONG if question.scored else Verdict.DONE

    assert told(question, right_answer(question)).verdict is right
    assert told(question, wrong_answer(question)).verdict is wrong
    assert told(question, None).verdict is Verdict.NONE
    assert verdict(question, None) is Verdict.NONE


def test_some_of_it_right_is_partly_right() -> None:
    assert told(choices(), ChoiceAnswer(frozenset({0, 1}))).verdict is Verdict.PARTLY
    assert told(match(), MatchAnswer((0, None, None))).verdict is Verdict.PARTLY


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.kind)
def test_the_right_answer_is_yours_and_nothing_wrong_is(question: Question) -> None:
    found = reasons(question, right_answer(question))

    assert not [reason for reason in found if reason.yours and not reason.right]
    assert any(reason.yours for reason in found) == question.scored


@pytest.mark.parametrize("question", EVERY_KIND, ids=lambda question: question.kind)
def test_without_an_answer_nothing_is_yours_and_the_key_is_told(question: Question) -> None:
    found = reasons(question, None)

    assert not any(reason.yours for reason in found)
    assert any(reason.right for reason in found) == question.scored


def test_the_evidence_is_where_it_stands() -> None:
    (span,) = QUIZ.evidence(number())

    assert PASSAGE.text[span.start : span.end] == "approved in 2019"


def test_evidence_that_is_not_in_the_passage_is_left_out() -> None:
    spans = QUIZ.evidence(locate("no such words", "Vets use it"))

    assert [PASSAGE.text[start:end] for start, end in spans] == ["Vets use it"]


def test_every_option_says_why_in_the_order_of_the_file() -> None:
    assert reasons(choice(right=1), ChoiceAnswer(frozenset({2}))) == (
        Reason("Option 0", False, False, "Why 0", 0),
        Reason("Option 1", True, False, "Why 1", 1),
        Reason("Option 2", False, True, "Why 2", 2),
        Reason("Option 3", False, False, "Why 3", 3),
    )


def test_every_verdict_of_a_statement_is_told() -> None:
    found = reasons(statement(), ChoiceAnswer(frozenset({2})))

    assert [(r.text, r.right, r.yours, r.why) for r in found] == [
        ("True", True, False, None),
        ("False", False, False, "The passage says that they do."),
        ("Not stated in the passage", False, True, "It is stated."),
    ]


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        (number(), " 2,019 ", [Reason("2,019", True, True)]),
        (number(), "2018", [Reason("2018", False, True), Reason("2019", True, False)]),
        (
            number(),
            "2,009",
            [Reason("2,009", False, True, "That is ten years early."), Reason("2019", True, False)],
        ),
        (number(1000, 0, "people"), "1 000 people", [Reason("1 000 people", True, True)]),
        (
            number(1000, 0, "people"),
            "5",
            [Reason("5", False, True), Reason("1,000 people", True, False)],
        ),
        (short(), "The Glutamate", [Reason("The Glutamate", True, True)]),
        (
            short(),
            "Glutamine",
            [Reason("Glutamine", False, True, "Not glutamine."), Reason("glutamate", True, False)],
        ),
        (short("one", "two"), "2", [Reason("2", True, True)]),
    ],
)
def test_a_typed_answer_is_told_as_it_was_typed(
    question: Question, text: str, expected: list[Reason]
) -> None:
    assert list(reasons(question, TypedAnswer((text,)))) == expected


def test_each_blank_is_told_in_turn() -> None:
    found = reasons(cloze("alpha", "beta", words=("gamma",)), TypedAnswer(("alpha", "Gamma")))

    assert found == (
        Reason("alpha", True, True),
        Reason("Gamma", False, True, "Not gamma."),
        Reason("beta", True, False),
    )


@pytest.mark.parametrize(
    ("items", "marks", "tally"),
    [
        ((0, 1, 2), "✓✓✓", None),
        ((1, 0, 2), "◐◐✓", "2 of 3 pairs in the right order"),
        ((2, 0, 1), "✗◐◐", "1 of 3 pairs in the right order"),
        ((2, 1, 0), "✗✗✗", "0 of 3 pairs in the right order"),
        ((0, 2), "◐◐", "1 of 3 pairs in the right order"),  # on paper one may be left out
        ((1, 0), "✗✗", "0 of 1 pair in the right order"),
        ((3, 1, 2, 0), "✗◐◐✗", "1 of 6 pairs in the right order"),
    ],
)
def test_an_order_is_marked_by_what_earns_its_points(
    items: tuple[int, ...], marks: str, tally: str | None
) -> None:
    question = order(2 if items == (1, 0) else max(3, len(items)))
    said = told(question, OrderAnswer(items))
    given = [reason for reason in said.reasons if reason.yours]
    right = [reason for reason in said.reasons if not reason.yours]

    assert "".join("✓" if r.right else "◐" if r.partly else "✗" for r in given) == marks
    assert [reason.index for reason in given] == list(items)
    assert all(reason.right or reason.why for reason in given)
    assert [reason.text for reason in right] == ([] if tally is None else list(question.items))
    assert said.tally == tally


def test_an_item_says_with_how_many_of_the_others_it_stands_right() -> None:
    found = reasons(order(3), OrderAnswer((2, 0, 1)))

    assert [reason.why for reason in found[:3]] == [
        "In order with none of the other 2.",
        "In order with 1 of the other 2.",
        "In order with 1 of the other 2.",
    ]


@pytest.mark.parametrize(
    ("picked", "tally"),
    [
        ({0, 1, 2}, None),
        ({0, 1, 3}, "2 of 3 right, a wrong pick takes one back"),
        ({0, 3, 4}, "1 of 3 right, 2 wrong picks take 2 back"),
        ({3, 4, 5}, None),
    ],
)
def test_a_wrong_pick_is_said_to_take_a_right_one_back(picked: set[int], tally: str | None) -> None:
    assert told(choices(3, 3), ChoiceAnswer(frozenset(picked))).tally == tally


def test_a_wrong_pair_stands_before_the_right_one() -> None:
    assert reasons(match(3), MatchAnswer((0, 2, 3))) == (
        Reason("Left 0 → Right 0", True, True, "Why 0"),
        Reason("Left 1 → Right 2", False, True),
        Reason("Left 1 → Right 1", True, False, "Why 1"),
        Reason("Left 2 → Spare", False, True, "The spare fits nothing."),
        Reason("Left 2 → Right 2", True, False, "Why 2"),
    )


def test_a_wrong_sentence_stands_before_the_right_ones() -> None:
    question = locate("to calm animals", "approved in 2019")

    assert reasons(question, LocateAnswer(5)) == (
        Reason("Many questions are open.", False, True, "That names no year."),
        Reason("A form of it was approved in 2019.", True, False),
        Reason("Vets use it to calm animals.", True, False),
    )
    assert [r.yours for r in reasons(question, LocateAnswer(4))] == [False, True]


ASKED = (
    replace(choice(), id="a", topic="uses", evidence="first used as an anesthetic"),
    replace(choice(), id="b", topic="risks", evidence="Many questions are open"),
    replace(choice(), id="c", topic="uses", evidence="Many questions are open"),
    replace(locate("to calm animals"), id="d", topic="risks"),
)
TITLES = {"uses": "Uses", "risks": "Risks", "more": "Care"}


@pytest.mark.parametrize(
    ("topic", "sentence", "why"),
    [
        ("uses", 0, "It is about “Uses” as well, but it does not answer this question."),
        ("risks", 0, "It is about something else: “Uses”."),
        ("more", 5, "It is about something else: “Uses” and “Risks”."),
        ("more", 4, "It does not say what this question asks for."),  # another one's key
        ("more", 3, "It does not say what this question asks for."),
    ],
)
def test_a_wrong_sentence_without_a_reason_says_what_it_is_about(
    topic: str, sentence: int, why: str
) -> None:
    question = replace(locate("approved in 2019"), id="e", topic=topic, reject=())
    quiz = replace(QUIZ, topics=TITLES, questions=(*ASKED, question))
    answer = LocateAnswer(sentence)
    said = feedback(question, Response(answer, grade(question, answer, quiz)), quiz)

    assert [reason.why for reason in said.reasons] == [why, None]


def test_a_teach_back_has_no_reasons() -> None:
    assert reasons(teach_back(), TeachBackAnswer("In my own words.")) == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (choice(right=2), "Option 2"),
        (choices(2, 1), "Option 0; Option 1"),
        (statement(), "True"),
        (number(2019), "2019"),
        (number(12500, 0, "people"), "12,500 people"),
        (number(1.5), "1.5"),
        (short("one", "two"), "one"),
        (cloze("one", "two"), "one; two"),
        (order(2), "Item 0; Item 1"),
        (match(2), "Left 0 → Right 0; Left 1 → Right 1"),
        (locate("a b", "c"), "a b … c"),
        (teach_back(), "It was an anesthetic.; It acts on glutamate."),
    ],
)
def test_the_key_in_words(question: Question, expected: str) -> None:
    assert KINDS[question.kind].key(question) == expected


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        (choices(2, 7), ChoiceAnswer(frozenset({8, 1})), "Option 1; Option 8"),
        (choices(), ChoiceAnswer(frozenset()), ""),
        (cloze("a", "b"), TypedAnswer(("tea", "milk")), "tea; milk"),
        (order(3), OrderAnswer((2, 0, 1)), "Item 2; Item 0; Item 1"),
        (match(2), MatchAnswer((None, 2)), "Left 0 → –; Left 1 → Spare"),
        (locate(), LocateAnswer(1), "A form of it was approved in 2019."),
        (teach_back(), TeachBackAnswer("In my words."), "In my words."),
    ],
)
def test_an_answer_in_words(question: Question, answer: Answer, words: str) -> None:
    assert KINDS[question.kind].in_words(question, answer, QUIZ) == words
