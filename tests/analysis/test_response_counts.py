"""Who took which answer, kind by kind."""

import pytest

from quiz.analysis.learner import Third
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.analysis.response_counts import Table, tables
from quiz.model.answer import (
    Answer,
    ChoiceAnswer,
    LocateAnswer,
    MatchAnswer,
    OrderAnswer,
    TeachBackAnswer,
    TypedAnswer,
)

from ..paper.build import BANK, QUESTIONS
from .build import marked

UP, LOW = Third.UPPER, Third.LOWER
BY_ID = {question.id: question for question in QUESTIONS}


def taken(name: str, *given: tuple[Answer, Third | None]) -> list[tuple[str, list[object]]]:
    made = tables(
        BY_ID[name], [(marked(BANK, BY_ID[name], one), third, "Ada") for one, third in given], BANK
    )
    return [(table.part, [_row(table, n) for n in range(len(table.rows))]) for table in made]


def _row(table: Table, number: int) -> object:
    row = table.rows[number]
    return row.text, row.right, row.count, row.upper, row.lower


def picked(*options: int) -> ChoiceAnswer:
    return ChoiceAnswer(frozenset(options))


def test_options_in_the_order_of_the_file_taken_or_not() -> None:
    assert taken("c", (picked(1), LOW), (picked(0), UP), (picked(0), None), (picked(1), LOW)) == [
        ("", [("Fog", True, 2, 1, 0), ("Hail", False, 2, 0, 2), ("Snow", False, 0, 0, 0)])
    ]


def test_several_options_count_each() -> None:
    assert taken("cs", (picked(0, 1), UP), (picked(0, 2), LOW)) == [
        ("", [("Red", True, 2, 1, 1), ("Blue", True, 1, 1, 0), ("Tan", False, 1, 0, 1)])
    ]


def test_verdicts() -> None:
    ((_, rows),) = taken("s", (picked(2), LOW))
    assert [row[:3] for row in rows] == [  # type: ignore[index]
        ("True", False, 0),
        ("False", True, 0),
        ("Not stated in the passage", False, 1),
    ]


def test_what_is_typed_the_same_counts_together_as_it_is_mostly_written() -> None:
    texts = ["snow", "Snow", "Snow", "the rain", "Rain!", "hail", ""]
    assert taken("sh", *[(TypedAnswer((text,)), None) for text in texts]) == [
        (
            "",
            [
                ("Snow", False, 3, 0, 0),
                ("Rain!", True, 2, 0, 0),
                ("hail", False, 1, 0, 0),
                (None, False, 1, 0, 0),
            ],
        )
    ]


def test_numbers_within_the_tolerance_are_right() -> None:
    ((_, rows),) = taken(
        "n", *[(TypedAnswer((text,)), None) for text in ["13 years", "20", "dozens"]]
    )
    assert {row[:2] for row in rows} == {  # type: ignore[index]
        ("13 years", True),
        ("20", False),
        ("dozens", False),
    }


def test_every_blank_has_its_own_table() -> None:
    assert taken(
        "cl", (TypedAnswer(("poured", "slept")), UP), (TypedAnswer(("poured", "")), None)
    ) == [
        ("Blank 1", [("poured", True, 2, 1, 0)]),
        ("Blank 2", [("slept", False, 1, 1, 0), (None, False, 1, 0, 0)]),
    ]
    (table,) = tables(
        BY_ID["cg"], [(marked(BANK, BY_ID["cg"], TypedAnswer(("feet",))), None, "Ada")], BANK
    )
    assert table.part == ""


def test_orders_whole_and_item_by_item() -> None:
    given = [(OrderAnswer(items), None) for items in [(0, 2, 1), (0, 2, 1), (0,)]]
    assert taken("o", *given) == [
        (
            "",
            [
                ("Cloud → Puddle → Drop", False, 2, 0, 0),
                ("Cloud", False, 1, 0, 0),  # on paper the others were left out
                ("Cloud → Drop → Puddle", True, 0, 0, 0),
            ],
        ),
        (
            "In its place",
            [("Cloud", True, 3, 0, 0), ("Drop", True, 0, 0, 0), ("Puddle", True, 0, 0, 0)],
        ),
    ]


def test_pairs_left_by_left() -> None:
    assert taken("m", (MatchAnswer((0, None)), UP), (MatchAnswer((2, 1)), LOW)) == [
        (
            "Coat",
            [("Yellow", True, 1, 1, 0), ("Green", False, 0, 0, 0), ("Purple", False, 1, 0, 1)],
        ),
        (
            "Hat",
            [
                ("Yellow", False, 0, 0, 0),
                ("Green", True, 1, 0, 1),
                ("Purple", False, 0, 0, 0),
                (None, False, 1, 1, 0),
            ],
        ),
    ]


def test_sentences_that_were_picked_and_the_right_one() -> None:
    assert taken("l", (LocateAnswer(2), None)) == [
        ("", [("Then it stopped.", False, 1, 0, 0), ("It came at night.", True, 0, 0, 0)])
    ]


def test_texts_of_a_teach_back_and_the_points_that_were_checked() -> None:
    texts = ("What was written", [("So", None, 2, 0, 1), ("Thus", None, 1, 1, 0)])
    alike = [(TeachBackAnswer("So"), None), (TeachBackAnswer("so!"), LOW)]
    given = [*alike, (TeachBackAnswer("Thus", frozenset({1})), UP)]
    assert taken("t", *given) == [
        texts,
        ("What was found in it", [("Clouds", None, 0, 0, 0), ("Drops", None, 1, 1, 0)]),
    ]
    assert taken("t", *alike) == [("What was written", [("So", None, 2, 0, 1)])]


WHYS: list[tuple[str, Answer, str, str | None]] = [
    ("c", picked(0), "Hail", "Why Hail."),
    ("cl", TypedAnswer(("slept", "night")), "slept", "Nobody did."),
    ("m", MatchAnswer((2, 2)), "Purple", "Nothing is."),
    ("l", LocateAnswer(2), "Then it stopped.", "No time."),
    ("sh", TypedAnswer(("fog",)), "fog", None),
]


@pytest.mark.parametrize(("name", "answer", "text", "why"), WHYS)
def test_the_author_says_why(name: str, answer: Answer, text: str, why: str | None) -> None:
    made = tables(BY_ID[name], [(marked(BANK, BY_ID[name], answer), None, "Ada")], BANK)
    found = {row.text: row.why for table in made for row in table.rows}
    assert found[text] == why


@pytest.mark.parametrize(
    ("name", "given", "by"),
    [
        ("sh", [("rain", "Ada"), ("Rain", "Ben"), ("mud", "Cy")], [("Ada", "Ben"), ("Cy",)]),
        ("cg", [("feet", "Ada"), ("", "Ben")], [("Ada",), ("Ben",)]),
    ],
)
def test_what_was_typed_is_said_with_who_typed_it(
    name: str, given: list[tuple[str, str]], by: list[tuple[str, ...]]
) -> None:
    question = BY_ID[name]
    (table,) = tables(
        question,
        [(marked(BANK, question, TypedAnswer((text,))), None, learner) for text, learner in given],
        BANK,
    )
    assert [row.learners for row in table.rows if row.count] == by


def test_what_was_written_in_own_words_is_said_with_who_wrote_it() -> None:
    written = [("It rained.", "Ada"), ("it rained", "Ben"), ("Snow fell.", "Cy")]
    given: list[tuple[MarkedAnswer, Third | None, str]] = [
        (marked(BANK, BY_ID["t"], TeachBackAnswer(text)), None, name) for text, name in written
    ]
    table, *_ = tables(BY_ID["t"], given, BANK)
    assert [row.learners for row in table.rows] == [("Ada", "Ben"), ("Cy",)]


def test_who_took_an_option_is_not_told() -> None:
    (table,) = tables(BY_ID["c"], [(marked(BANK, BY_ID["c"], picked(0)), None, "Ada")], BANK)
    assert not any(row.learners for row in table.rows)
