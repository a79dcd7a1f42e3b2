"""What an attempt came to, in figures: a line with a bar, gain, certainty."""

from collections.abc import Iterable, Mapping

from textual.content import Content
from textual.widgets import Static

from quiz.engine.certainty import Certainty, calibration, sure_and_wrong
from quiz.engine.feedback import Verdict, verdict
from quiz.engine.gain import Gain, Gains
from quiz.engine.result import Score
from quiz.engine.session import Session
from quiz.engine.wording import (
    BIASES,
    CERTAINTIES,
    PARTLY_IS_WRONG,
    ROUGH_GAIN,
    certainty_earned,
    percent,
    points,
)
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.explanation import STYLES, mark
from quiz.tui.widgets.hanging_text import HangingText


def score_line(name: str, score: Score) -> Static:
    """Return a bar, the points and what they are for."""
    figures = f"{points(score.points)} of {score.possible}"
    lead = Content.assemble(bar(score.share, 10), f"  {figures:<10}")
    return Static(HangingText([(lead, Content(name))]))


def gain_table(gains: Gains, topics: Mapping[str, str]) -> Static:
    """Return before and after teaching side by side, in all and by topic."""
    by_topic = [_gain(gain, topics.get(name, name)) for name, gain in gains.by_topic.items()]
    lines = [
        Content.styled("before  after   gain", "$muted"),
        _gain(gains.total, "All topics"),
        *by_topic,
        Content.styled(ROUGH_GAIN, "$muted"),
    ]
    return Static(Content("\n").join(lines))


def _gain(gain: Gain, name: str) -> Content:
    before, after = percent(gain.before.share), percent(gain.after.share)
    points = f"{round(gain.raw * 100):+d}"
    return Content(f"{before:>6}{after:>7}{points:>7}  {name}")


def certainty_table(session: Session) -> Iterable[Static]:
    """Yield what was sure and wrong, then how sure the learner was beside how right."""
    judged = [(asked, response) for asked, response in session.scored() if response]
    each = ((one, one[1].judged_certainty, one[1].fraction) for one in judged)
    for asked, response in sure_and_wrong(each):
        found = verdict(asked.question, response)
        words = "Sure but only partly right: " if found is Verdict.PARTLY else "Sure but wrong: "
        head = Content.styled(words, f"bold {STYLES[found]}")
        yield Static(HangingText([(mark(found) + " ", head + asked.question.ask)]))
    yield Static(Content("\n").join(_certainty(session)))


def _certainty(session: Session) -> Iterable[Content]:
    responses = [response for _, response in session.scored() if response]
    found = calibration((one.judged_certainty, one.fraction) for one in responses)
    yield Content.styled(f"{'':8}{'right':>7}{'wrong':>7}", "$muted")
    for level in reversed(Certainty):
        right, wrong = found.right[level], found.wrong[level]
        yield Content(f"{CERTAINTIES[level]:8}{right:>7}{wrong:>7}")
    yield Content(certainty_earned([session]) or "No answer said how sure you were.")
    if any(0 < one.fraction < 1 for one in responses if one.judged_certainty):
        yield Content.styled(PARTLY_IS_WRONG, "$muted")
    if found.bias:
        yield Content(BIASES[found.bias])
