"""The result of an attempt as plain data, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from quiz.engine.result import Result, Score


def to_data(result: Result) -> dict[str, Any]:
    """Return a result as plain data that JSON can hold."""
    return asdict(result)


def from_data(data: Mapping[str, Any]) -> Result:
    """Return the result that `to_data` made the data of."""
    return Result(
        total=_tally(data["total"]),
        by_topic=_tallies(data["by_topic"]),
        by_skill=_tallies(data["by_skill"]),
        by_difficulty=_tallies(data["by_difficulty"]),
    )


def _tallies(data: Mapping[str, Any]) -> dict[str, Score]:
    return {name: _tally(tally) for name, tally in data.items()}


def _tally(data: Mapping[str, Any]) -> Score:
    return Score(**{name: data[name] for name in Score.__match_args__ if name in data})
