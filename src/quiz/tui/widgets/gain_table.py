"""Before and after teaching, side by side."""

from collections.abc import Iterable, Mapping

from textual.content import Content
from textual.widgets import Static

from quiz.engine.gain import Gain, Gains
from quiz.engine.wording import ROUGH_GAIN, percent


class GainTable(Static):
    """The raw gain in all and by topic, and how far it can be trusted."""

    def __init__(self, gains: Gains, topics: Mapping[str, str]) -> None:
        super().__init__(Content("\n").join(_lines(gains, topics)), markup=False)


def _lines(gains: Gains, topics: Mapping[str, str]) -> Iterable[Content]:
    yield Content.styled("before  after   gain", "$muted")
    yield _line(gains.total, "All topics")
    for name, gain in gains.by_topic.items():
        yield _line(gain, topics.get(name, name))
    yield Content.styled(ROUGH_GAIN, "$muted")


def _line(gain: Gain, name: str) -> Content:
    before, after = percent(gain.before.share), percent(gain.after.share)
    points = f"{round(gain.raw * 100):+d}"
    return Content(f"{before:>6}{after:>7}{points:>7}  {name}")
