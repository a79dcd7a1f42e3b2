"""What the screens of a class share: which form is shown, and whether names are."""

from random import Random

from quiz.analysis.anonymous import anonymous
from quiz.analysis.class_report import ClassReport
from quiz.analysis.form_report import FormReport


class ClassView:
    """A report, the form of it that is shown, and a way to hide its names."""

    def __init__(self, report: ClassReport, rng: Random) -> None:
        self.at = 0
        """The index of the form that is shown."""
        self.hidden = report.anonymous
        """Whether codes stand for names."""
        self._named = report
        self._rng = rng
        self._coded: ClassReport | None = None

    @property
    def report(self) -> ClassReport:
        """The report, with or without names."""
        if not self.hidden or self._named.anonymous:
            return self._named
        if self._coded is None:
            self._coded = anonymous(self._named, self._rng)
        return self._coded

    @property
    def form(self) -> FormReport | None:
        """The form that is shown; None where there is no result."""
        forms = self.report.forms
        return forms[self.at] if forms else None

    @property
    def can_name(self) -> bool:
        """Whether the names are known at all."""
        return not self._named.anonymous

    @property
    def several(self) -> bool:
        """Whether there is more than one form."""
        return len(self._named.forms) > 1

    def turn(self) -> None:
        """Show the next form."""
        self.at = (self.at + 1) % max(len(self._named.forms), 1)

    def hide_or_show(self) -> None:
        """Put codes in the place of names, or names in the place of codes."""
        self.hidden = not self.hidden
