import pytest

from quiz.quizfile.parsing import parse
from quiz.quizfile.places import Places

TEXT = """\
plain: It is NOT so
single: 'It''s NOT so'
double: "It is NOT so"
escaped: "It\\u0020is NOT so"
folded: >-
    It is
    NOT so
block: |
    It  is

    NOT so
flowed: It
  is
  NOT so
list:
- {text: NOT it}
"""


@pytest.mark.parametrize(
    ("path", "value", "spot"),
    [
        (("plain",), "It is NOT so", (1, 14)),
        (("single",), "It's NOT so", (2, 16)),
        (("double",), "It is NOT so", (3, 16)),
        (("escaped",), "It is NOT so", (4, 10)),
        (("folded",), "It is NOT so", (7, 5)),
        (("block",), "It is\n\nNOT so", (11, 5)),
        (("flowed",), "It is NOT so", (14, 3)),
        (("list", 0, "text"), "NOT it", (16, 10)),
        (("plain",), "It was NOT so", (1, 8)),
    ],
)
def test_where_words_stand(path: tuple[str | int, ...], value: str, spot: tuple[int, int]) -> None:
    assert Places(TEXT, parse(TEXT)).of(path, value, value.index("NOT")) == spot


def test_where_a_value_stands() -> None:
    places = Places(TEXT, parse(TEXT))
    assert places.of(("list", 0)) == (16, 3)
    assert places.of(("plain",), "It is NOT so", 0) == (1, 8)
    assert places.of(("folded",), "It is NOT so") == (6, 5)
    assert places.of(("single",)) == (2, 9)
    assert places.of(("folded",)) == (5, 9)
    assert places.of(("plain",), "", 3) == (1, 8)
