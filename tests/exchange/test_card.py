"""A question as the two sides of a card."""

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.exchange.card import Card, Row, card_of
from quiz.model.question import Cloze, Number, Question
from quiz.model.question_parts import Blank, Rejected
from quiz.model.quiz import Quiz
from quiz.quizfile.reader import read

GOOD = Path(__file__).parents[1] / "quizzes/good"


def only(kind: str) -> tuple[Quiz, Question]:
    quiz = read(GOOD / f"{kind}.yaml")
    return quiz, quiz.questions[0]


CARDS = [
    (
        "choices",
        "Pick 2.",
        ("A. Door handles", "B. Phones", "C. Soap"),
        ("A. Door handles", "B. Phones"),
    ),
    (
        "cloze",
        "Fill each blank from the list.",
        ("A. minutes", "B. seconds", "C. soap"),
        ("1. soap", "2. seconds"),
    ),
    (
        "locate",
        "Find the sentence in the passage.",
        (),
        ("Cold water works as well as warm water",),
    ),
    (
        "match",
        "Find the letter for each number. One is left over.",
        ("A. A phone", "B. A towel", "C. Soap"),
        ("1. To take off germs → C. Soap", "2. To dry → B. A towel"),
    ),
    (
        "number",
        "Give a number, in seconds.",
        (),
        ("20 seconds (up to 0.5 more or less is right, too)",),
    ),
    (
        "order",
        "Put these in order.",
        ("A. Dry", "B. Rinse", "C. Rub with soap", "D. Wet"),
        ("1. Wet", "2. Rub with soap", "3. Rinse", "4. Dry"),
    ),
    ("short", "Answer with a word or a few.", (), ("clean (right, too: a clean one)",)),
    (
        "teach-back",
        "Explain it in your own words.",
        (),
        ("Wet them", "Rub with soap for twenty seconds", "Rinse and dry"),
    ),
]


@pytest.mark.parametrize(("kind", "how", "parts", "key"), CARDS, ids=[row[0] for row in CARDS])
def test_a_card_asks_without_its_key_and_answers_with_it(
    kind: str, how: str, parts: tuple[str, ...], key: tuple[str, ...]
) -> None:
    quiz, question = only(kind)
    card = card_of(question, quiz)
    assert (card.how, card.parts, card.key) == (how, parts, key)


def test_reasons_stand_by_the_answers_that_they_are_about() -> None:
    quiz, question = only("cloze")
    assert card_of(question, quiz).rows == (
        Row(text="sand", right=False, why="Sand hurts the skin."),
        Row(text="minutes", right=False, why="Twenty minutes would be far too long."),
    )


def test_a_word_bank_may_be_longer_than_the_alphabet() -> None:
    quiz, question = only("cloze")
    assert isinstance(question, Cloze)
    blanks = tuple(Blank(accept=(f"right{number}",)) for number in range(20))
    words = tuple(Rejected(text=f"wrong{number}", why="No.") for number in range(20))
    card: Card = card_of(replace(question, text="___ " * 20, blanks=blanks, words=words), quiz)
    assert len(card.parts) == 40
    assert card.parts[26].startswith("AA. ")


def test_a_number_without_tolerance_or_unit_stands_alone() -> None:
    quiz, question = only("number")
    assert isinstance(question, Number)
    assert card_of(replace(question, tolerance=0, unit=None), quiz).key == ("20",)
