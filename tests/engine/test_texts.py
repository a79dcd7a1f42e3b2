"""Typed words: the table of the documentation, and what holds for any text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.kinds import KINDS, grade, public
from quiz.engine.kinds.second_go import SecondGo
from quiz.engine.kinds.texts import TextKey
from quiz.engine.session import Presented, Session
from quiz.engine.wording import once_more
from quiz.model.answer import TypedAnswer
from quiz.model.normalize import normalize
from tests.engine.conftest import PASSAGE, QUIZ, short

TABLE = Path(__file__).parents[2] / "docs" / "typed-answers.md"
_ROW = re.compile(r"^\| (`.+`.*?) \| (`.+`) \| (right|wrong|second go: [a-z]+) \|$", re.MULTILINE)


def rows() -> Iterator[tuple[tuple[str, ...], tuple[str, ...], str, str, str]]:
    """Yield what is accepted, what is rejected, the language, what is typed, and the verdict."""
    for keys, texts, verdict in _ROW.findall(TABLE.read_text(encoding="utf-8")):
        language = re.search(r"\(([a-z]{2})\)$", keys)
        accept, _, reject = keys.partition("not ")
        for text in re.findall("`([^`]+)`", texts):
            yield (
                tuple(re.findall("`([^`]+)`", accept)),
                tuple(re.findall("`([^`]+)`", reject)),
                language[1] if language else "en",
                text,
                verdict,
            )


@pytest.mark.parametrize(("accept", "reject", "language", "text", "verdict"), [*rows()])
def test_the_table_says_what_the_program_does(
    accept: tuple[str, ...], reject: tuple[str, ...], language: str, text: str, verdict: str
) -> None:
    question, quiz = short(*accept, reject=reject), replace(QUIZ, language=language)
    answer = TypedAnswer((text,))
    if grade(question, answer, quiz).right:
        found = "right"
    else:
        why = Presented(question).second_go(answer, quiz)
        found = f"second go: {why}" if why else "wrong"
    assert found == verdict


def test_every_row_of_the_table_is_tried() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.startswith("| `")]) == len(
        _ROW.findall("\n".join(lines))
    )


@pytest.mark.parametrize(
    ("accepted", "rejected", "faulty"),
    [
        ("O-", "O", False),
        ("O-", "o -", True),
        ("clinic", "clinics", False),
        ("clinic", "The Clinic.", True),
        ("healthcare", "health care", False),
        ("X-ray", "x ray", True),
        ("Spravato", "it is Spravato", True),
        ("glutamate", "glutamat", False),
    ],
)
def test_an_author_may_bar_a_form_but_not_what_is_accepted_as_written(
    accepted: str, rejected: str, faulty: bool
) -> None:
    question = short(accepted, reject=(rejected,))
    assert bool([*KINDS["short"].faults(question, "en")]) is faulty
    answer = TypedAnswer((rejected,))
    assert grade(question, answer, QUIZ).right is faulty
    if not faulty:
        (yours, _) = KINDS["short"].reasons(question, answer, QUIZ)
        assert yours.why == f"Not {rejected}."


@pytest.mark.parametrize("typed", ["Spravato or Zoloft", "Prozac or Zoloft", "spravato spray"])
@pytest.mark.parametrize("with_key", [True, False])
def test_a_list_of_guesses_learns_nothing(typed: str, with_key: bool) -> None:
    question = short("Spravato", reject=())
    asked = Presented(question if with_key else public(question))
    session, response = Session.begin(QUIZ, (asked,)).answer(TypedAnswer((typed,)))
    assert response is None
    assert session.second_go is SecondGo.SHORTER
    assert once_more(session.second_go, asked.public) == "Shorter, please: one word. Once more."
    again = session.answer(TypedAnswer((typed,)))[1]
    assert again
    assert not again.right


def test_how_long_an_answer_may_be_is_said() -> None:
    asked = Presented(short("blood brain barrier in mice"))
    assert once_more(SecondGo.SHORTER, asked.public) == (
        "Shorter, please: 5 words at the most. Once more."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("glutamine", "glutamate"),
        ("1½", "11/2"),
        ("10²", "102"),
        ("eat less salt", "eat more salt"),
        ("non-medical", "medical"),
        ("not stated", "stated"),
        ("four", "for"),
        ("five", "fifty"),
    ],
)
def test_different_answers_never_match(one: str, other: str) -> None:
    assert not accepts(one, other)
    assert not accepts(other, one)


@given(st.text())
def test_an_accepted_text_is_right_unless_it_is_blank(text: str) -> None:
    assert accepts(text, text) == bool(normalize(text))


@pytest.mark.parametrize("text", ["", "  ", "\t\n", "\u200b", "\u2060 \ufeff"])
def test_an_empty_text_is_never_right(text: str) -> None:
    assert not TextKey(("", " ", "a"), (), "en").accepts(text)


@given(st.text("abc -#1/'"), st.text("abc -#1/'"))
def test_one_of_two_texts_is_the_other_whichever_is_typed(one: str, other: str) -> None:
    if not {"-", " "} & {one[-1:], other[-1:]}:  # a hyphen behind a plain word is nothing
        assert accepts(one, other) == accepts(other, one)


@given(st.sampled_from(["glutamate", "O-", "HER2-", "health care", "1/2"]), st.data())
def test_what_cannot_be_seen_makes_no_difference(text: str, data: st.DataObject) -> None:
    unseen = data.draw(st.sampled_from("\u200b\ufeff\u00ad\u200e\u2066\u2069\u2060\u200d\ufe0f"))
    place = data.draw(st.integers(0, len(text)))
    assert accepts(text[:place] + unseen + text[place:], text)


@pytest.mark.parametrize(
    ("text", "accepted", "expected"),
    [
        ("glutamatee", "glutamate", True),
        ("the Glutamte.", "glutamate", True),
        ("glutamate", "glutamate", False),
        ("", "glutamate", False),
        ("severe depresion", "severe depression", True),
        ("sever depresion", "severe depression", False),
        ("depresion", "severe depression", False),
        ("depresion now", "depression", False),
        ("anaesthtic", "anesthetic", True),
        ("kidne", "kidney", True),
        ("201999", "201998", False),
        ("glutamat3", "glutamate", False),
        ("two thousand ninteen", "two thousand nineteen", False),
        ("vitamin b12345", "vitamin b12346", False),
        ("animalz", "animaly", True),
        ("animals", "animaly", False),  # it stands in the passage
    ],
)
def test_one_slip_of_the_keys(text: str, accepted: str, expected: bool) -> None:
    found = TextKey((accepted,), (), "en").near(text, PASSAGE)
    assert (found is SecondGo.SPELLING) is expected


@given(st.data())
def test_one_slip_in_a_long_word_is_never_right(data: st.DataObject) -> None:
    word = data.draw(st.text("bcdfgjkqvwxz", min_size=6, max_size=12))
    place = data.draw(st.integers(0, len(word) - 1))
    slip = word[:place] + "m" + word[place + 1 :]

    assert TextKey((word,), (), "en").near(slip, PASSAGE) is SecondGo.SPELLING
    assert not accepts(slip, word)


def accepts(text: str, accepted: str) -> bool:
    return TextKey((accepted,), (), "en").accepts(text)
