"""Names in what was typed are hidden, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.analysis.hider import HIDDEN, Hider

from ..paper.build import BANK

HIDES = [
    ("Ana Ruiz", "I am Ana Ruiz", f"I am {HIDDEN}"),
    ("Ana Ruiz", "ana-ruiz!", f"{HIDDEN}!"),
    ("Ana Ruiz", "Ruiz, bananas", f"{HIDDEN}, bananas"),
    ("José", "jose says JOSE\u0301", f"{HIDDEN} says {HIDDEN}"),
    ("JOSE\u0301", "José", HIDDEN),
    ("Rain Snow", "rain", "rain"),  # a word of the quiz itself
    ("Rain Snow", "Rain Snow", HIDDEN),
    ("Poured Wet", "poured", "poured"),  # an accepted answer
    ("王小明", "我是王小明。", f"我是{HIDDEN}。"),
    ("J. Smith", "j and smith", f"j and {HIDDEN}"),
    ("7", "7", "7"),  # a code
    ("12", "12 years", "12 years"),
    ("x", "x", "x"),
    ("***", "by ***", f"by {HIDDEN}"),
    ("a_b", "a_b", HIDDEN),
    ("Ana", "", ""),
    ("Ana Maria", "Ana Ana Maria", f"{HIDDEN} {HIDDEN}"),
]


@pytest.mark.parametrize(("name", "text", "hidden"), HIDES)
def test_hides(name: str, text: str, hidden: str) -> None:
    assert Hider([name], BANK)(text) == hidden


@given(st.text(min_size=3, max_size=30), st.text(max_size=10), st.text(max_size=10))
def test_a_name_between_other_words_is_hidden(name: str, before: str, after: str) -> None:
    name = " ".join(name.split())
    parts = [part for part in name.split() if len(part) > 1 and not part.isdigit()]
    hide = Hider([name], BANK)
    if parts and not name.isdigit() and any(c.isalpha() for c in name):
        assert name not in hide(f"{before} {name} {after}")
