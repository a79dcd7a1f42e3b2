import pytest

from quiz.exchange.format import NotThatFormat
from quiz.exchange.text_file import LINES, SIZE, text_of


@pytest.mark.parametrize(
    "data",
    [
        "a\nb\n",
        b"a\nb\n",
        b"a\r\nb\r\n",
        b"a\rb\r",
        b"\xef\xbb\xbfa\nb\n",
        "\ufeffa\nb\n",
        "a\u200b\nb\n",
    ],
)
def test_a_text_is_read_whatever_program_saved_it(data: bytes | str) -> None:
    assert text_of(data) == "a\nb\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"x" * (SIZE + 1), "the file has more than 32 MB: split it into several"),
        (b"\n" * (LINES + 1), "the file has more than 1,000,000 lines: split it into several"),
        (b"one\ntwo \xe9", "line 2: this is no UTF-8 text: open it in a text editor"),
        (b"one\n\0", "line 2: a zero byte, so this is no text"),
        ("one\n\0", "line 2: a zero byte, so this is no text"),
    ],
)
def test_what_is_no_text_is_told_in_words(data: bytes | str, told: str) -> None:
    with pytest.raises(NotThatFormat) as found:
        text_of(data)
    assert str(found.value).startswith(told)
