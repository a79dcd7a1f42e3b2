"""The charts of a report as inline SVG: shapes and words alone."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from quiz.analysis.change import Change
from quiz.analysis.figure import Figure
from quiz.analysis.form_report import BINS
from quiz.engine.wording import percent
from quiz.model.text import clean_line

_HIGH = 8


def share_bar(
    share: float,
    kind: str = "part",
    interval: tuple[float, float] | None = None,
    chance: float | None = None,
) -> Markup:
    """Return a bar that is filled to a share, with its range and what chance would earn.

    It is decoration beside the same numbers in words, and hidden from screen readers.
    """
    inside = _rect(0, 100, "track") + _rect(0, 100 * share, kind)
    if interval:
        inside += _whisker(100 * interval[0], 100 * interval[1])
    if chance is not None:
        ends = f'x1="{round(100 * chance, 2)}" x2="{round(100 * chance, 2)}" y1="0" y2="{_HIGH}"'
        inside += f'<line class="halo" {ends}/><line class="chance" {ends}/>'
    return _bar(f"0 0 100 {_HIGH}", inside)


def stacked_bar(right: int, wrong: int) -> Markup:
    """Return a bar of right answers beside striped wrong ones; hidden from screen readers."""
    whole = right + wrong
    if not whole:
        return Markup()
    middle = 100 * right / whole
    inside = _rect(0, middle, "right") + _rect(middle, 100 - middle, "wrong")
    return _bar(f"0 0 100 {_HIGH}", inside)


def signed_bar(figure: Figure) -> Markup:
    """Return a bar from 0 to a figure between -100 and 100; hidden from screen readers."""
    if figure.value is None:
        return Markup()
    low, high = sorted((0.0, figure.value))
    inside = f'<rect class="track" x="-100" width="200" height="{_HIGH}"/>'
    inside += _rect(low, high - low, "part" if figure.value >= 0 else "wrong")
    inside += f'<line class="zero" x1="0" x2="0" y1="0" y2="{_HIGH}"/>'
    if figure.interval and figure.unstable:
        inside += _whisker(*figure.interval)
    return _bar(f"-100 0 200 {_HIGH}", inside, "bar short")


def _bar(box: str, inside: str, kind: str = "bar") -> Markup:
    return Markup(  # noqa: S704  shapes of numbers alone
        f'<svg class="{kind}" viewBox="{box}" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false">{inside}</svg>'
    )


def _whisker(low: float, high: float) -> str:
    ends = f'x1="{round(low, 2)}" x2="{round(high, 2)}" y1="4" y2="4"'
    return f'<line class="halo" {ends}/><line class="whisker" {ends}/>'


def _rect(start: float, width: float, kind: str) -> str:
    at = f'x="{round(start, 2)}" width="{round(width, 2)}"'
    return f'<rect class="{kind}" {at} height="{_HIGH}"/>'


_WIDE, _TALL, _BELOW, _COLUMN = 440, 180, 40, 40
_LEFT = (_WIDE - BINS * _COLUMN) // 2  # room for half of the label "100%" at both ends


def histogram(scores: Sequence[int], mean: float | None) -> Markup:
    """Return the chart of how many learners scored in each tenth, its numbers said in words."""
    most = max(*scores, 1)
    label = "; ".join(f"{_range(number)}: {count}" for number, count in enumerate(scores))
    bars, numbers = [], []
    for number, count in enumerate(scores):
        high = round((_TALL - 30) * count / most, 1)
        left = _LEFT + number * _COLUMN
        bars.append(
            f'<rect class="part" x="{left + 1}" y="{_TALL - high}" width="{_COLUMN - 2}" '
            f'height="{high}"/>'
        )
        numbers.append(
            f'<text x="{left + _COLUMN / 2}" y="{_TALL - high - 5}" '
            f'text-anchor="middle">{count}</text>'
        )
    labels = [
        f'<text class="label" x="{_LEFT + number * _COLUMN}" y="{_TALL + 16}" '
        f'text-anchor="middle">{number * 100 // BINS}%</text>'
        for number in range(0, BINS + 1, 2)
    ]
    ends = f'x1="{_LEFT}" x2="{_LEFT + BINS * _COLUMN}" y1="{_TALL}" y2="{_TALL}"'
    lines = [f'<line class="axis" {ends}/>']
    if mean is not None:
        x = round(_LEFT + mean * BINS * _COLUMN, 1)
        lines.append(f'<line class="chance" x1="{x}" x2="{x}" y1="0" y2="{_TALL}"/>')
    parts = [*bars, *lines, *numbers, *labels]
    return _chart(f"Learners by score. {label}.", _TALL + _BELOW - 16, parts)


def _range(number: int) -> str:
    return f"{number * 100 // BINS} to {(number + 1) * 100 // BINS}%"


def slopes(change: Change) -> Markup:
    """Return the chart of every learner before and after, and of their means."""
    left, right, top, bottom = 90, 340, 15, 225
    rise = bottom - top

    def line(kind: str, before: float, after: float) -> str:
        first, second = (round(bottom - rise * share, 1) for share in (before, after))
        ends = f'x1="{left}" y1="{first}" x2="{right}" y2="{second}"'
        return f'<line class="{kind}" {ends}/>'

    parts = [
        f'<line class="axis" x1="{x}" x2="{x}" y1="{top}" y2="{bottom}"/>'
        f'<text x="{x}" y="{bottom + 20}" text-anchor="middle">{name}</text>'
        for x, name in ((left, "Before"), (right, "After"))
    ]
    parts += [
        f'<text class="label" x="{left - 10}" y="{bottom - rise * share + 4}" '
        f'text-anchor="end">{percent(share)}</text>'
        for share in (0.0, 0.5, 1.0)
    ]
    parts += [
        line("fell" if pair.after < pair.before else "rose", pair.before, pair.after)
        for pair in change.pairs
    ]
    label = (
        f"{len(change.pairs)} learners before and after: {change.rose} rose, {change.fell} fell."
    )
    if change.before.value is not None and change.after.value is not None:
        parts.append(line("mean", change.before.value, change.after.value))
        label += f" The mean went from {percent(change.before.value)} to "
        label += f"{percent(change.after.value)}."
    return _chart(label, bottom + 30, parts)


def _chart(label: str, height: float, parts: Sequence[str]) -> Markup:
    inside = "".join(parts)
    return Markup(  # noqa: S704  numbers and our own words, and the label is escaped
        f'<svg class="chart" viewBox="0 0 {_WIDE} {height}" role="img" '
        f'aria-label="{escape(clean_line(label))}">{inside}</svg>'
    )
