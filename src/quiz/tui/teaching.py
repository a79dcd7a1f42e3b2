"""The screens for a teacher, by what is asked for."""

from quiz.start import Start
from quiz.tui.screens.base import QuizScreen
from quiz.tui.screens.class_report import ClassReportScreen
from quiz.tui.screens.host import HostScreen


def class_screen(start: Start) -> QuizScreen[None]:
    """Return the screen that leads a class, or shows what one understood.

    Raises:
        ValueError: neither is asked for.
    """
    if start.hosted:
        return HostScreen(start.hosted)
    if start.report:
        return ClassReportScreen(start.report, start.grade_over)
    raise ValueError("no class")
