import sys
from importlib import import_module
from pathlib import Path

import pytest

from quiz.check.readability import FK_WORDS
from quiz.check.rules import RULES
from quiz.model.words import words
from tests.check import precision
from tests.check.held_out import cases

ROOT = Path(__file__).parents[2]


def test_the_page_about_precision_is_as_the_rules_are() -> None:
    written = (ROOT / "docs" / "check-precision.md").read_text(encoding="utf-8")
    assert written == precision.page()


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_mostly_right_on_items_it_was_not_built_with(name: str) -> None:
    score = precision.score(name)
    assert len(score.found) + len(score.missed) >= 6
    assert len(score.false) + len(score.silent) >= 6
    assert score.precision >= 0.8
    assert score.recall >= 0.5


def test_no_item_is_said_to_be_weak_and_sound() -> None:
    verdicts = precision.verdicts()
    assert len({(each.rule, each.text) for each in verdicts}) == len(
        {(each.rule, each.text, each.weak) for each in verdicts}
    )


def test_passages_are_long_enough_to_be_measured() -> None:
    measured = [case.text for case in cases() if case.rule == "hard-to-read"]
    assert all(len(words(text)) >= FK_WORDS for text in measured)


def test_each_rule_has_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(ROOT / "docs"), *sys.path])
    pages = import_module("rules_pages").PAGES
    for name, page in pages.items():
        assert (ROOT / name).read_text(encoding="utf-8") == page(), f"{name}: make docs"
    kept = {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert kept == {"README", *RULES}
