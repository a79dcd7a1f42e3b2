"""Every kind in a form: what is sent is what is read, and half an answer is none."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.engine.kinds import KINDS as ALL
from quiz.model.answer import OrderAnswer
from quiz.model.public_question import PublicQuestion
from quiz.quizfile.reader import read
from quiz.web.forms import Form
from quiz.web.kinds import KINDS, NoAnswer
from tests.engine.live import lesson
from tests.engine.test_lesson import known
from tests.support.answers import any_answer
from tests.support.files import BEES
from tests.web.browser import as_form

QUIZ = read(BEES)


def question(kind: str) -> PublicQuestion:
    """Return a question of a kind as it is shown."""
    return next(one for one in lesson(QUIZ).shown if one.kind == kind)


def test_every_kind_has_a_form() -> None:
    assert set(KINDS) == set(ALL)


@given(st.integers(0, 10**6))
def test_what_is_sent_is_what_is_read(seed: int) -> None:
    asked, rng = lesson(QUIZ, seed), Random(seed)
    for position, shown in enumerate(asked.shown):
        answer = known(any_answer(asked.question(position), QUIZ, rng))
        given_ = asked.written(position, answer)
        sent = {
            name: [value] if isinstance(value, str) else value
            for name, value in as_form(given_).items()
        }
        assert KINDS[shown.kind].read(sent, shown) == given_


@pytest.mark.parametrize(
    ("kind", "form", "said"),
    [
        ("choice", {}, "Pick one."),
        ("choice", {"pick": ["0", "1"]}, "Pick one."),
        ("choice", {"pick": ["99"]}, "Load this page again."),
        ("choice", {"pick": ["-1"]}, "Load this page again."),
        ("choice", {"pick": ["²"]}, "Load this page again."),
        ("choices", {"pick": ["0"]}, "Pick 2."),
        ("statement", {}, "By the passage: true, false, or not stated?"),
        ("number", {"text0": [" "]}, "Type a number."),
        ("short", {}, "Type a word or a few."),
        ("cloze", {"text0": ["bee"]}, None),
        ("order", {"item": ["0", "0"]}, "Some items are missing. Load this page again."),
        ("order", {}, "Some items are missing. Load this page again."),
        ("match", {"pair0": ["0"]}, "Choose something for each."),
        ("locate", {"sentence": ["one"]}, "Pick the sentence of the passage that answers this."),
        ("teach-back", {"text": [" \n "]}, "Write a sentence or two."),
    ],
)
def test_what_is_no_answer_is_told(kind: str, form: Form, said: str | None) -> None:
    with pytest.raises(NoAnswer, match=said):
        KINDS[kind].read(form, question(kind))


@pytest.mark.parametrize(
    ("move", "items"),
    [
        ("0 down", (1, 0, 2)),
        ("2 up", (0, 2, 1)),
        ("0 up", (0, 1, 2)),
        ("2 down", (0, 1, 2)),
        ("9 up", (0, 2, 1)),
        ("nowhere", (0, 1, 2)),
        ("0 sideways", (0, 1, 2)),
    ],
)
def test_an_item_is_moved_by_one_place(move: str, items: tuple[int, ...]) -> None:
    shown = replace(question("order"), parts=("first", "second", "third"))
    form = {"item": ["0", "1", "2"], "move": [move]}
    assert KINDS["order"].read(form, shown) == OrderAnswer(items)
