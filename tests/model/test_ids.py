import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.model.constraints import ID
from quiz.model.ids import Ids, fitting


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["q1", "q2"], ["q1", "q2"]),
        (["q1", "q1", "Q 1", "q1"], ["q1", "q1-2", "q-1", "q1-3"]),
        (["q1", "q1-2", "q1"], ["q1", "q1-2", "q1-3"]),
        (["Ünïcode — ß"], ["unicode-ss"]),
        (["a" * 100], ["a" * 64]),
        (["a" * 64, "a" * 64], ["a" * 64, "a" * 62 + "-2"]),
        (["--x--"], ["x"]),
    ],
)
def test_ids_from_names(names: list[str], ids: list[str]) -> None:
    given_ = Ids()
    assert [given_.of(name, "") for name in names] == ids


@pytest.mark.parametrize(
    ("stem", "id_"),
    [
        ("What falls?", "what-falls"),
        (
            "Which of these is the first thing that a person does?",
            "which-of-these-is-the-first-thing-that-a",
        ),
        ("x" * 50, "x" * 40),
        ("日本語", "question"),
        ("", "question"),
    ],
)
def test_an_id_from_a_stem(stem: str, id_: str) -> None:
    assert Ids().of("", stem) == id_
    assert Ids().of("日本", stem) == id_


@given(st.lists(st.tuples(st.text(max_size=70), st.text(max_size=70)), max_size=20))
def test_ids_fit_and_differ(names: list[tuple[str, str]]) -> None:
    ids = Ids()
    made = [ids.of(*name) for name in names]
    assert len({*made}) == len(made)
    assert all(re.fullmatch(ID, id_) and len(id_) <= 64 for id_ in made)


def test_many_of_one_name_take_no_time() -> None:
    ids = Ids()
    assert [ids.of("q", "") for _ in range(20_000)][-1] == "q-20000"


def test_what_fits_stays() -> None:
    assert fitting("a-good-id-7") == "a-good-id-7"
