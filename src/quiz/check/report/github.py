"""The report as commands of GitHub's workflows, which mark the lines of a change."""

from collections.abc import Iterator

from quiz.check.finding import Finding, Level
from quiz.check.report.checked import Checked, Place, end, placed
from quiz.model.text import clean_line


def commands(checked: Checked) -> Iterator[str]:
    """Yield one command for each problem and finding; what is a note or waived is a notice."""
    for problem in checked.problems:
        message = f"{problem.where}: {problem.message}" if problem.where else problem.message
        place = Place(problem.line, problem.column)
        yield _command("error", problem.file, _where(place), "unreadable", message)
    for finding, place in placed(checked):
        level = "notice" if finding.waived else _LEVELS[finding.level]
        where = _where(place, end(checked, finding, place))
        yield _command(level, checked.name, where, finding.rule, _message(finding))


_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def _message(finding: Finding) -> str:
    if finding.waived:
        return f"{finding.message} (waived: {finding.waived})"
    return f"{finding.message} {finding.help}"


def _where(first: Place, last: Place | None = None) -> str:
    where = f"line={first.line},col={first.column}"
    return f"{where},endLine={last.line},endColumn={last.column}" if last else where


def _command(level: str, name: str, where: str, title: str, message: str) -> str:
    return f"::{level} file={_property(name)},{where},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    return clean_line(text).replace("%", "%25")  # a clean line holds no other end of a command


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
