"""Every screen at every size: nothing cut off, the keys at the foot, the focus seen."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from quiz.model.question import Choice, Cloze, Match, Number, Order, Question
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.tui.screens.base import QuizModal
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.lists import ChoiceList, RowList
from tests.tui.answering import WRONG
from tests.tui.clock import Clock
from tests.tui.learner import Learner, learning, open_attempt
from tests.tui.tour import tour


def too_wide(learner: Learner) -> list[str]:
    """Return the widgets that reach over the right edge of what holds them."""
    found = []
    for widget in learner.app.screen.query("*"):
        parent = widget.parent
        if not (isinstance(parent, Widget) and widget.display and widget.is_attached):
            continue
        if "-textual-system" in widget.classes or widget.has_class("-system"):
            continue
        room = parent.scrollable_content_region.width or parent.content_size.width
        box = widget.virtual_region
        if box.width and box.right > max(room, 0) + parent.gutter.width:
            found.append(f"{widget} {box} in {parent} of {room}")
    return found


async def test_every_screen_fits(service: Service, clock: Clock) -> None:
    seen = []
    sizes = [(120, 40), (40, 15)]
    async with learning(service, size=sizes[0]) as learner:

        async def look(stop: str) -> None:
            seen.append(stop)
            fits(learner, f"{stop} at {sizes[0]}")
            sizes.reverse()
            await learner.resize(*sizes[0])
            fits(learner, f"{stop} at {sizes[0]}")

        await tour(learner, look, WRONG, clock, ("queen", "parts", "swarm"))
        await learner.resize(5, 2)
        assert learner.app.is_running
    assert len(seen) > 15


def fits(learner: Learner, stop: str) -> None:
    """Hold what is on the screen to its width, with the focus seen and the keys at the foot."""
    screen = learner.app.screen
    assert too_wide(learner) == [], stop
    assert screen.focused is None or screen.focused.display, stop
    (bar,) = screen.query(KeyFooter)
    assert bar.region.bottom == screen.size.height, stop
    if isinstance(screen.focused, Input | TextArea):
        assert "esc" in learner.bar, stop
    elif isinstance(screen, QuizModal):
        assert "esc Close" in learner.bar, stop
    else:
        keys = learner.bar.rstrip().removesuffix("saved ✓").rstrip()
        assert keys.endswith(("? Keys", " ?")), stop


LONG = {
    "with spaces": "word and another one " * 14 + "END",
    "without": "x" * 297 + "END",
}


@pytest.mark.parametrize(("text", "width"), [(LONG["with spaces"], 120), (LONG["without"], 40)])
async def test_a_long_option_hangs_under_itself(
    service: Service, bees: Quiz, text: str, width: int
) -> None:
    quiz = lengthened(bees, text)
    async with learning(service, open_attempt(service, quiz, "queen"), (width, 24)) as learner:
        await learner.at(QuestionScreen)
        rows = learner.app.screen.query_one(ChoiceList)
        option = drawn(rows)[rows.region_of(0).y : rows.region_of(0).bottom]
        indent = len("› ( ) 1  ")
        assert squeezed(line[indent:] for line in option) == squeezed(text)
        assert len(option) > 2
        assert all(line[:indent].strip() == "" for line in option[1:])


@pytest.mark.parametrize(("kind", "width"), [("jobs", 120), ("parts", 40)])
async def test_long_items_hang_under_themselves(
    service: Service, bees: Quiz, kind: str, width: int
) -> None:
    quiz = lengthened(bees, LONG["with spaces"])
    async with learning(service, open_attempt(service, quiz, kind), (width, 24)) as learner:
        await learner.at(QuestionScreen)
        shown = [
            (widget.region.x + len(line) - len(line.lstrip()), line)
            for widget in learner.app.screen.query("#answer *").results(RowList)
            for line in drawn(widget)
            if "word" in line or "another" in line
        ]
        firsts = [
            (at, line)
            for at, line in shown
            if not line.lstrip().startswith(("word", "and", "another", "one"))
        ]
        under = [at for at, line in shown if (at, line) not in firsts]
        assert under
        texts = {at + line.lstrip().index("word and") for at, line in firsts} or {min(under)}
        assert min(under) >= min(texts)


async def test_the_cursor_stays_in_view_when_the_size_changes(service: Service, bees: Quiz) -> None:
    quiz = lengthened(bees, LONG["with spaces"])
    async with learning(service, open_attempt(service, quiz, "queen"), (120, 40)) as learner:
        await learner.at(QuestionScreen)
        await learner.press("up")
        assert "› ( ) 3" in learner.text
        await learner.resize(40, 15)
        await learner.until(lambda: "› ( ) 3" in learner.text)


async def test_a_long_unit_and_long_words_are_not_cut(service: Service, bees: Quiz) -> None:
    quiz = lengthened(bees, LONG["with spaces"])
    start = open_attempt(service, quiz, "weeks", "cool")
    async with learning(service, start, (40, 24)) as learner:
        await learner.at(QuestionScreen)
        for id_ in ("weeks", "cool"):
            await learner.go_to(id_)
            assert too_wide(learner) == [], id_
            assert "END" in "".join(
                line
                for widget in learner.app.screen.query("#answer *").results(Static)
                for line in drawn(widget)
            )


async def test_the_focus_is_seen(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        for id_, mark in {"queen": "› ( ) 1", "jobs": "› 1", "parts": "› Queen"}.items():
            await learner.go_to(id_)
            assert mark in learner.text
        await learner.go_to("dance")
        await learner.press("down")
        assert "› Honey bees live" in learner.text


def lengthened(quiz: Quiz, text: str) -> Quiz:
    """Return the bees with long options, items, sides, unit and words."""
    questions: list[Question] = []
    for question in quiz.questions:
        match question:
            case Choice():
                options = tuple(replace(option, text=text) for option in question.options)
                questions.append(replace(question, options=options))
            case Order():
                questions.append(replace(question, items=(text,) * 4))
            case Match():
                pairs = tuple(replace(pair, left=text, right=text) for pair in question.pairs)
                questions.append(replace(question, pairs=pairs))
            case Number():
                questions.append(replace(question, unit=text))
            case Cloze():
                words = tuple(replace(word, text=text) for word in question.words)
                questions.append(replace(question, words=words))
            case _:
                questions.append(question)
    return replace(quiz, questions=tuple(questions))


def drawn(widget: Widget) -> list[str]:
    """Return the lines of a widget as they are drawn, on the screen or below it."""
    region = Region(0, 0, *widget.outer_size)
    return [strip.text for strip in widget.render_lines(region)]


def squeezed(text: Iterable[str]) -> str:
    """Return a text without any white space."""
    return "".join("".join(text).split())
