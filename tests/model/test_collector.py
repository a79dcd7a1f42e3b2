"""That no garbage is searched for meanwhile, and that it is again afterwards."""

import gc
from collections.abc import Iterator

import pytest

from quiz.model.collector import no_collector


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Leave the search as it was."""
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


def test_no_garbage_is_searched_for_meanwhile() -> None:
    gc.enable()
    with no_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_searched_for_again_where_the_work_broke_off() -> None:
    gc.enable()
    with pytest.raises(KeyError), no_collector():
        raise KeyError
    assert gc.isenabled()


def test_a_search_that_was_off_stays_off() -> None:
    gc.disable()
    with no_collector():
        assert not gc.isenabled()
    assert not gc.isenabled()
