"""What there is to know of the quiz under the cursor, and what can be done from home."""

from collections.abc import Iterator
from datetime import date

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from quiz.engine.dates import date_in_words, local
from quiz.engine.wording import count, percent
from quiz.service import Shelved
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.hanging_text import HangingText

Line = tuple[Content, Content]
_NOTHING: Line = (Content(""), Content(""))


class QuizCard(Static):
    """Says what a quiz is about and how it stands; a click on a key presses it."""

    def __init__(self) -> None:
        super().__init__("")

    def show(self, shelved: Shelved, next_due: date | None, due: int, *, spaced: bool) -> None:
        """Show a quiz, the next day on which one of it is due, and how many are due in all."""
        between = [_NOTHING] * spaced
        parts = (_about(shelved), _topics(shelved), _standing(shelved, next_due))
        known = [line for part in parts for line in (*part, *between)] if shelved.quiz else []
        self.update(HangingText([*known, *_from_here(shelved, due)]))

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        key = event.style.meta.get("pressed")
        if key:
            self.app.simulate_key(key)


def _about(shelved: Shelved) -> Iterator[Line]:
    sentences = shelved.quiz.sentences[:2] if shelved.quiz else ()
    yield _heading("What it is about")
    yield Content(""), Content(" ".join(" ".join(sentences).split()))
    yield Content(""), Content.styled(", ".join(shelved.length()), "$muted")


def _topics(shelved: Shelved) -> Iterator[Line]:
    yield _heading("Topics")
    yield Content(""), Content(", ".join(shelved.quiz.topics.values() if shelved.quiz else ()))


def _standing(shelved: Shelved, next_due: date | None) -> Iterator[Line]:
    firm, scored = shelved.known
    share = bar(firm / scored if scored else 0, 10)
    yield _heading("How it stands")
    yield Content.assemble(share, "  "), Content(f"{firm} of {scored} questions firmly known")
    then = f"; the next question on {date_in_words(next_due)}" if next_due else ""
    due = count(shelved.due, "question is", "questions are") if shelved.due else "Nothing is"
    yield Content(""), Content(f"{due} due today{'' if shelved.due else then}.")
    last = shelved.summary
    if last.last_share is not None and last.last_at:
        when = f"{percent(last.last_share)} of the points, {local(last.last_at)}"
        yield Content(""), Content(f"Last result: {when}")


def _from_here(shelved: Shelved, due: int) -> Iterator[Line]:
    yield _heading("What else you can do")
    if due:
        yield _key("r", f"Review what is due: {count(due, 'question')}")
    if shelved.quiz:
        yield _key("y", "History: your sittings and answers")
    yield _key("c", "Check: what is weak in it, for its author")
    yield _key("o", "Open a file: a quiz or an exercise elsewhere")
    yield _key("h", "Help lines: people to talk to")


def _key(name: str, does: str) -> Line:
    pressed = Style.from_meta({"pressed": name})
    lead = Content.styled(f"{name}  ", "bold $primary").stylize(pressed)
    return lead, Content(does).stylize(pressed)


def _heading(text: str) -> Line:
    return Content(""), Content.styled(text, "bold $primary")
