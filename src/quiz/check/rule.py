"""What a rule is: a function that looks at a quiz, and in its docstring the page that explains it.

The page says in Markdown what the rule finds, why it matters with its source, how to mend it with a
weak and a better example, and what looks alike and is left alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import wraps
from inspect import getdoc

from quiz.check.context import ItemContext, QuizContext
from quiz.check.finding import Level, Violation

Look = Callable[[QuizContext], Iterable[Violation]]
"""Looks at a whole quiz and yields what it finds."""

_PAGE = re.compile(
    r"(?P<what>.+?)\n\n(?P<more>.*?)"
    r"## Why it matters\n\n.+?\n\nSource: .+?\n\n"
    r"## How to mend it\n\n(?P<fix>.+?)\n\n"
    r"Weak:\n\n```yaml\n(?P<bad>.+?)\n```\n\nBetter:\n\n```yaml\n(?P<good>.+?)\n```\n\n"
    r"## Known traps\n\n.+",
    re.DOTALL,
)
_WEIGHTS = {
    Level.ERROR: "can't be waived",
    Level.WARNING: "can be waived",
    Level.NOTE: "can be waived, and fails no quiz, not even under `--strict`",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `quiz check`."""

    name: str
    """Its name on the command line and in `waive`."""
    level: Level
    """How much its findings weigh: an error can't be waived, and a note never fails a quiz."""
    look: Look
    """What finds it."""
    english: bool
    """Whether it knows English words, and so looks at quizzes in English alone."""
    page: str
    """The page about the rule, in Markdown."""
    what: str
    """What the rule finds, in one sentence."""
    fix: str
    """How to mend it: the line of help under each finding."""
    bad: str
    """An example that the rule finds, as an author writes it."""
    good: str
    """The same, mended."""


def rule(name: str, level: Level, *, english: bool = False) -> Callable[[Look], Rule]:
    """Return a decorator that makes a rule of the function under it.

    Raises:
        ValueError: its docstring is no whole page.
    """

    def made(look: Look) -> Rule:
        text = getdoc(look) or ""
        found = _PAGE.fullmatch(text)
        if found is None:
            raise ValueError(f"{name}: the page lacks a part")
        scope = " It looks at quizzes in English alone." if english else ""
        weight = f"Level: {level} ({_WEIGHTS[level]}).\n\n"
        rest = found["more"] + weight + text[found.end("more") :]
        page = f"# {name}\n\n{found['what']}{scope}\n\n{rest}\n"
        fix = " ".join(found["fix"].split())
        return Rule(
            name, level, look, english, page, found["what"], fix, found["bad"], found["good"]
        )

    return made


def each(look: Callable[[ItemContext], Iterable[Violation]]) -> Look:
    """Return the function that looks at one question after the other."""

    @wraps(look)
    def look_at_all(context: QuizContext) -> Iterator[Violation]:
        for item in context.items:
            yield from look(item)

    return look_at_all
