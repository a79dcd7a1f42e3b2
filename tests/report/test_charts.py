"""The charts: as long as the numbers say."""

import re

import pytest

from quiz.analysis.change import Change, Pair
from quiz.analysis.figure import Figure
from quiz.model.quiz import Quiz
from quiz.report.charts import histogram, share_bar, signed_bar, slopes, stacked_bar

from .build import twice


def rects(svg: str) -> list[tuple[str, float, float]]:
    found = re.findall(r'<rect class="(\w+)" x="([-\d.]+)" (?:y="[\d.]+" )?width="([\d.]+)"', svg)
    return [(kind, float(x), float(width)) for kind, x, width in found]


def test_a_bar_is_filled_to_its_share() -> None:
    assert rects(share_bar(0.25)) == [("track", 0, 100), ("part", 0, 25)]
    assert rects(share_bar(1, "wrong"))[1] == ("wrong", 0, 100)
    bar = share_bar(0.5, interval=(0.25, 0.75), chance=1 / 3)
    assert 'class="whisker" x1="25.0" x2="75.0"' in bar
    assert 'class="chance" x1="33.33" x2="33.33"' in bar


def test_right_and_wrong_share_a_bar() -> None:
    assert rects(stacked_bar(2, 3)) == [("right", 0, 40), ("wrong", 40, 60)]
    assert stacked_bar(0, 0) == ""


def test_a_figure_below_zero_goes_to_the_left() -> None:
    assert rects(signed_bar(Figure(200, -40)))[1] == ("wrong", -40, 40)
    assert rects(signed_bar(Figure(200, 40)))[1] == ("part", 0, 40)
    assert "whisker" not in signed_bar(Figure(200, 40, (10, 60)))
    assert 'x1="10" x2="60"' in signed_bar(Figure(50, 40, (10, 60)))
    assert signed_bar(Figure(5)) == ""


def test_columns_are_as_high_as_their_counts() -> None:
    svg = histogram((0, 1, 4, 0, 0, 0, 0, 0, 0, 2), 0.5)
    heights = [float(high) for high in re.findall(r'height="([\d.]+)"/>', svg)]
    assert heights == [pytest.approx(150 * count / 4) for count in (0, 1, 4, 0, 0, 0, 0, 0, 0, 2)]
    assert "20 to 30%: 4; 30 to 40%: 0" in svg
    assert 'class="chance" x1="220.0"' in svg
    assert "chance" not in histogram((0,) * 10, None)


def test_columns_stand_side_by_side_over_their_labels() -> None:
    svg = histogram((0, 1, 4, 0, 0, 0, 0, 0, 0, 2), None)
    lefts = [x for kind, x, _ in rects(svg)]
    assert lefts == [21 + 40 * number for number in range(10)]
    labels = re.findall(r'class="label" x="(\d+)" y="196" text-anchor="middle">(\d+)%', svg)
    assert labels == [(str(20 + 4 * share), str(share)) for share in range(0, 101, 20)]
    (wide,) = re.findall(r'viewBox="0 0 (\d+) ', svg)
    for at, share in labels:  # a digit of the font is at most 8 wide, the sign of percent 12
        half = (8 * len(share) + 12) / 2
        assert half <= int(at) <= int(wide) - half
    tops = [float(y) for y in re.findall(r'<rect class="part" [^>]*y="([\d.]+)"', svg)]
    assert tops[2] == 30
    assert tops[0] == 180
    assert '<line class="axis" x1="20" x2="420" y1="180" y2="180"/>' in svg


def test_a_line_goes_from_its_share_before_to_its_share_after() -> None:
    none = Figure(2)
    change = Change(
        pairs=(Pair("A", 0, 1), Pair("B", 0.5, 0.25)),
        only_before=0,
        only_after=0,
        before=Figure(30, 0.25),
        after=Figure(30, 0.5),
        gain=none,
        normalized=none,
        effect=none,
    )
    svg = slopes(change)
    found = re.findall(
        r'class="(rose|fell|mean)" x1="90" y1="([\d.]+)" x2="340" y2="([\d.]+)"', svg
    )
    # all of the points stand at 15, none of them at 225
    assert [(kind, float(first), float(last)) for kind, first, last in found] == [
        ("rose", 225, 15),
        ("fell", 120, 172.5),
        ("mean", 172.5, 120),
    ]
    labels = re.findall(r'class="label" x="80" y="([\d.]+)" text-anchor="end">(\d+)%', svg)
    assert [(float(y), share) for y, share in labels] == [(229, "0"), (124, "50"), (19, "100")]
    assert re.findall(r'text-anchor="middle">(\w+)<', svg) == ["Before", "After"]
    assert "The mean went from 25% to 50%." in svg


def test_a_line_for_each_pair(ketamine: Quiz) -> None:
    change = twice(ketamine).change
    assert change is not None
    svg = slopes(change)
    kinds = re.findall(r'class="(rose|fell|mean)"', svg)
    assert kinds.count("fell") == change.fell
    assert kinds.count("rose") == len(change.pairs) - change.fell
    assert kinds.count("mean") == 1
    assert f"{change.rose} rose, {change.fell} fell" in svg
