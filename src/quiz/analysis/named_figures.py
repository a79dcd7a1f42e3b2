"""Figures under their names, and how each is written."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from quiz.analysis.change import Change
from quiz.analysis.figure import Figure
from quiz.analysis.form_report import FormReport
from quiz.analysis.question_report import QuestionReport
from quiz.analysis.wording import why_blank
from quiz.engine.wording import percent

NONE = "–"
"""What stands where a figure is blank."""


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure under its name; `wording.MEANINGS` says under the same name what it means."""

    name: str
    """What it is called."""
    figure: Figure
    """The figure."""
    shown: str
    """As it is written, with its range where it is unstable; a dash where it is blank."""

    @property
    def why_blank(self) -> str:
        """Why there is no figure; empty where there is one."""
        return why_blank(self.figure)


def of_form(form: FormReport) -> tuple[NamedFigure, ...]:
    """Return the figures of a form as a whole."""
    return (
        _share("Mean score", form.mean),
        _share("Median score", form.median),
        _share("Standard deviation", form.deviation),
        _number("Skewness", form.skewness, 2),
        _number("Kurtosis", form.kurtosis, 2),
        _number("Internal consistency", form.consistency),
        _number("Error ratio", form.error_ratio),
        _share("Standard error", form.standard_error),
    )


def of_question(question: QuestionReport) -> tuple[NamedFigure, ...]:
    """Return the figures of a question that is scored, but for what lots would earn."""
    return (
        _share("Facility", question.facility),
        _share("Standard deviation", question.deviation),
        _number("Discrimination", question.discrimination),
        _number("Discriminative efficiency", question.efficiency),
        _number("Intended weight", question.intended_weight, 1),
        _number("Effective weight", question.weight, 1),
    )


def of_change(change: Change) -> tuple[NamedFigure, ...]:
    """Return the figures of what was gained."""
    return (
        _share("Mean score before", change.before),
        _share("Mean score after", change.after),
        _share("Raw gain", change.gain),
        _share("Normalized gain", change.normalized),
        _number("Cohen's d", change.effect, 2),
    )


def blanks(named: Iterable[NamedFigure]) -> Iterator[str]:
    """Yield which of the figures are blank and why, those together that are for the same reason."""
    blank = [one for one in named if one.why_blank]
    for why, same in groupby(blank, key=lambda one: one.why_blank):
        first, *others = [one.name for one in same]
        names = ", ".join([first, *(name[0].lower() + name[1:] for name in others)])
        yield f"{names}: none. {why[0].upper()}{why[1:]}."


def common_blanks(form: FormReport) -> tuple[str, ...]:
    """Return what of `blanks` is so of every question that is scored."""
    first, *others = [tuple(blanks(of_question(each))) for each in form.by_facility] or [()]
    return tuple(line for line in first if all(line in each for each in others))


def _share(name: str, figure: Figure) -> NamedFigure:
    return NamedFigure(name, figure, _written(figure, as_percent))


def _number(name: str, figure: Figure, decimals: int = 0) -> NamedFigure:
    return NamedFigure(name, figure, _written(figure, lambda value: f"{value:z.{decimals}f}"))


def as_percent(share: float) -> str:
    """Return a share in percent, also one below 0."""
    return f"-{percent(-share)}" if share < 0 else percent(share)


def _written(figure: Figure, one: Callable[[float], str]) -> str:
    if figure.value is None:
        return NONE
    if not figure.unstable or figure.interval is None:
        return one(figure.value)
    low, high = figure.interval
    return f"{one(figure.value)} ({one(low)} to {one(high)})"
