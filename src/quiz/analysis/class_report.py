"""What a class understood: all that any way of showing it needs, as one value."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quiz.analysis.change import Change, change
from quiz.analysis.form_report import FormReport, form_report
from quiz.analysis.learner import MarkedSubmission
from quiz.model.quiz import Form, Quiz


class IssueKind(StrEnum):
    """Why something does not count, or not all of it."""

    DAMAGED = "damaged"
    OTHER_QUIZ = "other-quiz"
    OTHER_ASSIGNMENT = "other-assignment"
    OTHER_FORM = "other-form"
    OTHER_VERSION = "other-version"
    CHANGED_QUESTION = "changed-question"
    CHANGED_REGRADE = "changed-regrade"
    UNFIT_ANSWER = "unfit-answer"
    SECOND_RESULT = "second-result"
    LATE = "late"
    NO_RESULT = "no-result"
    NOT_ON_ROSTER = "not-on-roster"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A file, a learner or an answer that does not fit."""

    kind: IssueKind
    """Why."""
    source: str | None = None
    """The name of the file."""
    learner: str | None = None
    """Whose it is, where that is known."""
    form: Form | None = None
    """The form of which there is no result; None for the whole quiz."""
    detail: str = ""
    """What exactly is wrong, in a sentence that names neither the file nor the learner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReport:
    """What a class understood."""

    quiz: Quiz
    """The quiz."""
    forms: tuple[FormReport, ...]
    """The whole quiz and its forms before and after teaching, as far as they were taken."""
    change: Change | None
    """What was gained between the forms; None where not both were taken."""
    issues: tuple[Issue, ...]
    """What did not fit, in the order in which it was found."""
    anonymous: bool = False
    """Whether codes stand for the learners' names."""

    @property
    def submissions(self) -> tuple[MarkedSubmission, ...]:
        """What it was made of."""
        return tuple(one.submission for form in self.forms for one in form.learners)


def report(
    quiz: Quiz, submissions: Iterable[MarkedSubmission], issues: Iterable[Issue] = ()
) -> ClassReport:
    """Return what a class understood, whatever the order of the submissions.

    Raises:
        KeyError: a submission answers a question that the quiz hasn't.
    """
    by_form: dict[Form | None, list[MarkedSubmission]] = {form: [] for form in _FORMS}
    for submission in submissions:
        by_form[submission.form].append(submission)
    forms = {form: form_report(quiz, form, own) for form, own in by_form.items() if own}
    return ClassReport(
        quiz=quiz,
        forms=tuple(forms.values()),
        change=_change(forms),
        issues=tuple(issues),
    )


_FORMS: Sequence[Form | None] = (None, "pre", "post")


def _change(forms: Mapping[Form | None, FormReport]) -> Change | None:
    if "pre" not in forms or "post" not in forms:
        return None
    return change(forms["pre"].learners, forms["post"].learners)
