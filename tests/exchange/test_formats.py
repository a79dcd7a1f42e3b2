import pytest

from quiz.exchange import FORMATS
from quiz.exchange.format import Format
from quiz.model.question import KINDS


def test_formats_have_names_of_their_own() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_a_format_is_read_or_written_and_says_what_it_holds(one: Format) -> None:
    assert one.read or one.write
    assert one.ending.startswith(".")
    assert set(KINDS) & set(one.holds)
