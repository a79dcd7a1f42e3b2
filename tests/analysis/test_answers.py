"""The words about answers and questions that every way of showing a class shares."""

from dataclasses import replace

import pytest

from quiz.analysis.answers import LISTED, commonest_wrong, counted, cut, flags, matched, text
from quiz.analysis.change import Change, Pair
from quiz.analysis.class_report import report
from quiz.analysis.figure import Figure
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.response_counts import ResponseCount
from quiz.model.answer import Answer, ChoiceAnswer, TeachBackAnswer, TypedAnswer
from quiz.model.regrading import Credit

from ..paper.build import BANK
from .build import took


def taken(count: int, word: str | None = "x", *, right: bool | None = False) -> ResponseCount:
    return ResponseCount(text=word, right=right, count=count, upper=0, lower=0)


def question(name: str) -> QuestionReport:
    """Return what five learners made of a question."""
    answers: list[dict[str, Answer | None]] = [
        {
            "c": ChoiceAnswer(frozenset({0})),
            "cs": ChoiceAnswer(frozenset({0})),
            "t": TeachBackAnswer("So."),
        },
        {"c": ChoiceAnswer(frozenset({1})), "cs": ChoiceAnswer(frozenset({0, 1})), "t": None},
        {
            "c": ChoiceAnswer(frozenset({2})),
            "cs": ChoiceAnswer(frozenset({2})),
            "t": TeachBackAnswer("No."),
        },
        {"c": ChoiceAnswer(frozenset({2})), "cs": None, "t": None},
        {"c": None, "cs": None, "t": None},
    ]
    (form,) = report(BANK, [took(BANK, f"L{n}", one) for n, one in enumerate(answers)]).forms
    return next(each for each in form.questions if each.question.id == name)


def test_an_answer_in_words() -> None:
    assert text(taken(1, "Fog")) == "Fog"
    assert text(taken(1, None)) == "(left open)"


def test_counts_in_words() -> None:
    assert counted(question("c")) == "1 right, 3 wrong, 1 empty, of 5 learners"
    assert counted(question("cs")) == "1 right, 1 partly right, 1 wrong, 2 empty, of 5 learners"
    assert counted(question("t")) == "Not scored, 2 of 5 learners answered"


def test_how_many_changed_their_answer() -> None:
    answers: dict[str, Answer | None] = {"c": ChoiceAnswer(frozenset({0}))}
    first, *others = (took(BANK, name, answers) for name in "ab")
    answer = first.answers["c"]
    assert answer
    twice = replace(first, answers={"c": replace(answer, changes=2)})
    (each,) = report(BANK, [twice, *others]).forms[0].questions
    assert counted(each) == ("2 right, 0 wrong, 0 empty, of 2 learners; 1 changed their answer")


def test_matched_in_words() -> None:
    none = Figure(0)
    pairs = tuple(Pair(f"L{n}", 0.5, after) for n, after in enumerate((0.6, 0.7, 0.5, 0.4, 0.9)))
    change = Change(
        pairs=pairs,
        only_before=2,
        only_after=3,
        before=none,
        after=none,
        gain=none,
        normalized=none,
        effect=none,
    )
    assert matched(change) == (
        "5 learners took both forms: 3 did better the second time, 1 did worse, 1 did the same. "
        "2 took only the first form, 3 only the second."
    )


def test_long_lists_keep_the_first_rows_and_all_that_are_right_or_graded_over() -> None:
    rows = [taken(9 + number) for number in range(LISTED)]
    assert cut([]) == ([], "")
    assert cut(rows) == (rows, "")
    assert cut([*rows, taken(1)]) == (rows, "1 other answer, given 1 time in all")
    right = taken(2, right=True)
    more = "2 other answers, given 6 times in all"
    assert cut([*rows, taken(5), right, taken(1)]) == ([*rows, right], more)
    over = replace(taken(2), credit=Credit.NONE)
    assert cut([*rows, taken(5), over, taken(1)]) == ([*rows, over], more)


def test_the_wrong_answer_that_most_took() -> None:
    found = commonest_wrong(question("c"))
    assert found is not None
    assert (found.text, found.count) == ("Snow", 2)
    assert commonest_wrong(question("t")) is None
    right = took(BANK, "A", {"sh": TypedAnswer(("rain",))})
    (form,) = report(BANK, [right]).forms
    assert commonest_wrong(form.questions[0]) is None


AGAINST = ["those who did well on the other questions did worse on this one."]
LOTS = ["the class earned no more than answering by lot would."]
FLAGS = [
    (Figure(200, -1), Figure(200, 0.6), AGAINST),
    (Figure(200, 0), Figure(200, 0.6), []),
    (Figure(50, -9, (-40, 20)), Figure(50, 0.6), []),  # by chance, perhaps
    (Figure(50, -60, (-80, -3)), Figure(50, 0.6), AGAINST),
    (Figure(200, -60, (-80, 3)), Figure(200, 0.6), AGAINST),
    (Figure(200, 30), Figure(200, 1 / 3), LOTS),
    (Figure(200, 30), Figure(200, 0.34), []),
    (Figure(200, -1), Figure(200, 0.1), AGAINST + LOTS),
    (Figure(5), Figure(5), []),
]


@pytest.mark.parametrize(("discrimination", "facility", "expected"), FLAGS)
def test_what_is_worth_a_look(
    discrimination: Figure, facility: Figure, expected: list[str]
) -> None:
    each = replace(question("c"), discrimination=discrimination, facility=facility)
    assert flags(each) == expected
    assert flags(replace(each, guess=None)) == [flag for flag in expected if flag not in LOTS]
