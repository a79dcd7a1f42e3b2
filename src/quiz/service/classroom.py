"""A class: its files read, and the report of what it understood."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.gathering import Expected, Received, gather
from quiz.analysis.regrading import regraded
from quiz.assignment.collecting import collect
from quiz.files import in_time
from quiz.model.assignment import Assignment
from quiz.model.problem import QuizError
from quiz.model.quiz import Quiz
from quiz.model.regrading import Regrade
from quiz.model.submission import Submission
from quiz.model.text import clean_line
from quiz.service import regrading


class NoClass(QuizError):
    """Files of a class that are not there, or can't be read."""


def class_report(quiz: Quiz, paths: Iterable[Path], expected: Expected) -> ClassReport:
    """Return what a class understood, from its result files and the folders that hold them.

    Assignments among them say until when to hand in. Files that hold neither are listed. What a
    teacher graded over, kept beside them, counts in the place of the key.

    Raises:
        NoClass: one of the paths leads nowhere.
        TimeoutError: a drive does not answer.
    """
    named = list(paths)
    for path in named:
        if not in_time(path.exists):
            raise NoClass(f"There is no file and no folder {clean_line(str(path))}.")
    received: list[Received] = []
    damaged: list[Issue] = []
    until = dict(expected.until)
    for found in collect(named):
        match found.holds:
            case Submission():
                received.append(Received(found.source, found.holds))
            case Assignment(id=id_, terms=terms):
                if terms.until:
                    until.setdefault(id_, terms.until)
            case fault:
                damaged.append(_damaged(found.source, fault))
    gathered = gather(quiz, received, replace(expected, until=until))
    regrades: list[Regrade] = []
    for place in regrading.places(named):
        try:
            regrades += regrading.read(place)
        except regrading.NotRegraded as error:
            damaged.append(_damaged(clean_line(str(place)), str(error)))
    made = report(quiz, gathered.submissions, (*damaged, *gathered.issues))
    return regraded(made, regrades) if regrades else made


def _damaged(source: str, why: str) -> Issue:
    return Issue(kind=IssueKind.DAMAGED, source=source, detail=why)
