"""The page about the mutants."""

from pathlib import Path

import pytest

from tests.mutation import page
from tests.mutation.page import grouped, reasons, survivors, table

REASONS = """\
The same program
    model.a.f: < -> <=
    engine.b.g: 1 -> 2

Speed alone
    model.a.h: + -> - #2
"""
ROWS = [
    {"name": "model.a.f: < -> <=", "package": "model", "outcome": "survived"},
    {"name": "model.a.f: > -> >=", "package": "model", "outcome": "killed"},
    {"name": "model.a.h: + -> - #2", "package": "model", "outcome": "survived"},
    {"name": "model.a.i: 1 -> 2", "package": "model", "outcome": "out of time"},
    {"name": "engine.b.g: 1 -> 2", "package": "engine", "outcome": "survived"},
    {"name": "engine.b.g: 2 -> 3", "package": "engine", "outcome": "survived"},
]


@pytest.fixture(autouse=True)
def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a few reasons into the place of the right ones."""
    (tmp_path / "reasons.txt").write_text(REASONS, encoding="utf-8")
    monkeypatch.setattr(page, "REASONS", tmp_path / "reasons.txt")


def test_a_reason_stands_above_its_mutants() -> None:
    assert reasons() == {
        "model.a.f: < -> <=": "The same program",
        "engine.b.g: 1 -> 2": "The same program",
        "model.a.h: + -> - #2": "Speed alone",
    }


def test_what_runs_out_of_time_counts_as_killed_and_is_counted_apart() -> None:
    assert list(table("package", grouped(ROWS, ["model", "engine"], "package"))) == [
        "| package | mutants | killed | out of time | survived | killed in all |",
        "|---|---:|---:|---:|---:|---:|",
        "| model | 4 | 1 | 1 | 2 | 50.0 % |",
        "| engine | 2 | 0 | 0 | 2 | 0.0 % |",
        "| all | 6 | 1 | 1 | 4 | 33.3 % |",
    ]


def test_survivors_stand_under_their_reason_and_those_without_one_apart() -> None:
    assert "\n".join(survivors(ROWS)) == (
        "\n### The same program\n\n2 of them:\n\n"
        "    model.a.f: < -> <=\n    engine.b.g: 1 -> 2\n"
        "\n### Speed alone\n\n1 of them:\n\n    model.a.h: + -> - #2\n"
        "\n### Not looked at yet\n\n1 of them:\n\n    engine.b.g: 2 -> 3"
    )
