"""How well the rules do on items that were kept apart from their making."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from quiz.check.inspection import inspect
from quiz.check.rules import RULES
from quiz.quizfile.reader import read_with_places
from tests.check.build import TODAY
from tests.check.held_out import WHOLE, cases, labels
from tests.check.items import look


class Verdict(NamedTuple):
    """What a rule said of one case."""

    rule: str
    weak: bool
    heard: bool
    text: str


class Score(NamedTuple):
    """What a rule did with the cases that were written for it."""

    rule: str
    found: list[str]
    missed: list[str]
    false: list[str]
    silent: list[str]

    @property
    def precision(self) -> float:
        """The share of what it found that an editor would send back."""
        return len(self.found) / max(1, len(self.found) + len(self.false))

    @property
    def recall(self) -> float:
        """The share of what an editor would send back that it found."""
        return len(self.found) / max(1, len(self.found) + len(self.missed))


def score(rule: str) -> Score:
    """Return what a rule did with its cases."""

    def told(*, weak: bool, heard: bool) -> list[str]:
        return [
            verdict.text
            for verdict in verdicts()
            if verdict.rule == rule and (verdict.weak, verdict.heard) == (weak, heard)
        ]

    return Score(
        rule,
        told(weak=True, heard=True),
        told(weak=True, heard=False),
        told(weak=False, heard=True),
        told(weak=False, heard=False),
    )


@cache
def verdicts() -> tuple[Verdict, ...]:
    """Return what the rules said of every case."""
    single = (
        Verdict(case.rule, case.weak, bool(look(case.rule, case.text)), shown)
        for case in cases()
        for shown in [case.text.partition("\n")[0]]
    )
    return (*single, *_of_whole_quizzes())


def _of_whole_quizzes() -> Iterator[Verdict]:
    """Yield what every rule said of every labelled line, and what was found on other lines."""
    for path in WHOLE:
        text = path.read_text(encoding="utf-8")
        quiz, places = read_with_places(text.encode(), path.name)
        heard = {
            (each.rule, places.of(each.path).line): each.message
            for each in inspect(quiz, TODAY).findings
        }
        lines = text.splitlines()
        for rule, line, weak in labels(text):
            said = heard.pop((rule, line), "")
            shown = lines[line - 1].strip().partition("  # ")[0]
            yield Verdict(rule, weak, bool(said), f"{path.name}:{line}: {shown}")
        for (rule, line), message in heard.items():
            yield Verdict(rule, False, True, f"{path.name}:{line}: {message}")


def page() -> str:
    """Return the page of the documentation."""
    scores = [score(rule) for rule in RULES]
    rows = [
        f"| {one.rule} | {len(one.found) + len(one.missed)} | {len(one.false) + len(one.silent)} "
        f"| {one.precision:.2f} | {one.recall:.2f} |"
        for one in scores
    ]
    wrong = [f"- {one.rule} misses: {line}" for one in scores for line in one.missed]
    wrong += [f"- {one.rule} finds wrongly: {line}" for one in scores for line in one.false]
    table = "\n".join(rows)
    lines = "\n".join(wrong)
    outside = Path(__file__).with_name("outside.md").read_text(encoding="utf-8")
    return f"{_PREFACE}{table}\n\n{_MISTAKES}{lines}\n\n{outside}"


_PREFACE = """\
# How often the rules of `quiz check` are right

There are two parts: figures on the project's own set, and below them those on questions that the
rules were not built with.

## On the project's own set

Measured on items and quizzes that were written for it, after the rules, and kept apart from those
that the rules were built with: `tests/check/held_out`. Weak ones are those that a careful editor
would send back; sound ones look alike. Precision is the share of what a rule found that was weak,
recall the share of the weak that it found.

- A rule about one question is measured on single items, one about a whole quiz on whole quizzes:
  18 questions or so for each case of `guessable`, a passage for each of `hard-to-read`.
- In four quizzes of several questions every line is labelled that is weak, or looks so, to the
  rules about what an author forgot or never used. All rules read them, and what any of them finds
  on a line that is not labelled weak counts as found wrongly.

The items are short and few, and half of them are weak, which real quizzes are not: take the numbers
as a guide. Where an item led to a change of a rule, it went to that rule's own tests, and another
one was written for it. Some labels changed when the rule was found right: two quizzes for
`guessable` from sound to weak, since a guesser who matches words got most of them right, two cases
of `forms-not-parallel` from weak to sound, and three lines of the quizzes got a label that they
lacked; two blanks at the end of a stem, which options complete, gave way to others, and two items
with an article that throws out one wrong option are weak now. So these figures are a little kind. A
test holds this page to what the rules do; `make docs` writes it anew.

| rule | weak | sound | precision | recall |
|---|---:|---:|---:|---:|
"""
_MISTAKES = """\
### Where they are wrong

Each item as the question, the right option, and the wrong ones, or as `held_out` says it; of a quiz
what its author does. They stay because a rule that found them would find much that is sound:

- `negative-stem` reads small words, and not the words that hold a “not” in them.
- `stem-word-in-key` lets one short shared word pass, since most sound questions share one.
- `tag-against-passage` lets one word pass for the same reason.
- `stigma` leaves “drunk” before another word alone, as in “the drunk sailor”, where it says how
  someone is today.
- `option-within-option` leaves one word before “of” alone, as in “a glass” and “a glass of milk”,
  and knows a few adjectives only.
- `forms-not-parallel` forgives one question with another topic, also where there are few.

"""
