"""The same report without names: a code stands for each learner, also where files are listed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from random import Random

from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.hider import Hider
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.model.answer import with_texts
from quiz.model.submission import folded


def anonymous(named: ClassReport, rng: Random) -> ClassReport:
    """Return the report with codes in the place of names, dealt by lot, and files numbered.

    What does not fit stands in the order of the codes, for that of the files would tell of names.
    One learner has one code throughout, before and after teaching too. Names that learners typed
    into an answer are hidden as well (`Hider`).
    """
    names = [submission.learner for submission in named.submissions]
    names += [issue.learner for issue in named.issues if issue.learner is not None]
    codes = _codes(names, rng)
    hide = Hider(names, named.quiz)
    hidden = report(
        named.quiz,
        [_submission(submission, codes, hide) for submission in named.submissions],
        _issues(_in_order(named.issues, codes, rng), codes, hide),
    )
    return replace(hidden, anonymous=True)


def _codes(names: Iterable[str], rng: Random) -> dict[str, str]:
    """Return a code for each learner, by what all ways to write the name have in common."""
    known = sorted(set(map(folded, names)))
    rng.shuffle(known)
    digits = max(2, len(str(len(known))))
    return {name: f"Learner {number:0{digits}}" for number, name in enumerate(known, 1)}


def _submission(
    submission: MarkedSubmission, codes: Mapping[str, str], hide: Hider
) -> MarkedSubmission:
    # The order in which an exercise asks follows from the name: who knows the class could try all.
    answers = {name: _marked(submission.answers[name], hide) for name in sorted(submission.answers)}
    return replace(submission, learner=codes[folded(submission.learner)], answers=answers)


def _marked(marked: MarkedAnswer | None, hide: Hider) -> MarkedAnswer | None:
    if marked is None:
        return None
    return replace(marked, answer=with_texts(marked.answer, hide), at=None)  # a time can tell


def _in_order(issues: Sequence[Issue], codes: Mapping[str, str], rng: Random) -> Sequence[Issue]:
    """Return issues without a learner by lot, then the others by their codes, the absent last."""

    def turn(issue: Issue) -> tuple[bool, str]:
        code = "" if issue.learner is None else codes[folded(issue.learner)]
        return issue.kind is IssueKind.NO_RESULT, code

    return sorted(rng.sample(issues, len(issues)), key=turn)


def _issues(issues: Iterable[Issue], codes: Mapping[str, str], hide: Hider) -> Iterable[Issue]:
    files: dict[str, str] = {}
    for issue in issues:
        source, learner, detail = issue.source, issue.learner, issue.detail
        if source is not None:
            number = files.setdefault(source, f"file {len(files) + 1}")
            source, detail = number, detail.replace(source, number)
        yield replace(
            issue,
            source=source,
            learner=None if learner is None else codes[folded(learner)],
            detail=hide(detail),
        )
