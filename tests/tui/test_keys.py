"""Keys: each one that is shown does something, each one that works is listed."""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

import quiz.tui
from quiz.model.question import Cloze
from quiz.model.quiz import Quiz
from quiz.service import Service
from quiz.start import Start
from quiz.tui.screens.check_report import CheckReportScreen
from quiz.tui.screens.help_lines import HelpLinesScreen
from quiz.tui.screens.history import HistoryScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.keys import KeysScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.reading import ReadingScreen
from quiz.tui.screens.result import ResultScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.widgets.inputs import Field
from quiz.tui.widgets.key_footer import KeyFooter
from quiz.tui.widgets.passage import PassagePane
from quiz.tui.widgets.question_view import QuestionView
from tests.tui.answering import RIGHT, WRONG
from tests.tui.learner import Learner, learning, open_attempt, toasts

ALLOWED = {
    *"abcdefghijklmnopqrstuvwxyz0123456789",
    *("home", "end", "pageup", "pagedown"),
    *("up", "down", "left", "right", "enter", "space", "escape", "tab", "question_mark"),
    "ctrl+z",  # every shell has it, and no question needs it
}


def test_only_plain_keys_are_bound() -> None:
    bound = set()
    for module in pkgutil.walk_packages(quiz.tui.__path__, "quiz.tui."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, DOMNode):
                for binding in vars(thing).get("BINDINGS", []):
                    if thing.__module__.startswith("quiz.tui"):
                        bound |= set(binding.key.split(","))
    assert {"enter", "escape", "space", "h", "t", "question_mark"} <= bound
    assert bound <= ALLOWED


def shown_keys(learner: Learner) -> set[str]:
    """Return the keys that the line at the foot may show."""
    return {
        active.binding.key
        for active in learner.app.screen.active_bindings.values()
        if active.binding.show and active.enabled and active.binding.description
    }


def seen(learner: Learner) -> tuple[object, ...]:
    """Return what a key may change: screen, text, scroll, focus, colours, toasts."""
    screen = learner.app.screen
    scrolls = tuple(widget.scroll_offset for widget in screen.query("*"))
    return (type(screen), learner.text, scrolls, screen.focused, learner.app.theme)


async def each_key(learner: Learner, undo: Mapping[str, str | None]) -> None:
    """Press each key of a screen: it changes something, and its undoing brings all back."""
    assert set(undo) <= shown_keys(learner)
    for key, back in undo.items():
        before = seen(learner)
        await learner.press(key)
        await learner.until_not(lambda: (seen(learner), toasts(learner)), (before, []))
        if back:
            learner.app.clear_notifications()
            await learner.press(*back.split())
            await learner.until_is(lambda: seen(learner)[:2], before[:2])


OVER = {"h": "escape", "question_mark": "escape"}


async def test_home(service: Service) -> None:
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        assert shown_keys(learner) == {"enter", "space", "c", "y", "o", "q", *OVER}
        await each_key(learner, {"enter": "escape", "c": "escape", "y": "escape", **OVER})
        await learner.press("q")
        assert learner.app._exit


async def test_before_and_reading(service: Service) -> None:
    async with learning(service) as learner:
        await learner.open_first()
        keys = {"space": "space", **OVER, "enter": None}
        assert shown_keys(learner) == {*keys, "escape"}
        await learner.press("down")
        for key, back in (("space", "up space"), ("h", "escape"), ("question_mark", "escape")):
            before = learner.text
            await learner.press(key)
            await learner.until_not(lambda: learner.text, before)
            await learner.press(*back.split())
        await learner.press("enter")
        await learner.at(ReadingScreen)
        assert shown_keys(learner) == {"enter", "escape", "space", *OVER}
        for key in ("space", "up", "down"):
            before_scroll = seen(learner)[2]
            await learner.press(key)
            await learner.until_not(lambda: seen(learner)[2], before_scroll)
        await learner.press("escape")
        await learner.at(HomeScreen)


async def test_an_open_question(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen", "sting")
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        await learner.go_to("queen")
        undo = {"p": "p", "f": "f", "o": "escape", **OVER, "space": None, "i": None, "s": None}
        assert shown_keys(learner) == {*undo, "enter", "escape"}
        await each_key(learner, undo)
        await learner.go_to("queen")
        await each_key(learner, {"enter": None})
        await each_key(learner, {"escape": None})
        await learner.at(HomeScreen)


async def test_an_explained_question_and_the_result(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "queen", "weeks", answers=WRONG)
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        await learner.until(lambda: "Result" in learner.bar)
        folded = {"p": "p", "f": "f", "o": "escape", **OVER, "right": "left"}
        assert shown_keys(learner) == {*folded, "enter", "escape", "space"} - {"right"}
        for key, back in folded.items():
            before = seen(learner)[:2]
            await learner.press(key)
            await learner.until_not(lambda: seen(learner)[:2], before)
            await learner.press(back)
            await learner.until_is(lambda: seen(learner)[:2], before)
        await learner.press("enter")
        await learner.at(ResultScreen)
        assert shown_keys(learner) == {"enter", "a", "escape", "space", *OVER}
        await learner.pilot.pause(0)
        await each_key(learner, {"enter": "enter", **OVER, "a": None, "escape": None})


@pytest.mark.parametrize(
    ("id_", "key", "undone"),
    [("jobs", "space", "space"), ("parts", "1", None), ("drink", "space", "space")],
)
async def test_keys_of_an_answer(
    service: Service, bees: Quiz, id_: str, key: str, undone: str | None
) -> None:
    async with learning(service, open_attempt(service, bees, id_)) as learner:
        await learner.at(QuestionScreen)
        assert key in shown_keys(learner)
        before = learner.text
        await learner.press(key)
        assert learner.text != before
        if undone:
            await learner.press(undone)
            assert learner.text == before
        for arrow in ("down", "up"):
            before = learner.text
            await learner.press(arrow)
            assert learner.text != before


async def test_keys_of_text_fields(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "weeks", "cool", "swarm")
    async with learning(service, start) as learner:
        await learner.at(QuestionScreen)
        for id_, keys in {
            "weeks": {"enter", "escape"},
            "cool": {"enter", "escape"},
            "swarm": {"tab", "escape"},
        }.items():
            await learner.go_to(id_)
            assert isinstance(learner.app.screen.focused, Input | TextArea)
            assert keys <= shown_keys(learner)
            assert not {key for key in shown_keys(learner) if len(key) == 1}
            assert "esc, then  p Passage  s Skip  f Flag" in learner.bar
            assert "h Help lines  ?" in learner.bar
            assert ("tab Next" in learner.bar) == (id_ == "cool")
            await learner.press("escape")
            await learner.until(
                lambda: not isinstance(learner.app.screen.focused, Input | TextArea)
            )
            assert isinstance(learner.app.screen, QuestionScreen)
            assert "tab Type" in learner.bar
            await learner.press("tab")
            assert isinstance(learner.app.screen.focused, Input | TextArea)
            assert "tab Type" not in learner.bar
            await learner.press("escape")
            await learner.press("h")
            await learner.at(HelpLinesScreen)
            await learner.press("escape")
            await learner.at(QuestionScreen)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_escape_closes_the_passage_before_it_leaves(
    service: Service, bees: Quiz, size: tuple[int, int]
) -> None:
    ids = ("queen", "weeks", "swarm", "dance", "jobs")
    async with learning(service, open_attempt(service, bees, *ids), size) as learner:
        screen = await learner.at(QuestionScreen)
        for id_ in ids:
            await learner.go_to(id_)
            if isinstance(screen.focused, Input | TextArea):
                await learner.press("escape")
            await learner.press("p")
            await learner.until(lambda: screen.query_one(PassagePane).display)
            await learner.pilot.pause()
            beside = size[0] == 120 and id_ in ("weeks", "swarm")
            assert isinstance(screen.focused, Input | TextArea) is beside
            await learner.press("escape")
            await learner.until(lambda: not screen.query_one(PassagePane).display)
            assert learner.app.screen is screen
            assert squeezed(screen.session.question.ask) in squeezed(learner.text)
        await learner.press("escape")
        await learner.at(HomeScreen)


BARS = {
    ("queen", 120): "enter Pick  p Passage  s Skip  f Flag  i Hint  o Overview  esc Leave",
    ("queen", 80): "enter Pick  p Passage  s Skip  f Flag  i Hint  esc Leave  h Help lines  ?",
    ("queen", 40): "enter Pick  p Passage  esc Leave  ?",
    ("jobs", 80): "h Help lines  ?",
    ("jobs", 40): "↑↓ Move  space Take  ?",
    ("dance", 80): "enter Pick  ↑↓ Sentence  p Passage  s Skip  f Flag  esc Leave  h Help lines  ?",
    ("dance", 40): "enter Pick  ↑↓ Sentence  p Passage  ?",
    ("parts", 40): "enter Answer  1-9 Choose  p Passage  ?",
    ("weeks", 40): "enter Answer  esc, then  p Passage  ?",
    ("cool", 120): "enter Answer  tab Next  esc, then  p Passage  s Skip  f Flag  o Overview",
    ("cool", 40): "enter Answer  esc, then  p Passage  ?",
}


async def test_what_gives_way_on_the_bar_is_chosen(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees), (120, 24)) as learner:
        await learner.at(QuestionScreen)
        for (id_, width), bar in BARS.items():
            await learner.resize(width, 15 if width == 40 else 24)
            await learner.go_to(id_)
            await learner.until(lambda bar=bar: bar in learner.bar)  # type: ignore[misc]
        await learner.go_to("jobs")
        await learner.press("space")
        await learner.until(lambda: "space Drop" in learner.bar)


async def test_a_field_is_in_sight_while_it_is_typed_into(service: Service, bees: Quiz) -> None:
    start = open_attempt(service, bees, "cool", "weeks", "honey")
    async with learning(service, start, (40, 15)) as learner:
        screen = await learner.at(QuestionScreen)
        for id_ in ("cool", "weeks", "honey"):
            await learner.go_to(id_)
            for field in screen.query(Field):
                await learner.type("a")
                await learner.pilot.pause()
                assert field.has_focus
                assert screen.query_one(QuestionView).region.contains_region(field.region), id_
                await learner.press("tab")


async def test_a_word_bank_is_in_sight_beside_its_field_or_one_key_away(
    service: Service, bees: Quiz
) -> None:
    cool = next(one for one in bees.questions if one.id == "cool")
    assert isinstance(cool, Cloze)
    more = tuple(replace(cool.words[0], text=f"dust {number}") for number in range(4))
    long = replace(cool, words=(*cool.words, *more))
    quiz = replace(bees, forms=None, questions=(long,))
    async with learning(service, open_attempt(service, quiz, "cool"), (40, 15)) as learner:
        screen = await learner.at(QuestionScreen)
        view, words = screen.query_one(QuestionView), screen.query_one(".words")
        first, second = screen.query(Field)
        await learner.press("tab")
        await learner.type("b")
        await learner.until(lambda: view.region.contains_region(second.region))
        assert not view.region.contains_region(words.region)
        await learner.press("tab")
        await learner.type("a")
        await learner.until(lambda: view.region.contains_region(words.region))
        assert first.has_focus
        assert view.region.contains_region(first.region)
        await learner.press("tab")
        await learner.type("b")
        await learner.until(lambda: not view.region.contains_region(words.region))
        await learner.press("escape", "up", "up", "up", "up")
        await learner.until(lambda: view.region.contains_region(words.region))
        await learner.press("tab")
        await learner.type("c")
        await learner.until_is(lambda: first.value, "ac")


async def test_a_key_behind_escape_can_be_clicked(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "weeks", "honey")) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.go_to("weeks")
        await learner.type("6")
        await learner.click("p Passage")
        await learner.until(lambda: screen.query_one(PassagePane).display)
        await learner.press("escape")
        await learner.until(lambda: not screen.query_one(PassagePane).display)
        assert screen.query_one(Field).value == "6"


def squeezed(text: str) -> str:
    """Return the letters of a text, however it was wrapped."""
    return "".join(filter(str.isalnum, text))


async def test_help_and_all_that_works_are_one_key_away(service: Service) -> None:
    async with learning(service, size=(100, 40)) as learner:
        kinds: list[type[Screen[Any]]] = [HomeScreen, SetupScreen, ReadingScreen, QuestionScreen]
        for kind in kinds:
            await learner.at(kind)
            await learner.leave_field()
            works = working(learner)
            await learner.press("question_mark")
            await learner.at(KeysScreen)
            for key, what in works:
                assert what in learner.all_text, (kind, key, what)
            await learner.press("h")
            await learner.at(HelpLinesScreen)
            assert "988" in learner.text
            await learner.press("escape", "escape")
            await learner.at(kind)
            await learner.press("enter")


def working(learner: Learner) -> list[tuple[str, str]]:
    """Return the keys of our own that work now, each with what it does."""
    return [
        (key, active.binding.description)
        for key, active in learner.app.screen.active_bindings.items()
        if active.enabled
        and active.binding.description
        and type(active.node).__module__.startswith("quiz.")
        and not key.isdigit()
        and ours(active.node, active.binding)
    ]


def ours(node: DOMNode, binding: Binding) -> bool:
    """Return whether a binding is of this program, and not one that Textual brings."""
    return any(
        binding.description == own.description
        for kind in type(node).__mro__
        if kind.__module__.startswith("quiz.")
        for own in vars(kind).get("BINDINGS", [])
    )


async def test_the_sheets_can_be_closed_by_mouse(service: Service, bees: Quiz) -> None:
    async with learning(service, open_attempt(service, bees, "queen", answers=RIGHT)) as learner:
        screen = await learner.at(QuestionScreen)
        for key in ("question_mark", "h", "o"):
            await learner.press(key)
            await learner.until(lambda: learner.app.screen is not screen)
            assert "esc Close" in " ".join(learner.text.split())
            await learner.click("esc Close")
            await learner.until(lambda: learner.app.screen is screen)


async def test_the_keys_shown_can_be_clicked(service: Service, bees: Quiz) -> None:
    async with learning(
        service, open_attempt(service, bees, "queen", "sting"), (120, 30)
    ) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.click("f Flag")
        assert learner.session.flagged == {0}
        await learner.click("? Keys")
        await learner.at(KeysScreen)
        await learner.press("escape")
        await learner.until(lambda: learner.app.screen is screen)
        await learner.click("s Skip")
        await learner.until(lambda: learner.session.position == 1)
        await learner.settled()
        bar = learner.app.screen.query_one(KeyFooter)
        await learner.pilot.click(bar, offset=(bar.size.width - 1, 0))  # nothing stands there
        assert learner.session.position == 1
        await learner.click("esc Leave")
        await learner.at(HomeScreen)


async def test_history_of_a_quiz_that_cannot_be_read_is_not_offered(service: Service) -> None:
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        await learner.press("down")
        assert "y History" not in learner.bar
        await learner.press("enter")
        await learner.at(CheckReportScreen)
        assert "broken" in learner.text
        assert "It can't be read." in learner.text
        assert "topics" in learner.text
        await learner.press("escape")
        await learner.at(HomeScreen)
        await learner.press("up")
        assert "y History" in learner.bar
        await learner.press("y")
        await learner.at(HistoryScreen)


async def test_escape_leads_back_from_before(service: Service, bees: Quiz) -> None:
    async with learning(service, Start(screen="play", quiz=bees)) as learner:
        await learner.at(SetupScreen)
        await learner.press("escape")
        await learner.at(HomeScreen)
        assert service.attempts.unfinished(bees) is None
