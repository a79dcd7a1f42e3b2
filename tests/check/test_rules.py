import re

import pytest
import yaml

from quiz.check.finding import Level
from quiz.check.inspection import inspect
from quiz.check.rule import Rule, rule
from quiz.check.rules import FAMILIES, RULES
from tests.check.build import TODAY, build_quiz

OF_MANY = {"guessable", "hard-to-read", "verdicts-out-of-balance", "low-coverage"}
"""Rules that no single example can break; they have tests of their own."""
OF_THE_QUIZ = {"schema", "title", "topics", "terms", "passage", "claims", "forms", "questions"}


ENGLISH = set(
    str.split(
        "absolute-wrong-options all-of-the-above answers-another grammar-fits-one hard-to-read "
        "long-sentence negative-stem no-question none-of-the-above option-combines-options "
        "option-within-option stem-word-in-key stigma true-or-false"
    )
)
"""Rules that know English words."""


def heard(rule: Rule, example: str, language: str = "en") -> list[str]:
    data = yaml.safe_load(example)
    fields = {name: value for name, value in data.items() if name in OF_THE_QUIZ}
    questions = fields.pop("questions", None) or [
        {name: value for name, value in data.items() if name not in OF_THE_QUIZ}
    ]
    if "forms" in fields:
        questions = [{"id": name} for name in "abcd"]
    found = inspect(build_quiz(*questions, language=language, **fields), TODAY).findings
    return [finding.message for finding in found if finding.rule == rule.name]


@pytest.mark.parametrize("name", sorted(set(RULES) - OF_MANY))
def test_the_examples_of_a_page_show_what_it_says(name: str) -> None:
    rule = RULES[name]
    assert heard(rule, rule.bad)
    assert heard(rule, rule.good) == []


@pytest.mark.parametrize("name", sorted(set(RULES) - OF_MANY))
def test_rules_that_know_english_words_leave_other_languages_alone(name: str) -> None:
    assert bool(heard(RULES[name], RULES[name].bad, "de")) is (name not in ENGLISH)
    assert RULES[name].english is (name in ENGLISH)


def test_names_are_unique_and_well_formed() -> None:
    written = [
        rule for family in FAMILIES for rule in vars(family).values() if isinstance(rule, Rule)
    ]
    assert len({rule.name for rule in written}) == len({id(rule) for rule in written}) == len(RULES)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_page_says_whether_the_rule_can_be_waived(rule: Rule) -> None:
    waived = "can't be waived" if rule.level is Level.ERROR else "can be waived"
    assert rule.page.startswith(f"# {rule.name}\n\n{rule.what}")
    assert waived in rule.page


def test_a_rule_has_a_whole_page() -> None:
    with pytest.raises(ValueError, match="some-rule: the page lacks a part"):
        rule("some-rule", Level.NOTE)(lambda _: ())


def test_how_much_a_finding_weighs_is_said_in_one_word() -> None:
    assert [str(level) for level in Level] == ["error", "warning", "note"]
