import pytest

from quiz.exchange.plain_markdown import MOST, plain
from quiz.exchange.plain_text import Plain


@pytest.mark.parametrize(
    ("markdown", "text", "lost"),
    [
        ("What rains?", "What rains?", ()),
        ("What is `2 ** 3` in **Python**?", "What is 2 ** 3 in Python?", ("bold letters",)),
        ("![a cat](cat.png) and [a *dog*](dog.html)", "a cat and a dog", None),
        ("one\ntwo\n\nthree", "one two\n\nthree", ()),
        ("# Rain\nfalls", "Rain\n\nfalls", ()),
        ("- one\n- two", "- one\n- two", ()),
        ("1990. A year", "1990. A year", ()),
        ("1. one\n2. two", "1. one\n2. two", ()),
        ("```python\nif a < b:\n    run()\n```", "if a < b:\nrun()", ()),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a b\n1 2", ("a table",)),
        ("It costs $5 or $10", "It costs $5 or $10", ()),
        ("Is $F = ma$ right?", "Is $F = ma$ right?", ("a formula",)),
        (r"\SI{3}{m/s}", r"\SI{3}{m/s}", ("a formula",)),
        (r"\_\_\_ and (\_\_\_) and a_b_c", "___ and (___) and a_b_c", ()),
        ("a<!-- no\nwords -->b &amp; c", "ab & c", ()),
        ("7 < 8 > 3 & 2*3", "7 < 8 > 3 & 2*3", ()),
        ("x" * (MOST + 1) + "*y*", "x" * (MOST + 1) + "*y*", ()),
        ("", "", ()),
    ],
)
def test_the_words_stay_and_what_goes_is_told(
    markdown: str, text: str, lost: tuple[str, ...] | None
) -> None:
    found = plain(markdown)
    assert found.text == text
    assert lost in (None, found.lost)


def test_what_goes_is_told_once() -> None:
    assert plain("**a** **b** $$x$$ ![c](d)") == Plain(
        "a b $$x$$ c", ("bold letters", "a picture", "a formula")
    )
