"""Questions as they are asked."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.engine.session import Presented
from quiz.model.question import Cloze
from quiz.model.quiz import Quiz
from quiz.plain.ask import question_blocks
from quiz.plain.lines import layout
from tests.plain.conftest import laid_out

TABLE = [
    (
        "choice",
        ["  1  2019", "  2  In lakes", "  3  In the sea", "", "Type the number of one option."],
    ),
    (
        "choices",
        ["  3  Live in the sea", "", "2 options are right. Type their numbers, as in 1 3."],
    ),
    (
        "statement",
        ["Whales sing.", "", "  1  True", "  2  False", "  3  Not stated in the passage"],
    ),
    ("number", ["How many hours do most dive?", "", "Type a number, in hours."]),
    ("short", ["What do they breathe?", "", "Type a word or a few."]),
    (
        "cloze",
        [
            "Whales\u00a0(1)\u00a0___ in the\u00a0(2)\u00a0___.",
            "  1  lake",
            "  2  sea",
            "  3  live",
        ],
    ),
    ("order", ["  1  three", "  2  two", "  3  one"]),
    ("match", ["  1  Whales", "  2  Bats", "", "  a  Fire", "  b  Air", "  c  Sea"]),
    ("locate", ["  1  Whales live in the sea.", "  2  They breathe air."]),
    ("teach-back", ["Explain how whales live."]),
    *((kind, ["To end early: ?e"]) for kind in ("short", "cloze", "teach-back")),
]


@pytest.mark.parametrize(("id_", "lines"), TABLE)
def test_what_is_shown(
    id_: str, lines: list[str], asked: Callable[[str], Presented], quiz: Quiz
) -> None:
    shown = "\n".join(laid_out(question_blocks(asked(id_), quiz)))
    assert "\n".join(lines) in shown


def test_nothing_shown_gives_the_key_away(asked: Callable[[str], Presented], quiz: Quiz) -> None:
    for question in quiz.questions:
        shown = "\n".join(laid_out(question_blocks(asked(question.id), quiz)))
        assert question.explain not in shown
        assert "why" not in shown
    assert "air" not in "\n".join(laid_out(question_blocks(asked("short"), quiz)))


@pytest.mark.parametrize("width", range(20, 60))
def test_a_blank_is_not_parted_from_the_word_before_or_the_mark_behind(
    width: int, quiz: Quiz
) -> None:
    cloze = next(one for one in quiz.questions if isinstance(one, Cloze))
    question = replace(cloze, text="Whales live in the wide ___, and they may dive for an ___.")
    shown = "\n".join(layout(question_blocks(Presented(question, ()), quiz), width))
    assert "wide\u00a0(1)\u00a0___," in shown
    assert "an\u00a0(2)\u00a0___." in shown
