"""What a rule is: a function that looks at a quiz, and the page that explains it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc

from quiz.check.finding import Level, Mark
from quiz.check.sheet import Item, Sheet

Look = Callable[[Sheet], Iterable[Mark]]
"""Looks at a whole quiz and yields what it finds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of `quiz check`."""

    name: str
    """Its name on the command line and in `waive`."""
    level: Level
    """How much its findings weigh: an error can't be waived, and a note never fails a quiz."""
    look: Look
    """What finds it."""
    what: str
    """What the rule finds, in one sentence."""
    why: str
    """Why it matters."""
    source: str
    """Where the rule comes from."""
    mend: str
    """How to mend it: the line of help under each finding."""
    bad: str
    """An example that the rule finds, as an author writes it."""
    good: str
    """The same, mended."""
    traps: str
    """What looks alike and is left alone, and what the rule misses."""
    english: bool
    """Whether it knows English words, and so looks at quizzes in English alone."""

    @property
    def page(self) -> str:
        """The page about the rule, in Markdown."""
        weight = _WEIGHTS[self.level]
        scope = " It looks at quizzes in English alone." if self.english else ""
        return (
            f"# {self.name}\n\n{self.what}{scope}\n\nLevel: {self.level} ({weight}).\n\n"
            f"## Why it matters\n\n{self.why}\n\nSource: {self.source}\n\n"
            f"## How to mend it\n\n{self.mend}\n\n"
            f"Weak:\n\n```yaml\n{self.bad}\n```\n\nBetter:\n\n```yaml\n{self.good}\n```\n\n"
            f"## Known traps\n\n{self.traps}\n"
        )


_WEIGHTS = {
    Level.ERROR: "can't be waived",
    Level.WARNING: "can be waived",
    Level.NOTE: "can be waived, and fails no quiz, not even under `--strict`",
}


def rule(  # noqa: PLR0913  each is a part of the rule's page
    name: str,
    level: Level,
    *,
    what: str,
    why: str,
    source: str,
    mend: str,
    bad: str,
    good: str,
    traps: str,
    english: bool = False,
) -> Callable[[Look], Rule]:
    """Return a decorator that makes a rule of the function under it."""

    def made(look: Look) -> Rule:
        return Rule(
            name=name,
            level=level,
            look=look,
            what=what,
            why=why,
            source=source,
            mend=mend,
            bad=cleandoc(bad),
            good=cleandoc(good),
            traps=traps,
            english=english,
        )

    return made


def each(look: Callable[[Item], Iterable[Mark]]) -> Look:
    """Return the function that looks at one question after the other."""

    def look_at_all(sheet: Sheet) -> Iterator[Mark]:
        for item in sheet.items:
            yield from look(item)

    return look_at_all
