"""Hostile text in every field of a quiz, on every screen."""

import os
import re
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.widgets import Input, TextArea

import quiz.quizfile.shelf
from quiz.assignment import submission_data
from quiz.engine.selection import QuestionFilter
from quiz.engine.session import Mode
from quiz.engine.wording import FIRST_LINE_KEPT
from quiz.model.answer import Answer, TeachBackAnswer, TypedAnswer
from quiz.model.passage import Passage
from quiz.model.question import Choice
from quiz.model.quiz import Quiz
from quiz.model.text import first_forbidden
from quiz.service import Service
from quiz.start import Start
from quiz.store.store import Store
from quiz.tui.screens.check_report import CheckReportScreen
from quiz.tui.screens.help_lines import HelpLinesScreen
from quiz.tui.screens.history import HistoryScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.question_history import QuestionHistoryScreen
from quiz.tui.widgets.inputs import LONGEST_TEXT, Essay
from quiz.tui.widgets.question_view import QuestionView
from tests.begun import begun
from tests.support.terminal import Terminal
from tests.tui.answering import WRONG
from tests.tui.clock import Clock
from tests.tui.hostile import (
    FORBIDDEN,
    HARMLESS,
    HOSTILE,
    MARKUP,
    WIDE,
    hostile_report,
    hostile_shelf,
    poisoned,
)
from tests.tui.learner import learning, lines, open_attempt
from tests.tui.tour import tour

DRIVER = (sys.executable, "-m", "tests.tui.driver")


def test_the_texts_are_hostile(bees: Quiz) -> None:
    """The quiz of these tests has the text in all that a screen shows."""
    bad = poisoned(bees, HOSTILE)
    assert len(FORBIDDEN) > 20
    assert bad.title.endswith(HOSTILE)
    assert HOSTILE in bad.passage.text.replace("\n", "") or "[@click=app.exit]" in bad.passage.text
    for question in bad.questions:
        assert question.ask.endswith(HOSTILE)
        assert question.explain.endswith(HOSTILE)
    first = bad.questions[0]
    assert isinstance(first, Choice)
    assert all(option.text.endswith(HOSTILE) and option.why for option in first.options)


async def test_every_screen_shows_it_as_text(
    service: Service, bees: Quiz, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = poisoned(bees, HOSTILE)
    monkeypatch.setattr(Service, "shelf", lambda _: hostile_shelf(bad, HOSTILE))
    monkeypatch.setattr(
        "quiz.service.inspecting.check_file", lambda *_: hostile_report(bad, HOSTILE)
    )
    monkeypatch.setattr(
        Store, "trouble", property(lambda _: HOSTILE, lambda *_: None), raising=False
    )
    monkeypatch.setattr(quiz.service.library.Library, "find_again", lambda *_: bad)
    answers = WRONG | {
        "weeks": TypedAnswer((HOSTILE[:150],)),
        "honey": TypedAnswer((HOSTILE[:150],)),
        "cool": TypedAnswer((HOSTILE, HOSTILE)),
        "swarm": TeachBackAnswer(HOSTILE),
    }
    stops = []
    async with learning(service, size=(60, 20)) as learner:

        async def look(stop: str) -> None:
            stops.append(stop)
            for line in lines(learner.app.screen):
                assert not FORBIDDEN & set(line), (stop, line)
                assert cell_len(line) == 60, (stop, line)

        await tour(learner, look, answers, clock, ["queen", "parts"])
        assert learner.app.is_running
    assert len(stops) > 15


async def test_markup_is_shown_and_does_nothing_when_clicked(service: Service, bees: Quiz) -> None:
    bad = poisoned(bees, "[@click=app.next_theme]press[/]")
    start = open_attempt(service, bad, "queen", "parts")
    async with learning(service, start, (160, 60)) as learner:
        await learner.at(QuestionScreen)
        for id_ in ("queen", "parts"):
            await learner.go_to(id_)
            assert "[@click=app.next_theme]press[/]" in learner.text
            shown = lines(learner.app.screen)
            places = [(line.index("press"), y) for y, line in enumerate(shown) if "press" in line]
            assert len(places) > 4
            for x, y in places:
                await learner.click_at(x, y)
        assert learner.app.theme == "quiz-dark"


@pytest.mark.parametrize("text", ["z" * 10_000, f"{WIDE} " * 100], ids=["letters", "wide"])
async def test_a_long_text_in_every_field(service: Service, bees: Quiz, text: str) -> None:
    start = open_attempt(service, poisoned(bees, text), "queen", "sting", answers=WRONG)
    async with learning(service, start, (60, 30)) as learner:
        await learner.at(QuestionScreen)
        for id_ in ("queen", "sting"):
            await learner.go_to(id_)
            view = learner.app.screen.query_one(QuestionView)
            assert view.virtual_size.width <= 60
            assert view.virtual_size.height > 350
            assert all(cell_len(line) == 60 for line in lines(learner.app.screen))


async def test_a_hostile_file_name_and_its_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "shelf\x1b]0;OWNED\x07\u202e[@click=app.exit]"
    folder.mkdir()
    (folder / "bad\x1b[31m[@click=app.exit]x\u202e.yaml").write_text("schema: 1\n")
    monkeypatch.setattr(quiz.quizfile.shelf, "shipped", lambda: folder)
    service = Service(tmp_path / "data\x1b[31m\u202e")
    async with learning(service) as learner:
        await learner.at(HomeScreen)
        assert "[@click=app.exit]x" in learner.text
        assert not FORBIDDEN & set(learner.text)
        await learner.click("app.exit")
        await learner.at(CheckReportScreen)
        assert "bad" in learner.text
        assert not FORBIDDEN & set(learner.text)
    service.close()


async def test_trouble_with_a_hostile_folder_is_told(tmp_path: Path, bees: Quiz) -> None:
    folder = tmp_path / "data\x1b]0;OWNED\x07\u202e[@click=app.exit]x"
    folder.write_text("no folder")
    service = Service(folder)
    async with learning(service, Start(screen="home"), (100, 30)) as learner:
        await learner.at(HomeScreen)
        begun(service, bees, QuestionFilter(), mode=Mode.PRACTICE)
        await learner.press("h")
        await learner.at(HelpLinesScreen)
        await learner.press("escape")
        await learner.until(
            lambda: "[@click=app.exit]" in "".join(learner.text.replace("▌", "").split())
        )
        assert not FORBIDDEN & set(learner.text)
    service.close()


async def test_answers_in_the_history_are_shown_as_text(service: Service, bees: Quiz) -> None:
    """As another program may have put them there: the keys of this one clean what is typed."""
    answers: dict[str, Answer] = {
        "weeks": TypedAnswer((HOSTILE[:150],)),
        "swarm": TeachBackAnswer(HOSTILE),
    }
    left = open_attempt(service, bees, "weeks", "swarm", "queen", answers=answers)
    async with learning(service, left, (100, 30)) as learner:
        await learner.at(QuestionScreen)
        for id_ in answers:
            await learner.go_to(id_)
            assert "[@click=app.exit]" in learner.text
            assert not FORBIDDEN & set(learner.text)
        await learner.go_to("weeks")
        await learner.press("escape")
        await learner.at(HomeScreen)
        await learner.press("y")
        await learner.at(HistoryScreen)
        assert not FORBIDDEN & set(learner.text)
        await learner.press("enter")
        await learner.at(QuestionHistoryScreen)
        assert not FORBIDDEN & set(learner.text)


async def test_what_is_pasted_is_cleaned(service: Service, bees: Quiz) -> None:
    pasted = "six\x1b]0;OWNED\x07\x9b31m\u202eweeks"
    async with learning(service, open_attempt(service, bees, "weeks", "swarm", "honey")) as learner:
        await learner.at(QuestionScreen)
        for id_ in ("weeks", "swarm"):
            await learner.go_to(id_)
            field = learner.app.screen.focused
            assert isinstance(field, Input | TextArea)
            field.post_message(events.Paste(pasted))
            await learner.until(lambda: "weeks" in "".join(lines(learner.app.screen)[4:]))
            assert not FORBIDDEN & set(learner.text)
        await learner.go_to("honey")
        learner.app.screen.query_one(Input).post_message(events.Paste("\ufeffnec\u00adtar\u2069"))
        await learner.press("enter")
        await learner.until_answered()
        assert learner.session.response
        assert learner.session.response.answer == TypedAnswer(("nectar",))
        assert learner.session.response.right


async def test_of_several_lines_a_field_of_one_keeps_the_first_and_says_so(
    service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "weeks")) as learner:
        await learner.at(QuestionScreen)
        field = learner.app.screen.query_one(Input)
        field.post_message(events.Paste("six\nseven"))
        await learner.until(lambda: FIRST_LINE_KEPT in learner.all_text)
        assert field.value == "six"
        await learner.type("s")
        await learner.until(lambda: FIRST_LINE_KEPT not in learner.all_text)


async def test_a_text_without_end_is_cut_off_where_an_answer_ends(
    service: Service, bees: Quiz
) -> None:
    assert LONGEST_TEXT == submission_data.LONGEST_TEXT
    async with learning(service, open_attempt(service, bees, "swarm")) as learner:
        await learner.at(QuestionScreen)
        field = learner.app.screen.query_one(Essay)
        for pasted in ("x" * 100_000, "y\n" * 100_000, "z"):
            field.post_message(events.Paste(pasted))
            await learner.pilot.pause()
            assert field.text == "x" * LONGEST_TEXT
        await learner.press("backspace", "a", "b")
        assert field.text == "x" * (LONGEST_TEXT - 1) + "a"
        field.select_all()
        field.post_message(events.Paste("y\n" * 100_000))
        await learner.pilot.pause()
        assert field.text == ("y\n" * LONGEST_TEXT)[:LONGEST_TEXT]


def test_the_bytes_that_reach_a_terminal(tmp_path: Path) -> None:
    """With hostile texts nothing is written that isn't without them."""
    harmless = Terminal(*DRIVER, str(tmp_path / "a"), HARMLESS)
    hostile = Terminal(*DRIVER, str(tmp_path / "b"), HOSTILE)
    for run in (harmless, hostile):
        assert run.end() == 0, run.output[-2000:]
        assert b"How honey bees live" in run.output
        assert "漢字".encode() in run.output
    assert b"app.exit" in hostile.output
    assert not forbidden_characters(hostile.output) - forbidden_characters(harmless.output)
    assert not commands(hostile.output) - commands(harmless.output)
    for own in (b"OWNED", b"T1dORUQ", b"77;77H", b"105m", b"?1337h"):
        assert b"\x1b]0;" + own not in hostile.output
        assert b"\x1b[" + own not in hostile.output
    assert b"\x1b]52" not in hostile.output


def forbidden_characters(output: bytes) -> frozenset[str]:
    """Return which of the hostile characters are among what was written."""
    return FORBIDDEN & frozenset(output.decode(errors="surrogateescape"))


def commands(output: bytes) -> frozenset[bytes]:
    """Return the kinds of commands that a terminal was given: their letters and private modes."""
    found = re.findall(rb"\x1b(?:\[([?<>=]?)[\d;:]*([@-~])|(\][^\x07\x1b]*)|([^\[\]]))", output)
    modes = re.findall(rb"\x1b\[\?[\d;]+[hl]", output)
    return frozenset(b"".join(parts) for parts in found) | frozenset(modes)


def test_forbidden_is_what_the_model_forbids() -> None:
    assert all(first_forbidden(letter) for letter in FORBIDDEN)
    assert first_forbidden(HARMLESS) is None
    assert not FORBIDDEN & set("".join(MARKUP) + WIDE)
    assert Passage(title="", source="", text=HARMLESS).text
    assert os.name == "posix"


@pytest.mark.parametrize(
    ("pressed", "left"),
    [
        (("ctrl+z",), ""),
        (("up", "ctrl+z", "ctrl+z"), ""),
        (("ctrl+z", "ctrl+y"), "\n" * 20),
        (("f7", "delete", "ctrl+z"), "\n" * 20),
        (("f7", "delete", "ctrl+z", "ctrl+y"), ""),
        (("f7", "x", "ctrl+z", "ctrl+z", "ctrl+y"), "\n" * 20),
    ],
)
async def test_a_long_text_that_is_taken_back_at_once(
    pressed: tuple[str, ...], left: str, service: Service, bees: Quiz
) -> None:
    async with learning(service, open_attempt(service, bees, "swarm")) as learner:
        await learner.at(QuestionScreen)
        field = learner.app.screen.query_one(Essay)
        learner.app.post_message(events.Paste("\n" * 20))
        await learner.until(lambda: field.text == "\n" * 20)
        await learner.pilot.pause()
        await learner.press(*pressed)
        assert field.text == left
    assert learner.app.fatal_error is None
