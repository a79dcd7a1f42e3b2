"""Looking at a whole quiz: every rule, and the tables beside them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from quiz.check.balance import counts, groups
from quiz.check.context import QuizContext
from quiz.check.coverage import Coverage, coverage
from quiz.check.finding import Finding, Level, Violation
from quiz.check.finishing import left_to_do
from quiz.check.guessers import Guesser, guessers, positions, verdicts
from quiz.check.plain_language import Part, parts
from quiz.check.rule import Rule
from quiz.check.rules import RULES
from quiz.check.waivers import apply_waivers, unused, unused_waiver
from quiz.model.problem import Fault, ValuePath
from quiz.model.quiz import Quiz


@dataclass(frozen=True)
class Inspection:
    """What was found in a quiz; the tables are worked out when they are asked for."""

    context: QuizContext
    """The quiz as the rules read it."""
    findings: tuple[Finding, ...]
    """All findings in the order of the file, the waived ones too."""
    skipped: tuple[str, ...] = ()
    """Names of rules that were asked for and know English alone, where the quiz is in another."""

    @property
    def quiz(self) -> Quiz:
        """The quiz."""
        return self.context.quiz

    def of(self, level: Level) -> tuple[Finding, ...]:
        """Return the findings of that level that are not waived."""
        return tuple(each for each in self.findings if each.level is level and not each.waived)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that the author lets stand."""
        return tuple(each for each in self.findings if each.waived)

    @cached_property
    def left_to_do(self) -> tuple[Fault, ...]:
        """What is left to do in its drafts, in the order in which to do it."""
        return left_to_do(self.quiz)

    @cached_property
    def coverage(self) -> Coverage:
        """What the questions cover of the passage."""
        return coverage(self.context)

    @cached_property
    def guessers(self) -> tuple[Guesser, ...]:
        """What each guesser gets."""
        return guessers(self.context)

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        """The number of questions by topic, skill, kind and difficulty."""
        return counts(self.context)

    @cached_property
    def keys(self) -> dict[str, dict[str, int]]:
        """How often the right option stands in each place, and how often each verdict is right."""
        places = positions(self.context.items)
        return {
            "place": {str(place + 1): places[place] for place in sorted(places)},
            "verdict": dict(verdicts(self.context)),
        }

    @cached_property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the questions of each group, of which one attempt asks only one."""
        return groups(self.quiz.questions)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """How hard the parts of the quiz are to read."""
        return parts(self.context)


def inspect(
    quiz: Quiz, today: date, wanted: Collection[str] = tuple(RULES), min_coverage: float = 0
) -> Inspection:
    """Return what the wanted rules find in a quiz on a day.

    Questions must cover at least a share of the passage's sentences, from 0 to 1.
    """
    context = QuizContext(quiz, today, min_coverage)
    rules = [RULES[name] for name in RULES if name in wanted]
    active = [rule for rule in rules if quiz.english or not rule.english]
    violations = ((rule, violation) for rule in active for violation in rule.look(context))
    found = apply_waivers(context, [_finding(context, *pair) for pair in violations])
    if unused_waiver in active:
        rest = unused(context, found, RULES, [rule.name for rule in active])
        found += tuple(_finding(context, unused_waiver, violation) for violation in rest)
    skipped = tuple(rule.name for rule in rules if rule not in active)
    return Inspection(context, tuple(sorted(found, key=_order)), skipped)


def _finding(context: QuizContext, rule: Rule, violation: Violation) -> Finding:
    path, message, span = violation
    question = None
    if len(path) > 1 and path[0] == "questions" and isinstance(path[1], int):
        question = context.items[path[1]].question.id
    text = _text(context.quiz, path) if span else ""
    return Finding(rule.name, rule.level, question, path, message, rule.fix, text, span)


def _text(quiz: Quiz, path: ValuePath) -> str:
    value: Any = quiz
    for step in path:
        value = value[step] if hasattr(value, "__getitem__") else getattr(value, str(step))
    return str(value)


def _order(finding: Finding) -> tuple[object, ...]:
    """Return the key that sorts findings: the whole quiz first, then question by question."""
    return (finding.question is not None, finding.path, finding.rule, finding.message)
