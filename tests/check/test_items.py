"""Each rule finds the weak items that it was built with, and is silent on their near misses."""

import re
from pathlib import Path

import pytest

from tests.check.items import Case, items, look

ITEMS = list(items(Path(__file__).with_name("items.txt")))
_BRACES = re.compile(r"\{(.*?)\}")


@pytest.mark.parametrize("case", ITEMS, ids=lambda case: f"{case.rule}: {case.text}"[:70])
def test_an_item(case: Case) -> None:
    said = look(case.rule, _BRACES.sub(r"\1", case.text))
    assert bool(said) is case.weak
    assert said[:1] == (_BRACES.findall(case.text) or said)[:1]
