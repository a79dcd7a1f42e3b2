"""Every guard still stands where the list says; `make guards` takes each of them out."""

import pytest

from tests.guards.__main__ import ROOT
from tests.guards.guards import GUARDS, Guard


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.name)
def test_a_guard_stands_once_and_its_tests_are_there(guard: Guard) -> None:
    source = (ROOT / "src" / "quiz" / guard.file).read_text(encoding="utf-8")
    assert source.count(guard.guard) == 1
    assert guard.without != guard.guard
    for test in guard.tests.split(" "):
        file, _, name = test.partition("::")
        assert (ROOT / file).exists()
        if name:
            assert f"def {name.partition('[')[0]}(" in (ROOT / file).read_text(encoding="utf-8")


def test_names_are_told_apart() -> None:
    assert len({guard.name for guard in GUARDS}) == len(GUARDS)
