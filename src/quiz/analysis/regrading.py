"""Marking over: what a teacher gave for an answer counts, in the place of what the key gives."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from statistics import fmean

from quiz.analysis.class_report import ClassReport, Issue, IssueKind, report
from quiz.analysis.learner import MarkedSubmission
from quiz.analysis.marked_answer import MarkedAnswer
from quiz.analysis.marking import AnswerKey
from quiz.engine.kinds import KINDS, grade
from quiz.engine.wording import count
from quiz.model.question import Question
from quiz.model.quiz import Quiz
from quiz.model.regrading import Credit, Regrade

GradeOver = Callable[[Question, int, str, Credit | None], ClassReport]
"""Gives points for an answer to a part of a question, counted from 0, and returns the report with
them; None leaves the answer to the key."""


def regraded(made: ClassReport, regrades: Iterable[Regrade]) -> ClassReport:
    """Return a report in which these answers are graded over, and all others by the key.

    Of two decisions about one answer the later one counts. What is about another quiz is left out.
    """
    regrading = _Regrading(made.quiz, regrades)
    issues = [issue for issue in made.issues if issue.kind is not IssueKind.CHANGED_REGRADE]
    return report(
        made.quiz, map(regrading.submission, made.submissions), [*issues, *regrading.issues()]
    )


class _Regrading:
    def __init__(self, quiz: Quiz, regrades: Iterable[Regrade]) -> None:
        self.quiz = quiz
        self.questions = quiz.by_id
        self.credits: dict[tuple[str, int, Hashable], Credit] = {}
        self.lost = 0
        by_content = AnswerKey(quiz).questions
        for one in sorted(regrades, key=lambda one: one.at):
            if one.quiz == quiz.id:
                self._add(one, by_content.get(one.question))

    def _add(self, one: Regrade, question: Question | None) -> None:
        if question is None:
            self.lost += 1
            return
        with suppress(IndexError):
            self.credits[self._name(question, one.blank - 1, one.answer)] = one.points

    def _name(self, question: Question, place: int, text: str) -> tuple[str, int, Hashable]:
        same = KINDS[question.kind].same_text(question, place, text, self.quiz)
        return question.id, place, same

    def submission(self, one: MarkedSubmission) -> MarkedSubmission:
        answers = {
            name: marked and self._marked(self.questions[name], marked)
            for name, marked in one.answers.items()
        }
        return replace(one, answers=answers)

    def _marked(self, question: Question, marked: MarkedAnswer) -> MarkedAnswer:
        texts = KINDS[question.kind].texts(marked.answer)
        given = tuple(
            self.credits.get(self._name(question, place, text)) for place, text in enumerate(texts)
        )
        if not any(given) and not marked.credits:
            return marked
        earned = grade(question, marked.answer, self.quiz)
        if not any(given):
            return replace(
                marked,
                fraction=earned.fraction,
                misspelled=earned.misspelled,
                credits=(),
                regraded=False,
            )
        by_key = earned.parts if question.scored else (False,)
        fraction = fmean(
            one.share if one else float(right) for one, right in zip(given, by_key, strict=True)
        )
        changed = fraction != earned.fraction or not question.scored
        return replace(marked, fraction=fraction, misspelled=False, credits=given, regraded=changed)

    def issues(self) -> Iterator[Issue]:
        if self.lost:
            answers = count(self.lost, "answer that was", "answers that were")
            detail = f"That is {answers} graded over."
            yield Issue(kind=IssueKind.CHANGED_REGRADE, detail=detail)
