"""The report as SARIF 2.1.0, for code hosts and editors."""

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from quiz.check.finding import Finding
from quiz.check.report.checked import Checked, Place, end, placed
from quiz.check.rules import RULES
from quiz.model.problem import Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_UNREADABLE = "unreadable"


def to_sarif(files: Iterable[Checked], version: str) -> str:
    """Return the report on all files as SARIF; the version is that of this program."""
    checked = list(files)
    results = [_problem(each) for file in checked for each in file.problems]
    results += [_result(file, *each) for file in checked for each in placed(file)]
    driver = {"name": "quiz check", "version": version, "rules": _rules()}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rules() -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = [
        {
            "id": rule.name,
            "shortDescription": {"text": rule.what},
            "fullDescription": {"text": rule.why},
            "help": {"text": rule.mend, "markdown": rule.page},
            "defaultConfiguration": {"level": rule.level.value},
        }
        for rule in RULES.values()
    ]
    text = {"text": "The file can't be read as a quiz."}
    level = {"level": "error"}
    return [*rules, {"id": _UNREADABLE, "shortDescription": text, "defaultConfiguration": level}]


_INDICES = {name: index for index, name in enumerate([*RULES, _UNREADABLE])}


def _result(checked: Checked, finding: Finding, place: Place) -> dict[str, Any]:
    message = f"{finding.message} {finding.help}"
    data = _entry(finding.rule, finding.level, message, checked.name, place)
    last = end(checked, finding, place)
    if last:
        region = data["locations"][0]["physicalLocation"]["region"]
        region |= {"endLine": last.line, "endColumn": last.column}
    if finding.waived:
        data["suppressions"] = [{"kind": "inSource", "justification": finding.waived}]
    return data


def _problem(problem: Problem) -> dict[str, Any]:
    message = f"{problem.where}: {problem.message}" if problem.where else problem.message
    place = Place(problem.line, problem.column)
    return _entry(_UNREADABLE, "error", message, problem.file, place)


def _entry(rule: str, level: str, message: str, name: str, place: Place) -> dict[str, Any]:
    uri = quote(name.replace("\\", "/").encode("utf-8", "replace"))
    region = {"startLine": place.line, "startColumn": place.column}
    return {
        "ruleId": rule,
        "ruleIndex": _INDICES[rule],
        "level": str(level),
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}],
    }
