"""Lists and texts that are drawn as one widget, line by line."""

from dataclasses import replace

import pytest
from rich.color import Color
from textual.content import Content
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from quiz.engine.session import Mode
from quiz.model.quiz import Quiz
from quiz.service import Desk
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.theme import THEMES
from quiz.tui.widgets.answer_area import AnswerArea
from quiz.tui.widgets.drawing import Drawing
from quiz.tui.widgets.hanging import Hanging
from quiz.tui.widgets.ordering_area import Movable
from quiz.tui.widgets.question_view import QuestionView
from quiz.tui.widgets.rows import Rows
from quiz.tui.widgets.shown import Shown
from quiz.tui.widgets.telling import Telling
from tests.tui.answering import RIGHT
from tests.tui.learner import learning, open_attempt


async def test_a_step_of_the_cursor_draws_the_rows_it_leaves_and_comes_to(
    desk: Desk, bees: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        rows = learner.app.screen.query_one(Rows)
        drawn: list[int] = []
        real = Drawing._made

        def made(self: Drawing, line: Content, y: int) -> Strip:
            drawn.append(y)
            return real(self, line, y)

        monkeypatch.setattr(Drawing, "_made", made)
        monkeypatch.setattr(QuestionView, "foresee", lambda _view, _shown: None)
        await learner.press("down")
        assert sorted(drawn) == [rows.region_of(0).y, rows.region_of(1).y]
        assert "› ( ) 2" in learner.text


async def test_what_changes_is_drawn_in_a_list_that_was_measured_at_another_width(
    desk: Desk, bees: Quiz
) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        learner.app.screen.query_one(Rows).lines(12)
        await learner.press("down")
        assert "› ( ) 2" in learner.text
        assert learner.text.count("›") == 1


async def test_a_click_picks_the_row_that_is_under_it(desk: Desk, bees: Quiz) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        rows = learner.app.screen.query_one(Rows)
        for index in (2, 0):
            between = rows.region_of(index).bottom
            await learner.click_at(rows.region.x + 12, rows.region.y + between)
            assert index not in rows.picked
            await learner.click_at(rows.region.x + 12, rows.region.y + between - 1)
            assert rows.picked == {index}


async def test_a_click_puts_down_what_was_taken_up(desk: Desk, bees: Quiz) -> None:
    async with learning(desk, open_attempt(desk, bees, "jobs")) as learner:
        await learner.at(QuestionScreen)
        items = learner.app.screen.query_one(Movable)
        order = items.order
        await learner.press("space")
        assert "↕" in learner.text
        await learner.click_at(items.region.x + 14, items.region.y + items.region_of(2).y)
        assert (items.cursor, items.lifted, items.order) == (2, False, order)


async def test_a_text_can_be_selected_with_the_mouse(desk: Desk, bees: Quiz) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen")) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.press("1", "enter")
        await learner.until_answered()
        await learner.pilot.pause()
        x, y = learner.find("One queen")
        x -= len("One queen") // 2
        await learner.pilot.mouse_down(offset=Offset(x, y))
        await learner.pilot.hover(offset=Offset(x + 8, y))
        await learner.pilot.mouse_up(offset=Offset(x + 8, y))
        assert screen.get_selected_text() == "One queen"
        ground = screen.get_visual_style("screen--selection").rich_style.bgcolor
        strip = screen._compositor.render_strips()[y]
        marked = [text for text, style, _ in strip if style and style.bgcolor == ground]
        assert "".join(marked) == "One queen"


def cells(strips: list[Strip]) -> list[tuple[str, object]]:
    """Return every cell with its ground, and the color of what stands on it."""
    found: list[tuple[str, object]] = []
    for strip in strips:
        for text, style, _ in strip:
            assert style
            front = (style.color, style.bold, style.meta.get("offset")) if text.strip() else None
            found += [(letter, (style.bgcolor, front)) for letter in text]
    return found


@pytest.mark.parametrize("bare", [False, True], ids=["colors", "no colors"])
@pytest.mark.parametrize("answered", [False, True], ids=["asked", "explained"])
async def test_lines_are_drawn_as_textual_would_draw_them(
    desk: Desk, bees: Quiz, monkeypatch: pytest.MonkeyPatch, *, answered: bool, bare: bool
) -> None:
    if bare:
        monkeypatch.setenv("NO_COLOR", "1")
    start = open_attempt(desk, bees, answers=RIGHT if answered else {})
    async with learning(desk, start) as learner:
        screen = await learner.at(QuestionScreen)
        for theme in THEMES:
            learner.app.theme = theme.name
            for question in bees.questions:
                await learner.go_to(question.id)
                for hanging in screen.query(Hanging):
                    seen = Region(0, 0, *hanging.outer_size)
                    ours = hanging.render_lines(seen)
                    hanging._styles_cache.clear()
                    assert cells(ours) == cells(Widget.render_lines(hanging, seen)), question.id


async def test_a_part_of_the_lines_is_the_same_part_of_each(desk: Desk, bees: Quiz) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        rows = learner.app.screen.query_one(Rows)
        whole = rows.render_lines(Region(0, 0, *rows.outer_size))
        part = rows.render_lines(Region(3, 2, 20, 4))
        assert [strip.text for strip in part] == [strip.text[3:23] for strip in whole[2:6]]


async def test_a_list_is_drawn_once_more_while_it_goes(desk: Desk, bees: Quiz) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        rows = learner.app.screen.query_one(Rows)
        seen = Region(0, 0, *rows.outer_size)
        drawn = [strip.text for strip in rows.render_lines(seen)]
        await rows.remove()
        assert [strip.text for strip in rows.render_lines(seen)] == drawn


@pytest.mark.parametrize("hint", [(), ("i",)], ids=["no hint", "hint"])
@pytest.mark.parametrize(
    "pressed",
    [
        ("queen", "1", "2", "1"),
        ("drink", "1", "2", "1", "3"),
        ("sting", "1", "2", "1"),
        ("queen", "down", "down"),
    ],
)
async def test_what_was_foreseen_of_an_answer_is_what_is_told(
    pressed: tuple[str, ...],
    hint: tuple[str, ...],
    desk: Desk,
    bees: Quiz,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever is picked, put back and picked again, and in whichever order."""
    told = []
    for foreseen in (True, False):
        if not foreseen:
            monkeypatch.setattr(QuestionView, "foresee", lambda _view, _shown: None)
        async with learning(desk, open_attempt(desk, bees, pressed[0]), (80, 40)) as learner:
            await learner.at(QuestionScreen)
            await learner.press(*pressed[1:], *hint, "enter")
            await learner.until_answered()
            await learner.settled()
            told.append(learner.text)
    assert told[0] == told[1]
    assert "The passage says" in told[0]


async def test_nothing_is_foreseen_of_a_question_that_has_gone(desk: Desk, bees: Quiz) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen", "weeks")) as learner:
        screen = await learner.at(QuestionScreen)
        await learner.go_to("queen")
        rows = screen.query_one(Rows)
        await learner.go_to("weeks")
        rows.post_message(Rows.Picked(rows))
        screen.on_rows_moved(Rows.Moved(rows))
        await learner.pilot.pause()
        await learner.type("5")
        screen.on_rows_picked(Rows.Picked(rows))
        await learner.pilot.pause()
        assert screen.query_one(QuestionView)._foreseen is None
    assert learner.app.fault is None


async def test_colors_change_that_are_not_those_of_plain_text(desk: Desk, bees: Quiz) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        theme = learner.app.current_theme
        other = replace(theme, name="other", variables=theme.variables | {"muted": "#123456"})
        learner.app.register_theme(other)
        learner.app.theme = "other"
        await learner.pilot.pause()
        rows = learner.app.screen.query_one(Rows)
        strips = rows.render_lines(Region(0, 0, *rows.outer_size))
        styles = [style for strip in strips for text, style, _ in strip if "Pick" in text]
        assert [str(style and style.color) for style in styles] == [str(Color.parse("#123456"))]


async def test_what_does_not_fit_is_laid_out_after_what_fits_is_drawn(
    desk: Desk, bees: Quiz
) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen"), (80, 20)) as learner:
        screen = await learner.at(QuestionScreen)
        view = screen.query_one(QuestionView)
        assert view.max_scroll_y == 0
        await learner.press("1", "enter")
        await learner.until(lambda: view.max_scroll_y > 0)
        assert "are the males." in learner.text
        assert "The passage says" not in learner.text
        view.scroll_end(animate=False)
        await learner.pilot.pause()
        assert "The passage says" in learner.text


@pytest.mark.parametrize("mode", Mode)
async def test_the_row_under_the_cursor_is_marked_once_it_is_the_answer(
    desk: Desk, bees: Quiz, mode: Mode
) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen", mode=mode)) as learner:
        await learner.at(QuestionScreen)
        await learner.press("down", "enter")
        await learner.until_answered()
        await learner.settled()
        assert "(x) 2" in learner.text
        assert learner.text.count("(x)") == 1


async def test_what_two_messages_of_one_key_ask_for_is_foreseen_once(
    desk: Desk, bees: Quiz, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with learning(desk, open_attempt(desk, bees, "queen")) as learner:
        await learner.at(QuestionScreen)
        view, made = learner.app.screen.query_one(QuestionView), 0
        real = view._telling

        def telling(area: AnswerArea, shown: Shown) -> Telling:
            nonlocal made
            made += 1
            return real(area, shown)

        monkeypatch.setattr(view, "_telling", telling)
        await learner.press("2")
        await learner.until(lambda: view._foreseen is not None)
        assert made == 1
