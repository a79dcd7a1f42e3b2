"""Every rule by its name."""

from collections.abc import Mapping

from quiz.check import (
    balance,
    bookkeeping,
    catch_all_options,
    claims,
    clues,
    commas,
    coverage,
    grammar,
    grounding,
    guessers,
    negatives,
    number_options,
    options,
    plain_language,
    stems,
    typed_answers,
    waivers,
    wording,
)
from quiz.check.rule import Rule

FAMILIES = (
    grounding,
    typed_answers,
    coverage,
    stems,
    negatives,
    catch_all_options,
    number_options,
    options,
    grammar,
    clues,
    guessers,
    balance,
    plain_language,
    wording,
    bookkeeping,
    claims,
    commas,
    waivers,
)
"""The files that hold rules, in the order in which their rules are listed."""

RULES: Mapping[str, Rule] = {
    rule.name: rule
    for family in FAMILIES
    for rule in vars(family).values()
    if isinstance(rule, Rule)
}
"""Every rule by its name."""
