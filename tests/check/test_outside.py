import json
from pathlib import Path
from typing import Any

import pytest

from tests.check.outside import findings, labels, main, tally

ITEMS: list[dict[str, Any]] = [
    {"id": "a", "stem": "Which is it?", "options": ["5 mg", "3 mg", "9 mg"], "key": 0},
    {"id": "b", "stem": "Which is it?", "options": ["3 mg", "5 mg", "9 mg"], "key": "B"},
    {"id": "c", "stem": "Which is NOT so?", "options": ["This", "That", "None of these"]},
    {"id": "d", "stem": "Which is so?", "options": ["This", "That", "None of these"], "key": None},
]
FIRST, SECOND = "a\tNUM\nb\t\nc\tNONE,NEG\nd\t", "a\tNUM\nb\tOK\nc\tNEG\nd\t\nz\tLONG"


def test_a_rule_is_measured_where_two_readers_agree() -> None:
    said, first, second = findings(ITEMS), labels(FIRST), labels(SECOND)
    none = tally("none-of-the-above", said, first, second)
    assert none[:5] == ([], [], ["d"], ["a", "b", "d"], ["c"])
    assert none.kappa == 0
    numbers = tally("numbers-out-of-order", said, first, second)
    assert (numbers.found, numbers.sound, numbers.kappa) == (["a"], ["b", "c", "d"], 1)
    half = tally("long-key", {"a": frozenset(), "z": frozenset()}, first, second)
    assert half.sound == ["a"]


def test_a_few_findings_measure_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [tmp_path / name for name in ("items.jsonl", "first.tsv", "second.tsv")]
    for path, text in zip(paths, ("\n".join(map(json.dumps, ITEMS)), FIRST, SECOND), strict=True):
        path.write_text(text, encoding="utf-8")
    main(["--wrong", *map(str, paths)])
    said = capsys.readouterr().out
    assert "| negative-stem | 1 | 3 | 0 | 1.00 | 1 | not measured | 1.00 (0.21–1.00) |" in said
    assert "Of 4 items 2 are sound to both readers in everything: 1 of these" in said
    assert "none-of-the-above finds wrongly: d" in said
