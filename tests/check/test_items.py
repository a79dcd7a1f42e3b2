"""Each rule finds the weak items that it was built with, and is silent on their near misses."""

import re
from pathlib import Path

import pytest

from tests.check.items import Case, items, look

ITEMS = list(items(Path(__file__).with_name("items.txt")))
_BRACES = re.compile(r"\{(.*?)\}")


@pytest.mark.parametrize("rule", sorted({case.rule for case in ITEMS}))
def test_the_items_of_a_rule(rule: str) -> None:
    assert [case for case in ITEMS if case.rule == rule and not is_judged_well(case)] == []


def is_judged_well(case: Case) -> bool:
    """Return whether a rule says of an item what it should, with the words in braces."""
    said = look(case.rule, _BRACES.sub(r"\1", case.text))
    return bool(said) is case.weak and said[:1] == (_BRACES.findall(case.text) or said)[:1]
