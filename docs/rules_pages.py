"""The pages about the rules of `quiz check`, in Markdown, from the rules themselves."""

from collections.abc import Callable, Mapping

from quiz.check.rule import Rule
from quiz.check.rules import RULES


def index() -> str:
    """Return the page that lists the rules."""
    lines = [
        "# The rules of `quiz check`",
        "",
        "An error is mended. A warning or a note can be waived on its question, with the reason:",
        "",
        "```yaml",
        "waive: {long-key: The name of the law can't be shorter.}",
        "```",
        "",
        "A note is there to be looked at once, and never fails a quiz, not even under `--strict`.",
        "A waiver that no longer applies is found too. `quiz check --explain RULE` shows a page",
        "in the terminal. [How often the rules are right](../check-precision.md).",
        "",
        "| rule | level | what it finds |",
        "|---|---|---|",
    ]
    lines += [
        f"| [{name}]({name}.md) | {rule.level} | {rule.what} |" for name, rule in RULES.items()
    ]
    return "\n".join([*lines, ""])


def page(rule: Rule) -> Callable[[], str]:
    """Return what writes the page of a rule."""
    return lambda: rule.page


PAGES: Mapping[str, Callable[[], str]] = {
    "docs/rules/README.md": index,
    **{f"docs/rules/{name}.md": page(rule) for name, rule in RULES.items()},
}
"""What writes each page, by its path from the top of the tree."""
