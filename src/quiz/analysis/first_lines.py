"""What a teacher needs first: how the class did, what was not understood, who to talk to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from quiz.analysis.answers import right_of
from quiz.analysis.class_report import Issue, IssueKind
from quiz.analysis.form_report import PASSED, UNDERSTOOD, FormReport
from quiz.engine.wording import count, percent, points

QUESTIONS, LEARNERS = 3, 5
"""How many questions and how many learners are named."""


@dataclass(frozen=True, slots=True)
class Named:
    """A question or a learner by name, and how it went."""

    name: str
    """What it is called, in the words of the question or as the learner is."""
    went: str
    """How it went."""
    question: str | None = None
    """The id of the question; None for a learner."""


@dataclass(frozen=True, slots=True)
class FirstLine:
    """One of the lines: a sentence, or who and what is named."""

    label: str
    """What it is about."""
    sentence: str = ""
    """What is said; empty where something is named."""
    named: tuple[Named, ...] = ()
    """Those that are named, the first of them first."""
    more: str = ""
    """How many more there are, in words."""

    @property
    def text(self) -> str:
        """All of it but the label, in words."""
        listed = [f"{one.name} ({one.went})" for one in self.named]
        return self.sentence or "; ".join(filter(None, (*listed, self.more)))


_UNSCORED = "No question earns points."


def first_lines(
    form: FormReport, issues: Iterable[Issue] = ()
) -> tuple[FirstLine, FirstLine, FirstLine]:
    """Return the three lines about a form; the issues say who has no result of it."""
    understood = f"Of each question the class earned {percent(UNDERSTOOD)} of the points or more."
    passed = f"Everyone earned {percent(PASSED)} of the points or more."
    if not form.by_facility:
        understood = passed = _UNSCORED
    return (
        FirstLine("How the class did", _did(form)),
        _line("What was not understood", understood, QUESTIONS, [*_questions(form)]),
        _line("Who to talk to", passed, LEARNERS, [*_low(form)], [*_absent(form, issues)]),
    )


def _did(form: FormReport) -> str:
    learners, shares = count(len(form.learners), "learner"), _shares(form)
    if form.mean.value is None or form.median.value is None:
        return f"{learners} answered. {_UNSCORED}"
    mean = percent(form.mean.value)
    if len(shares) == 1:
        return f"{learners} earned {mean} of the points."
    ends = f"from {percent(min(shares))} to {percent(max(shares))}"
    half = f"half of them {percent(form.median.value)} or more"
    over = f" {count(form.regraded, 'answer')} graded over." if form.regraded else ""
    return f"{learners} earned {mean} of the points on average, {half}, {ends}.{over}"


def _shares(form: FormReport) -> list[float]:
    return [one.share for one in form.learners if one.share is not None]


def _line(label: str, none: str, most: int, *all_named: Sequence[Named]) -> FirstLine:
    """Return a line with the first of each list, or what is said where there is nobody."""
    shown = tuple(chain.from_iterable(each[:most] for each in all_named))
    if not shown:
        return FirstLine(label, none)
    left = sum(map(len, all_named)) - len(shown)
    return FirstLine(label, named=shown, more=f"and {left} more" if left else "")


def _questions(form: FormReport) -> Iterator[Named]:
    by_id = {each.question.id: each for each in form.questions}
    for id_ in form.not_understood:
        ask = " ".join(by_id[id_].question.ask.split())
        yield Named(f"“{ask}”", right_of(by_id[id_]), id_)


def _low(form: FormReport) -> Iterator[Named]:
    by_name = {one.name: one for one in form.learners}
    for name in form.talk_to:
        earned, possible = points(by_name[name].points), count(by_name[name].possible, "point")
        yield Named(name, f"{earned} of {possible}")


def _absent(form: FormReport, issues: Iterable[Issue]) -> Iterator[Named]:
    for issue in issues:
        if issue.kind is IssueKind.NO_RESULT and issue.learner and issue.form == form.form:
            yield Named(issue.learner, "no result")
