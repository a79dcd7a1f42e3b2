"""The report as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from quiz.check.finding import Finding
from quiz.check.inspection import Inspection
from quiz.check.plain_language import Part, Standing
from quiz.check.report.checked import Checked, LeftToDo, Locator, end, left_to_do, placed
from quiz.check.report.tally import tally
from quiz.model.problem import Place


def to_json(files: Iterable[Checked]) -> str:
    """Return the report on all files as JSON."""
    checked = list(files)
    data = {
        "version": 1,
        "files": [_file(each) for each in checked],
        "summary": asdict(tally(checked)),
    }
    return json.dumps(data, ensure_ascii=True, indent=2)


def _file(checked: Checked) -> dict[str, Any]:
    data: dict[str, Any] = {
        "file": checked.name,
        "read": checked.inspection is not None,
        "problems": [asdict(problem) for problem in checked.problems],
        "left_to_do": [_left_to_do(one) for one in left_to_do(checked)],
        "findings": [
            _finding(finding, place, end(checked, finding, place))
            for finding, place in placed(checked)
        ],
    }
    return data | (_tables(checked.inspection, checked.locate) if checked.inspection else {})


def _left_to_do(one: LeftToDo) -> dict[str, Any]:
    return {
        "question": one.question,
        "where": one.where,
        "line": one.place.line,
        "column": one.place.column,
        "message": one.message,
    }


def _finding(finding: Finding, place: Place, end: Place | None) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": finding.level.value,
        "question": finding.question,
        "where": finding.where,
        "line": place.line,
        "column": place.column,
        "end_line": end.line if end else None,
        "end_column": end.column if end else None,
        "message": finding.message,
        "help": finding.help,
        "words": finding.text[finding.span.start : finding.span.end] if finding.span else None,
        "waived": finding.waived,
    }


def _tables(inspection: Inspection, locate: Locator) -> dict[str, Any]:
    coverage = inspection.coverage
    return {
        "quiz": inspection.quiz.id,
        "not_looked_at": list(inspection.skipped),
        "coverage": {
            "share": round(coverage.share, 4),
            "topics": {name: len(coverage.of_topic(name)) for name in inspection.quiz.topics},
            "sentences": [
                {"text": each.text, "states": each.states, "questions": list(each.questions)}
                for each in coverage.sentences
            ],
        },
        "guessers": [
            asdict(guesser) | {"passes": guesser.passes} for guesser in inspection.guessers
        ],
        "balance": inspection.counts | inspection.keys,
        "groups": inspection.groups,
        "plain_language": [_part(part, locate) for part in inspection.parts],
    }


def _part(part: Part, locate: Locator) -> dict[str, Any]:
    return {
        "name": part.name,
        "counts": asdict(part.counts),
        "flesch_kincaid": asdict(part.grade),
        "reading_ease": asdict(part.ease),
        "smog": asdict(part.smog),
        "longest": [_sentence(one, locate) for one in part.longest],
        "hardest": [_sentence(one, locate) for one in part.hardest],
    }


def _sentence(one: Standing, locate: Locator) -> dict[str, Any]:
    place = locate(one.path, one.text, one.start)
    return {"line": place.line, "column": place.column, "sentence": one.sentence}
