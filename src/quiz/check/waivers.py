"""Findings that an author lets stand, each with a reason; none is ever lost."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from quiz.check.context import QuizContext
from quiz.check.finding import Finding, Level, Violation
from quiz.check.rule import Rule, rule
from quiz.model.near_miss import did_you_mean


@rule("unused-waiver", Level.WARNING)
def unused_waiver(context: QuizContext) -> Iterable[Violation]:
    """A waiver that waives nothing.

    ## Why it matters

    It says that something is weak which is not, or hides what comes later.

    Source: Waivers: a warning can be waived on its question, with a reason

    ## How to mend it

    Take the waiver out. An error is mended, not waived.

    Weak:

    ```yaml
    waive: {long-key: The name of the law can't be shorter.}
    ```

    Better:

    ```yaml
    waive: {}
    ```

    ## Known traps

    Waivers of rules that `--select` or `--ignore` leave out are not judged.
    """
    del context
    return ()


def apply_waivers(context: QuizContext, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, with the author's reason in those that are waived."""
    reasons = {question.id: question.waive for question in context.quiz.questions}
    found = []
    for finding in findings:
        reason = reasons.get(finding.question or "", {}).get(finding.rule, "").strip()
        waivable = reason and finding.level is not Level.ERROR
        found.append(replace(finding, waived=reason) if waivable else finding)
    return tuple(found)


def unused(
    context: QuizContext,
    findings: Iterable[Finding],
    rules: Mapping[str, Rule],
    active: Collection[str],
) -> Iterator[Violation]:
    """Yield the waivers of active rules, or of such as exist nowhere, that waive nothing."""
    used = {(finding.question, finding.rule) for finding in findings if finding.waived}
    for item in context.items:
        for name, reason in item.question.waive.items():
            if (item.question.id, name) not in used and (name in active or name not in rules):
                message = _why_not(name, reason, rules)
                yield Violation(item.at("waive", name), message)


def _why_not(name: str, reason: str, rules: Mapping[str, Rule]) -> str:
    if name not in rules:
        return f"There is no rule {name}.{did_you_mean(name, rules)}"
    if rules[name].level is Level.ERROR:
        return f"{name} is an error, and can't be waived."
    if not reason.strip():
        return f"The waiver of {name} gives no reason, and so does not count."
    return f"Nothing here breaks the rule {name}."
