"""Gathering what a class handed in: whose it is, which result counts, and what does not fit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from quiz.analysis.class_report import Issue, IssueKind
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marking import AnswerKey
from quiz.engine.dates import moment_in_words
from quiz.engine.wording import FORMS, count
from quiz.model.quiz import Form, Quiz
from quiz.model.submission import Submission, folded
from quiz.model.text import clean_line

Remark = tuple[IssueKind, str]
"""Why something does not count, or not as it is, and what exactly."""


@dataclass(frozen=True, slots=True)
class Received:
    """A result file that was read."""

    source: str
    """The name of the file."""
    submission: Submission
    """What it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What a teacher says of an exercise; what is left out is not known."""

    roster: Sequence[str] | None = None
    """The names or codes of the class."""
    until: Mapping[str, datetime] = field(default_factory=dict)
    """Until when to hand in, by the id of the assignment."""
    only: frozenset[str] | None = None
    """The ids of the assignments that the report is about; None for all of the quiz."""
    form: Form | None = None
    """The form that the report is about; None for all."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a class handed in."""

    submissions: tuple[MarkedSubmission, ...]
    """One for each learner and form, in the order of the learners' names."""
    issues: tuple[Issue, ...]
    """What does not count, or not as it is, in the order of the files; then who is missing."""


def gather(quiz: Quiz, received: Iterable[Received], expected: Expected) -> Gathered:
    """Return the results of a class, marked by the key of the quiz as it is now.

    Of several results of one learner and form the first counts: of those with an answer the one
    handed in earliest. That time is of the learner's clock, so all of them are said.
    """
    return _Gathering(AnswerKey(quiz), expected).gather(received)


class _Gathering:
    def __init__(self, key: AnswerKey, expected: Expected) -> None:
        self.key = key
        self.expected = expected
        self.roster: dict[str, str] = {}
        for name in expected.roster or ():
            self.roster.setdefault(folded(name), clean_line(name))
        self.names = dict(self.roster)  # as on the roster, else as in the first result that counts

    def gather(self, received: Iterable[Received]) -> Gathered:
        submissions: list[MarkedSubmission] = []
        issues: list[Issue] = []
        for results in self._by_learner(received, issues).values():
            first, *others = sorted(results, key=_turn)
            learner = self.names.setdefault(*_name(first))
            issues += (self._issue(other, _second(first, other)) for other in others)
            issues += (self._issue(first, remark) for remark in self._remarks(first.submission))
            submissions.append(self.key.marked(first.submission, learner))
        submissions.sort(key=lambda submission: (folded(submission.learner), submission.form or ""))
        issues.sort(key=lambda issue: issue.source or "")
        return Gathered(tuple(submissions), (*issues, *self._absent(submissions)))

    def _by_learner(
        self, received: Iterable[Received], issues: list[Issue]
    ) -> Mapping[tuple[str, Form | None], list[Received]]:
        """Return the results that the report is about; add to the issues those that it is not."""
        found: dict[tuple[str, Form | None], list[Received]] = {}
        for one in received:
            foreign = self._foreign(one.submission)
            if foreign:
                issues.append(self._issue(one, foreign))
            else:
                key = folded(one.submission.learner), one.submission.form
                found.setdefault(key, []).append(one)
        return found

    def _issue(self, one: Received, remark: Remark) -> Issue:
        kind, detail = remark
        learner = self.names.get(*_name(one))
        return Issue(kind=kind, source=one.source, learner=learner, detail=detail)

    def _foreign(self, submission: Submission) -> Remark | None:
        """Return why a result is none that the report is about."""
        expected = self.expected
        if submission.quiz != self.key.quiz.id:
            return IssueKind.OTHER_QUIZ, f"It is of the quiz {submission.quiz}."
        if expected.only is not None and submission.assignment not in expected.only:
            return IssueKind.OTHER_ASSIGNMENT, ""
        if expected.form and submission.form != expected.form:
            form = FORMS[submission.form].lower() if submission.form else "whole quiz"
            return IssueKind.OTHER_FORM, f"It is the {form}."
        if not self.key.unchanged(submission):
            version = f"It is version {submission.version}"
            return IssueKind.OTHER_VERSION, f"{version}, and none of its questions is in this one."
        return None

    def _remarks(self, submission: Submission) -> Iterator[Remark]:
        """Yield what is to be said of a result that counts."""
        yield from self._edited(submission)
        for number in self.key.unfit(submission):
            yield IssueKind.UNFIT_ANSWER, f"It is answer {number}."
        until = self.expected.until.get(submission.assignment)
        if until and submission.ended > until:
            ended = submission.ended.astimezone(until.tzinfo)
            came, end = moment_in_words(ended), moment_in_words(until)
            yield IssueKind.LATE, f"It came on {came}, and the end was on {end}."
        if self.expected.roster is not None and folded(submission.learner) not in self.roster:
            yield IssueKind.NOT_ON_ROSTER, ""

    def _edited(self, submission: Submission) -> Iterator[Remark]:
        still, asked = self.key.unchanged(submission), len(submission.asked)
        which = "All" if still == asked else f"{still} of"
        unchanged = f"{which} {count(asked, 'question')} are unchanged."
        if submission.version != self.key.quiz.version:
            here = f"this is version {self.key.quiz.version}"
            yield (
                IssueKind.OTHER_VERSION,
                f"It is version {submission.version}; {here}. {unchanged}",
            )
        elif still < asked:
            yield IssueKind.CHANGED_QUESTION, unchanged

    def _absent(self, submissions: Sequence[MarkedSubmission]) -> Iterator[Issue]:
        """Yield who of the roster has no result, for each form that was asked."""
        found = {submission.form for submission in submissions} or {self.expected.form}
        for form in sorted(found, key=lambda form: form != "pre"):
            there = {
                folded(submission.learner) for submission in submissions if submission.form == form
            }
            detail = f"It is about the {FORMS[form].lower()}." if form else ""
            for key, name in self.roster.items():
                if key not in there:
                    yield Issue(kind=IssueKind.NO_RESULT, learner=name, form=form, detail=detail)


def _name(one: Received) -> tuple[str, str]:
    """Return a learner's name as it is compared, and as it was written."""
    return folded(one.submission.learner), clean_line(one.submission.learner)


def _turn(one: Received) -> tuple[bool, datetime, datetime, str]:
    submission = one.submission
    return not submission.replies, submission.ended, submission.begun, one.source


def _second(first: Received, other: Received) -> Remark:
    if first.submission == other.submission:
        return IssueKind.SECOND_RESULT, "It is the same result once more."
    ours, theirs = _summary(other.submission), _summary(first.submission)
    return IssueKind.SECOND_RESULT, f"It came on {ours}, the first one on {theirs}."


def _summary(submission: Submission) -> str:
    return f"{moment_in_words(submission.ended)} with {count(len(submission.replies), 'answer')}"
