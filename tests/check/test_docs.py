import sys
from importlib import import_module
from pathlib import Path

import pytest

from quiz.check.rules import RULES
from tests.check import precision

ROOT = Path(__file__).parents[2]


def test_the_page_about_precision_is_as_the_rules_are() -> None:
    written = (ROOT / "docs" / "check-precision.md").read_text(encoding="utf-8")
    assert written == precision.page()


@pytest.mark.parametrize("name", sorted({rule for rule, _ in precision.HELD_OUT}))
def test_a_rule_is_mostly_right_on_items_it_was_not_built_with(name: str) -> None:
    score = precision.score(name)
    assert score.precision >= 0.8
    assert score.recall >= 0.5
    assert len(score.false) + len(score.silent) >= 6


def test_each_rule_has_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "docs"), *sys.path])
    pages = import_module("rules_pages").PAGES
    for name, page in pages.items():
        assert (ROOT / name).read_text(encoding="utf-8") == page(), f"{name}: make docs"
    kept = {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert kept == {"README", *RULES}
