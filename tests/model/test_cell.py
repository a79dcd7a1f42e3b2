"""Cells of a table: what a spreadsheet would run is made harmless."""

import pytest

from quiz.model.cell import defused


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "＝1+1",  # noqa: RUF001
        "  =1+1",
        "\u00a0=1",
        "＠SUM(1)",  # noqa: RUF001
    ],
)
def test_what_a_spreadsheet_would_run_is_defused(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "rivers", "1=1", "a-b", "0.5", "a; b", '{"way": "typed"}'])
def test_what_is_harmless_stays(cell: str) -> None:
    assert defused(cell) == cell


def test_a_cell_behind_a_semicolon_is_defused_too() -> None:
    assert defused("Cloud; =1+1;x") == "Cloud;' =1+1;x"
    assert defused("=a;@b") == "'=a;'@b"
