"""What the screens of a class share: which form is shown, whether names are, and what is given."""

from random import Random

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport
from quiz.analysis.form_report import FormReport
from quiz.analysis.regrading import GradeOver
from quiz.model.question import Question
from quiz.model.regrading import Credit


class ClassView:
    """A report, the form of it that is shown, a way to hide its names, and to grade over."""

    def __init__(self, report: ClassReport, lot: int, grade_over: GradeOver | None = None) -> None:
        self.at = 0
        """The index of the form that is shown."""
        self.hidden = report.anonymous
        """Whether codes stand for names."""
        self.can_name = not report.anonymous
        """Whether the names may be shown at all."""
        self.can_grade = grade_over is not None
        """Whether answers can be graded over."""
        self._grade_over = grade_over
        self._named = report
        self._lot = lot
        self._coded: tuple[ClassReport, ClassReport] | None = None

    @property
    def report(self) -> ClassReport:
        """The report, with or without names; another one each time that something changes in it."""
        if not self.hidden or self._named.anonymous:
            return self._named
        if self._coded is None or self._coded[0] is not self._named:
            rng = Random(self._lot)  # noqa: S311  the same codes as before; the lot is a secret
            self._coded = self._named, anonymous(self._named, rng)
        return self._coded[1]

    @property
    def form(self) -> FormReport | None:
        """The form that is shown; None where there is no result."""
        forms = self.report.forms
        return forms[self.at] if forms else None

    @property
    def several(self) -> bool:
        """Whether there is more than one form."""
        return len(self._named.forms) > 1

    def turn(self) -> None:
        """Show the next form."""
        self.at = (self.at + 1) % max(len(self._named.forms), 1)

    def grade(self, question: Question, place: int, answer: str, credit: Credit | None) -> None:
        """Give points for an answer to a part; None leaves it to the key.

        Raises:
            QuizError: it can't be kept.
            TimeoutError: the drive does not answer.
        """
        if self._grade_over:
            self._named = self._grade_over(question, place, answer, credit)

    def hide_or_show(self) -> None:
        """Put codes in the place of names, or names in the place of codes."""
        self.hidden = not self.hidden
