"""Findings that an author lets stand, each with a reason; none is ever lost."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from quiz.check.finding import Finding, Level, Mark
from quiz.check.rule import Rule, rule
from quiz.check.sheet import Sheet


@rule("unused-waiver", Level.WARNING)
def unused_waiver(sheet: Sheet) -> Iterable[Mark]:
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
    del sheet
    return ()


def settle(sheet: Sheet, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, with the author's reason in those that are waived."""
    reasons = {question.id: question.waive for question in sheet.quiz.questions}
    settled = []
    for finding in findings:
        reason = reasons.get(finding.question or "", {}).get(finding.rule, "").strip()
        waivable = reason and finding.level is not Level.ERROR
        settled.append(replace(finding, waived=reason) if waivable else finding)
    return tuple(settled)


def unused(
    sheet: Sheet, findings: Iterable[Finding], rules: Mapping[str, Rule], heard: Iterable[str]
) -> Iterator[Mark]:
    """Yield the waivers of the rules that were heard, or exist nowhere, and waive nothing."""
    used = {(finding.question, finding.rule) for finding in findings if finding.waived}
    heard = set(heard)
    for item in sheet.items:
        for name, reason in item.question.waive.items():
            if (item.question.id, name) not in used and (name in heard or name not in rules):
                message = _why_not(name, reason, rules)
                yield Mark(item.at("waive", name), message)


def _why_not(name: str, reason: str, rules: Mapping[str, Rule]) -> str:
    if name not in rules:
        from difflib import get_close_matches  # noqa: PLC0415  for a slip alone

        near = get_close_matches(name, rules, n=1)
        return f"There is no rule {name}." + (f" Did you mean {near[0]}?" if near else "")
    if rules[name].level is Level.ERROR:
        return f"{name} is an error, and can't be waived."
    if not reason.strip():
        return f"The waiver of {name} gives no reason, and so does not count."
    return f"Nothing here breaks the rule {name}."
